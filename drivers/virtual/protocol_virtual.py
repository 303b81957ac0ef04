"""pyserial's handler of ``virtual://name``: the host's end of a cable with modem lines.

pyserial finds it by its name, in the packages that ``serial.protocol_handler_packages`` lists.
"""

import threading
from typing import Any

from serial.serialutil import PortNotOpenError, SerialBase, SerialException

from drivers.virtual.cable import Cable, cable


class Serial(SerialBase):
    """A serial port whose modem lines are real to both ends.

    ``write_timeout`` None waits without end, any other time is the most that a write waits; what
    the queue has no room for is not taken.
    """

    _cable: Cable | None = None

    def open(self) -> None:
        """Plug the host's end in, raising its DTR and RTS.

        Raises:
            SerialException: there is no cable of this name.
        """
        name = str(self.port).partition("://")[2]
        try:
            self._cable = cable(name)
        except KeyError:
            raise SerialException(f"no cable {name!r}") from None
        self._interrupted = threading.Event()
        self.is_open = True
        self._reconfigure_port()
        self._update_dtr_state()
        self._update_rts_state()

    def close(self) -> None:
        """Let go of it; what the printer had not taken is lost."""
        if self.is_open and self._cable is not None:
            self._cable.drop(outgoing=True)
            self._cable.configure(obeys_cts=False, obeys_xoff=False)
            self._cable.host_dtr = self._cable.host_rts = False
        self.is_open = False

    @property
    def _end(self) -> Cable:
        if not self.is_open or self._cable is None:
            raise PortNotOpenError
        return self._cable

    def _reconfigure_port(self) -> None:
        self._end.configure(obeys_cts=self.rtscts, obeys_xoff=self.xonxoff)

    # -- data -------------------------------------------------------------------------------------

    @property
    def in_waiting(self) -> int:
        """Bytes that can be read at once."""
        return self._end.waiting

    def read(self, size: int = 1) -> bytes:
        """Up to so many bytes, once there are any."""
        data = self._end.read(size, self.timeout, self._interrupted)
        self._interrupted.clear()
        return data

    def write(self, b: Any, /) -> int:
        """As many bytes as the queue takes within the time."""
        return self._end.write(bytes(b), self.write_timeout)

    def cancel_read(self) -> None:
        """Let a waiting read return."""
        end = self._end
        with end.changed:
            self._interrupted.set()
            end.changed.notify_all()

    def reset_output_buffer(self) -> None:
        """Forget what waits to be sent."""
        self._end.drop(outgoing=True)

    def reset_input_buffer(self) -> None:
        """Forget what waits to be read."""
        self._end.drop(outgoing=False)

    # -- modem lines ------------------------------------------------------------------------------

    def _update_dtr_state(self) -> None:
        self._end.host_dtr = self.dtr

    def _update_rts_state(self) -> None:
        self._end.host_rts = self.rts

    @property
    def cts(self) -> bool:
        """Clear to send."""
        return self._end.cts

    @property
    def dsr(self) -> bool:
        """Data set ready."""
        return self._end.dsr

    @property
    def ri(self) -> bool:
        """Ring: no printer has it."""
        return False

    @property
    def cd(self) -> bool:
        """Carrier: no printer has it."""
        return False

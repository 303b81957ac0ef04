"""A serial cable with all its wires between a host of this process and a virtual printer.

A pseudo-terminal has no modem lines. This cable has them: opening ``virtual://name`` with pyserial
gives the host's end (``protocol_virtual``), the printer holds the other. What the host is told to
send waits in its own queue, as in a kernel, and leaves it only while its flow control lets it.

===========  ====================================================================================
wiring       wires besides data and ground
===========  ====================================================================================
``full``     null modem: printer RTS to host CTS, printer DTR to host DSR; and the same back
``dtr_cts``  the cable for receipt printers: printer DTR to host CTS, nothing else
``three``    none: the host's inputs stay low
===========  ====================================================================================

Source: Epson TM-T88III specification, serial interface (DTR says BUSY, RTS follows it).
"""

import contextlib
import os
import threading
from typing import Literal

import serial

Wiring = Literal["full", "dtr_cts", "three"]
QUEUE_BYTES = 4096  # what a Linux kernel keeps for a terminal that may not send
_XON, _XOFF = 0x11, 0x13

_cables: dict[str, "Cable"] = {}
_PACKAGE = "drivers.virtual"
if _PACKAGE not in serial.protocol_handler_packages:
    serial.protocol_handler_packages.append(_PACKAGE)


def cable(name: str) -> "Cable":
    """The cable that is plugged in under this name.

    Raises:
        KeyError: there is none.
    """
    return _cables[name]


class Cable:
    """Both ends; the host's thread and the printer's may use it at once."""

    def __init__(self, name: str, wiring: Wiring) -> None:
        """Plug it in; ``close`` pulls it out again."""
        self.name = name
        self.wiring: Wiring = wiring
        self.changed = threading.Condition()
        self.pulled = False
        self.obeys_cts = self.obeys_xoff = False  # the host's settings
        self.host_dtr = self.host_rts = False
        self._is_ready = False  # the printer's DTR and RTS
        self._xoff = False
        self._outgoing = bytearray()
        self._incoming = bytearray()
        self._bell_read, self._bell_write = os.pipe()
        for end in (self._bell_read, self._bell_write):
            os.set_blocking(end, False)
        _cables[name] = self

    def close(self) -> None:
        """Pull it: both ends are dead."""
        with self.changed:
            self.pulled = True
            self.changed.notify_all()
            if _cables.get(self.name) is self:
                del _cables[self.name]
            os.close(self._bell_read)
            os.close(self._bell_write)

    # -- wires ------------------------------------------------------------------------------------

    @property
    def cts(self) -> bool:
        """The host's input that says whether it may send."""
        return self._is_ready and self.wiring != "three" and not self.pulled

    @property
    def dsr(self) -> bool:
        """The host's input that says whether the printer is there."""
        return self._is_ready and self.wiring == "full" and not self.pulled

    @property
    def host_is_there(self) -> bool:
        """The printer's inputs: whether the host's DTR and RTS are up."""
        return self.host_dtr and self.host_rts and self.wiring == "full"

    @property
    def host_may_send(self) -> bool:
        """Whether bytes leave the host's queue."""
        return not ((self.obeys_cts and not self.cts) or (self.obeys_xoff and self._xoff))

    # -- the printer's end ------------------------------------------------------------------------

    def fileno(self) -> int:
        """Readable once the host wrote something."""
        return self._bell_read

    def set_ready(self, ready: bool) -> None:
        """Raise or drop the printer's DTR and RTS."""
        with self.changed:
            self._is_ready = ready
            self._ring()
            self.changed.notify_all()

    def take(self, count: int) -> bytes:
        """What comes over the wire, as far as the host's flow control lets it."""
        with self.changed:
            if not self.host_may_send:
                self._silence()
                return b""
            data = bytes(self._outgoing[:count])
            del self._outgoing[: len(data)]
            if not self._outgoing:
                self._silence()
            self.changed.notify_all()
            return data

    def say(self, data: bytes) -> None:
        """Bytes for the host; XON and XOFF steer it if it listens to them, and are not read."""
        with self.changed:
            for byte in data:
                if self.obeys_xoff and byte in (_XON, _XOFF):
                    self._xoff = byte == _XOFF
                    self._ring()
                else:
                    self._incoming.append(byte)
            self.changed.notify_all()

    # -- the host's end ---------------------------------------------------------------------------

    def write(self, data: bytes, timeout_s: float | None) -> int:
        """Queue what there is room for, waiting for room at most so long; how much it was."""
        with self.changed:
            self.changed.wait_for(
                lambda: len(self._outgoing) < QUEUE_BYTES or self.pulled, timeout_s
            )
            if self.pulled:
                raise OSError("the cable was pulled")
            taken = data[: QUEUE_BYTES - len(self._outgoing)]
            self._outgoing += taken
            self._ring()
            return len(taken)

    def read(self, count: int, timeout_s: float | None, interrupted: threading.Event) -> bytes:
        """Wait for bytes; empty after the time or an interruption."""
        with self.changed:
            self.changed.wait_for(
                lambda: self._incoming or self.pulled or interrupted.is_set(), timeout_s
            )
            if self.pulled:
                raise OSError("the cable was pulled")
            data = bytes(self._incoming[:count])
            del self._incoming[: len(data)]
            return data

    @property
    def waiting(self) -> int:
        """Bytes that can be read at once."""
        return len(self._incoming)

    def drop(self, *, outgoing: bool) -> None:
        """Forget what waits to be sent, or to be read."""
        with self.changed:
            (self._outgoing if outgoing else self._incoming).clear()
            self.changed.notify_all()

    def configure(self, *, obeys_cts: bool, obeys_xoff: bool) -> None:
        """The host's flow control; switching XON/XOFF off also lifts a hold."""
        with self.changed:
            self.obeys_cts, self.obeys_xoff = obeys_cts, obeys_xoff
            self._xoff = self._xoff and obeys_xoff
            self._ring()
            self.changed.notify_all()

    def _ring(self) -> None:
        with contextlib.suppress(BlockingIOError):  # it rings already
            os.write(self._bell_write, b"!")

    def _silence(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.read(self._bell_read, 65536)

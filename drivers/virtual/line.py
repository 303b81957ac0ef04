"""The virtual printer's serial line: a pseudo-terminal with clock, buffer, flow control.

A pseudo-terminal has no speed and no modem lines. So the clock is ours (a token bucket of baud/10
bytes a second), and BUSY is played by not reading: what the kernel holds then is the host's own
output queue. Whether the host listens to BUSY at all is read from its terminal settings; if it does
not, the buffer overflows and bytes are lost, as in life.
"""

import contextlib
import os
import termios
import tty
from pathlib import Path

_XON, _XOFF = b"\x11", b"\x13"
_BUSY_AT, _READY_AT = 128, 256  # free bytes. Source: Epson TM-T88III specification, receive buffer
_QUANTUM_BYTES = 64
_QUANTUM_S = 0.002
_IDLE_QUANTA, _LATE_QUANTA = 4, 40
_IFLAG, _CFLAG = 0, 2


class Line:
    """One pseudo-terminal and its receive buffer."""

    def __init__(
        self, link: Path | None, rate_bytes_s: float | None, buffer: bytearray, buffer_bytes: int
    ) -> None:
        """Open a pseudo-terminal; ``link`` is a symbolic link that always points to the newest one.

        The buffer is the printer's: what stands in it is printed even after the cable was pulled.
        """
        self.buffer = buffer
        self.lost = 0
        self._capacity = buffer_bytes
        self._rate = rate_bytes_s
        self._tokens = 0.0
        self._filled_at: float | None = None
        self._held = False
        self._is_busy = False
        self.has_flow_wire = True  # False: the cable lacks the wire for BUSY
        self._link = link
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.path = os.ttyname(self._slave)
        if link is not None:
            _point(link, self.path)

    def close(self) -> None:
        """Pull the plug: the host's end hangs up."""
        for descriptor in (self._master, self._slave):
            os.close(descriptor)
        if self._link is not None:
            with contextlib.suppress(FileNotFoundError):
                self._link.unlink()

    def fileno(self) -> int:
        """For select."""
        return self._master

    # -- host to printer --------------------------------------------------------------------------

    def budget(self, now: float) -> int:
        """How many bytes may come over the wire now."""
        room = self._capacity - len(self.buffer)
        if self._rate is None:
            return room
        if self._filled_at is not None:
            self._tokens += (now - self._filled_at) * self._rate
        # A busy wire makes up for a late reader, an idle one has nothing to make up for.
        most = _LATE_QUANTA if self._is_busy else _IDLE_QUANTA
        self._tokens = min(self._tokens, most * self._quantum)
        self._filled_at = now
        if self.has_flow_wire and self._host_listens():
            if self._held:
                return 0
            return min(int(self._tokens), max(0, room - _BUSY_AT + 1))
        return int(self._tokens)

    @property
    def _quantum(self) -> float:
        assert self._rate is not None
        return max(_QUANTUM_BYTES, self._rate * _QUANTUM_S)

    def wait_s(self) -> float:
        """How long until the wire may bring more: one quantum."""
        return 0.0 if self._rate is None else self._quantum / self._rate

    def read(self, count: int) -> bytes:
        """Take bytes off the wire; they are not in the buffer yet."""
        try:
            data = os.read(self._master, count)
        except OSError:  # nothing there, or nobody has the other end open
            data = b""
        self._is_busy = len(data) == count
        self._tokens = max(0.0, self._tokens - len(data))
        return data

    def store(self, byte: int) -> bool:
        """Put a byte into the receive buffer; False if it is full and the byte is lost."""
        if len(self.buffer) >= self._capacity:
            self.lost += 1
            return False
        self.buffer.append(byte)
        return True

    def flow(self) -> bytes:
        """Hold or release the host by the room in the buffer; the XON or XOFF to send."""
        if self._rate is None or not self.has_flow_wire:
            self._held = False
            return b""
        room = self._capacity - len(self.buffer)
        if not self._held and room < _BUSY_AT:
            self._held = True
            return _XOFF if self._uses_xon() else b""
        if self._held and room >= _READY_AT:
            self._held = False
            return _XON if self._uses_xon() else b""
        return b""

    @property
    def is_held(self) -> bool:
        """True while BUSY."""
        return self._held

    def _host_listens(self) -> bool:
        return self._uses_xon() or bool(termios.tcgetattr(self._slave)[_CFLAG] & termios.CRTSCTS)

    def _uses_xon(self) -> bool:
        return bool(termios.tcgetattr(self._slave)[_IFLAG] & termios.IXON)

    # -- printer to host --------------------------------------------------------------------------

    def send(self, data: bytes) -> None:
        """Say something to the host; lost if nobody ever reads."""
        with contextlib.suppress(BlockingIOError):
            os.write(self._master, data)


def _point(link: Path, target: str) -> None:
    """Make the link point to the target in one step."""
    link.parent.mkdir(parents=True, exist_ok=True)
    fresh = link.with_name(f".{link.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    fresh.replace(link)

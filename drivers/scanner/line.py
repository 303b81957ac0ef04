"""The line of a barcode reader, which is only listened to.

No flow control: XON/XOFF would take bytes out of a binary symbol, and nothing is ever sent.
"""

import contextlib

import serial

from drivers.printer.transport import PortGoneError

_SLICE_S = 0.25
# pyserial lets the system's own errors through, and a TypeError once the line is closed.
_GONE: tuple[type[Exception], ...] = (OSError, ValueError, TypeError)
with contextlib.suppress(ImportError):  # Windows has no terminals
    import termios

    _GONE += (termios.error,)


class ListeningLine:
    """An open reader; 8 data bits, no parity, 1 stop bit, as readers come from the factory."""

    def __init__(self, device: str, baud: int) -> None:
        """Open the device exclusively.

        Raises:
            PortGoneError: it cannot be opened.
        """
        try:
            self._serial = serial.Serial(device, baud, timeout=_SLICE_S, exclusive=True)
        except _GONE as error:
            raise PortGoneError(f"{device}: {error}") from error

    def read(self) -> bytes:
        """Wait a short while for bytes; empty if none came.

        Raises:
            PortGoneError: the reader was unplugged.
        """
        try:
            first: bytes = self._serial.read(1)
            return first + self._serial.read(self._serial.in_waiting) if first else b""
        except _GONE as error:
            raise PortGoneError(str(error)) from error

    def interrupt(self) -> None:
        """Let a waiting ``read`` return at once."""
        with contextlib.suppress(*_GONE):
            self._serial.cancel_read()

    def close(self) -> None:
        """Give the device back."""
        with contextlib.suppress(*_GONE):
            self._serial.close()

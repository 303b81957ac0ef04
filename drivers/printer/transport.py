"""The serial line: bytes out, bytes in, and "gone" as one exception; nothing here knows ESC/POS.

Source: pyserial 3.5; on Linux it ignores ``dsrdtr``, so hardware flow control is RTS/CTS (printer
DTR to host CTS).
"""

import contextlib
import os
import select
import threading
from collections.abc import Callable
from typing import Protocol

import serial

from drivers.printer.profile import Flow, Serial

_READ_SLICE_S = 0.25
# What a line that is gone raises: the system's own errors, pyserial's TypeError once it is closed,
# and from settings and flushes the terminal's error, which pyserial lets through as it is.
_GONE: tuple[type[Exception], ...] = (OSError, ValueError, TypeError)
with contextlib.suppress(ImportError):  # Windows has no terminals
    import termios

    _GONE += (termios.error,)


class PortGoneError(Exception):
    """The device vanished or cannot be opened: unplugged, off, or in other hands."""


class Port(Protocol):
    """An open line. One thread reads, another writes."""

    def read(self) -> bytes:
        """Wait a short while for bytes; empty if none came.

        Raises:
            PortGoneError: the line is gone or closed.
        """
        ...

    def write(self, data: bytes, timeout_s: float) -> int:
        """Hand over as many bytes as the line takes within the time; 0 while flow control holds it.

        Raises:
            PortGoneError: the line is gone or closed.
        """
        ...

    def override_flow_control(self, on: bool) -> None:
        """While on: drop what the system holds back, send in spite of BUSY.

        For real-time commands only.
        """
        ...

    def is_clear_to_send(self) -> bool | None:
        """The wire by which the printer stops the host; None where it cannot be read."""
        ...

    def interrupt(self) -> None:
        """Let a waiting ``read`` return at once."""
        ...

    def close(self) -> None:
        """Give the device back."""
        ...


PortFactory = Callable[[], Port]


class SerialPort:
    """A serial device, a pseudo-terminal that plays one, or a URL that pyserial knows."""

    def __init__(self, device: str, line: Serial, flow: Flow | None = None) -> None:
        """Open the device exclusively.

        Raises:
            PortGoneError: it cannot be opened.
        """
        self._flow: Flow = flow or line.flow
        self._is_terminal = "://" not in device
        try:
            self._serial = serial.serial_for_url(
                device,
                baudrate=line.baud,
                parity=line.parity,
                timeout=_READ_SLICE_S,
                write_timeout=0,
                rtscts=self._flow == "rtscts",
                xonxoff=self._flow == "xonxoff",
                exclusive=True,
            )
        except _GONE as error:
            raise PortGoneError(f"{device}: {error}") from error

    def read(self) -> bytes:
        """See ``Port``."""
        try:
            first: bytes = self._serial.read(1)
            return first + self._serial.read(self._serial.in_waiting) if first else b""
        except _GONE as error:
            raise PortGoneError(str(error)) from error

    def write(self, data: bytes, timeout_s: float) -> int:
        """See ``Port``."""
        if not self._is_terminal:  # it keeps its own queue and its own flow control
            return self._write_to_url(data, timeout_s)
        try:
            _, ready, _ = select.select([], [self._serial.fileno()], [], timeout_s)
            if not ready:
                return 0
            return os.write(self._serial.fileno(), data)
        except BlockingIOError:
            return 0
        except _GONE as error:
            raise PortGoneError(str(error)) from error

    def _write_to_url(self, data: bytes, timeout_s: float) -> int:
        try:
            self._serial.write_timeout = timeout_s
            return self._serial.write(data) or 0
        except _GONE as error:
            raise PortGoneError(str(error)) from error

    def override_flow_control(self, on: bool) -> None:
        """See ``Port``."""
        try:
            if on:
                self._serial.reset_output_buffer()
            self._serial.rtscts = self._flow == "rtscts" and not on
            self._serial.xonxoff = self._flow == "xonxoff" and not on
        except _GONE as error:
            raise PortGoneError(str(error)) from error

    def is_clear_to_send(self) -> bool | None:
        """See ``Port``; a pseudo-terminal has no such wire."""
        try:
            return bool(self._serial.cts)
        except _GONE:
            return None

    def interrupt(self) -> None:
        """See ``Port``."""
        with contextlib.suppress(*_GONE):
            self._serial.cancel_read()

    def close(self) -> None:
        """See ``Port``."""
        with contextlib.suppress(*_GONE):
            self._serial.close()


def serial_port_factory(device: str, line: Serial, flow: Flow | None = None) -> PortFactory:
    """A factory that opens ``device`` anew each time; ``flow`` overrides the profile's."""
    return lambda: SerialPort(device, line, flow)


class FakePort:
    """A line for tests: records what is written and answers by a function of it."""

    def __init__(self, answer: Callable[[bytes], bytes] = lambda _data: b"") -> None:
        self._answer = answer
        self._condition = threading.Condition()
        self._incoming = bytearray()
        self._gone = self._interrupted = False
        self.written = bytearray()
        self.held = False  # flow control: write takes nothing

    def say(self, data: bytes) -> None:
        """Let the printer say something by itself."""
        with self._condition:
            self._incoming += data
            self._condition.notify_all()

    def vanish(self) -> None:
        """Pull the cable."""
        with self._condition:
            self._gone = True
            self._condition.notify_all()

    def read(self) -> bytes:
        """See ``Port``."""
        with self._condition:
            self._condition.wait_for(
                lambda: self._incoming or self._gone or self._interrupted, _READ_SLICE_S
            )
            if self._gone:
                raise PortGoneError("vanished")
            data = bytes(self._incoming)
            self._incoming.clear()
            return data

    def write(self, data: bytes, timeout_s: float) -> int:
        """See ``Port``."""
        if self._gone:
            raise PortGoneError("vanished")
        if self.held:
            with self._condition:
                self._condition.wait(timeout_s)
            return 0
        self.written += data
        self.say(self._answer(data))
        return len(data)

    def override_flow_control(self, on: bool) -> None:
        """See ``Port``."""
        self.held = self.held and not on

    def is_clear_to_send(self) -> bool | None:
        """See ``Port``."""
        return not self.held

    def interrupt(self) -> None:
        """See ``Port``."""
        with self._condition:
            self._interrupted = True
            self._condition.notify_all()

    def close(self) -> None:
        """See ``Port``."""
        self.vanish()

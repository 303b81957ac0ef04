"""What the virtual printer's line runs over: a pseudo-terminal, or a cable with modem lines."""

import contextlib
import os
import termios
import tty
from pathlib import Path
from typing import Protocol

from drivers.virtual.cable import Cable, Wiring

_IFLAG, _CFLAG = 0, 2
UART_BYTES = 16
"""What a host still sends after its CTS fell: its chip's queue. Source: 16550."""


class Wire(Protocol):
    """The printer's end."""

    path: str
    """What the host opens."""

    def fileno(self) -> int:
        """For select."""
        ...

    @property
    def uses_xon(self) -> bool:
        """Whether the host listens to XON and XOFF."""
        ...

    @property
    def host_listens(self) -> bool:
        """Whether the host listens to any sign of BUSY."""
        ...

    def may_come(self, room: int, busy_at: int, *, held: bool) -> int:
        """How many bytes a host that listens sends at most while the buffer has so much room."""
        ...

    def set_ready(self, ready: bool) -> None:
        """Say BUSY, or no longer."""
        ...

    def read(self, count: int) -> bytes:
        """What is there of so many bytes."""
        ...

    def send(self, data: bytes) -> None:
        """Say something to the host; lost if nobody ever reads."""
        ...

    def close(self) -> None:
        """Pull the plug."""
        ...


class PtyWire:
    """A pseudo-terminal: BUSY is played by not reading, and what the host listens to is seen."""

    def __init__(self, link: Path | None) -> None:
        """Open it; ``link`` is a symbolic link that always points to the newest one."""
        self._link = link
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.path = os.ttyname(self._slave)
        if link is not None:
            _point(link, self.path)

    def fileno(self) -> int:
        """See ``Wire``."""
        return self._master

    @property
    def uses_xon(self) -> bool:
        """See ``Wire``."""
        return bool(termios.tcgetattr(self._slave)[_IFLAG] & termios.IXON)

    @property
    def host_listens(self) -> bool:
        """See ``Wire``."""
        rtscts = bool(termios.tcgetattr(self._slave)[_CFLAG] & termios.CRTSCTS)
        return self.uses_xon or rtscts

    def may_come(self, room: int, busy_at: int, *, held: bool) -> int:
        """See ``Wire``."""
        return 0 if held else max(0, room - busy_at + 1)

    def set_ready(self, ready: bool) -> None:
        """A pseudo-terminal has no such line."""

    def read(self, count: int) -> bytes:
        """See ``Wire``."""
        try:
            return os.read(self._master, count)
        except OSError:  # nothing there, or nobody has the other end open
            return b""

    def send(self, data: bytes) -> None:
        """See ``Wire``."""
        with contextlib.suppress(BlockingIOError):
            os.write(self._master, data)

    def close(self) -> None:
        """The host's end hangs up."""
        for descriptor in (self._master, self._slave):
            os.close(descriptor)
        if self._link is not None:
            with contextlib.suppress(FileNotFoundError):
                self._link.unlink()


class CableWire:
    """A cable with modem lines: the host obeys them, or does not, at its own end."""

    def __init__(self, name: str, wiring: Wiring) -> None:
        """Plug it in; the host opens ``virtual://name``."""
        self._cable = Cable(name, wiring)
        self._cable.set_ready(True)
        self.path = f"virtual://{name}"

    def fileno(self) -> int:
        """See ``Wire``."""
        return self._cable.fileno()

    @property
    def uses_xon(self) -> bool:
        """See ``Wire``."""
        return self._cable.obeys_xoff

    @property
    def host_listens(self) -> bool:
        """See ``Wire``."""
        return self._cable.obeys_cts or self._cable.obeys_xoff

    def may_come(self, room: int, busy_at: int, *, held: bool) -> int:
        """See ``Wire``; a moment passes until the host's chip has seen that it must stop."""
        return UART_BYTES if held else max(0, room - busy_at) + UART_BYTES

    def set_ready(self, ready: bool) -> None:
        """See ``Wire``."""
        self._cable.set_ready(ready)

    def read(self, count: int) -> bytes:
        """See ``Wire``."""
        return self._cable.take(count)

    def send(self, data: bytes) -> None:
        """See ``Wire``."""
        self._cable.say(data)

    def close(self) -> None:
        """See ``Wire``."""
        self._cable.close()


def _point(link: Path, target: str) -> None:
    """Make the link point to the target in one step."""
    link.parent.mkdir(parents=True, exist_ok=True)
    fresh = link.with_name(f".{link.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    fresh.replace(link)

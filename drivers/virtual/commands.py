"""Bytes to printer commands, one byte at a time, as a printer's firmware reads its receive buffer.

Written from the Epson command reference and the Custom KPM216H manual; shares nothing with the
driver's encoder. Real-time commands (DLE …) are executed on reception elsewhere; here, where they
stand as commands, they are skipped. A command that no manual describes goes to ``unknown``: tests
read that list.
"""

from collections.abc import Generator
from dataclasses import dataclass

_ESC, _FS, _GS, _DLE, _LF = 0x1B, 0x1C, 0x1D, 0x10, 0x0A

# command byte -> (name, number of parameter bytes)
_ESC_COMMANDS = {
    0x40: ("initialise", 0),
    0x74: ("code_page", 1),
    0x52: ("character_set", 1),
    0x4D: ("font", 1),
    0x45: ("bold", 1),
    0x47: ("bold", 1),
    0x2D: ("underline", 1),
    0x61: ("align", 1),
    0x33: ("line_pitch", 1),
    0x32: ("line_pitch_default", 0),
    0x4A: ("feed", 1),
    0x64: ("feed_lines", 1),
    0x69: ("cut_here", 0),
    0x6D: ("cut_here", 0),
}
_GS_COMMANDS = {
    0x21: ("size", 1),
    0x50: ("motion_units", 2),
    0x72: ("queued_status", 1),
    0x49: ("ident", 1),
    0x61: ("auto_status", 1),
    0xE0: ("auto_full_status", 1),
    0xE1: ("read_left_cm", 0),
    0xE2: ("read_cuts", 0),
    0xE3: ("read_printed_cm", 0),
    0xE4: ("read_retracts", 0),
    0xE5: ("read_power_ups", 0),
}
_CUT_PLAIN, _CUT_FEED = (0, 1, 48, 49), (65, 66)
_CLEAR_TAIL = 7  # d1..d7 of DLE DC4 fn 8


@dataclass(frozen=True)
class Command:
    """A command with its parameters."""

    name: str
    args: tuple[int, ...] = ()
    data: bytes = b""


class Parser:
    """Feeds on bytes; ``feed`` returns the command that the byte completed, if any."""

    def __init__(self) -> None:
        self.unknown: list[bytes] = []
        self.reset()

    def reset(self) -> None:
        """Forget a half-read command: power-up or cleared buffers."""
        self._ready: Command | None = None
        self._machine = self._commands()
        next(self._machine)

    def feed(self, byte: int) -> Command | None:
        """Take one byte."""
        self._ready = None
        self._machine.send(byte)
        return self._ready

    # -- the machine: every ``yield`` waits for one byte ------------------------------------------

    def _commands(self) -> Generator[None, int, None]:
        while True:
            byte = yield
            if byte >= 0x20:
                self._ready = Command("text", data=bytes((byte,)))
            elif byte == _LF:
                self._ready = Command("line_feed")
            elif byte == _ESC:
                yield from self._simple(_ESC_COMMANDS, b"\x1b")
            elif byte == _GS:
                yield from self._gs()
            elif byte == _FS:
                yield from self._fs()
            elif byte == _DLE:
                yield from self._dle()

    def _take(self, count: int) -> Generator[None, int, tuple[int, ...]]:
        taken = []
        for _ in range(count):
            taken.append((yield))
        return tuple(taken)

    def _simple(
        self, table: dict[int, tuple[str, int]], prefix: bytes, byte: int | None = None
    ) -> Generator[None, int, None]:
        if byte is None:
            byte = yield
        name, count = table.get(byte, ("", 0))
        if name:
            args = yield from self._take(count)
            self._ready = Command(name, args)
        else:
            self.unknown.append(prefix + bytes((byte,)))

    def _gs(self) -> Generator[None, int, None]:
        byte = yield
        if byte == 0x56:
            (mode,) = yield from self._take(1)
            if mode in _CUT_FEED:
                (units,) = yield from self._take(1)
                self._ready = Command("cut_after_feed", (units,))
            elif mode in _CUT_PLAIN:
                self._ready = Command("cut_here")
            else:
                self.unknown.append(bytes((_GS, byte, mode)))
        elif byte == 0x28:
            kind, low, high = yield from self._take(3)
            data = yield from self._take(low + 256 * high)
            self._ready = Command("extended", (kind,), bytes(data))
        elif byte == 0x52:
            yield from self._collector()
        elif byte == 0x65:
            yield from self._ejector()
        elif byte == 0x76:
            yield from self._raster()
        else:
            yield from self._simple(_GS_COMMANDS, b"\x1d", byte)

    def _collector(self) -> Generator[None, int, None]:
        """Citizen: ``GS R 0`` now, ``GS R 1 n`` after n seconds."""
        (what,) = yield from self._take(1)
        more = yield from self._take(1 if what == 0x31 else 0)
        self._ready = Command("collector", (what, *more))

    def _ejector(self) -> Generator[None, int, None]:
        (what,) = yield from self._take(1)
        more = yield from self._take({3: 1, 32: 2}.get(what, 0))
        self._ready = Command("ejector", (what, *more))

    def _raster(self) -> Generator[None, int, None]:
        _, _mode, xl, xh, yl, yh = yield from self._take(6)
        width = xl + 256 * xh
        for _ in range(yl + 256 * yh):
            row = yield from self._take(width)
            self._ready = Command("raster_row", (), bytes(row))

    def _fs(self) -> Generator[None, int, None]:
        byte = yield
        if byte == 0x50:
            args = yield from self._take(4)
            self._ready = Command("present", args)
        else:
            self.unknown.append(bytes((_FS, byte)))

    def _dle(self) -> Generator[None, int, None]:
        byte = yield
        if byte in (0x04, 0x05):
            yield from self._take(1)
        elif byte == 0x14:
            (function,) = yield from self._take(1)
            yield from self._take(_CLEAR_TAIL if function == 8 else 2)
        else:
            self.unknown.append(bytes((_DLE, byte)))


class RealTimeScanner:
    """Finds real-time commands as they arrive, even inside graphics, as printers do."""

    _CLEAR = bytes.fromhex("10 14 08 01 03 14 01 06 02 08")

    def __init__(self) -> None:
        self._tail = bytearray()

    def feed(self, byte: int) -> tuple[str, int] | None:
        """The real-time command that this byte completes: its name and parameter."""
        self._tail.append(byte)
        del self._tail[: -len(self._CLEAR)]
        if self._tail == self._CLEAR:
            return "clear", 8
        if self._tail[-3:-1] == b"\x10\x04":
            return "status", byte
        if self._tail[-3:-1] == b"\x10\x05":
            return "recover", byte
        return None

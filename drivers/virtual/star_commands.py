"""Star Line mode: bytes to commands, one at a time, as the firmware reads its receive buffer.

Written from the STAR Line Mode Command Specifications for line thermal printers (TUP900); shares
nothing with the driver's encoder.
"""

from collections.abc import Generator

from drivers.virtual.commands import Command

_ESC, _GS, _RS, _SYN, _LF, _ETB = 0x1B, 0x1D, 0x1E, 0x16, 0x0A, 0x17
_IN_LINE = (0x04, 0x05)  # EOT and ENQ: obeyed on reception, skipped here

# After ESC: byte -> (name, number of parameter bytes)
_ESC_COMMANDS = {
    0x40: ("initialise", 0),
    0x52: ("character_set", 1),
    0x4D: ("letter_pitch", 0),
    0x45: ("bold_on", 0),
    0x46: ("bold_off", 0),
    0x2D: ("underline", 1),
    0x69: ("size", 2),
    0x30: ("pitch_3_mm", 0),
    0x7A: ("pitch", 1),
    0x49: ("feed_eighths", 1),
    0x4A: ("feed_quarters", 1),
    0x61: ("feed_lines", 1),
    0x64: ("cut", 1),
    0x06: ("real_time", 1),
}
_GS_COMMANDS = {0x74: ("code_page", 1), 0x61: ("align", 1)}
_RS_COMMANDS = {0x46: ("font", 1), 0x61: ("auto_status", 1), 0x45: ("reset_etb", 1)}
_SYN_COMMANDS = {
    0x30: ("recover", 1),
    0x31: ("recover_after", 1),
    0x33: ("count_tickets", 1),
    0x34: ("reset_tickets", 1),
}


class StarParser:
    """Feeds on bytes; ``feed`` returns the command that the byte completed, if any."""

    def __init__(self) -> None:
        self.unknown: list[bytes] = []
        self.reset()

    def reset(self) -> None:
        """Forget a half-read command."""
        self._ready: Command | None = None
        self._machine = self._commands()
        next(self._machine)

    def feed(self, byte: int) -> Command | None:
        """Take one byte."""
        self._ready = None
        self._machine.send(byte)
        return self._ready

    def _commands(self) -> Generator[None, int, None]:
        while True:
            byte = yield
            if byte >= 0x20:
                self._ready = Command("text", data=bytes((byte,)))
            elif byte == _LF:
                self._ready = Command("line_feed")
            elif byte == _ETB:
                self._ready = Command("etb")
            elif byte == _ESC:
                yield from self._escape()
            elif byte and byte not in _IN_LINE:
                self.unknown.append(bytes((byte,)))

    def _take(self, count: int) -> Generator[None, int, tuple[int, ...]]:
        taken = []
        for _ in range(count):
            taken.append((yield))
        return tuple(taken)

    def _escape(self) -> Generator[None, int, None]:
        byte = yield
        tables = {_RS: _RS_COMMANDS, _SYN: _SYN_COMMANDS}
        if byte == _GS:
            kind = yield
            if kind == 0x79:
                yield from self._symbol()
            else:
                yield from self._simple(_GS_COMMANDS, bytes((_ESC, _GS)), kind)
        elif byte in tables:
            yield from self._simple(tables[byte], bytes((_ESC, byte)), (yield))
        else:
            yield from self._simple(_ESC_COMMANDS, bytes((_ESC,)), byte)

    def _simple(
        self, table: dict[int, tuple[str, int]], prefix: bytes, byte: int
    ) -> Generator[None, int, None]:
        name, count = table.get(byte, ("", 0))
        if not name:
            self.unknown.append(prefix + bytes((byte,)))
            return
        args = yield from self._take(count)
        self._ready = Command(name, args)

    def _symbol(self) -> Generator[None, int, None]:
        """``ESC GS y``: S n v, D 1 m nL nH data, P, I."""
        what = yield
        if what == ord("S"):
            args = yield from self._take(2)
            self._ready = Command("symbol_setting", args)
        elif what == ord("D"):
            _, _, low, high = yield from self._take(4)
            data = yield from self._take(low + 256 * high)
            self._ready = Command("symbol_data", data=bytes(data))
        elif what == ord("P"):
            self._ready = Command("symbol_print")
        elif what == ord("I"):
            self._ready = Command("symbol_size")
        else:
            self.unknown.append(bytes((_ESC, _GS, 0x79, what)))

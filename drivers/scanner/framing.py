"""Where one symbol ends and the next begins, on a line that says neither.

Readers end a symbol with a suffix (mostly CR or CR LF) or with nothing but silence. The yellow
cédula is binary and may hold any byte, so a line that reads cédulas is framed by silence.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Framing:
    """How a reader is set up.

    Attributes:
        terminator: the suffix; empty frames by silence alone.
        gap_s: silence that ends a symbol, with a suffix too: what comes after it is a new one.
        max_bytes: a longer symbol is thrown away whole.
        repeat_s: the same symbol again within this time is the same scan.
    """

    terminator: bytes = b""
    gap_s: float = 0.08
    max_bytes: int = 1_024
    repeat_s: float = 2.0


class Framer:
    """Takes bytes and how long they let wait, gives whole symbols; keeps nothing it gave away."""

    def __init__(self, framing: Framing) -> None:
        self._framing = framing
        self._held = bytearray()
        self._too_long = False
        self._last: tuple[int, float] | None = None

    def feed(self, data: bytes, waited_s: float, now_s: float) -> list[bytes]:
        """Add what one reading gave.

        Args:
            data: the bytes; empty if none came.
            waited_s: how long the reading itself waited. The time between two readings is no
                silence: a busy machine reads late what came in time.
            now_s: monotonic; tells a repeated scan.
        """
        symbols = self._end(now_s) if waited_s >= self._framing.gap_s else []
        if not self._framing.terminator:
            self._hold(data)
            return symbols
        *ended, rest = self._joined(data).split(self._framing.terminator)
        for part in ended:
            self._hold(part)
            symbols += self._end(now_s, terminated=True)
        self._hold(rest)
        return symbols

    def _joined(self, data: bytes) -> bytes:
        """A suffix of two bytes may come in two pieces."""
        tail = len(self._framing.terminator) - 1
        kept = bytes(self._held[-tail:]) if tail else b""
        del self._held[len(self._held) - len(kept) :]
        return kept + data

    def _hold(self, data: bytes) -> None:
        self._held += data
        if len(self._held) > self._framing.max_bytes:
            self._too_long = True
            self._held.clear()

    def _end(self, now_s: float, *, terminated: bool = False) -> list[bytes]:
        """Silence ends a symbol, or throws away one whose suffix never came."""
        is_whole = terminated or not self._framing.terminator
        symbol, is_good = bytes(self._held), is_whole and not self._too_long
        self._held.clear()
        self._too_long = False
        if not symbol or not is_good:
            return []
        mark, known = hash(symbol), self._last  # a hash: the symbol may hold a fingerprint
        self._last = (mark, now_s)
        if known and known[0] == mark and now_s - known[1] < self._framing.repeat_s:
            return []
        return [symbol]

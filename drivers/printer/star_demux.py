"""Bytes from a Star printer to events, whatever pieces they arrive in.

Source: STAR Line Mode Command Specifications p. 3-94, 3-122, 5-7 to 5-12.

=====================  ==========================================================================
pattern                meaning
=====================  ==========================================================================
11 / 13                XON / XOFF: flow control, may fall inside any block; dropped, but for the
                       four bytes of a count, which may have any value
0xx0xxx1               first byte of the status: bits 6 5 3 2 1 are its length, itself included
0xx0xxx0               its other bytes
1B 1D 79 49 n1 n2      side of the stored QR symbol in dots; 0: there is none
1B 16 33 n c1 … c4     tickets counted, the highest byte first
=====================  ==========================================================================

The manual does not say which byte of the symbol's side comes first. The side is some hundred dots,
so of the two readings the smaller one is right; sides that read the same both ways do not matter.

A block that breaks its own rules becomes ``Noise`` and its last byte starts afresh.
"""

from collections.abc import Callable

from drivers.printer import events as ev

_XON, _XOFF, _ESC = 0x11, 0x13, 0x1B
_SYMBOL = b"\x1b\x1d\x79\x49"
_COUNT = b"\x1b\x16\x33"
_SYMBOL_LENGTH, _COUNT_LENGTH = 6, 8
_LENGTH_MIN, _LENGTH_MAX = 7, 15  # of the status; 7 is the oldest firmware's
_HEADERS = 2


def _is_first(byte: int) -> bool:
    return byte & 0x91 == 0x01 and _LENGTH_MIN <= _length(byte) <= _LENGTH_MAX


def _length(byte: int) -> int:
    """Five bits of the first header, spread like those of the counter."""
    return byte >> 2 & 0x18 | byte >> 1 & 0x07


def _is_later(byte: int) -> bool:
    return byte & 0x91 == 0


class StarDemux:
    """Incremental: ``feed`` takes any number of bytes and calls ``emit`` for every whole event."""

    def __init__(self, emit: Callable[[ev.Event], None]) -> None:
        self._emit = emit
        self._block = bytearray()

    def expect_counter(self, unit: str) -> None:
        """Nothing to expect: here every counter comes in a frame that names it."""

    def feed(self, data: bytes) -> None:
        """Take bytes in."""
        for byte in data:
            if byte not in (_XON, _XOFF) or self._in_count():
                self._take(byte)

    @property
    def pending(self) -> int:
        """Bytes of an unfinished event."""
        return len(self._block)

    def _in_count(self) -> bool:
        return self._block.startswith(_COUNT) and len(self._block) > len(_COUNT)

    def _take(self, byte: int) -> None:
        block = self._block
        if not block:
            self._begin(byte)
        elif block[0] == _ESC:
            self._in_answer(byte)
        elif _is_later(byte):
            block.append(byte)
            if len(block) == _length(block[0]):
                self._finish(ev.StarStatus(bytes(block[_HEADERS:])))
        else:
            self._abandon(byte)

    def _begin(self, byte: int) -> None:
        if byte == _ESC or _is_first(byte):
            self._block.append(byte)
        else:
            self._emit(ev.Noise(bytes((byte,))))

    def _in_answer(self, byte: int) -> None:
        self._block.append(byte)
        block = bytes(self._block)
        if block.startswith(_SYMBOL):
            if len(block) == _SYMBOL_LENGTH:
                side = min(int.from_bytes(block[4:], "little"), int.from_bytes(block[4:], "big"))
                self._finish(ev.SymbolSize(side))
        elif block.startswith(_COUNT):
            if len(block) == _COUNT_LENGTH:
                self._finish(ev.DeliveredCount(int.from_bytes(block[4:], "big")))
        elif not (_SYMBOL.startswith(block) or _COUNT.startswith(block)):
            self._block.pop()
            self._abandon(byte)

    def _finish(self, event: ev.Event) -> None:
        self._block.clear()
        self._emit(event)

    def _abandon(self, byte: int) -> None:
        """The block is not what it seemed: read this byte as the first of something new."""
        self._finish(ev.Noise(bytes(self._block)))
        self._take(byte)

"""Bytes from the printer to events, whatever order and pieces they arrive in.

Source: Epson TM-T88III specification, appendix G (stream discrimination); Custom KPM216H p. 70
(full status frame).

===========  ==============================================================
pattern      meaning
===========  ==============================================================
11 / 13      XON / XOFF: flow control, may fall inside any block; dropped
0xx1xx10     answer to DLE EOT
0xx1xx00     ASB byte 1; three bytes 0xx0xxxx follow
0xx0xxxx     answer to GS r
37 22 … 00   process id, four characters
37 25 00     buffers cleared
37 31 … 00   free bytes of the memory for pictures, in decimal digits
37 36 … 00   size of the stored symbol: width 1F height 1F 1 1F 0, in decimal digits
5F … 00      GS I text
10 0F p u r x   full status (Custom dialect only: there 10 is never ASB)
===========  ==============================================================

The digits of our process ids have bit 4 clear, so that a status that the printer pushes into the
middle of such a block is still recognised. A block that breaks its own rules becomes ``Noise`` and
its last byte starts afresh, so no garbage hides a later answer for longer than one block.
"""

import re
from collections.abc import Callable

from drivers.printer import events as ev
from drivers.printer.escpos import decode_id

_XON, _XOFF = 0x11, 0x13
_BLOCK, _TEXT, _DLE, _FULL_STATUS = 0x37, 0x5F, 0x10, 0x0F
_PROCESS_ID, _CLEARED, _FREE, _SIZE = 0x22, 0x25, 0x31, 0x36
_TEXT_MAX = 80
_SEPARATOR = 0x1F
_COUNTER = re.compile(rb"(\d{1,10}) ?([a-z]{0,8})")
_SIZE_TEXT = re.compile(rb"(\d{1,5})\x1f(\d{1,5})\x1f1\x1f([01])")
_SIZE_MAX = 16
_FREE_MAX = 8  # digits
_STATUS_TAIL = 3


def _is_real_time(byte: int) -> bool:
    return byte & 0x93 == 0x12


def _is_auto_first(byte: int) -> bool:
    return byte & 0x93 == 0x10


def _is_plain(byte: int) -> bool:
    return byte & 0x90 == 0


class Demux:
    """Incremental: ``feed`` takes any number of bytes and calls ``emit`` for every whole event."""

    def __init__(self, emit: Callable[[ev.Event], None], *, full_status: bool) -> None:
        """Speak the Custom dialect if ``full_status``, else Epson's."""
        self._emit = emit
        self._full_status = full_status
        self._state: Callable[[int], None] = self._idle
        self._block = bytearray()
        self._auto = bytearray()
        self._resume: Callable[[int], None] = self._idle
        self._counter_unit = b""

    def expect_counter(self, unit: str) -> None:
        """A counter with this unit was asked for: digits are now its text; empty: no longer."""
        self._counter_unit = unit.encode("ascii")

    def feed(self, data: bytes) -> None:
        """Take bytes in."""
        for byte in data:
            if byte not in (_XON, _XOFF):
                self._state(byte)

    @property
    def pending(self) -> int:
        """Bytes of an unfinished event."""
        return len(self._block) + len(self._auto)

    # -- states: each takes one byte --------------------------------------------------------------

    def _idle(self, byte: int) -> None:
        if self._counter_unit and chr(byte).isdecimal():
            self._begin(byte, self._in_counter)
        elif byte == _BLOCK:
            self._begin(byte, self._in_block)
        elif byte == _TEXT:
            self._begin(byte, self._in_text)
        elif byte == _DLE and self._full_status:
            self._begin(byte, self._in_full_status)
        elif not self._status(byte):
            self._emit(ev.QueuedReply(byte) if _is_plain(byte) else ev.Noise(bytes((byte,))))

    def _begin(self, byte: int, state: Callable[[int], None]) -> None:
        self._block[:] = (byte,)
        self._state = state

    def _status(self, byte: int) -> bool:
        """Take a byte that begins a status; True if it was one. May be called inside a block."""
        if _is_real_time(byte):
            self._emit(ev.RealTimeStatus(byte))
        elif _is_auto_first(byte) and not self._full_status:
            self._auto[:] = (byte,)
            self._resume, self._state = self._state, self._in_auto
        else:
            return False
        return True

    def _in_auto(self, byte: int) -> None:
        if not _is_plain(byte):
            self._emit(ev.Noise(bytes(self._auto)))
            self._auto.clear()
            self._state = self._resume
            self._state(byte)
            return
        self._auto.append(byte)
        if len(self._auto) > _STATUS_TAIL:
            self._emit(ev.AutoStatus(*self._auto))
            self._auto.clear()
            self._state = self._resume

    def _in_full_status(self, byte: int) -> None:
        if len(self._block) == 1 and byte != _FULL_STATUS:
            self._abandon(byte)
            return
        self._block.append(byte)
        if len(self._block) == len((_DLE, _FULL_STATUS, "p", "u", "r", "x")):
            self._finish(ev.FullStatus(*self._block[2:]))

    def _in_block(self, byte: int) -> None:
        size = len(self._block)
        if size == 1 and byte in (_PROCESS_ID, _CLEARED, _FREE, _SIZE):
            self._block.append(byte)
        elif self._block[1:2] == bytes((_FREE,)):
            self._in_free(byte)
        elif self._block[1:2] == bytes((_SIZE,)):
            self._in_size(byte)
        elif self._block[1:2] == bytes((_CLEARED,)) and byte == 0:
            self._finish(ev.BuffersCleared())
        elif self._block[1:2] == bytes((_PROCESS_ID,)) and byte == 0:
            number = decode_id(bytes(self._block[2:]))
            raw = bytes((*self._block, byte))
            self._finish(ev.Noise(raw) if number is None else ev.ProcessId(number))
        elif size > 1 and self._status(byte):
            return
        elif (
            size > 1 and self._block[1] == _PROCESS_ID and _is_digit(byte) and size < 6
        ):  # 37 22 + 4
            self._block.append(byte)
        else:
            self._abandon(byte)

    def _in_size(self, byte: int) -> None:
        is_payload = byte == _SEPARATOR or chr(byte).isdecimal()
        if is_payload and len(self._block) <= _SIZE_MAX:
            self._block.append(byte)
        elif byte == 0 and (match := _SIZE_TEXT.fullmatch(self._block[2:])):
            self._finish(ev.SymbolSize(int(match[1]) if match[3] == b"0" else 0))
        elif not self._status(byte):
            self._abandon(byte)

    def _in_free(self, byte: int) -> None:
        digits = self._block[2:]
        if chr(byte).isdecimal() and len(digits) < _FREE_MAX:
            self._block.append(byte)
        elif byte == 0 and digits:
            self._finish(ev.FreeBytes(int(digits)))
        elif not self._status(byte):
            self._abandon(byte)

    def _in_text(self, byte: int) -> None:
        if byte == 0:
            self._finish(ev.IdentText(self._block[1:].decode("ascii")))
        elif 0x20 <= byte < 0x7F and len(self._block) <= _TEXT_MAX:
            self._block.append(byte)
        else:
            self._abandon(byte)

    def _in_counter(self, byte: int) -> None:
        text = bytes(self._block) + bytes((byte,))
        match = _COUNTER.fullmatch(text)
        if match is None or not self._counter_unit.startswith(match[2]):
            self._abandon(byte)
            return
        self._block.append(byte)
        if match[2] == self._counter_unit:
            self._finish(ev.CounterValue(int(match[1]), match[2].decode("ascii")))

    def _finish(self, event: ev.Event) -> None:
        self._block.clear()
        self._state = self._idle
        self._emit(event)

    def _abandon(self, byte: int) -> None:
        """The block is not what it seemed: read this byte as the first of something new."""
        self._finish(ev.Noise(bytes(self._block)))
        self._idle(byte)


def _is_digit(byte: int) -> bool:
    return byte & 0xF0 == 0x40

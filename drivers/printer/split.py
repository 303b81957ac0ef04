"""Cuts what goes out to a printer into its commands, for the trace that a technician looks at.

Incremental: a command may be cut anywhere between two writes. Of text, symbols and pictures only
the length is kept, never a byte, because they are somebody's certificate; of a command the bytes
are kept, for they are the same on every paper.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from drivers.printer.languages import language_of
from drivers.printer.profile import Profile

_TEXT = re.compile(rb"[^\x00-\x09\x0b-\x1f]+")
_NULS = re.compile(rb"\x00+")
_LONGEST = 10
"""Bytes of the longest command without payload: clear buffers."""

# Code, bytes in all; the first table is Epson's and Custom's, the second Star's Line mode.
_ESCPOS: tuple[tuple[bytes, int, str], ...] = (
    (b"\x10\x04", 3, "status_request"),
    (b"\x10\x05", 3, "recover"),
    (b"\x10\x14\x08", 10, "clear"),
    (b"\x1b\x40", 2, "initialise"),
    *((bytes((0x1B, n)), 3, "style") for n in b"tRME-a3"),
    *((bytes((0x1B, n)), 3, "feed") for n in b"Jd"),
    *((bytes((0x1B, n)), 2, "cut") for n in b"im"),
    (b"\x1d\x50", 4, "style"),
    (b"\x1d\x21", 3, "style"),
    (b"\x1d\x56\x41", 4, "cut"),
    (b"\x1d\x56\x42", 4, "cut"),
    (b"\x1d\x56", 3, "cut"),
    (b"\x1d\x72", 3, "marker"),
    (b"\x1d\x49", 3, "name_request"),
    (b"\x1d\x61", 3, "push"),
    (b"\x1d\xe0", 3, "push"),
    *((bytes((0x1D, n)), 2, "counter_request") for n in range(0xE1, 0xE6)),
    (b"\x1d\x65", 3, "present"),
    (b"\x1d\x28\x48", 11, "process_id"),
    (b"\x1c\x50", 6, "present"),
)
_STAR: tuple[tuple[bytes, int, str], ...] = (
    (b"\x17", 1, "marker"),
    (b"\x1b\x06\x01", 3, "status_request"),
    (b"\x1b\x40", 2, "initialise"),
    (b"\x1b\x1d\x79\x53", 6, "symbol"),
    (b"\x1b\x1d\x79\x49", 4, "symbol"),
    (b"\x1b\x1d\x79\x50", 4, "symbol"),
    (b"\x1b\x1d", 4, "style"),
    (b"\x1b\x1e\x61", 4, "push"),
    (b"\x1b\x1e", 4, "style"),
    (b"\x1b\x16\x33", 4, "counter_request"),
    (b"\x1b\x16", 4, "present"),
    (b"\x1b\x69", 4, "style"),
    (b"\x1b\x7a", 3, "style"),
    *((bytes((0x1B, n)), 3, "style") for n in b"R-"),
    *((bytes((0x1B, n)), 2, "style") for n in b"MEF0"),
    (b"\x1b\x49", 3, "feed"),
    (b"\x1b\x64", 3, "cut"),
)
CODES = frozenset(
    [code for _, _, code in (*_ESCPOS, *_STAR)] + ["text", "symbol", "picture", "padding", "other"]
)


@dataclass(frozen=True)
class Piece:
    """A command, or a run of what is printed; ``data`` is empty for what is somebody's."""

    code: str
    size: int
    data: bytes = b""


class Splitter:
    """Cuts the bytes for one model."""

    def __init__(self, profile: Profile) -> None:
        """``profile``: names the model's own commands before its language's."""
        is_star = profile.dialect == "star"
        self._table = _table(profile)
        self._payloads = _PAYLOADS_STAR if is_star else _PAYLOADS
        self._begins = (*(row[0] for row in self._table), *self._payloads)
        self._by_byte: dict[int, list[tuple[bytes, int, str]]] = {}
        for row in self._table:
            self._by_byte.setdefault(row[0][0], []).append(row)
        self._rest = b""
        self._owed = 0
        self._owed_code = ""

    def feed(self, data: bytes) -> list[Piece]:
        """The pieces that are whole now; the begin of a command waits for the next bytes."""
        return list(self._pieces(self._rest + data))

    def _pieces(self, data: bytes) -> Iterator[Piece]:
        self._rest, at = b"", 0
        while at < len(data):
            if self._owed:
                size = min(self._owed, len(data) - at)
                self._owed -= size
                at += size
                yield Piece(self._owed_code, size)
                continue
            run = _TEXT.match(data, at) or _NULS.match(data, at)
            if run:
                yield Piece("padding" if run[0][0] == 0 else "text", len(run[0]))
                at = run.end()
                continue
            piece = self._command(data, at)
            if piece is None:
                self._rest = data[at:]
                return
            at += piece.size
            yield piece

    def _command(self, data: bytes, at: int) -> Piece | None:
        """The command that begins here; None if its end is not there yet."""
        for begin, payload in self._payloads.items():
            if data.startswith(begin, at):
                return self._with_payload(data[at : at + payload.head], payload)
        for begin, size, code in self._by_byte.get(data[at], ()):
            if data.startswith(begin, at):
                return None if at + size > len(data) else Piece(code, size, data[at : at + size])
        rest = data[at : at + _LONGEST]
        is_cut = at + len(rest) == len(data) and any(b.startswith(rest) for b in self._begins)
        return None if is_cut else Piece("other", 1)

    def _with_payload(self, head: bytes, payload: "_Payload") -> Piece | None:
        """The head of a command that says how much follows it; what follows is only counted."""
        if len(head) < payload.head:
            return None
        numbers = (int.from_bytes(head[n : n + 2], "little") for n in payload.factors)
        self._owed, self._owed_code = prod(numbers), payload.code
        return Piece(payload.code, payload.head)


@dataclass(frozen=True)
class _Payload:
    """A command with data: length of its head, and where the lengths of its data stand in it."""

    code: str
    head: int
    factors: tuple[int, ...]


_PAYLOADS = {
    b"\x1d\x76\x30": _Payload("picture", 8, (4, 6)),
    b"\x1d\x28\x6b": _Payload("symbol", 5, (3,)),
    b"\x1d\x28\x4c": _Payload("picture", 5, (3,)),
}
_PAYLOADS_STAR = {b"\x1b\x1d\x79\x44": _Payload("symbol", 8, (6,))}


def _table(profile: Profile) -> tuple[tuple[bytes, int, str], ...]:
    """What the profile says itself goes first; then the longest begin."""
    language = language_of(profile.dialect)
    own = {
        profile.cut: "cut",
        profile.push: "push",
        profile.ident_query: "name_request",
        language.marker: "marker",
        language.initialise: "initialise",
        language.whole_status: "status_request",
        profile.presenter.eject if profile.presenter else b"": "present",
        profile.presenter.setup if profile.presenter else b"": "present",
    }
    named = [(command, len(command), code) for command, code in own.items() if command]
    rest = _STAR if profile.dialect == "star" else _ESCPOS
    by_length = sorted(rest, key=lambda row: -len(row[0]))
    return (*sorted(named, key=lambda row: -row[1]), *by_length)

"""A laid-out roll: lines of known height, cut into sheets of bounded length, and their bytes.

A *sheet* is no cut: the strip stays whole, and a sheet ends in its mark ``Hoja i de n``. A *part*
is what one fence proves. Two parts, the one being printed and the next, fit together into the
printer's receive buffer: so no byte is lost even where the wire for BUSY is not connected, which no
printer would report.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from drivers.printer.elements import Element, Gap, QrMark
from drivers.printer.languages import language_of
from drivers.printer.profile import Profile
from drivers.printer.seal import lies_bare, opening, question

_OVERHEAD_BYTES = 200
"""In the buffer beside a part: preamble, fence, cut, status questions and the printer's margin."""
_MANY_QUESTIONS_BYTES = 500
"""The same where every change must be asked for."""


@dataclass(frozen=True)
class Part:
    """Bytes in pieces that each hold whole commands, and the paper they take."""

    pieces: tuple[bytes, ...]
    length_mm: float


@dataclass(frozen=True)
class LaidOutRoll:
    """A document ready to print: implements the core's ``Roll``."""

    parts: tuple[Part, ...]
    length_mm: int
    symbol_dots: tuple[int, ...] = ()  # sides of its QR symbols, for the seal

    @property
    def sheets(self) -> int:
        """Number of fenced parts, and of fence ids."""
        return len(self.parts)

    @property
    def size_bytes(self) -> int:
        """Bytes on the wire without preamble and fences."""
        return sum(len(piece) for part in self.parts for piece in part.pieces)


def split(elements: Sequence[Element], limit_dots: int) -> list[list[Element]]:
    """Cut into sheets of at most ``limit_dots``, never behind an element that must keep."""
    sheets: list[list[Element]] = [[]]
    used = 0
    for group in _groups(elements):
        height = sum(element.dots for element in group)
        if used and used + height > limit_dots:
            sheets.append([])
            used = 0
        if not sheets[-1]:
            group = _without_leading_gaps(group)
        sheets[-1].extend(group)
        used += sum(element.dots for element in group)
    return [sheet for sheet in sheets if sheet]


def _groups(elements: Sequence[Element]) -> list[list[Element]]:
    groups: list[list[Element]] = []
    tied = False
    for element in elements:
        if tied:
            groups[-1].append(element)
        else:
            groups.append([element])
        tied = element.keep
    return groups


def _without_leading_gaps(group: list[Element]) -> list[Element]:
    start = next((i for i, e in enumerate(group) if not isinstance(e, Gap)), len(group))
    return group[start:]


def preamble(profile: Profile) -> bytes:
    """What a job begins with: a known state, the seal, status reports, units, code page.

    The seal is laid at once: a reset in what follows breaks it. Where it can be, the known state
    was reached before (``seal.lay_bare``).
    """
    language = language_of(profile.dialect)
    is_bare = lies_bare(profile) or language.counts_markers
    known_state = b"" if is_bare else language.initialise
    return known_state + opening(profile) + profile.push + language.modes(profile)


def build(sheets: Sequence[Sequence[Element]], profile: Profile) -> LaidOutRoll:
    """Write the sheets as bytes."""
    parts = _parts(sheets, profile)
    stream = b"".join(piece for part in parts for piece in part.pieces)
    assert not language_of(profile.dialect).real_time_hits(stream), "a real-time command in text"
    length = sum(part.length_mm for part in parts) + profile.head.cutter_mm
    symbols = tuple(e.dots for sheet in sheets for e in sheet if isinstance(e, QrMark))
    return LaidOutRoll(parts, ceil(length), symbols)


def _parts(sheets: Sequence[Sequence[Element]], profile: Profile) -> tuple[Part, ...]:
    """A part ends with its sheet, or before the element that would make it too large."""
    language = language_of(profile.dialect)
    pen = language.pen(profile)
    per_mm = profile.head.dots_per_mm
    overhead = _OVERHEAD_BYTES if language.pushes else _MANY_QUESTIONS_BYTES
    limit = profile.serial.buffer_bytes // 2 - overhead
    parts = []
    for sheet in sheets:
        pieces: list[bytes] = []
        size = dots = 0
        for element in sheet:
            piece = pen.write(element)
            if isinstance(element, QrMark):
                piece = question(profile) + piece
            if pieces and size + len(piece) > limit:
                parts.append(Part(tuple(pieces), dots / per_mm))
                pieces, size, dots = [], 0, 0
            pieces.append(piece)
            size += len(piece)
            dots += element.dots
        parts.append(Part(tuple(pieces), dots / per_mm))
    return tuple(parts)

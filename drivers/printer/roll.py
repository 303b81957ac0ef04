"""A laid-out roll: lines of known height, cut into sheets of bounded length, and their bytes.

A *sheet* is no cut: the strip stays whole, and a sheet ends in its mark ``Hoja i de n``. A *part*
is what one fence proves. Two parts, the one being printed and the next, fit together into the
printer's receive buffer: so no byte is lost even where the wire for BUSY is not connected, which no
printer would report.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from drivers.printer import escpos
from drivers.printer.escpos import Align, Font
from drivers.printer.profile import Profile
from drivers.printer.seal import opening, question

_OVERHEAD_BYTES = 200
"""In the buffer beside a part: preamble, fence, cut, status questions and the printer's margin."""


@dataclass(frozen=True)
class Style:
    """How characters look."""

    font: Font = Font.B
    bold: bool = False
    width: int = 1
    height: int = 1
    underline: int = 0


@dataclass(frozen=True)
class Run:
    """Characters of one style."""

    text: str
    style: Style = Style()


@dataclass(frozen=True)
class TextLine:
    """One printed line; ``pitch`` is its height in dots, ``keep`` ties it to the next one."""

    runs: tuple[Run, ...]
    pitch: int
    align: Align = Align.LEFT
    keep: bool = False

    @property
    def dots(self) -> int:
        """Height on paper."""
        return self.pitch


@dataclass(frozen=True)
class Gap:
    """White space, in dots."""

    dots: int
    keep: bool = True


@dataclass(frozen=True)
class QrMark:
    """A symbol drawn by the printer, centred; ``dots`` is its side."""

    data: str
    module: int
    dots: int
    keep: bool = True


Element = TextLine | Gap | QrMark


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
    """What a job begins with: a known state, the seal, status reports, dots as units, code page.

    The seal is laid at once: a reset in what follows breaks it.
    """
    return (
        escpos.INITIALISE
        + opening(profile)
        + profile.push
        + escpos.motion_units(profile.head.dpi, profile.head.dpi)
        + escpos.code_page(profile.code_page.number)
        + escpos.character_set_usa()
    )


@dataclass
class Pen:
    """Writes elements as bytes, each setting only when it changes.

    It begins in the state that the preamble leaves.
    """

    profile: Profile
    _style: Style = field(default_factory=lambda: Style(font=Font.A))
    _align: Align = Align.LEFT
    _pitch: int = 0

    def write(self, element: Element) -> bytes:
        """The bytes of one element: whole commands, ending at the start of a line."""
        if isinstance(element, TextLine):
            return self._line(element)
        if isinstance(element, Gap):
            return escpos.feed(element.dots)
        level = self.profile.qr.level_m
        symbol = escpos.qr(element.data, module_dots=element.module, error_correction=level)
        return self._aligned(Align.CENTER) + question(self.profile) + symbol

    def _line(self, line: TextLine) -> bytes:
        out = b"" if line.align is self._align else self._aligned(line.align)
        if line.pitch != self._pitch:
            out += escpos.line_pitch(line.pitch)
            self._pitch = line.pitch
        for run in line.runs:
            if run.style is not self._style:
                out += self._styled(run.style)
            out += self.profile.code_page.encode(run.text)
        return out + escpos.LF

    def _aligned(self, align: Align) -> bytes:
        if align is self._align:
            return b""
        self._align = align
        return escpos.align(align)

    def _styled(self, style: Style) -> bytes:
        old, self._style = self._style, style
        out = b""
        if style.font is not old.font:
            out += escpos.font(style.font)
        if (style.width, style.height) != (old.width, old.height):
            out += escpos.size(style.width, style.height)
        if style.bold is not old.bold:
            out += escpos.bold(style.bold)
        if style.underline != old.underline:
            out += escpos.underline(style.underline)
        return out


def build(sheets: Sequence[Sequence[Element]], profile: Profile) -> LaidOutRoll:
    """Write the sheets as bytes."""
    parts = _parts(sheets, profile)
    stream = b"".join(piece for part in parts for piece in part.pieces)
    assert not escpos.real_time_hits(stream), "a real-time command inside the text"
    length = sum(part.length_mm for part in parts) + profile.head.cutter_mm
    symbols = tuple(e.dots for sheet in sheets for e in sheet if isinstance(e, QrMark))
    return LaidOutRoll(parts, ceil(length), symbols)


def _parts(sheets: Sequence[Sequence[Element]], profile: Profile) -> tuple[Part, ...]:
    """A part ends with its sheet, or before the element that would make it too large."""
    pen = Pen(profile)
    per_mm = profile.head.dots_per_mm
    limit = profile.serial.buffer_bytes // 2 - _OVERHEAD_BYTES
    parts = []
    for sheet in sheets:
        pieces: list[bytes] = []
        size = dots = 0
        for element in sheet:
            piece = pen.write(element)
            if pieces and size + len(piece) > limit:
                parts.append(Part(tuple(pieces), dots / per_mm))
                pieces, size, dots = [], 0, 0
            pieces.append(piece)
            size += len(piece)
            dots += element.dots
        parts.append(Part(tuple(pieces), dots / per_mm))
    return tuple(parts)

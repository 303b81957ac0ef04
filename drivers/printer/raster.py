"""Pictures for the head: bands that every printer takes, without white rows and hidden commands.

A printer looks for real-time commands in everything that arrives, dots of a picture included
(Epson DLE EOT, notes). A picture in which one would be seen is moved right by a dot or some; if
that does not help, one dot of it is left white.

A band is short, so that a question between two of them is answered soon, and no longer than the
model takes; some models stumble over certain heights (the profile names them). White rows are fed:
three bytes instead of a whole row. The short ones between two bars of a symbol are not.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from drivers.printer.elements import Band, Gap
from drivers.printer.escpos import real_time_hits
from drivers.printer.profile import Raster

_log = logging.getLogger(__name__)
_BAND_BYTES = 1500  # at 115200 baud a question behind it waits 130 ms
_BITS = 8
_FED_ROWS = 24
"""So many white rows are fed; fewer are drawn, for no model feeds a millimetre as it draws one."""
Hits = Callable[[bytes], list[int]]


@dataclass(frozen=True)
class Picture:
    """Rows of dots, the leftmost in the highest bit of the first byte; a set bit is black."""

    rows: tuple[bytes, ...]

    def __post_init__(self) -> None:
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different length")

    @property
    def width_bytes(self) -> int:
        """Length of every row."""
        return len(self.rows[0]) if self.rows else 0

    def shifted(self, dots: int) -> "Picture":
        """Moved right by less than eight dots, a byte wider where that needs it."""
        if not dots:
            return self
        wide = [int.from_bytes(row) << (_BITS - dots) for row in self.rows]
        length = self.width_bytes + 1
        rows = [number.to_bytes(length) for number in wide]
        if all(row[-1] == 0 for row in rows):
            rows = [row[:-1] for row in rows]
        return Picture(tuple(rows))


def qr_picture(data: str, module_dots: int) -> Picture:
    """A QR symbol with error correction M, without its quiet zone."""
    symbol = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    symbol.add_data(data.encode("ascii"))
    symbol.make()
    rows = []
    for modules in symbol.get_matrix():
        bits = "".join(("1" if dark else "0") * module_dots for dark in modules)
        bits += "0" * (-len(bits) % _BITS)
        rows += [int(bits, 2).to_bytes(len(bits) // _BITS)] * module_dots
    return Picture(tuple(rows))


def bars_picture(widths: Sequence[int], quiet: int, module_dots: int, height_dots: int) -> Picture:
    """Bars and spaces in turn, one below the other: a symbol that stands across the paper.

    So it may be longer than the paper is wide; ``quiet`` modules are white at both ends.
    """
    black = int("1" * height_dots + "0" * (-height_dots % _BITS), 2)
    row = black.to_bytes(-(-height_dots // _BITS))
    white = bytes(len(row))
    rows = [white] * (quiet * module_dots)
    for number, width in enumerate(widths):
        rows += [white if number % 2 else row] * (width * module_dots)
    return Picture((*rows, *[white] * (quiet * module_dots)))


def elements(picture: Picture, raster: Raster, width_dots: int, hits: Hits) -> list[Band | Gap]:
    """A picture as bands and feeds, free of real-time commands.

    Args:
        picture: at most as wide as the head.
        raster: what the model takes.
        width_dots: of the head.
        hits: finds commands that the printer would obey inside of data.

    Raises:
        ValueError: wider than the head.
    """
    room = width_dots // _BITS
    if picture.width_bytes > room:
        raise ValueError(f"a picture of {picture.width_bytes * _BITS} dots on {width_dots}")
    clean = _neutral(picture, raster, room, hits)
    return list(_cut(clean, raster))


def _cut(picture: Picture, raster: Raster) -> Iterator[Band | Gap]:
    width = picture.width_bytes
    most = max(1, min(raster.max_rows, _BAND_BYTES // max(width, 1)))
    for is_white, rows in _runs(picture):
        if is_white:
            yield Gap(len(rows))
            continue
        for height in heights(len(rows), most, raster.avoid_heights):
            yield Band(b"".join(rows[:height]), width)
            del rows[:height]


def _runs(picture: Picture) -> Iterator[tuple[bool, list[bytes]]]:
    """What is to be fed and what is to be drawn, in turn; a short white run is drawn."""
    drawn: list[bytes] = []
    for is_white, group in groupby(picture.rows, key=lambda row: not any(row)):
        rows = list(group)
        if not is_white or len(rows) < _FED_ROWS:
            drawn += rows
            continue
        if drawn:
            yield False, drawn
        drawn = []
        yield True, rows
    if drawn:
        yield False, drawn


def heights(total: int, most: int, avoid: Sequence[int]) -> list[int]:
    """Part so many rows into bands of heights that the model takes, the largest first.

    >>> heights(41, 20, (16, 1))
    [20, 19, 2]

    One row must be among them, and the profile's loader sees to that.
    """
    allowed = [height for height in range(most, 0, -1) if height not in avoid]
    out = []
    while total > 2 * most:
        out.append(allowed[0])
        total -= allowed[0]
    ways: dict[int, list[int]] = {0: []}
    for rows in range(1, total + 1):
        fewest = min((ways[rows - height] for height in allowed if height <= rows), key=len)
        ways[rows] = [rows - sum(fewest), *fewest]
    return out + sorted(ways[total], reverse=True)


def _neutral(picture: Picture, raster: Raster, room: int, hits: Hits) -> Picture:
    """The same picture without a byte pattern that the printer would take for a command."""
    for dots in range(_BITS):
        moved = picture.shifted(dots)
        if moved.width_bytes <= room and not _has_hits(moved, raster, hits):
            if dots:
                _log.info("picture moved by %d dots: a command would have been seen in it", dots)
            return moved
    return _dotted(picture, hits)


def without_commands(picture: Picture, room: int, hits: Hits = real_time_hits) -> Picture:
    """The same, for a picture that goes over in one piece; ``room``: bytes of the head's width."""
    for dots in range(_BITS):
        moved = picture.shifted(dots)
        if moved.width_bytes <= room and not hits(b"".join(moved.rows)):
            return moved
    return _dotted(picture, hits)


def _has_hits(picture: Picture, raster: Raster, hits: Hits) -> bool:
    bands = (piece for piece in _cut(picture, raster) if isinstance(piece, Band))
    return any(hits(band.data) for band in bands)


def _dotted(picture: Picture, hits: Hits) -> Picture:
    """Leave a dot white in every hit; a command that begins in one row may end in the next."""
    data = bytearray(b"".join(picture.rows))
    while found := hits(bytes(data)):
        for at in found:
            data[at] &= data[at] - 1
        _log.info("%d dots left white: a command would have been seen in a picture", len(found))
    width = picture.width_bytes
    return Picture(tuple(bytes(data[at : at + width]) for at in range(0, len(data), width)))

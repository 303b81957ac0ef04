"""A PNG file becomes a logo for one head: judged before it is opened, scaled, in black and white.

The file comes from anybody's stick, so nothing of it is believed: its size is read from its head
before a single row is unpacked. A logo is small and light: a tall one costs paper on every copy, a
dark one slows the head.
"""

import hashlib
import io
import struct
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from drivers.printer.nv_graphics import BYTES_MAX, is_clean
from drivers.printer.profile import Head
from drivers.printer.raster import Picture, without_commands
from kiosk.staff.maintenance.logo_port import FILE_MAX_BYTES, FittedLogo, LogoNotFit

SIDE_MAX = 4_000
"""Pixels; a head has some 600 dots, and nobody needs more than a few for each of them."""
HEIGHT_MAX_MM = 30
SIDE_MIN = 16
_BLACK_BELOW = 128
_GREY = range(64, 192)
_GREY_MAX = 0.25
"""A drawing has grey only at its edges; a photograph is made of it."""
_DARK_MAX = 0.6
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD_BYTES = 24  # with width and height behind the signature and the name of the first part
_BROKEN = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,
    MemoryError,
)
"""What the library raises for files that are none, or only the begin of one."""
_BITS = 8
_PAD_ROWS = 8


@dataclass(frozen=True)
class Logo(FittedLogo):
    """A logo with the dots that go to the printer."""

    picture: Picture = Picture(())  # noqa: RUF009 - it has no state


def fit(png: bytes, head: Head) -> Logo:
    """Make it a logo of this head; it is scaled down where it must be, and never up.

    Raises:
        LogoNotFit: with the code of what is wrong.
    """
    grey = _opened(png)
    _must_be_a_drawing(grey)
    grey = _scaled(grey, head)
    dots = grey.point(lambda value: 255 if value < _BLACK_BELOW else 0).convert(
        "1", dither=Image.Dither.NONE
    )
    black = dots.histogram()[-1] / (dots.width * dots.height)
    if not black:
        raise LogoNotFit("logo_empty")
    if black > _DARK_MAX:
        raise LogoNotFit("logo_too_dark")
    picture = _clean(_picture(dots), head)
    width, height = picture.width_bytes * _BITS, len(picture.rows)
    data = b"".join(picture.rows)
    return Logo(
        preview=_png(picture),
        width_dots=width,
        height_dots=height,
        width_mm=round(width / head.dots_per_mm),
        height_mm=round(height / head.dots_per_mm),
        size_bytes=len(data),
        digest=hashlib.sha256(data + width.to_bytes(2)).hexdigest(),
        picture=picture,
    )


def _opened(png: bytes) -> Image.Image:
    """As shades of grey on white paper."""
    if len(png) > FILE_MAX_BYTES:
        raise LogoNotFit("logo_file_large")
    if len(png) < _HEAD_BYTES or not png.startswith(_SIGNATURE):
        raise LogoNotFit("logo_broken")
    width, height = struct.unpack(">II", png[16:_HEAD_BYTES])
    size = f"{width} x {height}"
    if max(width, height) > SIDE_MAX:
        raise LogoNotFit("logo_pixels", size)
    if min(width, height) < SIDE_MIN:
        raise LogoNotFit("logo_tiny", size)
    try:
        with_alpha = Image.open(io.BytesIO(png), formats=("PNG",)).convert("RGBA")
    except _BROKEN as error:
        raise LogoNotFit("logo_broken") from error
    paper = Image.new("RGBA", with_alpha.size, "white")
    return Image.alpha_composite(paper, with_alpha).convert("L")


def _must_be_a_drawing(grey: Image.Image) -> None:
    shades = grey.histogram()
    if sum(shades[value] for value in _GREY) > _GREY_MAX * grey.width * grey.height:
        raise LogoNotFit("logo_grey")


def _scaled(grey: Image.Image, head: Head) -> Image.Image:
    rows = int(HEIGHT_MAX_MM * head.dots_per_mm)
    factor = min(1.0, head.dots / grey.width, rows / grey.height)
    if factor == 1.0:
        return grey
    size = max(1, int(grey.width * factor)), max(1, int(grey.height * factor))
    return grey.resize(size, Image.Resampling.LANCZOS)


def _picture(dots: Image.Image) -> Picture:
    """Rows of whole bytes; a set bit is black."""
    width = -(-dots.width // _BITS) * _BITS
    wide = Image.new("1", (width, dots.height), 0)
    wide.paste(dots, (0, 0))
    data, row = wide.tobytes(), width // _BITS
    return Picture(tuple(data[at : at + row] for at in range(0, len(data), row)))


def _clean(picture: Picture, head: Head) -> Picture:
    """Free of what the printer would take for a command, in its dots and in its size."""
    clean = without_commands(picture, head.dots // _BITS)
    for rows in range(_PAD_ROWS):
        padded = Picture((*clean.rows, *[bytes(clean.width_bytes)] * rows))
        if is_clean(padded):
            return padded
    size = clean.width_bytes * len(clean.rows)
    raise LogoNotFit("logo_large" if size > BYTES_MAX else "logo_commands")


def _png(picture: Picture) -> bytes:
    """What the head will print, dot for dot."""
    size = picture.width_bytes * _BITS, len(picture.rows)
    inverted = bytes(0xFF ^ byte for row in picture.rows for byte in row)
    out = io.BytesIO()
    Image.frombytes("1", size, inverted).save(out, "PNG", optimize=True)
    return out.getvalue()

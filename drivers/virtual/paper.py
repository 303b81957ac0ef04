"""The paper: what the head prints on it, where the cutter cuts it, and pictures of it.

The cutter stands some millimetres behind the head, so every strip begins with the white paper that
lay between them when the last one was cut, and a cut without a feed leaves the last lines inside
the printer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import qrcode
from PIL import Image, ImageDraw
from qrcode import constants

from drivers.virtual.glyphs import BLACK, WHITE, Cell, draw
from drivers.virtual.models import Model

_GROW_DOTS = 2400
_DESK = 214
_DESK_MARGIN = 40
_QR_LEVELS = {
    "L": constants.ERROR_CORRECT_L,
    "M": constants.ERROR_CORRECT_M,
    "Q": constants.ERROR_CORRECT_Q,
    "H": constants.ERROR_CORRECT_H,
}


@dataclass(frozen=True)
class Strip:
    """A piece of paper that was cut off. ``complete``: nothing that was sent for it was lost."""

    number: int
    text: str
    image: Image.Image
    length_mm: float
    complete: bool
    splices_mm: tuple[float, ...] = ()
    fate: str = "out"  # out, presented, taken, ejected, retracted

    @property
    def is_blank(self) -> bool:
        """True for a scrap without any ink."""
        return self.image.getextrema() == (WHITE, WHITE)

    def with_fate(self, fate: str) -> "Strip":
        """The same strip, elsewhere."""
        return replace(self, fate=fate)


class Paper:
    """The roll from the head to the cutter."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._reach = round(model.cutter_mm * model.dots_per_mm)
        self._margin = (model.paper_dots - model.dots) // 2
        self._canvas = Image.new("L", (model.paper_dots, _GROW_DOTS), WHITE)
        self._y = self._reach
        self._lines: list[tuple[int, str]] = []
        self._splices: list[int] = []
        self._damaged = False
        self._cuts = 0

    # -- printing ---------------------------------------------------------------------------------

    def feed(self, dots: int) -> None:
        """Move the paper on."""
        self._y += dots
        if self._y > self._canvas.height:
            taller = Image.new("L", (self._canvas.width, self._y + _GROW_DOTS), WHITE)
            taller.paste(self._canvas)
            self._canvas = taller

    def print_cells(self, cells: Sequence[Cell], align: int, pitch_dots: int) -> None:
        """Print a line of characters and feed by the pitch, or by the tallest character."""
        height = max((cell.dots[1] for cell in cells), default=0)
        top = self._y
        self.feed(max(height, pitch_dots))
        x = self._left(sum(cell.dots[0] for cell in cells), align)
        for cell in cells:
            wide, high = cell.dots
            if cell.character != " ":
                self._canvas.paste(draw(cell), (x, top + height - high))
            if cell.underline:
                line = (x, top + height - cell.underline, x + wide, top + height)
                self._canvas.paste(BLACK, line)
            x += wide
        text = "".join(cell.character for cell in cells).strip()
        if text:
            self._lines.append((top + height, text))

    def print_rows(self, data: bytes, align: int) -> None:
        """Print one row of dots, most significant bit left."""
        row = Image.frombytes("1", (len(data) * 8, 1), bytes(byte ^ 0xFF for byte in data))
        top = self._y
        self.feed(1)
        self._canvas.paste(row.convert("L"), (self._left(row.width, align), top))

    def print_image(self, image: Image.Image, align: int) -> None:
        """Print a picture."""
        top = self._y
        self.feed(image.height)
        self._canvas.paste(image, (self._left(image.width, align), top))

    def _left(self, width: int, align: int) -> int:
        free = max(0, self._model.dots - width)
        return self._margin + (0, free // 2, free)[align]

    # -- what happens to it -----------------------------------------------------------------------

    def splice(self) -> None:
        """A new roll was put in: the strip goes on, on other paper."""
        self._splices.append(self._y)

    def damage(self) -> None:
        """Something that was sent for this strip got lost."""
        self._damaged = True

    def begin_anew(self) -> None:
        """Nothing was printed yet, and what was sent for this strip is void."""
        self._damaged = False

    def cut(self) -> Strip:
        """Cut at the cutter; what lies between cutter and head begins the next strip."""
        end = max(0, self._y - self._reach)
        self._cuts += 1
        left_inside = [(y - end, text) for y, text in self._lines if y > end]
        strip = Strip(
            number=self._cuts,
            text="\n".join(text for y, text in self._lines if y <= end),
            image=self._with_splices(self._canvas.crop((0, 0, self._canvas.width, end))),
            length_mm=end / self._model.dots_per_mm,
            complete=not self._damaged and not left_inside,
            splices_mm=tuple(y / self._model.dots_per_mm for y in self._splices if y <= end),
        )
        rest = self._canvas.crop((0, end, self._canvas.width, self._y))
        self._canvas = Image.new("L", (self._model.paper_dots, self._y + _GROW_DOTS), WHITE)
        self._canvas.paste(rest)
        self._y -= end
        self._lines = left_inside
        self._splices = []
        self._damaged = False
        return strip

    @property
    def is_blank(self) -> bool:
        """True if nothing was printed since the last cut."""
        return not self._lines

    def picture(self) -> Image.Image:
        """The strip in progress."""
        return self._with_splices(self._canvas.crop((0, 0, self._canvas.width, max(1, self._y))))

    def text(self) -> str:
        """The text of the strip in progress."""
        return "\n".join(text for _, text in self._lines)

    def _with_splices(self, image: Image.Image) -> Image.Image:
        pen = ImageDraw.Draw(image)
        for y in self._splices:
            _dashes(pen, y, image.width)
        return image


def qr_image(data: str, module_dots: int, level: str) -> Image.Image:
    """A QR symbol without its quiet zone, as large as it will be on paper."""
    symbol = qrcode.QRCode(error_correction=_QR_LEVELS[level], border=0)
    symbol.add_data(data)
    symbol.make()
    count = symbol.modules_count
    image = Image.new("L", (count, count), WHITE)
    for y, row in enumerate(symbol.get_matrix()):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x, y), BLACK)
    side = count * module_dots
    return image.resize((side, side), Image.Resampling.NEAREST)


def _dashes(pen: ImageDraw.ImageDraw, y: int, width: int) -> None:
    for left, right in pairwise(range(0, width + 1, 10)):
        if left % 20 == 0:
            pen.line((left, y, right, y), fill=170)


def desk(strips: Sequence[Image.Image]) -> Image.Image:
    """All strips side by side on a grey desk."""
    if not strips:
        return Image.new("L", (_DESK_MARGIN * 2, _DESK_MARGIN * 2), _DESK)
    width = sum(strip.width + _DESK_MARGIN for strip in strips) + _DESK_MARGIN
    height = max(strip.height for strip in strips) + 2 * _DESK_MARGIN
    picture = Image.new("L", (width, height), _DESK)
    pen = ImageDraw.Draw(picture)
    x = _DESK_MARGIN
    for strip in strips:
        box = (x + 6, _DESK_MARGIN + 6, x + strip.width + 6, _DESK_MARGIN + strip.height + 6)
        pen.rectangle(box, fill=186)
        picture.paste(strip, (x, _DESK_MARGIN))
        for y in (_DESK_MARGIN, _DESK_MARGIN + strip.height - 1):
            for left in range(x, x + strip.width, 16):
                pen.line((left, y, left + 8, y), fill=120)
        x += strip.width + _DESK_MARGIN
    return picture


def save(picture: Image.Image, path: Path) -> None:
    """Write a PNG at the head's resolution."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, dpi=(203, 203))

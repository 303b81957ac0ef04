"""The virtual printer's resident fonts, drawn from the bundled monospaced typeface."""

from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

_FONTS = resources.files("resources") / "fonts"
_ADVANCE_EM = 0.6  # JetBrains Mono: every character is 0.6 em wide
_SUPERSAMPLE = 4
WHITE, BLACK = 255, 0


class Cell(NamedTuple):
    """How one character is to be printed."""

    character: str
    font: int  # 0: A, 1: B, 2: Star's B
    bold: bool
    width: int
    height: int
    underline: int

    @property
    def dots(self) -> tuple[int, int]:
        """Width and height on paper."""
        wide, high = FONT_CELLS[self.font]
        return wide * self.width, high * self.height


FONT_STAR_B = 2
FONT_CELLS = {0: (12, 24), 1: (9, 17), FONT_STAR_B: (9, 24)}
_BASELINES = {0: 20, 1: 14, FONT_STAR_B: 19}


@lru_cache(maxsize=8)
def _typeface(bold: bool, pixels: float) -> ImageFont.FreeTypeFont:
    name = "JetBrainsMono-Bold.ttf" if bold else "JetBrainsMono-Regular.ttf"
    with resources.as_file(_FONTS / name) as path:
        return ImageFont.truetype(str(path), pixels)


@lru_cache(maxsize=2048)
def draw(cell: Cell) -> Image.Image:
    """A grey image of the character: black on white, as large as its cell."""
    wide, high = FONT_CELLS[cell.font]
    scale = _SUPERSAMPLE
    image = Image.new("L", (wide * scale, high * scale), WHITE)
    typeface = _typeface(cell.bold, wide * scale / _ADVANCE_EM)
    pen = ImageDraw.Draw(image)
    pen.text((0, _BASELINES[cell.font] * scale), cell.character, BLACK, typeface, anchor="ls")
    return image.resize(cell.dots, Image.Resampling.LANCZOS)

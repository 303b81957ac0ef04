"""What a roll is made of, before it becomes bytes of a printer's language."""

from dataclasses import dataclass
from enum import IntEnum


class Font(IntEnum):
    """Resident fonts: A has 12x24 dots a character; B is 9 wide and, by model, 17 or 24 high."""

    A = 0
    B = 1


class Align(IntEnum):
    """Where a line stands in the printing area."""

    LEFT = 0
    CENTER = 1
    RIGHT = 2


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


@dataclass(frozen=True)
class Band:
    """Some rows of a picture, centred; a set bit is black, the highest one is left."""

    data: bytes
    width_bytes: int
    keep: bool = True

    @property
    def dots(self) -> int:
        """Height on paper."""
        return len(self.data) // self.width_bytes


Element = TextLine | Gap | QrMark | Band

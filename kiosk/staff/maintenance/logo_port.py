"""The port to a printer's memory for pictures: a logo is fitted, stored with proof, and printed."""

from dataclasses import dataclass
from typing import Protocol

FILE_MAX_BYTES = 1_000_000
"""Of a file that somebody brings; a drawing of a logo has some ten thousand."""


class LogoNotFit(Exception):
    """The file cannot become a logo of this printer; the text is a code, ``value`` its number."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(code)
        self.value = value


@dataclass(frozen=True)
class FittedLogo:
    """A picture as the head will print it, dot for dot.

    ``preview`` is a PNG of just these dots; ``digest`` is theirs, ``size_bytes`` what they take.
    """

    preview: bytes
    width_dots: int
    height_dots: int
    width_mm: int
    height_mm: int
    size_bytes: int
    digest: str


@dataclass(frozen=True)
class LogoStored:
    """How it ended: why not, as a code, or nothing; and the bytes that are free afterwards."""

    reason: str
    free_bytes: int = 0


class LogoShelf(Protocol):
    """The memory of one printer; ``store`` and ``print_stored`` take the line."""

    @property
    def writes_a_day(self) -> int:
        """So often may it be written in a day, or it wears out."""
        ...

    def fit(self, png: bytes) -> FittedLogo:
        """Make a file a logo of this head.

        Raises:
            LogoNotFit: with what is wrong.
        """
        ...

    def store(self, logo: FittedLogo) -> LogoStored:
        """Put it in the place of the one before; stored only by the printer's own answer."""
        ...

    def print_stored(self) -> str:
        """Print what is stored, and cut it off; why not, as a code, or nothing."""
        ...

"""Which language a profile's dialect is."""

from drivers.printer.escpos_language import EscPos
from drivers.printer.language import Language
from drivers.printer.profile import Dialect
from drivers.printer.star_language import StarLine

_LANGUAGES: dict[Dialect, Language] = {
    "epson": EscPos(),
    "custom": EscPos(full_status=True),
    "star": StarLine(),
}


def language_of(dialect: Dialect) -> Language:
    """The language of one dialect."""
    return _LANGUAGES[dialect]

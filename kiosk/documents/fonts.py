"""The bundled typeface in PDF: Inter (SIL Open Font License), read from ``resources/fonts``."""

from functools import cache
from importlib.resources import files
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "Inter"
SEMIBOLD = "Inter-SemiBold"
BOLD = "Inter-Bold"
_FILES = {REGULAR: "Inter-Regular.ttf", SEMIBOLD: "Inter-SemiBold.ttf", BOLD: "Inter-Bold.ttf"}


@cache
def register_fonts() -> None:
    """Make the typeface known to reportlab, once a process."""
    folder = files("resources") / "fonts"
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, BytesIO((folder / file).read_bytes())))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, SEMIBOLD, REGULAR, SEMIBOLD)

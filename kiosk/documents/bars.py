"""The bars of a GS1-128 symbol (ISO/IEC 15417) as widths: every medium draws them sharply."""

from functools import lru_cache

from reportlab.graphics.barcode.code128 import Code128

from kiosk.documents.gs1 import GS

QUIET_BARS = 10
"""Modules that stay white at both ends."""
_FNC1 = "\xf1"


@lru_cache(maxsize=16)
def widths(data: str) -> tuple[int, ...]:
    """Bars and spaces in turn, in modules, the first one a bar, without quiet zones.

    ``data`` is an element string; the FNC1 at its beginning is added here.
    """
    symbol = Code128(_FNC1 + data.replace(GS, _FNC1), quiet=0)
    # reportlab has no types
    symbol.validate()  # type: ignore[no-untyped-call]
    symbol.encode()  # type: ignore[no-untyped-call]
    symbol.decompose()  # type: ignore[no-untyped-call]
    # Letters are widths, capitals are bars (reportlab's notation).
    return tuple(ord(letter.lower()) - ord("a") + 1 for letter in symbol.decomposed)

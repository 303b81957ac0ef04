"""The bank's bars on a PDF page."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kiosk.documents.bars import QUIET_BARS, widths

HEIGHT_PT = 18 * mm
MODULE_MAX_PT = 0.33 * mm
"""Wider bars are no easier to read; narrower ones than 0.25 mm are not for every reader."""


class BarSymbol(Flowable):
    """Bars with their quiet zones, as wide as there is room, in the middle."""

    def __init__(self, data: str, room_pt: float) -> None:
        """``data``: an element string (``gs1``)."""
        super().__init__()
        self._widths = widths(data)
        modules = sum(self._widths) + 2 * QUIET_BARS
        self._module_pt = min(MODULE_MAX_PT, room_pt / modules)
        self._size = (modules * self._module_pt, HEIGHT_PT)
        self.hAlign = "CENTER"

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size, whatever there is room for."""
        return self._size

    def draw(self) -> None:
        """Draw the bars, from the left."""
        self.canv.setFillColorRGB(0, 0, 0)
        at = QUIET_BARS * self._module_pt
        for number, width in enumerate(self._widths):
            if number % 2 == 0:
                self.canv.rect(at, 0, width * self._module_pt, HEIGHT_PT, stroke=0, fill=1)
            at += width * self._module_pt

"""Whether letters can be told from what is behind them, as they were really drawn; WCAG 2.2."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickWindow

from tests.ui.drawing import Fault, Pixels, texts
from ui.lookup import scene_rect

AA = 4.5
"""Least contrast of ordinary text."""
AAA = 7.0
"""Least contrast where somebody asked for a high one; the themes promise it everywhere."""


def linear(channel: float) -> float:
    """One channel of sRGB without its gamma."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def ground(pixels: Pixels, place: QRectF, letters: QColor) -> QColor:
    """The colour that most of a place has, its letters apart; else the colour of the letters.

    Every third pixel each way is enough to find it.
    """
    left, top = int(place.left()), int(place.top())
    whole = QRect(left, top, int(place.right()) - left, int(place.bottom()) - top)
    seen = Counter[int]()
    for row in pixels.rows(whole):
        seen.update(row)
    seen.pop(letters.rgb(), None)
    return QColor(seen.most_common(1)[0][0]) if seen else letters


def contrast_faults(window: QQuickWindow, image: QImage, least: float) -> Iterator[Fault]:
    """Texts that are too pale for the ground they stand on."""
    pixels = Pixels(image)
    for item in texts(window):
        colour = item.property("color")
        behind = ground(pixels, scene_rect(item), colour)
        ratio = contrast(colour, behind)
        if ratio < least - 0.05:  # what is drawn is rounded to whole steps of a colour
            words = str(item.property("text"))
            yield Fault("too pale", f"{words} {colour.name()} on {behind.name()}: {ratio:.2f}")

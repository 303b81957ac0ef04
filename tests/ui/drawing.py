"""What can be judged of a drawn screen without a person.

Text is there and whole; controls are large enough and apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.lookup import scene_rect, visible_items

TOUCH_PX = 96
"""Smallest side of a control at 1080 x 1920: 20 mm on a 21 inch panel."""
KEY_PX = 74
"""Smallest pitch of a keyboard: 18 mm across, between the middles of two keys."""
TEXT_PX = 28
"""Smallest letters at 1080 x 1920. A landscape panel is looked at from nearer, for its height."""
TEXT_LANDSCAPE_PX = 21
SLACK_PX = 1.5
RIGHT, CENTRE, MIDDLE = 2, 4, 128
"""Values of Qt.Alignment, as QML gives them."""
COLOURS_AT_LEAST = 20
"""Antialiased text alone has more shades than this; a blank screen has one or two."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, in words."""

    what: str
    text: str

    def __str__(self) -> str:
        return f"{self.what}: {self.text!r}"


def unit(window: QQuickWindow) -> float:
    """Pixels per pixel of the drawing, as the theme scales it."""
    width, height = window.width(), window.height()
    return min(width / 1760, height / 990) if width > height else min(width / 1080, height / 1920)


def texts(root: QQuickWindow | QQuickItem) -> Iterator[QQuickItem]:
    """Every visible text."""
    for item in visible_items(root):
        if item.inherits("QQuickText") and item.property("text"):
            yield item


def taps(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every control that can be touched now."""
    for item in visible_items(window):
        if item.inherits("QQuickMouseArea") and item.isEnabled():
            named = item.parentItem()
            if named.objectName():
                yield named


def text_faults(window: QQuickWindow) -> Iterator[Fault]:
    """Texts that are cut, or that leave the window or their clipping parent."""
    bounds = QRectF(0, 0, window.width(), window.height())
    for item in texts(window):
        words = str(item.property("text"))
        if item.property("truncated"):
            yield Fault("cut", words)
        rect = scene_rect(item)
        letters = _number(item, "fontInfo.pixelSize") * rect.width() / (item.width() or 1)
        least = TEXT_LANDSCAPE_PX if window.width() > window.height() else TEXT_PX
        if letters < least * unit(window) - 1:
            yield Fault("letters too small", words)
        wide = float(item.property("contentWidth")) > item.width() + SLACK_PX
        high = float(item.property("contentHeight")) > item.height() + SLACK_PX
        if wide or high:
            yield Fault("larger than its place", words)
        if not bounds.adjusted(-1, -1, 1, 1).contains(rect):
            yield Fault("outside the window", words)


def overlap_faults(window: QQuickWindow) -> Iterator[Fault]:
    """Texts that are drawn over each other, and controls that touch each other."""
    if _asking_for_time(window):
        return
    seen = [(str(item.property("text")), _ink(item)) for item in texts(window)]
    for index, (words, rect) in enumerate(seen):
        for other, place in seen[index + 1 :]:
            if _cross(rect, place):
                yield Fault("over each other", f"{words} | {other}")
    controls = [(item.objectName(), scene_rect(item)) for item in taps(window)]
    for index, (name, rect) in enumerate(controls):
        for other, place in controls[index + 1 :]:
            if _cross(rect, place):
                yield Fault("controls overlap", f"{name} | {other}")
    for name, rect in controls:
        for words, place in seen:
            inside = rect.adjusted(-2, -2, 2, 2).contains(place)
            if _cross(rect, place) and not inside:
                yield Fault("text leaves or crosses a control", f"{name} | {words}")


def hidden_faults(window: QQuickWindow) -> Iterator[Fault]:
    """Texts of the page that run under its panel."""
    if _asking_for_time(window):
        return
    for panel in visible_items(window):
        if panel.objectName() == "panel":
            own = {str(text.property("text")) for text in texts(panel)}
            place = scene_rect(panel)
            for item in texts(window):
                words = str(item.property("text"))
                if words not in own and _shown(item) and _cross(_ink(item), place):
                    yield Fault("under the panel", words)


def _shown(item: QQuickItem | None) -> bool:
    """Whether none of its parents is transparent."""
    while item is not None:
        if item.opacity() == 0:
            return False
        item = item.parentItem()
    return True


def touch_faults(window: QQuickWindow) -> Iterator[Fault]:
    """Controls too small for a finger, or outside the window."""
    bounds = QRectF(-1, -1, window.width() + 2, window.height() + 2)
    scale = unit(window)
    for item in taps(window):
        name, rect = item.objectName(), scene_rect(item)
        key = name.startswith(("key_", "keyboardPage_"))
        smallest = (KEY_PX if key else TOUCH_PX) * scale - 1
        if rect.width() < smallest or rect.height() < smallest:
            yield Fault("too small", f"{name} {rect.width():.0f} x {rect.height():.0f}")
        if not bounds.contains(rect):
            yield Fault("control outside the window", name)


def reach_faults(window: QQuickWindow) -> Iterator[Fault]:
    """Controls above the middle of a standing panel, whose person asked for all of them below."""
    if window.height() <= window.width() or _asking_for_time(window):
        return
    for item in taps(window):
        top = scene_rect(item).top()
        if top < window.height() / 2 - 1:
            yield Fault("out of reach", f"{item.objectName()} at {top:.0f}")


def blank_faults(image: QImage) -> Iterator[Fault]:
    """A picture without text, as it comes out when the font is missing."""
    seen: set[int] = set()
    for y in range(0, image.height(), 3):
        for x in range(0, image.width(), 3):
            seen.add(image.pixel(x, y))
        if len(seen) >= COLOURS_AT_LEAST:
            return
    yield Fault("blank", f"{len(seen)} colours")


def all_faults(window: QQuickWindow, image: QImage) -> list[Fault]:
    """Everything that is wrong with the screen that is up."""
    return [*mouse_faults(window, image), *touch_faults(window)]


def mouse_faults(window: QQuickWindow, image: QImage) -> list[Fault]:
    """The same for a screen that has a keyboard and a mouse, and no finger on it."""
    return [
        *text_faults(window),
        *overlap_faults(window),
        *hidden_faults(window),
        *blank_faults(image),
    ]


def _asking_for_time(window: QQuickWindow) -> bool:
    """Whether the time-out lies over everything, as it is meant to."""
    return any(item.objectName() == "timeoutOverlay" for item in visible_items(window))


def _ink(item: QQuickItem) -> QRectF:
    """Where a text's letters are, which may be less than the place it has; scaled as it is."""
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    x = y = 0.0
    align = _number(item, "horizontalAlignment")
    if align == CENTRE:
        x = (item.width() - width) / 2
    elif align == RIGHT:
        x = item.width() - width
    if _number(item, "verticalAlignment") == MIDDLE:
        y = (item.height() - height) / 2
    return item.mapRectToScene(QRectF(x, y, width, height))


def _number(item: QQuickItem, name: str) -> int:
    """An enumeration of QML, which Python has no converter for."""
    context = qmlContext(item)
    assert context is not None
    # The stubs call this a plain value; it comes with a flag that says whether it is undefined.
    value: object = QQmlExpression(context, item, f"{name} + 0").evaluate()
    return int(value[0] if isinstance(value, tuple) else str(value))


def _cross(one: QRectF, other: QRectF) -> bool:
    return one.adjusted(SLACK_PX, SLACK_PX, -SLACK_PX, -SLACK_PX).intersects(other)

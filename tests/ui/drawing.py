"""What can be judged of a drawn screen without a person.

Text is there and whole; controls are large enough and apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
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


@dataclass(frozen=True)
class Word:
    """A visible text: its place, where its letters are, and how high these are."""

    item: QQuickItem
    words: str
    place: QRectF
    ink: QRectF
    letters: float


class Screen:
    """What is visible, looked up once for all that is judged of it."""

    def __init__(self, window: QQuickWindow) -> None:
        self.window = window
        items = list(visible_items(window))
        # The time-out lies over everything, as it is meant to.
        self.asking_for_time = any(item.objectName() == "timeoutOverlay" for item in items)
        self.panels = [item for item in items if item.objectName() == "panel"]
        self.words = [_word(item) for item in texts(window)]
        self.controls = [(item.objectName(), scene_rect(item)) for item in taps(window)]


def _word(item: QQuickItem) -> Word:
    place = scene_rect(item)
    across, down, letters = _numbers(
        item, "horizontalAlignment", "verticalAlignment", "fontInfo.pixelSize"
    )
    scale = place.width() / (item.width() or 1)
    return Word(item, str(item.property("text")), place, _ink(item, across, down), letters * scale)


def text_faults(screen: Screen) -> Iterator[Fault]:
    """Texts that are cut, or that leave the window or their clipping parent."""
    window = screen.window
    bounds = QRectF(-1, -1, window.width() + 2, window.height() + 2)
    least = TEXT_LANDSCAPE_PX if window.width() > window.height() else TEXT_PX
    least_here = least * unit(window) - 1
    for word in screen.words:
        item = word.item
        if item.property("truncated"):
            yield Fault("cut", word.words)
        if word.letters < least_here:
            yield Fault("letters too small", word.words)
        wide = float(item.property("contentWidth")) > item.width() + SLACK_PX
        high = float(item.property("contentHeight")) > item.height() + SLACK_PX
        if wide or high:
            yield Fault("larger than its place", word.words)
        if not bounds.contains(word.place):
            yield Fault("outside the window", word.words)


def overlap_faults(screen: Screen) -> Iterator[Fault]:
    """Texts that are drawn over each other, and controls that touch each other."""
    if screen.asking_for_time:
        return
    seen = [(word.words, word.ink) for word in screen.words]
    for words, other in _crossing(seen):
        yield Fault("over each other", f"{words} | {other}")
    for name, other in _crossing(screen.controls):
        yield Fault("controls overlap", f"{name} | {other}")
    for name, rect in screen.controls:
        around, inner = rect.adjusted(-2, -2, 2, 2), _without_slack(rect)
        for words, place in seen:
            if inner.intersects(place) and not around.contains(place):
                yield Fault("text leaves or crosses a control", f"{name} | {words}")


def _crossing(named: list[tuple[str, QRectF]]) -> Iterator[tuple[str, str]]:
    for index, (name, rect) in enumerate(named):
        inner = _without_slack(rect)
        for other, place in named[index + 1 :]:
            if inner.intersects(place):
                yield name, other


def hidden_faults(screen: Screen) -> Iterator[Fault]:
    """Texts of the page that run under its panel."""
    if screen.asking_for_time:
        return
    for panel in screen.panels:
        own = {str(text.property("text")) for text in texts(panel)}
        place = scene_rect(panel)
        for word in screen.words:
            under = _without_slack(word.ink).intersects(place)
            if under and word.words not in own and _shown(word.item):
                yield Fault("under the panel", word.words)


def _shown(item: QQuickItem | None) -> bool:
    """Whether none of its parents is transparent."""
    while item is not None:
        if item.opacity() == 0:
            return False
        item = item.parentItem()
    return True


def touch_faults(screen: Screen) -> Iterator[Fault]:
    """Controls too small for a finger, or outside the window."""
    window = screen.window
    bounds = QRectF(-1, -1, window.width() + 2, window.height() + 2)
    scale = unit(window)
    for name, rect in screen.controls:
        key = name.startswith(("key_", "keyboardPage_"))
        smallest = (KEY_PX if key else TOUCH_PX) * scale - 1
        if rect.width() < smallest or rect.height() < smallest:
            yield Fault("too small", f"{name} {rect.width():.0f} x {rect.height():.0f}")
        if not bounds.contains(rect):
            yield Fault("control outside the window", name)


def reach_faults(window: QQuickWindow) -> Iterator[Fault]:
    """Controls above the middle of a standing panel, whose person asked for all of them below."""
    screen = Screen(window)
    if window.height() <= window.width() or screen.asking_for_time:
        return
    for name, rect in screen.controls:
        if rect.top() < window.height() / 2 - 1:
            yield Fault("out of reach", f"{name} at {rect.top():.0f}")


class Pixels:
    """A picture's colours as ``QColor.rgb`` gives them, every third one each way."""

    STEP = 3

    def __init__(self, image: QImage) -> None:
        self._image = image.convertToFormat(QImage.Format.Format_ARGB32)
        self._colours = memoryview(self._image.constBits()).cast("I")
        self._line = self._image.bytesPerLine() // 4

    def rows(self, place: QRect | None = None) -> Iterator[memoryview]:
        """The colours of a place, line by line from the top; of the whole picture by default."""
        found = self._image.rect() if place is None else self._image.rect().intersected(place)
        for y in range(found.top(), found.top() + found.height(), self.STEP):
            first = y * self._line + found.left()
            yield self._colours[first : first + found.width() : self.STEP]


def blank_faults(image: QImage) -> Iterator[Fault]:
    """A picture without text, as it comes out when the font is missing."""
    seen: set[int] = set()
    for row in Pixels(image).rows():
        seen.update(row)
        if len(seen) >= COLOURS_AT_LEAST:
            return
    yield Fault("blank", f"{len(seen)} colours")


def all_faults(window: QQuickWindow, image: QImage) -> list[Fault]:
    """Everything that is wrong with the screen that is up."""
    screen = Screen(window)
    return [*_mouse_faults(screen, image), *touch_faults(screen)]


def mouse_faults(window: QQuickWindow, image: QImage) -> list[Fault]:
    """The same for a screen that has a keyboard and a mouse, and no finger on it."""
    return _mouse_faults(Screen(window), image)


def _mouse_faults(screen: Screen, image: QImage) -> list[Fault]:
    return [
        *text_faults(screen),
        *overlap_faults(screen),
        *hidden_faults(screen),
        *blank_faults(image),
    ]


def _ink(item: QQuickItem, across: int, down: int) -> QRectF:
    """Where a text's letters are, which may be less than the place it has; scaled as it is."""
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    x = y = 0.0
    if across == CENTRE:
        x = (item.width() - width) / 2
    elif across == RIGHT:
        x = item.width() - width
    if down == MIDDLE:
        y = (item.height() - height) / 2
    return item.mapRectToScene(QRectF(x, y, width, height))


def _numbers(item: QQuickItem, *names: str) -> tuple[int, ...]:
    """Enumerations of QML, which Python has no converter for; QML is asked once for all."""
    context = qmlContext(item)
    assert context is not None
    # The stubs call this a plain value; it comes with a flag that says whether it is undefined.
    value: object = QQmlExpression(context, item, f"[{', '.join(names)}].join(' ')").evaluate()
    text = value[0] if isinstance(value, tuple) else value
    return tuple(int(number) for number in str(text).split())


def _without_slack(rect: QRectF) -> QRectF:
    return rect.adjusted(SLACK_PX, SLACK_PX, -SLACK_PX, -SLACK_PX)

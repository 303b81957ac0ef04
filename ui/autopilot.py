"""A hand that taps: real mouse events on the real window, from a list of steps.

It knows no rule. It waits until a screen is up and a control can be touched, touches its middle,
and takes a picture
of each screen it was told to keep. A step that does not come true within its time ends the run
with the reason.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from ui.app import KioskWindow
from ui.lookup import find_item, scene_center, scene_rect

POLL_MS = 40
SETTLE_POLLS = 12
"""Looks at a new screen before it is touched or photographed.

Longer than the slide between screens.
"""


@dataclass(frozen=True)
class Reach:
    """Wait until this screen is up, in a state, and still; ``picture`` keeps it under that name."""

    screen: str
    picture: str = ""
    timeout_s: float = 20.0
    that: Callable[[Any], bool] = lambda _view: True


@dataclass(frozen=True)
class Tap:
    """Touch a control by its ``objectName``, once it can be touched."""

    name: str
    timeout_s: float = 10.0


@dataclass(frozen=True)
class TypeText:
    """Touch one key after the other, pages and capitals included."""

    text: str


@dataclass(frozen=True)
class Picture:
    """Keep the screen as it is now."""

    name: str


Step = Reach | Tap | TypeText | Picture
_KEY_TIMEOUT_S = 10.0
_KEY_PAGES = ("keyboardPage_symbols", "keyboardPage_accents", "keyboardPage_letters")


class Autopilot(QObject):
    """Runs steps on the GUI thread, a little at a time, so that the screen lives while it waits."""

    def __init__(
        self,
        kiosk: KioskWindow,
        steps: Sequence[Step],
        *,
        keep: Callable[[str, QImage], None],
        done: Callable[[str], None],
    ) -> None:
        """``keep`` gets every picture; ``done`` hears once how it ended, empty for well."""
        super().__init__(kiosk.window)
        self._kiosk = kiosk
        self._window = kiosk.window
        self._bridge = kiosk.bridge
        self._keep = keep
        self._done = done
        self._work = self._run(steps)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._advance)

    def start(self) -> None:
        """Begin with the first step."""
        self._timer.start()

    def _advance(self) -> None:
        """One look; a step that still waits yields, a step that failed says why."""
        problem = next(self._work, "")
        if problem is not None:
            self._timer.stop()
            self._done(problem)

    def _run(self, steps: Sequence[Step]) -> Iterator[str | None]:
        """Yields None while there is more to do, then the reason of the end."""
        for number, step in enumerate(steps, 1):
            for problem in self._perform(step):
                if problem is not None:
                    screen = self._bridge.current().screen
                    yield f"step {number}, {step}: {problem} (screen {screen})"
                    return
                yield None
        yield ""

    def _perform(self, step: Step) -> Iterator[str | None]:
        match step:
            case Reach(screen=screen, picture=picture, timeout_s=timeout_s, that=that):
                yield from self._until(
                    lambda: self._is_up(screen, that), timeout_s, "never came up"
                )
                yield from (None for _ in range(SETTLE_POLLS))
                if picture:
                    self._take(picture)
            case Tap(name=name, timeout_s=timeout_s):
                yield from self._tap(name, timeout_s)
            case TypeText(text=text):
                for char in text:
                    yield from self._type(char)
            case Picture(name=name):
                self._take(name)

    def _is_up(self, screen: str, that: Callable[[Any], bool]) -> bool:
        view = self._bridge.current()
        return view.screen == screen and that(view)

    def _until(
        self, is_true: Callable[[], bool], timeout_s: float, problem: str
    ) -> Iterator[str | None]:
        for _ in range(int(timeout_s * 1000 / POLL_MS)):
            if is_true():
                return
            yield None
        yield problem

    def _tap(self, name: str, timeout_s: float = _KEY_TIMEOUT_S) -> Iterator[str | None]:
        yield from self._until(
            lambda: self._touchable(name) is not None, timeout_s, f"{name} cannot be touched"
        )
        item = self._touchable(name)
        if item is None:
            return
        QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, pos=scene_center(item))
        yield None

    def _touchable(self, name: str) -> QQuickItem | None:
        if not self._kiosk.settled():
            return None
        item = find_item(self._window, name)
        if item is None or not item.isEnabled():
            return None
        middle = scene_rect(item).center()
        inside = 0 <= middle.x() < self._window.width() and 0 <= middle.y() < self._window.height()
        return item if inside else None

    def _type(self, char: str) -> Iterator[str | None]:
        lower = char.lower()
        capital = char != lower
        if capital:
            yield from self._tap("key_shift")
        for page in ("", *_KEY_PAGES):
            if page and self._touchable(page) is not None:
                yield from self._tap(page)
                yield None
            if self._touchable(f"key_{lower}") is not None:
                break
        yield from self._tap("key_space" if char == " " else f"key_{lower}")
        if capital:
            yield from self._tap("key_shift")

    def _take(self, name: str) -> None:
        image = self._window.grabWindow()
        self._keep(name, image)

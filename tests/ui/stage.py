"""A real window that shows given views and remembers what the person meant."""

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.visit.events import parse_intent
from ui.app import KioskWindow, WindowOptions, make_window
from ui.bridge import Frame, VisitPort
from ui.lookup import find_item, scene_center
from ui.selfcheck import Slides

WAIT_MS = 5000
EXPOSED_MS = 60_000


class RecordingSlides(Slides):
    """Shows views, and keeps every intent as (name, args)."""

    def __init__(self, first: Frame) -> None:
        super().__init__(first)
        self.intents: list[tuple[str, dict[str, object]]] = []
        self.ticks = 0

    def intent(self, name: str, args: dict[str, object]) -> None:
        parse_intent(name, args)  # a touch that the visit would refuse means nothing
        self.intents.append((name, args))

    def tick(self) -> None:
        self.ticks += 1


class Hall:
    """A window before any visit; real mouse events go in."""

    def __init__(self, visit: VisitPort, *, width: int = 1080, height: int = 1920) -> None:
        self.kiosk: KioskWindow = make_window(
            visit, WindowOptions(width=width, height=height, reduce_motion=True)
        )
        self.window = self.kiosk.window
        self.window.setProperty("settleMs", 0)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window, EXPOSED_MS)
        self.wait_settled()

    def resize(self, width: int, height: int) -> None:
        """Another panel."""
        self.window.resize(width, height)
        QGuiApplication.processEvents()

    def wait_settled(self) -> None:
        """Run the event loop until the screen takes touches."""
        if self.kiosk.settled():
            return
        loop = QEventLoop()
        self.window.settledChanged.connect(loop.quit)  # type: ignore[attr-defined]
        QTimer.singleShot(WAIT_MS, loop.quit)
        while not self.kiosk.settled():
            loop.exec()

    def picture(self) -> QImage:
        """What a person sees."""
        return self.window.grabWindow()

    def item(self, name: str) -> QQuickItem:
        """A visible item by its name, in its place: rows are laid out when a frame is drawn."""
        self.picture()
        found = find_item(self.window, name)
        assert found is not None, f"{name} is not on the screen"
        return found

    def text(self, name: str) -> str:
        """The text of a visible item."""
        return str(self.item(name).property("text"))

    def tap(self, name: str) -> None:
        """Touch a control."""
        QTest.mouseClick(
            self.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            scene_center(self.item(name)),
        )

    def close(self) -> None:
        """End the window."""
        self.kiosk.close()


class Stage(Hall):
    """The window with a visit that shows what it is given; intents come out."""

    def __init__(self, first: Frame, *, width: int = 1080, height: int = 1920) -> None:
        self.visit = RecordingSlides(first)
        super().__init__(self.visit, width=width, height=height)

    def show(self, view: Frame, *, settle: bool = True) -> None:
        """Put a view up and wait until touches count."""
        self.visit.show(view)
        self.kiosk.bridge.refresh()
        if settle:
            self.wait_settled()

"""The kiosk's window: fonts, QML engine, languages, lock-down and the guard for when all fails.

Nothing here knows what a screen means; it draws the views of the visit it is given.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from ui.bridge import Bridge, VisitPort, nobody
from ui.dots import DotsProvider
from ui.graphics import choose_renderer
from ui.icons import IconProvider
from ui.language import Languages
from ui.lockdown import EventGuard, NoNetworkFactory
from ui.resources import QML, load_fonts

OnCrash = Callable[[BaseException | str], None]


@dataclass(frozen=True)
class WindowOptions:
    """How the window stands on its screen; sizes in pixels, used when it is not full screen.

    ``keyboard``: somebody of the chamber types; the window is then never smaller than its size.
    ``on_turn`` is called at every turn of the loop that draws it.
    """

    width: int = 1080
    height: int = 1920
    position: tuple[int, int] | None = None
    fullscreen: bool = False
    hide_cursor: bool = False
    may_close: bool = False
    reduce_motion: bool = False
    allowed_keys: frozenset[int] = frozenset()
    keyboard: bool = False
    on_turn: Callable[[], None] = nobody


class WindowFailed(RuntimeError):
    """The main QML file could not be loaded."""


def make_application(argv: list[str] | None = None) -> QGuiApplication:
    """The one application object of the process, made when it is not there yet."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    choose_renderer()
    QGuiApplication.setApplicationName("Dispensador")
    return QGuiApplication(sys.argv if argv is None else argv)


class KioskWindow:
    """The window with everything it needs; made by ``make_window``, ended by ``close``."""

    def __init__(
        self,
        application: QGuiApplication,
        visit: VisitPort,
        options: WindowOptions,
        on_crash: OnCrash,
    ) -> None:
        load_fonts()
        self._application = application
        self._on_crash = on_crash
        self.warnings: list[str] = []
        self.bridge = Bridge(visit, on_turn=options.on_turn)
        self.engine = QQmlApplicationEngine()
        self._network = NoNetworkFactory()
        self.engine.setNetworkAccessManagerFactory(self._network)
        self.engine.addImportPath(str(QML))
        self.engine.addImageProvider("icon", IconProvider())
        self.engine.addImageProvider("dots", DotsProvider())
        self.engine.warnings.connect(self._note_warnings)
        self.languages = Languages(self.engine)
        self.languages.use(self.bridge.current().language)
        self.engine.setInitialProperties(
            {"bridge": self.bridge, "reduceMotion": options.reduce_motion}
        )
        self.engine.load(QUrl.fromLocalFile(str(QML / "Main.qml")))
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise WindowFailed("; ".join(self.warnings))
        self.window: QQuickWindow = roots[0]
        self.window.resize(options.width, options.height)
        if options.position is not None:
            self.window.setPosition(*options.position)
        if options.keyboard:
            self.window.setMinimumSize(QSize(options.width, options.height))
        self._guard = EventGuard(
            self.window,
            options.allowed_keys,
            keyboard=options.keyboard,
            may_close=options.may_close,
        )
        application.installEventFilter(self._guard)
        if options.hide_cursor:
            self.window.setCursor(Qt.CursorShape.BlankCursor)
        if options.fullscreen:
            self.window.setFlag(Qt.WindowType.FramelessWindowHint, on=True)
        self._fullscreen = options.fullscreen
        self._at_rest = self.bridge.current().screen == "Attract"
        self.bridge.viewChanged.connect(self._follow)
        # A signal declared in QML exists on the object only, not in the stubs.
        self.window.failed.connect(self._screen_failed)  # type: ignore[attr-defined]

    def show(self) -> None:
        """Put the window on the screen and let the visit's time run."""
        if self._fullscreen:
            self.window.showFullScreen()
        else:
            self.window.show()
        self.bridge.start()

    def break_down(self, reason: BaseException | str) -> None:
        """Our own fault: report it, so that the money is made safe, then say "out of service"."""
        try:
            self._on_crash(reason)
        finally:
            self.window.setProperty("broken", True)

    def settled(self) -> bool:
        """False for a moment after each change of screen, in which touches are ignored."""
        return bool(self.window.property("settled"))

    def close(self) -> None:
        """End the window before its application."""
        self.bridge.close()
        self._guard.may_close = True
        self._application.removeEventFilter(self._guard)
        self.languages.remove()
        self.window.close()
        # The engine must go before the bridge that its bindings read.
        self.engine.deleteLater()
        self.bridge.deleteLater()
        self._application.sendPostedEvents(self.engine, 52)  # QEvent.DeferredDelete

    def _follow(self) -> None:
        view = self.bridge.current()
        self.languages.use(view.language)
        at_rest = view.screen == "Attract"
        if at_rest and not self._at_rest:
            # The visit is over: nothing of it stays in the QML heap.
            self.engine.collectGarbage()
        self._at_rest = at_rest

    def _note_warnings(self, warnings: list[QObject]) -> None:
        self.warnings.extend(str(w.toString()) for w in warnings)  # type: ignore[attr-defined]

    def _screen_failed(self, reason: str) -> None:
        self._on_crash(reason)


def _ignore(reason: BaseException | str) -> None:
    """Stands in when nobody wants to know of crashes."""


def make_window(
    visit: VisitPort, options: WindowOptions | None = None, on_crash: OnCrash = _ignore
) -> KioskWindow:
    """Make the window without showing it.

    Raises:
        ResourceMissing: if a font or a catalogue is missing.
        WindowFailed: if the main QML file does not load.
    """
    return KioskWindow(make_application(), visit, options or WindowOptions(), on_crash)


def end(status: int = 0) -> None:
    """Make ``run_window`` return ``status``; ``quit`` would ask the window, which stays open."""
    QGuiApplication.exit(status)


def run_window(
    visit: VisitPort, options: WindowOptions | None = None, on_crash: OnCrash = _ignore
) -> int:
    """Show the window until it is closed; the exit status of the event loop.

    While it runs, an exception that nobody caught ends on the out-of-service screen instead of
    killing the process.
    """
    application = make_application()
    kiosk = make_window(visit, options, on_crash)

    def crashed(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        previous(kind, error, trace)
        kiosk.break_down(error)

    previous, sys.excepthook = sys.excepthook, crashed
    try:
        kiosk.show()
        return application.exec()
    finally:
        sys.excepthook = previous
        kiosk.close()

"""Draws every screen once without a person: what the bundle's self-check asks for."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent

from ui.app import WindowOptions, make_window
from ui.bridge import Frame
from ui.resources import QML
from ui.samples import sample_views


class Slides:
    """A visit that shows whatever it is told to; it answers to nothing."""

    def __init__(self, first: Frame) -> None:
        self._view = first
        self._on_change: Callable[[], None] | None = None

    def show(self, view: Frame) -> None:
        """Put another view up."""
        self._view = view
        if self._on_change is not None:
            self._on_change()

    def view(self) -> Frame:
        """What is up."""
        return self._view

    def intent(self, name: str, args: dict[str, object]) -> None:
        """Nobody is there."""

    def tick(self) -> None:
        """Time changes nothing."""

    def subscribe(self, on_change: Callable[[], None]) -> None:
        """Remember whom to tell."""
        self._on_change = on_change


def load_all_screens() -> list[str]:
    """Compile every QML file and draw every screen; what went wrong, empty when all is well.

    Raises:
        ResourceMissing: if a font or a catalogue is missing.
        WindowFailed: if the main QML file does not load.
    """
    views = sample_views()
    slides = Slides(views["Attract"])
    kiosk = make_window(slides, WindowOptions(reduce_motion=True))
    problems: list[str] = []
    try:
        for path in sorted(QML.rglob("*.qml")):
            component = QQmlComponent(kiosk.engine, QUrl.fromLocalFile(str(path)))
            problems += [error.toString() for error in component.errors()]
        for view in views.values():
            slides.show(view)
            kiosk.bridge.refresh()
            if kiosk.window.property("broken"):
                problems.append(f"screen {view.screen} does not load")
        problems += kiosk.warnings
    finally:
        kiosk.close()
    return problems

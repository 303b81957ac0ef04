"""The only meeting point of core and QML: views out, intents in, both on the GUI thread.

The core may report a change from any thread; a queued signal brings it here. QML sees one
property and one slot.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot

from ui.convert import to_qml

TICK_MS = 250


class Frame(Protocol):
    """What the window itself reads of a view; the rest is the screen's (a frozen dataclass)."""

    @property
    def screen(self) -> str:
        """The QML file under ``screens``, without its ending."""
        ...

    @property
    def language(self) -> str:
        """``es`` or ``en``."""
        ...


class VisitPort(Protocol):
    """What the screens need of a visit, or of a flow of the staff; every call returns at once."""

    def intent(self, name: str, args: dict[str, object]) -> None:
        """Take what the person means; unknown names and arguments are refused by the visit."""
        ...

    def tick(self) -> None:
        """Let time pass."""
        ...

    def view(self) -> Frame:
        """What is to be drawn now."""
        ...

    def subscribe(self, on_change: Callable[[], None]) -> None:
        """Call ``on_change``, from any thread, whenever ``view`` may have changed."""
        ...


def nobody() -> None:
    """Nobody wants to know that the loop turns."""


class Bridge(QObject):
    """Hands the visit's view to QML and QML's intents to the visit."""

    viewChanged = Signal()  # noqa: N815 (QML derives the handler's name from it)
    _visit_changed = Signal()

    def __init__(
        self,
        visit: VisitPort,
        parent: QObject | None = None,
        *,
        on_turn: Callable[[], None] = nobody,
    ) -> None:
        """``on_turn`` is called at every tick: proof that this loop draws and listens."""
        super().__init__(parent)
        self._visit = visit
        self._on_turn = on_turn
        self._closed = False
        self._seen = visit.view()
        self._map = to_qml(self._seen)
        self._visit_changed.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        visit.subscribe(self._visit_changed.emit)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to tell the visit that time passes."""
        self._timer.start(TICK_MS)

    def stop(self) -> None:
        """Leave the visit alone."""
        self._timer.stop()

    def close(self) -> None:
        """End for good: a change that is still on its way finds nobody."""
        self.stop()
        self._closed = True

    def current(self) -> Frame:
        """The view that is on the screen."""
        return self._seen

    @Slot()
    def refresh(self) -> None:
        """Show the visit's present view; an equal one costs nothing."""
        if self._closed:
            return
        view = self._visit.view()
        if view != self._seen:
            self._seen = view
            self._map = to_qml(view)
            self.viewChanged.emit()

    @Slot(str, "QVariantMap")
    def intent(self, name: str, args: dict[str, object]) -> None:
        """Pass on what the person means, and show at once what it led to."""
        self._visit.intent(name, args)
        self.refresh()

    def _tick(self) -> None:
        self._visit.tick()
        self.refresh()
        self._on_turn()

    def _view_map(self) -> object:
        return self._map

    # The stubs know types only, not the names of Qt's own.
    view = Property("QVariantMap", _view_map, notify=viewChanged)  # type: ignore[arg-type]

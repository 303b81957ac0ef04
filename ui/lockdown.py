"""Keeps a public window closed to anything but touches on its own controls.

Keys are dropped unless listed, a close request is ignored unless the program asked for it, and QML
cannot reach the network whatever a file of it says.
"""

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from PySide6.QtQml import QQmlNetworkAccessManagerFactory

_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
_NEVER = {
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.Drop,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
}


class EventGuard(QObject):
    """An event filter for the application.

    Args:
        allowed_keys: values of ``Qt.Key`` that pass, none on a public machine.
        keyboard: whether somebody of the chamber types here; then all keys pass, accents too.
        may_close: whether the window may be closed from outside (a developer's window).
    """

    def __init__(
        self,
        parent: QObject,
        allowed_keys: frozenset[int] = frozenset(),
        *,
        keyboard: bool = False,
        may_close: bool = False,
    ) -> None:
        super().__init__(parent)
        self._allowed_keys = allowed_keys
        self._keyboard = keyboard
        self.may_close = may_close

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """True swallows the event."""
        kind = event.type()
        if self._keyboard and (kind in _KEYS or kind == QEvent.Type.InputMethod):
            return False
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return event.key() not in self._allowed_keys
        if kind == QEvent.Type.Close and not self.may_close:
            event.ignore()
            return True
        return kind in _NEVER


class _NoNetwork(QNetworkAccessManager):
    """Refuses every request: it is sent to an empty address, which fails at once and locally."""

    def createRequest(  # noqa: N802
        self,
        op: QNetworkAccessManager.Operation,
        request: QNetworkRequest,  # noqa: ARG002
        device: object = None,  # noqa: ARG002
    ) -> QNetworkReply:
        """Answer with a failed reply."""
        return super().createRequest(op, QNetworkRequest(QUrl()), None)


class NoNetworkFactory(QQmlNetworkAccessManagerFactory):
    """Gives QML a network that is not there."""

    def create(self, parent: QObject) -> QNetworkAccessManager:
        """Make one manager for an engine's thread."""
        return _NoNetwork(parent)

"""Slows a client that tries codes one after the other; kept in memory, gone with the process.

Guessing is hopeless anyway (8.5 * 10**11 codes); this keeps the page quick for everybody else.
"""

from collections import OrderedDict
from datetime import datetime, timedelta
from threading import Lock

_CLIENTS_MAX = 10_000


class Throttle:
    """At most ``limit`` questions a client in each ``window``."""

    def __init__(self, limit: int = 30, window: timedelta = timedelta(minutes=1)) -> None:
        self._limit = limit
        self._window = window
        self._clients: OrderedDict[str, tuple[datetime, int]] = OrderedDict()
        self._lock = Lock()

    def wait_s(self, client: str, now: datetime) -> int:
        """Count a question: 0 if it may be asked, else the whole seconds until the next may."""
        with self._lock:
            began, asked = self._clients.pop(client, (now, 0))
            if now - began >= self._window:
                began, asked = now, 0
            self._clients[client] = (began, min(asked + 1, self._limit + 1))
            while len(self._clients) > _CLIENTS_MAX:
                self._clients.popitem(last=False)
            if asked < self._limit:
                return 0
            return max(1, int((began + self._window - now).total_seconds()) + 1)

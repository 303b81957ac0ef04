"""The reading thread of one open line: a printer speaks without being asked."""

import logging
import threading
from collections.abc import Callable

from drivers.printer import events as ev
from drivers.printer.demux import Demux
from drivers.printer.inbox import Inbox
from drivers.printer.profile import Dialect
from drivers.printer.star_demux import StarDemux
from drivers.printer.transport import Port, PortGoneError

_log = logging.getLogger(__name__)
_STOP_LIMIT_S = 2.0


def _nobody_listens(_data: bytes, _events: list[ev.Event]) -> None:
    """No trace is kept."""


class Reader:
    """Reads until the line is gone or ``stop`` is called."""

    def __init__(
        self,
        port: Port,
        inbox: Inbox,
        dialect: Dialect,
        on_heard: Callable[[bytes, list[ev.Event]], None] = _nobody_listens,
    ) -> None:
        self._port = port
        self._inbox = inbox
        self._on_heard = on_heard
        self._events: list[ev.Event] = []
        self._stopping = threading.Event()
        self.demux: Demux | StarDemux = (
            StarDemux(self._emit)
            if dialect == "star"
            else Demux(self._emit, full_status=dialect == "custom")
        )
        self._thread = threading.Thread(target=self._run, name="printer-reader", daemon=True)
        self._thread.start()

    def _emit(self, event: ev.Event) -> None:
        if isinstance(event, ev.Noise):
            _log.info("printer noise: %s", event.data.hex(" "))
        self._events.append(event)
        self._inbox.post(event)

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                data = self._port.read()
                self.demux.feed(data)
                if data:
                    self._on_heard(data, self._events)
                self._events.clear()
        except PortGoneError as error:
            _log.info("printer line gone: %s", error)
        finally:
            self._inbox.lose()

    def stop(self) -> None:
        """End the thread; then the port may be closed."""
        self._stopping.set()
        self._port.interrupt()
        self._thread.join(_STOP_LIMIT_S)

"""The reading thread of one open line: a printer speaks without being asked."""

import logging
import threading

from drivers.printer import events as ev
from drivers.printer.demux import Demux
from drivers.printer.inbox import Inbox
from drivers.printer.profile import Dialect
from drivers.printer.star_demux import StarDemux
from drivers.printer.transport import Port, PortGoneError

_log = logging.getLogger(__name__)
_STOP_LIMIT_S = 2.0


class Reader:
    """Reads until the line is gone or ``stop`` is called."""

    def __init__(self, port: Port, inbox: Inbox, dialect: Dialect) -> None:
        self._port = port
        self._inbox = inbox
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
        self._inbox.post(event)

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                self.demux.feed(self._port.read())
        except PortGoneError as error:
            _log.info("printer line gone: %s", error)
        finally:
            self._inbox.lose()

    def stop(self) -> None:
        """End the thread; then the port may be closed."""
        self._stopping.set()
        self._port.interrupt()
        self._thread.join(_STOP_LIMIT_S)

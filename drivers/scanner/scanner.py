"""One barcode reader: a thread that reads the line and says what was scanned."""

import logging
import threading
from collections.abc import Callable

from drivers.printer.transport import PortGoneError
from drivers.scanner.framing import Framer, Framing
from drivers.scanner.line import ListeningLine
from kiosk.identity.scanned import Scanned, read_symbol
from kiosk.ports import Clock

_log = logging.getLogger(__name__)
_REOPEN_S = 5.0
_STOP_LIMIT_S = 2.0


class SerialScanner:
    """Reads until closed; a reader that is unplugged is looked for again every few seconds."""

    def __init__(
        self,
        open_line: Callable[[], ListeningLine],
        framing: Framing,
        clock: Clock,
        on_scan: Callable[[Scanned | None], None],
    ) -> None:
        """Start reading.

        Args:
            open_line: opens the line anew each time.
            framing: how this reader ends a symbol.
            clock: tells silence.
            on_scan: called on the reader's thread for every symbol; None for one that is none of
                ours, so that the screen can say so. The symbol itself goes no further: it may hold
                fingerprints.
        """
        self._open_line = open_line
        self._framing = framing
        self._clock = clock
        self._on_scan = on_scan
        self._stopping = threading.Event()
        self._guard = threading.Lock()
        self._line: ListeningLine | None = None
        self._thread = threading.Thread(target=self._run, name="scanner", daemon=True)
        self._thread.start()

    @property
    def is_connected(self) -> bool:
        """True while the line is open."""
        with self._guard:
            return self._line is not None

    def close(self) -> None:
        """End the thread and give the line back."""
        self._stopping.set()
        with self._guard:
            if self._line is not None:
                self._line.interrupt()
        self._thread.join(_STOP_LIMIT_S)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                line = self._open_line()
            except PortGoneError as error:
                _log.info("scanner line gone: %s", error)
                self._stopping.wait(_REOPEN_S)
                continue
            with self._guard:
                self._line = line
            try:
                self._read(line)
            except PortGoneError as error:
                _log.info("scanner line gone: %s", error)
            finally:
                with self._guard:
                    self._line = None
                line.close()

    def _read(self, line: ListeningLine) -> None:
        framer = Framer(self._framing)
        while not self._stopping.is_set():
            asked_s = self._clock.monotonic()
            data = line.read()
            now_s = self._clock.monotonic()
            for symbol in framer.feed(data, now_s - asked_s, now_s):
                self._on_scan(read_symbol(symbol))

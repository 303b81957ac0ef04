"""One barcode reader: a thread that reads the line and says what was scanned."""

import logging
import threading
from collections.abc import Callable

from drivers.printer.transport import PortGoneError
from drivers.scanner.framing import Framer, Framing
from drivers.scanner.line import ListeningLine
from kiosk.identity.holder import Holder
from kiosk.identity.scanned import (
    CertificateCode,
    RecoveryCode,
    Scanned,
    ServiceCode,
    read_symbol,
)
from kiosk.ports import Clock
from kiosk.staff.maintenance.reading import Frame, SymbolKind

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
        on_change: Callable[[bool], None] = lambda _connected: None,
    ) -> None:
        """Start reading.

        Args:
            open_line: opens the line anew each time.
            framing: how this reader ends a symbol.
            clock: tells silence.
            on_scan: called on the reader's thread for every symbol; None for one that is none of
                ours, so that the screen can say so. The symbol itself goes no further: it may hold
                fingerprints.
            on_change: called there, too, when the line was opened or lost.
        """
        self._open_line = open_line
        self._framing = framing
        self._clock = clock
        self._on_scan = on_scan
        self._on_change = on_change
        self._stopping = threading.Event()
        self._guard = threading.Lock()
        self._heard = threading.Condition()
        self._frame: Frame | None = None
        self._line: ListeningLine | None = None
        self._thread = threading.Thread(target=self._run, name="scanner", daemon=True)
        self._thread.start()

    @property
    def is_connected(self) -> bool:
        """True while the line is open."""
        with self._guard:
            return self._line is not None

    @property
    def last_frame(self) -> Frame | None:
        """What the newest symbol was, and how long; nothing of what stood in it."""
        with self._heard:
            return self._frame

    def await_frame(self, timeout_s: float) -> Frame | None:
        """The next symbol, or None when it did not come in time."""
        with self._heard:
            before = self._frame
            self._heard.wait_for(lambda: self._frame is not before, timeout_s)
            return None if self._frame is before else self._frame

    def close(self) -> None:
        """End the thread and give the line back."""
        self._stopping.set()
        with self._guard:
            if self._line is not None:
                self._line.interrupt()
        self._thread.join(_STOP_LIMIT_S)

    def _run(self) -> None:
        told = ""
        while not self._stopping.is_set():
            try:
                self._listen()
            except PortGoneError as error:
                if str(error) != told:  # a reader may be away for weeks: that is one line
                    _log.info("scanner line gone: %s", error)
                told = str(error)
                self._stopping.wait(_REOPEN_S)
            else:
                told = ""

    def _listen(self) -> None:
        """From one opening of the line to its end."""
        line = self._open_line()
        with self._guard:
            self._line = line
        self._on_change(True)
        framer = Framer(self._framing)
        try:
            while not self._stopping.is_set():
                for symbol in self._read(line, framer):
                    self._on_scan(symbol)
        finally:
            with self._guard:
                self._line = None
            line.close()
            self._on_change(False)

    def _read(self, line: ListeningLine, framer: Framer) -> list[Scanned | None]:
        """One reading; what came dies with this frame, before anybody waits for the next."""
        asked_s = self._clock.monotonic()
        data = line.read()
        now_s = self._clock.monotonic()
        return [self._named(symbol) for symbol in framer.feed(data, now_s - asked_s, now_s)]

    def _named(self, symbol: bytes) -> Scanned | None:
        scanned = read_symbol(symbol)
        with self._heard:
            self._frame = Frame(self._clock.now(), kind_of(scanned), len(symbol))
            self._heard.notify_all()
        return scanned


def kind_of(scanned: Scanned | None) -> SymbolKind:
    """What was read, as a code.

    >>> kind_of(None), kind_of(RecoveryCode("K7MPQ2"))
    ('unknown', 'recovery')
    """
    match scanned:
        case None:
            return "unknown"
        case Holder():
            return "document"
        case CertificateCode():
            return "certificate"
        case RecoveryCode():
            return "recovery"
        case ServiceCode():
            return "service"

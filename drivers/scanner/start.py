"""The barcode reader of the settings, if there is one."""

from collections.abc import Callable
from typing import Protocol

from drivers.printer.transport import PortGoneError
from drivers.scanner.framing import Framing
from drivers.scanner.line import ListeningLine
from drivers.scanner.scanner import SerialScanner
from kiosk.identity.scanned import Scanned
from kiosk.ports import Clock
from kiosk.settings import ScannerSettings
from kiosk.staff.maintenance.reading import BarcodeReader

_SUFFIXES = {"none": b"", "cr": b"\r", "lf": b"\n", "crlf": b"\r\n"}
_MS = 1_000


class TakesScans(Protocol):
    """Whoever wants to know what is scanned; called on the reader's thread."""

    def scanned(self, symbol: Scanned | None) -> None:
        """Something was read; None: nothing of ours."""
        ...

    def reader_changed(self, can_scan: bool) -> None:
        """The reader was plugged in or pulled out."""
        ...

    def reader_started(self, reader: BarcodeReader) -> None:
        """It is listened to from now on."""
        ...


def framing_of(settings: ScannerSettings) -> Framing:
    """How this machine's reader ends a symbol."""
    return Framing(terminator=_SUFFIXES[settings.suffix], gap_s=settings.gap_ms / _MS)


def start_scanner(
    settings: ScannerSettings, clock: Clock, taker: TakesScans
) -> SerialScanner | None:
    """Listen to the reader from now on; None if the machine has none."""
    opener = _opener(settings)
    if opener is None:
        return None
    reader = SerialScanner(
        opener, framing_of(settings), clock, taker.scanned, on_change=taker.reader_changed
    )
    taker.reader_started(reader)
    return reader


def scanner_in_words(settings: ScannerSettings) -> str:
    """What the doctor says about it."""
    opener = _opener(settings)
    if opener is None:
        return "none is configured"
    try:
        opener().close()
    except PortGoneError as error:
        return f"not there: {error}"
    return f"on {settings.device} at {settings.baud} baud"


def _opener(settings: ScannerSettings) -> Callable[[], ListeningLine] | None:
    device = settings.device
    return None if device is None else lambda: ListeningLine(device, settings.baud)

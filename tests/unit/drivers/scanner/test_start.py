"""From the settings to a reader: its framing, its words, what it tells as it comes and goes."""

import logging
import queue
from pathlib import Path

import pytest

from drivers.scanner.line import ListeningLine
from drivers.scanner.start import framing_of, scanner_in_words, start_scanner
from kiosk.identity.holder import Holder
from kiosk.identity.scanned import RecoveryCode, Scanned, recovery_symbol
from kiosk.settings import ScannerSettings
from kiosk.staff.maintenance.reading import BarcodeReader
from tests.support.cards import NUMBER, yellow
from tests.support.printer import RealClock
from tests.support.scanner import Gun

WAIT_S = 20.0


class Taker:
    """Whoever is told."""

    def __init__(self) -> None:
        self.symbols: queue.Queue[Scanned | None] = queue.Queue()
        self.changes: queue.Queue[bool] = queue.Queue()

    def scanned(self, symbol: Scanned | None) -> None:
        self.symbols.put(symbol)

    def reader_changed(self, can_scan: bool) -> None:
        self.changes.put(can_scan)

    def reader_started(self, reader: BarcodeReader) -> None:
        self.reader = reader


@pytest.mark.parametrize(
    ("suffix", "bytes_"), [("none", b""), ("cr", b"\r"), ("lf", b"\n"), ("crlf", b"\r\n")]
)
def test_the_framing_is_the_settings(suffix: str, bytes_: bytes) -> None:
    settings = ScannerSettings.model_validate({"suffix": suffix, "gap_ms": 120})
    framing = framing_of(settings)
    assert (framing.terminator, framing.gap_s) == (bytes_, 0.12)


def test_a_machine_without_a_reader_starts_none() -> None:
    assert start_scanner(ScannerSettings(), RealClock(), Taker()) is None
    assert scanner_in_words(ScannerSettings()) == "none is configured"


def test_a_reader_comes_and_goes_and_its_absence_is_logged_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "drivers.scanner.scanner")
    tries: queue.Queue[None] = queue.Queue()
    gun = Gun(tmp_path / "reader")
    settings = ScannerSettings(device=gun.device, baud=115200)
    assert scanner_in_words(settings) == f"on {gun.device} at 115200 baud"
    gun.unplug()
    assert scanner_in_words(settings).startswith("not there: ")

    taker = Taker()
    monkeypatch.setattr("drivers.scanner.scanner._REOPEN_S", 0.01)
    scanner = start_scanner(settings, RealClock(), taker)
    assert scanner is not None
    opener = scanner._open_line

    def noted() -> ListeningLine:
        tries.put(None)
        return opener()

    monkeypatch.setattr(scanner, "_open_line", noted)
    try:
        for _ in range(4):
            tries.get(timeout=WAIT_S)
        assert not scanner.is_connected
        assert sum("scanner line gone" in line for line in caplog.messages) == 1
        gun.plug_in()
        assert taker.changes.get(timeout=WAIT_S) is True
        gun.scans_a_card_with_fingerprints(NUMBER)
        card = taker.symbols.get(timeout=WAIT_S)
        assert taker.reader is scanner
        assert scanner.last_frame is not None
        assert (scanner.last_frame.kind, scanner.last_frame.size) == ("document", len(yellow()))
        assert isinstance(card, Holder)
        assert card.person.number == NUMBER
        gun.scans(recovery_symbol("K7MPQ2").encode())
        assert taker.symbols.get(timeout=WAIT_S) == RecoveryCode("K7MPQ2")
        gun.unplug()
        assert taker.changes.get(timeout=WAIT_S) is False
    finally:
        scanner.close()
    assert taker.symbols.empty()

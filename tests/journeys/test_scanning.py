"""A card and a slip before the reader: the real line, the real kiosk, the real central."""

import logging
from pathlib import Path

import pytest
import zxingcpp

from central.sample import ANA
from kiosk.settings import ScannerSettings
from kiosk.store.store import FILE_NAME
from tests.support.hall import Hall, open_hall
from tests.support.scanner import Gun, fingerprints_in, objects_with_fingerprints
from tests.support.strike import in_certificate


def stands_before_the_sign_in(hall: Hall) -> None:
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    hall.visitor.does("start").does("choose", action="balance")
    hall.visitor.sees("Identification", that=lambda v: v.body.can_scan)


def test_a_card_signs_in_and_its_fingerprints_are_nowhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    gun = Gun(tmp_path / "reader")
    with open_hall(tmp_path, scanner=ScannerSettings(device=gun.device)) as hall:
        stands_before_the_sign_in(hall)
        gun.scans_a_card_with_fingerprints(ANA.id_number)
        body = hall.visitor.sees("Identification", that=lambda v: v.body.scanned).body
        assert body.typed.replace(".", "") == ANA.id_number
        assert objects_with_fingerprints() == []

        hall.visitor.does("continue").types(ANA.secure_key).does("continue")
        hall.visitor.sees("Account", that=lambda v: not v.body.loading)
        hall.visitor.chooses("00052310", "CerMat")
        hall.visitor.pays().ends()
        hall.settled()
        assert objects_with_fingerprints() == []
        assert "ÑÁÑEZ" not in repr(hall.kiosk.flow.visit())
    files = [file for file in tmp_path.rglob("*") if file.is_file() and not file.is_symlink()]
    assert {file.name for file in files} >= {FILE_NAME}
    assert not [file for file in files if fingerprints_in(file.read_bytes())]
    told = caplog.text + "".join(capfd.readouterr())
    assert not fingerprints_in(told.encode())
    assert "ÑÁÑEZ" not in told
    gun.unplug()


def test_the_search_for_fingerprints_finds_them() -> None:
    kept = {"card": bytearray(b"...") + bytes.fromhex("48 55 45 4c 4c 41 2d 64 65 2d 6c 61") * 2}
    kept["card"] += bytes.fromhex("2d 6d 61 6e 6f")
    assert objects_with_fingerprints() == [kept["card"]]


def test_a_reader_that_is_pulled_out_is_not_offered_until_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drivers.scanner.scanner._REOPEN_S", 0.02)
    gun = Gun(tmp_path / "reader")
    with open_hall(tmp_path, scanner=ScannerSettings(device=gun.device)) as hall:
        stands_before_the_sign_in(hall)
        gun.unplug()
        hall.visitor.sees("Identification", that=lambda v: not v.body.can_scan)
        gun.plug_in()
        hall.visitor.sees("Identification", that=lambda v: v.body.can_scan)
        gun.scans_a_card_with_fingerprints(ANA.id_number)
        hall.visitor.sees("Identification", that=lambda v: v.body.scanned)
    gun.unplug()


def test_the_slip_of_an_interrupted_purchase_leads_to_its_order_from_the_first_screen(
    tmp_path: Path,
) -> None:
    gun = Gun(tmp_path / "reader")
    settings = ScannerSettings(device=gun.device, suffix="cr", baud=115200)
    with open_hall(tmp_path, scanner=settings, speed=10.0) as hall:
        visitor = hall.visitor
        visitor.signs_in()
        visitor.chooses("00052310", "CerMat")
        in_certificate(hall.paper, hall.paper.power_cycle)
        visitor.pays()
        failure = visitor.sees("Failure", that=lambda v: v.body.slip in ("printed", "failed"))
        assert failure.body.slip == "printed"
        visitor.does("finish")
        hall.reported()

        visitor.sees("Attract", that=lambda v: v.body.can_see_balance)
        (symbol,) = zxingcpp.read_barcodes(hall.paper.strips[-1].image)
        gun.scans(b"]Q1" + symbol.text.encode() + b"\r")
        body = visitor.sees("Resume", that=lambda v: v.body.stage == "found").body
        assert body.typed == failure.body.recovery_code
        assert [line.state for line in body.copies] == ["waiting"]
    gun.unplug()


def test_without_a_reader_everything_is_typed(tmp_path: Path) -> None:
    with open_hall(tmp_path) as hall:
        assert hall.kiosk.scanner is None
        assert hall.visitor.signs_in().screen == "Account"

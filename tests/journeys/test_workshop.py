"""A technician at the printer by real touches: it moves, is measured, and shows its line."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.settings import ScannerSettings
from tests.journeys.test_maintenance import Technician, noted
from tests.journeys.test_rehearsal import at_work
from tests.support.cards import NUMBER
from tests.support.hall import open_hall
from tests.support.scanner import Gun


def test_a_printer_is_moved_measured_and_read(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path
) -> None:
    with open_hall(tmp_path) as hall, at_work(hall) as technician:
        paper, window = hall.paper, technician.window
        technician.goes_to("printer", "maintenance/Printer")
        moved_mm = paper.counters.printed_mm
        technician.taps("act_feed")
        assert technician.hears("feed") == "fed"
        assert paper.counters.printed_mm >= moved_mm + 45
        strips = len(paper.strips)
        technician.taps("act_cut")
        assert technician.hears("cut") == "was_cut"
        assert len(paper.strips) == strips + 1
        technician.taps("act_speed_test")
        judged = technician.hears("speed_test")
        share = int(technician.body.told_value.removesuffix(" %"))
        assert judged == ("speed_slow" if share < 70 else "speed_good")  # a busy host is slow too
        assert "PRUEBA DE VELOCIDAD" in paper.strips[-1].text
        technician.sees(
            "the speed", lambda: "speed_head" in {f.code for f in technician.body.facts}
        )
        assert window.text("fact_speed_line").endswith(" / 11.520 B/s")

        technician.taps("pageNext")
        technician.sees("the inside", lambda: technician.body.page == 2)
        assert window.text("fact_cuts") == "El modelo no lo dice"
        technician.taps("pageNext")
        technician.sees("the bytes", lambda: technician.body.status)
        paper.open_cover()
        technician.sees("the cover", lambda: "cover_open" in words(technician))
        assert "la tapa está abierta" in window.text("byteWords_DLE EOT 2")
        paper.close_cover()
        technician.sees("a closed cover", lambda: "cover_open" not in words(technician))
        technician.taps("pageNext")
        technician.sees("the line", lambda: technician.body.wire)
        said = {word for row in technician.body.wire for word in row.words}
        assert "status_request" in said
        assert not any("PRUEBA" in repr(row) for row in technician.body.wire)


def words(technician: Technician) -> set[str]:
    """What the status bytes on the screen stand for."""
    return {word for row in technician.body.status for word in row.words}


def facts(technician: Technician) -> set[str]:
    return {fact.code for fact in technician.body.facts}


def test_the_lines_are_searched_and_a_card_is_read_on_trial(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drivers.printer.lines.serial_devices", list)  # not those of this machine
    gun = Gun(tmp_path / "reader")
    scanner = ScannerSettings(device=gun.device)
    with open_hall(tmp_path, scanner=scanner) as hall, at_work(hall) as technician:
        technician.goes_to("serial", "maintenance/Serial")
        technician.taps("act_check_flow")
        assert technician.hears("check_flow") == "open_cover_first"
        hall.paper.open_cover()
        technician.taps("act_check_flow")
        technician.sees("the trial's end", lambda: technician.body.told == "flow_holds")
        hall.paper.close_cover()
        technician.taps("act_search_lines")
        assert technician.hears("search_lines") == "lines_found"
        technician.sees("the answer", lambda: technician.body.rows[0].word == "line_named")
        heard = technician.window.text("lineHeard_0")
        assert heard == "115200 8N1 · TM-T20III · epson-tm-t20iii"

        technician.goes_to("scanner")
        assert technician.window.text("fact_scanner") == "Está conectado"
        technician.taps("act_test_scan")
        technician.sees("the trial", lambda: technician.body.doing == "test_scan")
        gun.scans_a_card_with_fingerprints(NUMBER)
        assert technician.hears("test_scan") == "read_document"
        assert technician.window.text("toldText") == "Se leyó un documento: 531 bytes."
        assert NUMBER not in repr(technician.view)
        assert NUMBER not in repr(noted(hall))
        technician.leaves()
        hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    gun.unplug()

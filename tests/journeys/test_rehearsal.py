"""A technician rehearses a purchase by real touches: the cover is opened, and the screen is right.

Once in the demonstration's own wiring, where the faults are switches on the screen, and once on a
machine as it stands in a hall, where hands open the cover.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from central.devices.enrolment import make_enrol_code
from drivers.virtual.desk import VirtualPaper
from drivers.virtual.faults import FaultBoard
from kiosk.demo_app import PROFILE, start_demo_kiosk
from kiosk.store import queries
from tests.journeys.test_maintenance import Port, Technician, noted
from tests.support.central import RunningClock, fresh_database, make_central
from tests.support.hall import Hall, Server, Visitor, open_hall
from tests.support.staff import hired
from tests.ui.stage import Hall as Window

SCREEN = "maintenance/Rehearsal"


@contextmanager
def open_demonstration(folder: Path) -> Iterator[tuple[Hall, FaultBoard]]:
    """The demonstration's kiosk and printer with its faults, beside a central of this process."""
    central = make_central(folder, fresh_database(folder, "sqlite"), RunningClock())
    server = Server(central)
    server.on()
    paper = VirtualPaper(PROFILE, folder)
    try:
        code = make_enrol_code(central.services, "K01")
        demo = start_demo_kiosk(folder / "kiosk", server.url, code, paper)
        demo.kiosk.start()
        try:
            board, visitor = paper.faults, Visitor(demo.kiosk)
            yield Hall(folder, central, server, board.printer, PROFILE, demo.kiosk, visitor), board
        finally:
            demo.stop()
    finally:
        paper.close()
        server.off()
        central.close()


@contextmanager
def at_work(hall: Hall) -> Iterator[Technician]:
    """A technician inside this hall's machine, in its rehearsal."""
    port = Port(hall.kiosk.screens)
    window = Window(port, width=540, height=960)
    window.kiosk.bridge.start()
    try:
        made = Technician(hall, window, hired(hall.central, "tomas"), port)
        hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
        made.signs_in()
        made.goes_to("rehearsal", SCREEN)
        yield made
    finally:
        window.close()


def fact(technician: Technician, code: str) -> str:
    return next((one.word for one in technician.body.facts if one.code == code), "")


def whole(hall: Hall) -> int:
    """Rehearsals that came out whole, as the paper itself tells; each says that it is worthless."""
    texts = [strip.text for strip in hall.paper.strips if strip.complete]
    return sum("FIN DEL ENSAYO" in text and "SIN VALIDEZ" in text for text in texts)


def switch(technician: Technician, code: str) -> bool:
    return any(one.code == code and one.on for one in technician.body.switches)


def test_faults_are_set_and_mended_on_the_screen_of_a_demonstration(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path
) -> None:
    with open_demonstration(tmp_path) as (hall, board), at_work(hall) as technician:
        technician.taps("pageNext")
        technician.sees("the switches", lambda: technician.body.switches)
        technician.taps("fault_paper_out")
        technician.sees("no paper", lambda: fact(technician, "printer") == "paper_out")
        assert technician.window.text("fact_printer") == "La impresora se quedó sin papel."
        assert technician.window.text("faultState_paper_out") == "Puesta"
        technician.taps("act_rehearse")
        assert technician.hears("rehearse") == "paper_out"
        assert not any("ENSAYO" in strip.text for strip in hall.paper.strips)
        technician.taps("fault_paper_out")
        technician.sees("paper", lambda: fact(technician, "printer") == "ready")
        assert technician.window.text("fact_printer") == "Lista para imprimir"

        # From here on, not from a strip's beginning: a line that was slow under load is cleared of
        # leftovers by a cut of white paper first, and that is a strip too.
        board.printer.after_mm(150, lambda: board.set("head_hot"))
        technician.taps("act_rehearse")
        technician.sees("a hot head", lambda: fact(technician, "rehearsal") == "head_hot")
        technician.taps("fault_cover_open")
        technician.sees("an open cover", lambda: fact(technician, "rehearsal") == "cover_open")
        assert technician.body.doing == "rehearse"
        technician.sees("both switches", lambda: switch(technician, "head_hot"))
        technician.taps("fault_cover_open")
        technician.taps("fault_head_hot")
        assert technician.hears("rehearse") == "rehearsed_printed"

        technician.taps("pagePrevious")
        technician.sees("the exercises", lambda: technician.body.exercises)
        assert done(technician) == ["cover"]
        assert technician.window.text("fact_verdict") == "Impreso, con prueba"
        assert technician.window.text("fact_money") == "se cobraría"
        assert technician.window.text("evidenceText").endswith("respondido; corte sin error.")
        assert whole(hall) == 1
        assert hall.operations() == ()
        assert queries.queue(hall.kiosk.store).length == 0
        acts = [(row.get("act"), row.get("what")) for row in noted(hall) if "act" in row]
        assert ("set_fault", "cover_open") in acts
        assert ("clear_fault", "head_hot") in acts


def test_what_nobody_mends_leaves_the_truth_open(
    tmp_path: Path, qapp: QGuiApplication, catalogues: Path
) -> None:
    with open_hall(tmp_path) as hall, at_work(hall) as technician:
        assert technician.body.pages == 1  # a real machine has no switches
        hall.paper.after_mm(400, hall.paper.open_cover)
        technician.taps("act_rehearse")

        assert technician.hears("rehearse") == "rehearsed_unknown"

        technician.sees("the verdict", lambda: fact(technician, "verdict") != "")
        assert technician.window.text("fact_verdict") == "No se sabe qué salió"
        assert technician.window.text("fact_money") == "esperaría a una persona"
        evidence = technician.window.text("evidenceText")
        assert evidence.startswith("Evidencia: La tapa de la impresora está abierta; nadie lo")
        assert "hojas con prueba: " in evidence
        assert whole(hall) == 0
        assert hall.operations() == ()

        hall.paper.close_cover()
        technician.sees("a closed cover", lambda: fact(technician, "printer") == "ready")
        hall.paper.after_mm(400, hall.paper.paper_out)
        technician.taps("act_rehearse")
        assert technician.hears("rehearse") == "rehearsed_unknown"
        technician.sees("both exercises", lambda: done(technician) == ["cover", "paper"])
        outcomes = [row["outcome"] for row in noted(hall) if row.get("act") == "rehearse"]
        assert outcomes == ["rehearsed_unknown"] * 2


def done(technician: Technician) -> list[str]:
    return [one.code for one in technician.body.exercises if one.done]

"""A technician's visit by real touches: the machine has no paper, and sells again afterwards."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from sqlalchemy import select

from kiosk.contract.staff import kiosks as k
from kiosk.staff.pattern import ORDER
from kiosk.staff.screens import Screens
from kiosk.staff.views import StaffView
from kiosk.store import queries
from kiosk.store.roll import read_roll
from kiosk.store.tables import audit
from kiosk.visit.views import View
from tests.support.hall import WAIT_S, Hall, open_hall
from tests.support.staff import Colleague, hired
from tests.ui.stage import Hall as Window
from ui.lookup import find_item, scene_center

TURN_MS = 20
SLIP_MS, TRIES = 100, 50


class Port:
    """The screens of the machine, and how often they felt a finger."""

    def __init__(self, screens: Screens) -> None:
        self.view, self.tick, self.subscribe = screens.view, screens.tick, screens.subscribe
        self.felt = 0
        self._screens = screens

    def intent(self, name: str, args: dict[str, object]) -> None:
        self.felt += 1
        self._screens.intent(name, args)


@dataclass
class Technician:
    """A hand before the window, which waits for what it sees."""

    hall: Hall
    window: Window
    colleague: Colleague
    port: Port

    @property
    def view(self) -> View | StaffView:
        return self.hall.kiosk.screens.view()

    def sees(self, what: str, that: Callable[[], object]) -> None:
        """Let the window live until something is so."""
        until_s = time.monotonic() + WAIT_S
        while not that():
            assert time.monotonic() < until_s, f"waited for {what}, still at {self.view}"
            QTest.qWait(TURN_MS)
        self.window.kiosk.bridge.refresh()
        self.window.wait_settled()

    def taps(self, name: str) -> None:
        """Touch a control until it was felt: a second touch in a moment is taken for a slip."""
        for _ in range(TRIES):
            self.window.wait_settled()
            felt = self.port.felt
            self.window.tap(name)
            if self.port.felt > felt:
                return
            QTest.qWait(SLIP_MS)
        raise AssertionError(f"{name} was not felt: {self.view}")

    def types(self, text: str) -> None:
        """One key after the other; the picture is looked at when the keys are other ones."""
        self.window.wait_settled()
        self.window.picture()
        for char in text:
            for page in ("keyboardPage_symbols", "keyboardPage_letters"):
                if not self.has("key_" + char) and self.has(page):
                    self.window.tap(page)
                    self.window.picture()
            self.clicks("key_" + char)

    def has(self, name: str) -> bool:
        return find_item(self.window.window, name) is not None

    def clicks(self, name: str) -> None:
        """Touch what is in its place already."""
        item = find_item(self.window.window, name)
        assert item is not None, f"{name} is not on the screen"
        self.touches(scene_center(item))

    def touches(self, place: QPoint) -> None:
        QTest.mouseClick(
            self.window.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )

    def touches_corners(self) -> None:
        """The hidden pattern."""
        wide, high, inset = self.window.window.width(), self.window.window.height(), 10
        for corner in ORDER:
            x = inset if corner.endswith("left") else wide - inset
            y = inset if corner.startswith("top") else high - inset
            self.touches(QPoint(x, y))
        self.sees("the door", lambda: self.view.screen == "staff/SignIn")

    def signs_in(self) -> None:
        self.touches_corners()
        self.types(self.colleague.login)
        self.taps("continueButton")
        self.types(self.colleague.key)
        self.taps("continueButton")
        self.types(self.colleague.code())
        self.taps("continueButton")
        self.is_inside()

    def is_inside(self) -> None:
        self.sees("the overview", lambda: self.shows("maintenance/Section"))

    def shows(self, screen: str) -> bool:
        """A section is up, and its first look has ended."""
        return self.view.screen == screen and not getattr(self.view.body, "loading", True)

    def goes_to(self, section: str, screen: str = "maintenance/Section") -> None:
        self.taps(f"section_{section}")
        self.sees(section, lambda: self.shows(screen) and self.body.stage == section)

    def hears(self, act: str) -> str:
        """Wait until an act has ended; its outcome."""
        self.sees(f"the end of {act}", lambda: self.body.told_of == act)
        return str(self.body.told)

    @property
    def body(self) -> Any:
        """The body of the screen that is up, whichever that is."""
        return self.view.body

    def leaves(self) -> None:
        self.taps("finishButton")
        self.sees("the visit", lambda: self.view.screen in ("Attract", "Unavailable"))


@pytest.fixture
def technician(tmp_path: Path, qapp: QGuiApplication, catalogues: Path) -> Iterator[Technician]:
    with open_hall(tmp_path) as hall:
        port = Port(hall.kiosk.screens)
        window = Window(port, width=540, height=960)
        window.kiosk.bridge.start()
        try:
            yield Technician(hall, window, hired(hall.central, "tomas"), port)
        finally:
            window.close()


def noted(hall: Hall) -> list[dict[str, str]]:
    """What the audit chain says of the staff, in order."""
    rows = hall.kiosk.store.read(
        lambda c: [json.loads(row) for row in c.execute(select(audit.c.row)).scalars()]
    )
    return [row for row in rows if row["event"].startswith(("maintenance", "offline-entry"))]


def test_a_technician_changes_the_paper_and_the_machine_sells_again(
    technician: Technician,
) -> None:
    hall, visit = technician.hall, technician.hall.visitor
    visit.sees("Attract", that=lambda v: v.body.can_buy)
    hall.paper.paper_out()
    visit.sees("Attract", that=lambda v: not v.body.can_buy)

    technician.signs_in()
    assert technician.view.who == "Tomas"
    assert technician.window.text("fact_printer") == "La impresora se quedó sin papel."

    technician.goes_to("paper", "maintenance/Paper")
    technician.taps("act_change_paper")
    hall.paper.open_cover()
    technician.sees("the cover", lambda: technician.body.step == "close")
    hall.paper.load_paper()
    hall.paper.close_cover()
    technician.sees("the paper", lambda: technician.body.step == "length")
    technician.taps("rollShorter")
    technician.taps("rollShorter")
    assert technician.window.text("rollLength") == "70 m"
    technician.taps("continueButton")
    technician.sees("the odometer", lambda: technician.body.step == "test")
    technician.taps("continueButton")
    technician.sees("the test page", lambda: technician.body.step == "done")
    assert "PÁGINA DE PRUEBA" in hall.paper.strips[-1].text
    roll = hall.kiosk.store.read(read_roll)
    assert roll.roll_mm == 70_000
    assert 0 < roll.used_mm < 1_000

    technician.goes_to("readiness", "maintenance/Readiness")
    technician.taps("act_check_all")
    assert technician.hears("check_all") == "ready", technician.body
    technician.taps("act_print_report")
    assert technician.hears("print_report") == "printed"
    assert "LISTO PARA ATENDER" in hall.paper.strips[-1].text
    technician.taps("act_save_report")
    assert technician.hears("save_report") == "saved"
    [saved] = (hall.folder / "kiosk" / "reports").iterdir()
    assert saved.read_bytes().startswith(b"%PDF")

    technician.leaves()
    assert technician.window.text("title") != ""
    visit.signs_in()
    visit.chooses("00052310", "CerMat")
    assert visit.pays().ends().screen == "Done"

    story = [(row["event"], row.get("act"), row.get("outcome")) for row in noted(hall)]
    assert story == [
        ("maintenance-opened", None, None),
        ("maintenance-act", "load_roll", "roll_loaded"),
        ("maintenance-act", "test_page", "printed"),
        ("maintenance-act", "check_all", "ready"),
        ("maintenance-act", "print_report", "printed"),
        ("maintenance-act", "save_report", "saved"),
        ("maintenance-left", None, None),
    ]
    assert {row["login"] for row in noted(hall)} == {"tomas"}
    assert technician.colleague.key not in json.dumps(noted(hall))
    assert queries.broken_audit_row(hall.kiosk.store) is None


def test_while_somebody_works_inside_nothing_is_sold_and_leaving_ends_the_session(
    technician: Technician,
) -> None:
    hall = technician.hall
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    technician.signs_in()

    hall.kiosk.screens.intent("start", {})
    hall.kiosk.screens.intent("choose", {"action": "buy"})
    assert hall.kiosk.flow.view().screen == "Attract"
    session = hall.kiosk.screens._upkeep.state().who.session

    technician.leaves()
    technician.colleague.session = session
    technician.sees("the end of the session", lambda: _is_signed_out(technician.colleague))
    technician.touches_corners()
    assert technician.body.login == ""


def test_a_cashier_has_no_business_inside(technician: Technician) -> None:
    technician.hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    carlos = replace(technician, colleague=hired(technician.hall.central, "carlos"))
    carlos.touches_corners()
    carlos.types("carlos")
    carlos.taps("continueButton")
    carlos.types(carlos.colleague.key)
    carlos.taps("continueButton")
    carlos.types(carlos.colleague.code())
    carlos.taps("continueButton")

    carlos.sees("the refusal", lambda: carlos.body.error == "not-entitled")
    assert carlos.window.text("errorText") == "Este usuario no tiene permiso para entrar aquí."
    assert noted(technician.hall) == []


def test_without_network_an_answer_by_telephone_opens_the_machine(
    technician: Technician,
) -> None:
    hall = technician.hall
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    supervisor = hired(hall.central, "sofia")
    supervisor.sign_in()
    hall.server.off()
    assert not hall.kiosk.central.is_reachable()
    hall.visitor.sees("Unavailable")

    technician.touches_corners()
    technician.types("tomas")
    technician.taps("offlineButton")
    technician.taps("continueButton")
    technician.sees("a challenge", lambda: technician.body.challenge)
    answer = _by_telephone(technician, supervisor)
    wrong = answer[:-1] + ("B" if answer[-1] != "B" else "C")
    technician.types(wrong)
    technician.taps("continueButton")
    technician.sees("the refusal", lambda: technician.body.error == "answer-wrong")
    assert technician.window.text("errorText") == "La respuesta no es correcta. Quedan 2 intentos."
    technician.types(answer)
    technician.taps("continueButton")
    technician.is_inside()
    assert technician.window.text("fact_central") == "No responde"
    technician.leaves()

    events = [row["event"] for row in noted(hall)]
    assert events == [
        "offline-entry-asked",
        "offline-entry-refused",
        "offline-entry-opened",
        "maintenance-opened",
        "maintenance-left",
    ]
    assert noted(hall)[-2]["how"] == "offline"
    assert answer not in json.dumps(noted(hall))


def _is_signed_out(colleague: Colleague) -> bool:
    """Central takes nothing from this session any more."""
    return colleague.ask("/v1/staff/kiosks/list", k.ListKiosks).status_code != 200


def _by_telephone(technician: Technician, supervisor: Colleague) -> str:
    """Whoever may, has central answer what the technician reads out."""
    body = technician.body
    reply = supervisor.ask(
        "/v1/staff/challenges/answer",
        k.AnswerChallenge,
        device_id=technician.hall.kiosk.machine.device.device_id,
        fingerprint=body.fingerprint,
        challenge=technician.window.text("challenge"),
        technician="tomas",
    )
    assert reply.status_code == 200, reply.text
    return k.ChallengeAnswered.model_validate_json(reply.content).answer.replace("-", "")

"""What maintenance does to the live parts, and what of it stands in the audit chain."""

import json
from collections.abc import Callable
from concurrent.futures import Future

import pytest
from sqlalchemy import select

from kiosk.ports import Offline, PrinterFault
from kiosk.purchase.operation import State
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.staff.entry.state import Member
from kiosk.staff.maintenance import events as e
from kiosk.staff.maintenance.acts import ACTS, LINE_ACTS
from kiosk.staff.maintenance.readiness import as_document, examine
from kiosk.staff.maintenance.runner import Runner
from kiosk.staff.maintenance.sections import DEEDS, LOOKS
from kiosk.staff.maintenance.state import SECTIONS
from kiosk.store import queries
from kiosk.store.roll import read_roll
from kiosk.store.tables import audit
from tests.support.kiosk import make_order
from tests.unit.kiosk.staff.conftest import Machine

TERESA = Member("teresa", "Teresa", "technician", ("maintain-kiosk",), 9e9, 300.0)


class AtOnce:
    """An executor that works while it is asked."""

    def submit(self, work: Callable[[], None], /) -> "Future[None]":
        work()
        return Future()


class NoCentral:
    """Nobody answers."""

    def ask(self, *_question: object) -> Offline:
        return Offline("nobody")

    def tell(self, *_message: object) -> Offline:
        return Offline("nobody")


@pytest.fixture
def runner(machine: Machine) -> Runner:
    keeper = Doorkeeper(NoCentral(), AtOnce(), machine.kiosk.clock, machine.time)
    return Runner(machine.parts, keeper, AtOnce(), "es")


def do(runner: Runner, act: str, why: str = "", amount: int = 0) -> e.Acted:
    told: list[e.Event] = []
    runner(e.Do(7, act, "teresa", why, amount), told.append)
    [acted] = told
    assert isinstance(acted, e.Acted)
    assert acted.request == 7
    return acted


def noted(machine: Machine) -> list[dict[str, object]]:
    rows = machine.kiosk.real.read(lambda c: list(c.execute(select(audit.c.row)).scalars()))
    found = [json.loads(row) for row in rows]
    kept = ("login", "act", "why", "amount", "outcome")
    return [
        {key: row[key] for key in kept if key in row}
        for row in found
        if row["event"] == "maintenance-act"
    ]


def test_every_act_that_is_offered_has_its_deed_and_no_deed_is_offered_nowhere() -> None:
    offered = {act for acts in (*ACTS.values(), *LINE_ACTS.values()) for act in acts}

    # Leaving is maintenance's own; the odometer and the touch test have screens of their own.
    assert set(DEEDS) == (offered - {"leave"}) | {"load_roll", "touch_test"}
    assert {*ACTS, *LINE_ACTS, *LOOKS} <= set(SECTIONS)


def test_every_section_can_be_looked_at(runner: Runner) -> None:
    for section in SECTIONS:
        told: list[e.Event] = []
        runner(e.Look(3, section, 1), told.append)

        [looked] = told
        assert isinstance(looked, e.Looked)
        assert looked.look == 3
        assert not any(fact.word in ("internal", "disk") for fact in looked.found.facts)


def test_the_odometer_begins_anew_with_the_length_that_was_said(
    machine: Machine, runner: Runner
) -> None:
    assert do(runner, "load_roll", amount=65).told.code == "roll_loaded"

    assert machine.kiosk.real.read(read_roll).roll_mm == 65_000
    assert noted(machine) == [
        {"login": "teresa", "act": "load_roll", "amount": "65", "outcome": "roll_loaded"}
    ]


def test_a_test_page_is_called_printed_only_with_proof(machine: Machine, runner: Runner) -> None:
    assert do(runner, "test_page").told.code == "printed"
    used_mm = machine.kiosk.real.read(read_roll).total_mm
    machine.kiosk.printer.plan.append("lost-part")

    told = do(runner, "test_page").told

    assert (told.code, told.tone) == (PrinterFault.PAPER_OUT.value, "bad")
    assert machine.kiosk.real.read(read_roll).total_mm > used_mm > 0
    assert [line["outcome"] for line in noted(machine)] == ["printed", "paper_out"]


def test_what_waits_is_sent_now_for_a_reason(machine: Machine, runner: Runner) -> None:
    kiosk = machine.kiosk
    kiosk.central.online = False
    kiosk.buy(make_order(kiosk.ids, copies=1))
    kiosk.outbox.send_due()
    before = queries.waiting_items(kiosk.real)
    assert before
    assert all(item.next_try_at > kiosk.clock.now() for item in before if item.attempts)

    told = do(runner, "send_now", "network_back").told

    assert (told.code, told.value) == ("sending", str(len(before)))
    assert all(item.next_try_at <= kiosk.clock.now() for item in queries.waiting_items(kiosk.real))
    assert machine.sent == 1
    assert noted(machine)[0]["why"] == "network_back"


def test_a_restart_is_noted_before_it_is_made(machine: Machine, runner: Runner) -> None:
    seen: list[object] = []
    machine.on_restart = lambda: seen.extend(noted(machine))

    assert do(runner, "restart", "hangs").told.code == "restarting"

    assert machine.restarted == 1
    assert seen == [{"login": "teresa", "act": "restart", "why": "hangs", "outcome": "restarting"}]


def test_the_report_names_every_test_and_fails_with_the_part_that_fails(
    machine: Machine, runner: Runner
) -> None:
    machine.kiosk.printer.fault = PrinterFault.CUTTER_JAM

    report = do(runner, "check_all").report

    assert report is not None
    assert report.verdict == "not_ready"
    failed = [check.code for check in report.checks if check.tone == "bad"]
    assert failed == ["printer"]
    assert do(runner, "save_report").told.code == "saved"
    [saved] = (machine.kiosk.state_dir / "reports").iterdir()
    assert saved.read_bytes().startswith(b"%PDF")


def test_a_report_of_somebody_before_is_not_printed_for_the_next(runner: Runner) -> None:
    assert do(runner, "check_all").report is not None
    runner(e.NoteEntry(TERESA), lambda _event: None)

    assert do(runner, "save_report").told.tone == "bad"


def test_what_cannot_be_noted_is_not_called_done(machine: Machine, runner: Runner) -> None:
    machine.kiosk.real.abandon()

    told = do(runner, "touch_test").told

    assert (told.code, told.tone) == ("disk", "bad")


def test_nothing_in_maintenance_touches_an_operation(machine: Machine, runner: Runner) -> None:
    kiosk = machine.kiosk
    kiosk.buy(make_order(kiosk.ids, copies=1))
    before = queries.operations_in(kiosk.real, *State)
    for act in ("test_page", "empty_buffer", "load_roll", "send_now", "check_all", "touch_test"):
        do(runner, act, "asked", 50)

    assert queries.operations_in(kiosk.real, *State) == before


def test_a_report_is_dated_for_its_screen_and_for_its_paper(machine: Machine) -> None:
    report = examine(machine.parts, "en")
    assert (report.made_at[:6], report.dated[:9]) == ("Nov 21", "21 de nov")
    paper = as_document(report, machine.parts, "teresa")
    assert "Nov 21" not in repr(paper)
    assert "no responde" not in repr(report)

"""A rehearsed purchase: the truth about its paper, nothing of money, and faults on demand."""

import ast
import json
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from sqlalchemy import select

import drivers.printer.job as job_module
import drivers.printer.printer as printer_module
from drivers.printer.fences import Fence
from drivers.printer.languages import language_of
from drivers.printer.profile import list_profiles, load_profile
from kiosk.ports import ChargeLevel, Counters, PrinterFault
from kiosk.purchase.operation import State
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.staff.maintenance import events as e
from kiosk.staff.maintenance.bodies import Fact, Found, Switch
from kiosk.staff.maintenance.evidence import AS_IT_STANDS, CODES, in_codes
from kiosk.staff.maintenance.faults import AMOUNTS
from kiosk.staff.maintenance.look_rehearsal import SWITCHES
from kiosk.staff.maintenance.runner import Runner
from kiosk.staff.maintenance.state import Told
from kiosk.store import queries
from kiosk.store.tables import audit
from tests.support.kiosk import Crash, make_order
from tests.unit.kiosk.staff.conftest import Machine
from tests.unit.kiosk.staff.test_maintenance import Inside
from tests.unit.kiosk.staff.test_upkeep_runner import TERESA, AtOnce, NoCentral, do


def open_runner(machine: Machine) -> Runner:
    keeper = Doorkeeper(NoCentral(), AtOnce(), machine.kiosk.clock, machine.time)
    return Runner(machine.parts, keeper, AtOnce(), "es")


@pytest.fixture
def runner(machine: Machine) -> Runner:
    return open_runner(machine)


def look(runner: Runner, page: int = 1) -> Found:
    told: list[e.Event] = []
    runner(e.Look(1, "rehearsal", page), told.append)
    [looked] = told
    assert isinstance(looked, e.Looked)
    return looked.found


def words(found: Found) -> dict[str, str]:
    return {fact.code: fact.word for fact in found.facts}


def events(machine: Machine) -> list[str]:
    rows = machine.kiosk.real.read(lambda c: list(c.execute(select(audit.c.row)).scalars()))
    return [row["event"] for row in map(json.loads, rows)]


@pytest.mark.parametrize(
    ("plan", "verdict", "money"),
    [
        ("ok", "printed", "charged"),
        ("clean", "not_printed", "released"),
        ("retracted", "not_printed", "released"),
        # What the job could not tell its counters may know, as after a sale.
        ("lost-whole", "unknown", "charged"),
        ("lost-none", "unknown", "released"),
        ("lost-part", "unknown", "waits_person"),
    ],
)
def test_the_money_of_a_sale_would_follow_what_the_printer_proved(
    machine: Machine, runner: Runner, plan: str, verdict: str, money: str
) -> None:
    machine.kiosk.printer.plan.append(plan)

    told = do(runner, "rehearse").told

    assert told.code == f"rehearsed_{verdict}"
    assert words(look(runner))["verdict"] == f"verdict_{verdict}"
    assert words(look(runner))["money"] == f"money_{money}"


def test_without_counters_nobody_knows_more_than_the_job(machine: Machine, runner: Runner) -> None:
    machine.kiosk.printer.has_counters = False
    machine.kiosk.printer.plan.append("lost-whole")

    do(runner, "rehearse")

    assert words(look(runner))["money"] == "money_waits_person"


@pytest.mark.parametrize(
    ("before", "after", "money"),
    [
        (True, False, "charged_later"),
        (False, False, "not_begun"),
        (False, True, "not_begun"),
    ],
)
def test_a_network_that_is_pulled_is_seen_and_changes_what_the_money_would_do(
    machine: Machine, runner: Runner, before: bool, after: bool, money: str
) -> None:
    machine.reachable = before
    machine.kiosk.printer.on_print = lambda _: setattr(machine, "reachable", after)

    do(runner, "rehearse")

    found = look(runner)
    assert words(found)["money"] == f"money_{money}"
    assert [one.code for one in found.exercises if one.done] == ["network"]


def test_a_rehearsal_leaves_no_operation_no_message_and_asks_central_for_nothing(
    machine: Machine, runner: Runner
) -> None:
    kiosk = machine.kiosk
    kiosk.buy(make_order(kiosk.ids, copies=1))
    before = queries.operations_in(kiosk.real, *State), queries.queue(kiosk.real)
    calls = len(kiosk.central.calls)

    do(runner, "rehearse")

    assert (queries.operations_in(kiosk.real, *State), queries.queue(kiosk.real)) == before
    assert len(kiosk.central.calls) == calls
    assert events(machine)[-2:] == ["rehearsal-begun", "maintenance-act"]


def test_a_printer_that_cannot_print_is_not_begun_with(machine: Machine, runner: Runner) -> None:
    machine.kiosk.printer.fault = PrinterFault.PAPER_OUT

    told = do(runner, "rehearse").told

    assert (told.code, told.tone) == ("paper_out", "bad")
    found = look(runner)
    assert (words(found)["verdict"], words(found)["money"]) == (
        "verdict_refused",
        "money_not_begun",
    )
    assert [(row.code, row.name) for row in found.rows] == [("because", "paper_out")]


@pytest.mark.parametrize("point", ["before print", "while sending", "after the cut"])
def test_a_power_cut_in_the_middle_is_told_after_the_start(
    machine: Machine, runner: Runner, point: str
) -> None:
    machine.kiosk.printer.crasher.at_name = point
    with pytest.raises(Crash):
        do(runner, "rehearse")
    machine.kiosk.printer.crasher.at_name = ""
    machine.kiosk.printer.in_buffer = None

    again = open_runner(machine)
    again(e.NoteEntry(TERESA), lambda _event: None)

    assert words(look(again))["verdict"] == "verdict_cut_off"
    assert [one.code for one in look(again).exercises if one.done] == ["power"]
    do(again, "rehearse")
    assert words(look(again))["verdict"] == "verdict_printed"
    assert words(look(open_runner(machine)))["rehearsal"] == "rehearsal_none"


def test_what_came_before_a_person_is_not_shown_as_theirs(machine: Machine, runner: Runner) -> None:
    do(runner, "rehearse")
    runner(e.NoteEntry(TERESA), lambda _event: None)

    assert words(look(runner))["rehearsal"] == "rehearsal_none"


# -- the faults of a demonstration


@dataclass(frozen=True)
class Kind:
    name: str
    unit: str = ""
    lasts: bool = True


@dataclass
class Board:
    """A printer's faults, as a demonstration has them."""

    known: tuple[Kind, ...] = (
        Kind("cover_open"),
        Kind("paper_low", "mm"),
        Kind("late_answers", "s"),
        Kind("power_cut", lasts=False),
        *(Kind(f"more_{n}") for n in range(SWITCHES)),
    )
    set_to: dict[str, float | None] = field(default_factory=dict)

    @property
    def active(self) -> tuple[str, ...]:
        return tuple(self.set_to)

    def set(self, name: str, amount: float | None = None) -> None:
        if name not in {kind.name for kind in self.known}:
            raise ValueError(name)
        self.set_to[name] = amount

    def clear(self, name: str | None = None) -> None:
        del self.set_to[name or ""]


@pytest.fixture
def board(machine: Machine) -> Board:
    made = Board()
    machine.parts = replace(machine.parts, faults=made)  # type: ignore[arg-type]
    return made


def on(runner: Runner, act: str, what: str, amount: int = 0) -> str:
    told: list[e.Event] = []
    runner(e.Do(0, act, "teresa", amount=amount, what=what), told.append)
    [acted] = told
    assert isinstance(acted, e.Acted)
    return acted.told.code


def test_faults_are_switches_behind_the_rehearsal_and_have_their_unit(
    board: Board, machine: Machine
) -> None:
    runner = open_runner(machine)
    assert on(runner, "set_fault", "cover_open") == "fault_done"

    first, second = look(runner), look(runner, 2)

    assert first.switches == ()
    assert first.pages == 1 + -(-len(board.known) // SWITCHES)
    assert (second.exercises, second.rows) == ((), ())
    assert second.switches[:4] == (
        Switch("cover_open", on=True),
        Switch("paper_low", unit="mm", amounts=AMOUNTS["mm"]),
        Switch("late_answers", unit="ms", amounts=AMOUNTS["ms"]),
        Switch("power_cut", lasts=False),
    )
    shown = [one.code for page in (2, 3) for one in look(runner, page).switches]
    assert shown == [kind.name for kind in board.known]


def test_an_amount_reaches_the_printer_in_its_own_unit(board: Board, machine: Machine) -> None:
    runner = open_runner(machine)

    on(runner, "set_fault", "paper_low", 300)
    on(runner, "set_fault", "late_answers", 500)
    on(runner, "set_fault", "cover_open", 7)

    assert board.set_to == {"paper_low": 300.0, "late_answers": 0.5, "cover_open": None}
    assert on(runner, "clear_fault", "paper_low") == "fault_done"
    assert "paper_low" not in board.active


def test_what_the_board_does_not_know_is_refused(board: Board, machine: Machine) -> None:
    assert on(open_runner(machine), "set_fault", "moonlight") == "fault_refused"
    assert board.active == ()


def test_a_real_machine_has_no_faults_to_set(runner: Runner) -> None:
    assert look(runner).pages == 1
    assert look(runner, 2).switches == ()
    assert on(runner, "set_fault", "cover_open") == "no_fault_board"


def test_a_fault_can_be_set_while_the_rehearsal_prints_and_nothing_else() -> None:
    machine = Inside().opened().at("rehearsal", Fact("printer", word="ready"))
    machine.send(e.Act("rehearse"))
    assert machine.does is not None
    request = machine.state.request

    machine.send(e.ActOn("set_fault", "cover_open", 0))

    assert machine.does == e.Do(0, "set_fault", "teresa", what="cover_open")
    assert (machine.state.request, machine.body.doing) == (request, "rehearse")
    machine.send(e.Acted(0, Told("set_fault", "fault_done")))
    assert machine.body.doing == "rehearse"  # nobody waits for that one
    assert machine.send(e.Act("rehearse")).does is None
    assert machine.ends("rehearsed_printed").body.told == "rehearsed_printed"


def test_a_fault_is_set_only_in_its_section_and_never_by_its_name_alone() -> None:
    for section in ("overview", "printer", "leave"):
        machine = Inside().opened().at(section).send(e.ActOn("set_fault", "cover_open", 0))
        assert machine.does is None
    assert Inside().opened().at("rehearsal").send(e.ActOn("restart", "x", 0)).does is None


# -- what the driver says


def phrases() -> set[str]:
    """Every text that the driver's job can put into its evidence, its numbers made 7."""
    found = set()
    for module in (job_module, printer_module):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in _SAYS:
                found |= {text for arg in node.args for text in _texts(arg)}
    return found - {"; "}


_SAYS = ("_LostError", "NotPrinted", "PrintUnknown", "Printed", "append")


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def _texts(node: ast.AST) -> set[str]:
    if isinstance(node, ast.JoinedStr):
        parts = (v.value if isinstance(v, ast.Constant) else "7" for v in node.values)
        return {"".join(map(str, parts)).removeprefix("7; ")}  # a reason with a phrase behind it
    if isinstance(node, ast.Constant):
        return {node.value} if isinstance(node.value, str) else set()
    return {text for child in ast.iter_child_nodes(node) for text in _texts(child)}


def test_every_phrase_of_the_driver_has_its_code() -> None:
    said = phrases()
    assert {"buffer not cleared", "counters unchanged", "no progress"} <= said
    for level in ChargeLevel:
        said.add(f"{Fence(7, 3, level)}, cut ok")
    for profile in map(load_profile, list_profiles()):
        said.add(f"{Fence(7, 3, ChargeLevel.TICKET)}, {language_of(profile.dialect).rest}")
    said |= {"1 of 3 parts proved", "ticket at output"}

    codes = {code for text in said for code, _ in in_codes(text)}

    assert AS_IT_STANDS not in codes, [t for t in said if AS_IT_STANDS in dict(in_codes(t))]
    assert codes == CODES


def test_counters_are_read_before_the_first_byte(machine: Machine, runner: Runner) -> None:
    """Read after it, they would prove a paper that never moved."""
    printer = machine.kiosk.printer
    printer.plan.append("lost-none")
    printer.on_print = lambda _: setattr(printer, "counts", Counters(11, 530, 0))

    do(runner, "rehearse")

    assert words(look(runner))["money"] == "money_charged"

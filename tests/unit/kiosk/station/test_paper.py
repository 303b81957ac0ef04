"""The paper budget: what is printed is counted first, what comes and goes is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from kiosk.documents.model import Document
from kiosk.ports import PrinterFault, PrinterState
from kiosk.purchase.operation import State
from kiosk.purchase.order import PurchaseResult
from kiosk.station.paper import BudgetedPrinter, PaperBudget, left_mm
from kiosk.store import queries
from kiosk.store.roll import RollRecord, read_roll
from tests.support.kiosk import FakeKiosk, FakeRoll, make_certificate, make_order

ROLL_MM, RESERVE_MM, COPY_MM = 80_000, 2_000, 300
READY = PrinterState(None)
NEAR = PrinterState(None, near_end=True)


@pytest.fixture
def budget(kiosk: FakeKiosk) -> PaperBudget:
    return make_budget(kiosk)


def make_budget(kiosk: FakeKiosk) -> PaperBudget:
    return PaperBudget(kiosk.store, kiosk.clock, roll_mm=ROLL_MM, reserve_mm=RESERVE_MM)


def events(kiosk: FakeKiosk) -> list[str]:
    rows = kiosk.store.read(
        lambda c: c.execute(text("SELECT json_extract(row, '$.event') FROM audit")).scalars().all()
    )
    return [event for event in rows if event.startswith("paper")]


def use(kiosk: FakeKiosk, copies: int = 1) -> PurchaseResult:
    return kiosk.buy(make_order(kiosk.ids, copies=copies, price=100))


def test_a_roll_nobody_saw_has_no_length(kiosk: FakeKiosk, budget: PaperBudget) -> None:
    budget.observe(READY)
    use(kiosk)
    assert budget.left_mm() is None
    assert kiosk.store.read(read_roll).total_mm == COPY_MM


def test_every_strip_is_counted_before_it_is_printed(kiosk: FakeKiosk, budget: PaperBudget) -> None:
    budget.load()
    seen: list[int | None] = []
    kiosk.printer.on_print = lambda _op_id: seen.append(budget.left_mm())
    use(kiosk, copies=2)
    assert seen == [ROLL_MM - COPY_MM, ROLL_MM - 2 * COPY_MM]


def test_an_attempt_that_failed_counts_too(kiosk: FakeKiosk, budget: PaperBudget) -> None:
    budget.load()
    kiosk.printer.plan.extend(["clean", "clean", "ok"])
    use(kiosk)
    assert budget.left_mm() == ROLL_MM - 3 * COPY_MM


def test_the_count_survives_a_power_cut(kiosk: FakeKiosk, budget: PaperBudget) -> None:
    budget.load(10_000)
    use(kiosk, copies=3)
    kiosk.reboot()
    assert make_budget(kiosk).left_mm() == 10_000 - 3 * COPY_MM


def test_from_the_moment_the_sensor_speaks_the_reserve_is_all(
    kiosk: FakeKiosk, budget: PaperBudget
) -> None:
    budget.load()
    for _ in range(3):
        budget.observe(NEAR)
    assert budget.left_mm() == RESERVE_MM
    use(kiosk, copies=2)
    budget.observe(NEAR)
    assert budget.left_mm() == RESERVE_MM - 2 * COPY_MM
    assert events(kiosk) == ["paper-loaded", "paper-near-end"]


def test_the_sensor_alone_gives_a_roll_nobody_saw_its_end(budget: PaperBudget) -> None:
    budget.observe(NEAR)
    assert budget.left_mm() == RESERVE_MM


def test_a_trembling_sensor_is_not_believed_until_paper_has_moved(
    kiosk: FakeKiosk, budget: PaperBudget
) -> None:
    budget.load()
    budget.observe(READY)
    for state in (NEAR, READY, NEAR, READY):
        budget.observe(state)
    assert budget.left_mm() == RESERVE_MM
    assert events(kiosk).count("paper-near-end") == 1
    use(kiosk)
    budget.observe(READY)
    assert budget.left_mm() == ROLL_MM - COPY_MM


def test_paper_that_is_back_is_a_new_roll(kiosk: FakeKiosk, budget: PaperBudget) -> None:
    budget.load(5_000)
    use(kiosk)
    for fault in (PrinterFault.PAPER_OUT, PrinterFault.COVER_OPEN, PrinterFault.UNKNOWN):
        budget.observe(PrinterState(fault))
        assert budget.left_mm() == 0
    budget.observe(READY)
    assert budget.left_mm() == ROLL_MM
    assert events(kiosk) == ["paper-loaded", "paper-out", "paper-loaded"]


def test_a_roll_changed_while_the_program_was_off_is_noticed(
    kiosk: FakeKiosk, budget: PaperBudget
) -> None:
    budget.observe(PrinterState(PrinterFault.PAPER_OUT))
    make_budget(kiosk).observe(READY)
    assert budget.left_mm() == ROLL_MM


@pytest.mark.parametrize("fault", [PrinterFault.COVER_OPEN, PrinterFault.DISCONNECTED])
def test_a_near_end_that_is_gone_behind_an_open_cover_is_a_new_roll(
    budget: PaperBudget, fault: PrinterFault
) -> None:
    budget.load(4_000)
    budget.observe(NEAR)
    budget.observe(PrinterState(fault))
    budget.observe(READY)
    assert budget.left_mm() == ROLL_MM


def test_a_cover_opened_and_shut_changes_no_roll(kiosk: FakeKiosk, budget: PaperBudget) -> None:
    budget.load(4_000)
    use(kiosk)
    budget.observe(PrinterState(PrinterFault.COVER_OPEN))
    budget.observe(READY)
    assert budget.left_mm() == 4_000 - COPY_MM


def test_a_short_roll_put_in_after_the_end_has_only_its_reserve(budget: PaperBudget) -> None:
    budget.observe(PrinterState(PrinterFault.PAPER_OUT))
    budget.observe(NEAR)
    budget.observe(NEAR)
    assert budget.left_mm() == RESERVE_MM


@given(
    roll=st.none() | st.integers(1, 10**6),
    used=st.integers(0, 10**6),
    near=st.none() | st.integers(0, 10**6),
    is_out=st.booleans(),
    more=st.integers(0, 10**5),
)
def test_printing_never_makes_the_budget_larger(
    roll: int | None, used: int, near: int | None, is_out: bool, more: int
) -> None:
    near = None if near is None else min(near, used)
    before = left_mm(RollRecord(roll, used, near, is_out, used), RESERVE_MM)
    after = left_mm(RollRecord(roll, used + more, near, is_out, used + more), RESERVE_MM)
    if before is None:
        assert after is None
    else:
        assert after is not None
        assert 0 <= after <= before
        assert after == max(0, before - more) or is_out or before == 0


# The printer behind the budget.


def test_what_the_roll_will_not_hold_is_not_begun(kiosk: FakeKiosk, budget: PaperBudget) -> None:
    budget.load(2 * COPY_MM - 1)
    kiosk.press = BudgetedPrinter(kiosk.printer, budget)
    result = use(kiosk, copies=2)
    assert [(c.state, c.fault) for c in result.copies] == [
        (State.VOIDED, PrinterFault.PAPER_SHORT)
    ] * 2
    assert kiosk.printer.paper == []
    assert kiosk.central.held == 0
    assert all(copy.state is State.CAPTURED for copy in use(kiosk).copies)


def test_the_printers_own_fault_is_told_first(kiosk: FakeKiosk, budget: PaperBudget) -> None:
    budget.load(10)
    printer = BudgetedPrinter(kiosk.printer, budget)
    assert printer.preflight(11) is PrinterFault.PAPER_SHORT
    assert printer.preflight(10) is None
    kiosk.printer.fault = PrinterFault.PAPER_OUT
    assert printer.preflight(11) is PrinterFault.PAPER_OUT


def test_a_budgeted_printer_is_the_same_printer(kiosk: FakeKiosk, budget: PaperBudget) -> None:
    inner = kiosk.printer
    printer = BudgetedPrinter(inner, budget)
    document: Document = make_certificate("x")
    assert printer.charge_level is inner.charge_level
    assert printer.has_counters is inner.has_counters
    assert (printer.state(), printer.counters()) == (inner.state(), inner.counters())
    assert printer.lay_out(document) == FakeRoll("x")
    assert printer.clear()
    assert queries.count_waiting(kiosk.store) == 0

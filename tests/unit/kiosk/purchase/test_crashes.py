"""The power goes off at every single place of a purchase, and again while recovering from that.

Afterwards the same disk, paper and central are given a new start and time, and the protocol's
invariants must hold: money follows paper.
"""

from collections.abc import Callable

import pytest

from kiosk.contract import messages as m
from kiosk.purchase.operation import TERMINAL, State
from kiosk.purchase.order import Order
from kiosk.store import queries
from tests.support.kiosk import Crash, Crasher, FakeCentral, FakeKiosk, FakePrinter, make_order

MakeKiosk = Callable[..., FakeKiosk]

# How the purchase goes that is cut short: what the printer does with its two copies.
STORIES: dict[str, list[str]] = {
    "all well": [],
    "a clean failure first": ["clean"],
    "the end not seen": ["lost-whole"],
    "paper out in copy 2": ["ok", "lost-part"],
}
MOST_POINTS = 120


class Witness:
    """Watches from outside, with what the product cannot know."""

    def __init__(self, kiosk: FakeKiosk) -> None:
        self.kiosk = kiosk
        self.started: list[str] = []
        kiosk.printer.on_print = self._print_begins

    def _print_begins(self, op_id: str) -> None:
        found = queries.find_operation(self.kiosk.store, op_id)
        assert found is not None
        assert found.state is State.PRINT_STARTED, "I9: a byte without a saved PRINT_STARTED"
        central = self.kiosk.central.operations[op_id]
        assert central.state is m.OperationState.HELD, "I7: a byte without a live hold"
        self.started.append(op_id)

    def check(self) -> None:
        kiosk = self.kiosk
        ours = {op.op_id: op for op in queries.operations_in(kiosk.store, *State)}
        for op_id, op in ours.items():
            theirs = kiosk.central.operations.get(op_id)
            whole = kiosk.printer.complete(op_id)
            assert op.state in TERMINAL | {State.WAIT_PERSON}, "I5"
            if op.state is State.CAPTURED:
                assert whole >= 1, "I1: charged without paper"
                assert theirs is not None
                assert theirs.state is m.OperationState.CAPTURED, "I6"
            elif op.state in (State.VOIDED, State.DECLINED):
                assert whole == 0, "I2: paper without charge"
                assert theirs is not None
                assert theirs.state is m.OperationState.VOIDED_BY_DEVICE, "I6"
            if op.state in TERMINAL:
                assert op.content is None
        assert set(kiosk.central.operations) <= set(ours), "I11"
        waiting = [op for op in ours.values() if op.state is State.WAIT_PERSON]
        assert kiosk.central.held == sum(op.copy.price_pesos for op in waiting)
        sent = sorted(kiosk.central.bodies)
        assert sent == list(range(1, len(sent) + 1)), "I8: a number is missing"
        assert queries.broken_audit_row(kiosk.store) is None, "I8"


def live_through(kiosk: FakeKiosk, order: Order, plan: list[str]) -> None:
    """Buy, losing power where the crasher says; then start again until nothing is lost any more."""
    kiosk.printer.plan.extend(plan)
    try:
        kiosk.start()
        kiosk.buy(order)
    except Crash:
        kiosk.printer.plan.clear()
        recover_somehow(kiosk)
    kiosk.settle()


def recover_somehow(kiosk: FakeKiosk) -> None:
    for _ in range(3):
        kiosk.reboot()
        try:
            kiosk.start()
        except Crash:
            continue
        return
    raise AssertionError("one crash was planned, at most two")


@pytest.mark.parametrize("has_counters", [True, False], ids=["counters", "no counters"])
@pytest.mark.parametrize("story", STORIES)
def test_a_power_cut_at_any_point_leaves_money_and_paper_agreeing(
    make_kiosk: MakeKiosk, story: str, has_counters: bool
) -> None:
    for at in range(1, MOST_POINTS):
        crasher = Crasher(at)
        printer = FakePrinter(crasher, has_counters=has_counters)
        kiosk = make_kiosk(crasher=crasher, printer=printer)
        witness = Witness(kiosk)
        live_through(kiosk, make_order(kiosk.ids), STORIES[story])
        witness.check()
        if len(crasher.passed) < at:
            assert at > 30, f"only {at} places to crash: the hooks are not in the way"
            return
    raise AssertionError("raise MOST_POINTS: some places were never reached")


@pytest.mark.parametrize("second", range(1, 28, 3))
def test_a_second_power_cut_during_recovery_changes_nothing(
    make_kiosk: MakeKiosk, second: int
) -> None:
    for first in (8, 19, 27, 33):
        crasher = Crasher(first)
        kiosk = make_kiosk(
            crasher=crasher, central=FakeCentral(crasher), printer=FakePrinter(crasher)
        )
        witness = Witness(kiosk)
        kiosk.start()
        with pytest.raises(Crash):
            kiosk.buy(make_order(kiosk.ids))
        crasher.at = first + second
        recover_somehow(kiosk)
        kiosk.settle()
        witness.check()


def test_paper_that_was_coming_out_waits_for_a_person(make_kiosk: MakeKiosk) -> None:
    crasher = Crasher(at_name="in the middle of the paper")
    kiosk = make_kiosk(crasher=crasher)
    kiosk.start()
    with pytest.raises(Crash):
        kiosk.buy(make_order(kiosk.ids, copies=1))
    assert kiosk.printer.in_buffer
    kiosk.reboot()
    recovery = kiosk.start()
    assert len(recovery.waiting) == 1
    assert recovery.printer_is_clear
    assert kiosk.printer.in_buffer is None


def test_a_copy_that_was_cut_before_the_crash_is_charged_by_the_counters(
    make_kiosk: MakeKiosk,
) -> None:
    kiosk = make_kiosk(crasher=Crasher(at_name="after the cut"))
    kiosk.start()
    order = make_order(kiosk.ids, copies=1)
    with pytest.raises(Crash):
        kiosk.buy(order)
    kiosk.reboot()
    assert kiosk.start().printed == (order.copies[0].op_id,)
    assert kiosk.central.spent == 6_100

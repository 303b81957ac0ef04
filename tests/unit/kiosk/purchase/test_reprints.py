"""A charged certificate printed again, with the power going off at every point."""

from collections.abc import Callable

import pytest

from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.purchase.operation import TERMINAL, State
from kiosk.purchase.order import Order, Trouble
from kiosk.store import queries
from tests.support.kiosk import (
    LOST_ANSWER,
    Crash,
    Crasher,
    FakeKiosk,
    FakePrinter,
    make_order,
    problem,
)

MakeKiosk = Callable[..., FakeKiosk]
SOLD = "01900000-0000-7000-8000-00000000abcd"
S = m.OperationState
MOST_POINTS = 90


def sold(kiosk: FakeKiosk) -> None:
    """By another machine, and charged."""
    kiosk.central.sold_elsewhere(SOLD)
    kiosk.central.operations[SOLD].state = S.CAPTURED


def copied(kiosk: FakeKiosk) -> tuple[Order, State, Trouble]:
    order = make_order(kiosk.ids, copies=1, price=0)
    (copy,) = kiosk.reprint(order, SOLD).copies
    return order, copy.state, copy.trouble


def test_a_copy_comes_out_and_is_reported_under_its_own_id(kiosk: FakeKiosk) -> None:
    sold(kiosk)
    order, state, _ = copied(kiosk)
    op_id = order.copies[0].op_id
    assert state is State.CAPTURED
    assert kiosk.printer.complete(op_id) == 1
    assert kiosk.central.calls[:2] == ["open_operations", "reprint"]
    assert kiosk.central.operations[op_id].state is S.CAPTURED
    assert b'"session":null' in kiosk.central.bodies[1]


def test_an_answer_that_was_lost_is_asked_for_again(kiosk: FakeKiosk) -> None:
    sold(kiosk)
    kiosk.central.faults["reprint"].append(LOST_ANSWER)
    order, state, _ = copied(kiosk)
    assert state is State.CAPTURED
    assert kiosk.printer.complete(order.copies[0].op_id) == 1


@pytest.mark.parametrize(
    "code", [ProblemCode.CERTIFICATE_VOID, ProblemCode.REPRINT_LIMIT, ProblemCode.NOT_FOUND]
)
def test_what_central_refuses_is_not_printed(kiosk: FakeKiosk, code: ProblemCode) -> None:
    sold(kiosk)
    kiosk.central.faults["reprint"].append(problem(code, 409))
    order, state, trouble = copied(kiosk)
    assert (state, trouble) == (State.VOIDED, Trouble.DECLINED_OTHER)
    assert kiosk.printer.complete(order.copies[0].op_id) == 0


@pytest.mark.parametrize(
    ("plan", "has_counters"),
    [([], False), (["lost-whole"], True)],
    ids=["all well", "the end not seen"],
)
def test_after_a_power_cut_anywhere_a_copy_is_counted_only_for_its_paper(
    make_kiosk: MakeKiosk, plan: list[str], has_counters: bool
) -> None:
    for at in range(1, MOST_POINTS):
        crasher = Crasher(at)
        kiosk = make_kiosk(crasher=crasher, printer=FakePrinter(crasher, has_counters=has_counters))
        sold(kiosk)
        kiosk.printer.plan.extend(plan)
        try:
            kiosk.start()
            copied(kiosk)
        except Crash:
            kiosk.printer.plan.clear()
            kiosk.reboot()
            kiosk.start()
        kiosk.settle()
        count_followed_paper(kiosk)
        if len(crasher.passed) < at:
            assert at > 20, f"only {at} places to crash: the hooks are not in the way"
            return
    raise AssertionError("raise MOST_POINTS: some places were never reached")


def count_followed_paper(kiosk: FakeKiosk) -> None:
    for op in queries.operations_in(kiosk.store, *State):
        assert op.state in TERMINAL | {State.WAIT_PERSON}
        theirs, paper = kiosk.central.operations[op.op_id].state, kiosk.printer.complete(op.op_id)
        assert (theirs is S.CAPTURED) == (op.state is State.CAPTURED)
        if op.state is State.CAPTURED:
            assert paper >= 1, "counted without paper"
        if op.state in (State.VOIDED, State.DECLINED):
            assert paper == 0, "paper that nobody counts"
        if op.state is State.WAIT_PERSON:
            assert theirs is S.HELD
    assert kiosk.central.operations[SOLD].state is S.CAPTURED
    sent = sorted(kiosk.central.bodies)
    assert sent == list(range(1, len(sent) + 1))

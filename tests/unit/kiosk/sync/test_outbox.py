"""The outbox: nothing is lost, nothing is sent out of order, nothing blocks the rest."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.purchase import advice
from kiosk.purchase.operation import State
from kiosk.station.invariants import contradictions
from kiosk.store import queries
from kiosk.sync.outbox import LONGEST_WAIT_S, back_off_s
from tests.support.kiosk import LOST_ANSWER, LOST_REQUEST, FakeKiosk, make_order, problem


def state(kiosk: FakeKiosk, op_id: str) -> State:
    found = queries.find_operation(kiosk.store, op_id)
    assert found is not None
    return found.state


def sold_offline(kiosk: FakeKiosk, copies: int = 1) -> list[str]:
    """Copies that are printed, with their captures still queued."""
    kiosk.start()
    kiosk.central.faults["capture"].append(LOST_REQUEST)
    order = make_order(kiosk.ids, copies)
    kiosk.buy(order)
    return [copy.op_id for copy in order.copies]


@given(attempts=st.integers(1, 10_000), jitter=st.floats(0, 0.999))
def test_waiting_grows_to_five_minutes_and_never_ends(attempts: int, jitter: float) -> None:
    wait_s = back_off_s(attempts, jitter)
    assert 0.5 <= wait_s <= LONGEST_WAIT_S


def test_a_message_waits_longer_after_every_failure_and_is_never_dropped(kiosk: FakeKiosk) -> None:
    op_id = sold_offline(kiosk)[0]
    kiosk.central.online = False
    waits = []
    for _ in range(20):
        item = queries.open_items(kiosk.store, [op_id])[0]
        waits.append((item.next_try_at - kiosk.clock.now()).total_seconds())
        kiosk.clock.advance(waits[-1])
        kiosk.outbox.send_due()
    assert waits == sorted(waits)
    assert (round(waits[0]), round(waits[-1])) == (1, 300)
    kiosk.central.online = True
    kiosk.settle()
    assert state(kiosk, op_id) is State.CAPTURED


def test_nothing_is_sent_before_it_is_due(kiosk: FakeKiosk) -> None:
    sold_offline(kiosk)
    calls = len(kiosk.central.calls)
    assert kiosk.outbox.send_due() == pytest.approx(1.0, abs=0.01)
    assert len(kiosk.central.calls) == calls


def test_the_waiting_time_survives_a_power_cut(kiosk: FakeKiosk) -> None:
    op_id = sold_offline(kiosk)[0]
    kiosk.central.online = False
    for _ in range(6):
        kiosk.clock.advance(300)
        kiosk.outbox.send_due()
    before = queries.open_items(kiosk.store, [op_id])[0]
    kiosk.reboot()
    after = queries.open_items(kiosk.store, [op_id])[0]
    assert after == before
    assert after.attempts == 7
    assert kiosk.outbox.send_due() > 20  # as saved, not from the start again


def test_a_clock_that_jumped_back_does_not_hold_a_message_for_days(kiosk: FakeKiosk) -> None:
    op_id = sold_offline(kiosk)[0]
    kiosk.clock.wall -= timedelta(days=2)
    kiosk.outbox.send_due()
    assert state(kiosk, op_id) is State.CAPTURED


def test_central_may_ask_for_a_longer_pause(kiosk: FakeKiosk) -> None:
    op_id = sold_offline(kiosk)[0]
    kiosk.clock.advance(5)
    kiosk.central.faults["capture"].append(problem(ProblemCode.THROTTLED, 429, retry_after_s=120))
    kiosk.outbox.send_due()
    item = queries.open_items(kiosk.store, [op_id])[0]
    assert (item.next_try_at - kiosk.clock.now()).total_seconds() == 120


def test_an_answer_that_was_lost_is_given_again(kiosk: FakeKiosk) -> None:
    kiosk.central.faults["capture"].append(LOST_ANSWER)
    order = make_order(kiosk.ids, copies=1)
    kiosk.buy(order)
    kiosk.settle()
    assert state(kiosk, order.copies[0].op_id) is State.CAPTURED
    assert kiosk.central.calls.count("capture") == 2


def test_one_bad_item_is_parked_and_does_not_block_the_rest(kiosk: FakeKiosk) -> None:
    bad, good = sold_offline(kiosk, copies=2)
    kiosk.clock.advance(5)
    kiosk.central.faults["capture"].append(problem(ProblemCode.VOIDED_BEFORE_CAPTURE, 409))
    kiosk.outbox.send_due()
    assert [(p.op_id, p.reason) for p in queries.parked_items(kiosk.store)] == [
        (bad, "voided-before-capture")
    ]
    assert (state(kiosk, bad), state(kiosk, good)) == (State.PRINTED, State.CAPTURED)
    assert queries.queue(kiosk.store).parked == 1
    assert queries.unfinished(kiosk.store)[0].parked_reason == "voided-before-capture"


def test_one_item_that_never_gets_an_answer_does_not_block_the_rest(kiosk: FakeKiosk) -> None:
    bad, good = sold_offline(kiosk, copies=2)
    kiosk.central.online = True
    kiosk.clock.advance(5)
    kiosk.central.faults["capture"].append(LOST_REQUEST)
    kiosk.outbox.send_due()  # ends with the bad one
    kiosk.outbox.send_due()
    assert (state(kiosk, bad), state(kiosk, good)) == (State.PRINTED, State.CAPTURED)


def given_up(kiosk: FakeKiosk) -> str:
    """A copy whose void has no answer yet."""
    kiosk.start()
    kiosk.central.online = False
    order = make_order(kiosk.ids, copies=1)
    kiosk.buy(order)
    kiosk.central.online = True
    return order.copies[0].op_id


def test_a_void_of_what_a_claim_printed_meanwhile_ends_as_captured(kiosk: FakeKiosk) -> None:
    op_id = given_up(kiosk)
    kiosk.central.faults["void"].append(problem(ProblemCode.ALREADY_CAPTURED, 409))
    kiosk.settle()
    assert queries.parked_items(kiosk.store) == ()
    assert state(kiosk, op_id) is State.CAPTURED
    assert kiosk.real.read(contradictions) == {}


def test_a_void_that_central_refuses_is_parked_as_an_incident(kiosk: FakeKiosk) -> None:
    op_id = given_up(kiosk)
    kiosk.central.faults["void"].append(problem(ProblemCode.NOT_FOUND, 404))
    kiosk.settle()
    assert [p.reason for p in queries.parked_items(kiosk.store)] == ["not-found"]
    assert state(kiosk, op_id) is State.VOIDING


@pytest.mark.parametrize(
    "code",
    [
        ProblemCode.CLOCK_SKEW,
        ProblemCode.SIGNATURE_INVALID,
        ProblemCode.DEVICE_REVOKED,
        ProblemCode.IN_PROGRESS,
    ],
)
def test_what_is_wrong_with_the_machine_never_parks_a_capture(
    kiosk: FakeKiosk, code: ProblemCode
) -> None:
    op_id = sold_offline(kiosk)[0]
    kiosk.central.faults["capture"].append(problem(code, 401))
    kiosk.settle()
    assert state(kiosk, op_id) is State.CAPTURED


def test_a_late_hold_is_ignored_and_the_void_behind_it_releases_the_money(
    kiosk: FakeKiosk,
) -> None:
    kiosk.start()
    kiosk.central.online = False
    order = make_order(kiosk.ids)
    kiosk.buy(order)
    kiosk.central.online = True
    kiosk.settle()
    assert [state(kiosk, copy.op_id) for copy in order.copies] == [State.VOIDED] * 2
    assert (kiosk.central.held, kiosk.printer.paper) == (0, [])
    assert sorted(kiosk.central.bodies) == [1, 2, 3, 4]


def test_messages_of_one_operation_keep_their_order(kiosk: FakeKiosk) -> None:
    kiosk.start()
    kiosk.central.online = False
    kiosk.buy(make_order(kiosk.ids, copies=1))
    kiosk.central.online = True
    kiosk.central.calls.clear()
    kiosk.settle()
    assert kiosk.central.calls == ["authorise", "void"]


def test_an_answer_that_makes_no_sense_is_parked_not_believed(kiosk: FakeKiosk) -> None:
    op_id = sold_offline(kiosk)[0]
    kiosk.central.faults["capture"].append(
        lambda r: r.model_copy(update={"state": m.OperationState.HELD})
    )
    kiosk.settle()
    assert state(kiosk, op_id) is State.PRINTED
    assert [p.reason for p in queries.parked_items(kiosk.store)] == ["unexpected:HELD"]


def test_the_background_leaves_the_engines_operations_alone(kiosk: FakeKiosk) -> None:
    op_id = sold_offline(kiosk)[0]
    kiosk.clock.advance(60)
    calls = len(kiosk.central.calls)
    with kiosk.outbox.reserved([op_id]):
        kiosk.outbox.send_due()
        assert len(kiosk.central.calls) == calls
    kiosk.outbox.send_due()
    assert state(kiosk, op_id) is State.CAPTURED


def test_nobody_but_the_engine_obtains_a_hold(kiosk: FakeKiosk) -> None:
    """The engine stopped over a bug of ours: its INTENT must not become a hold behind its back."""
    order = make_order(kiosk.ids, copies=1)
    kiosk.journal.begin(order, "boot", lambda copy: advice.authorise(order, copy))
    kiosk.settle(rounds=5)
    assert kiosk.central.calls == []


def test_the_worker_is_woken_when_the_engine_leaves_work(kiosk: FakeKiosk) -> None:
    woken: list[bool] = []
    kiosk.outbox.on_queued = lambda: woken.append(True)
    sold_offline(kiosk)
    assert woken

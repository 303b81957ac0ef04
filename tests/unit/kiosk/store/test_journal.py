"""The journal: every arrow, and no other, is one transaction."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from kiosk.purchase import advice
from kiosk.purchase.operation import ARROWS, TERMINAL, State
from kiosk.store import queries
from kiosk.store.failure import ImpossibleArrow
from kiosk.store.rows import Fields
from tests.support.kiosk import FakeKiosk, fresh_state, make_order

HELD: Fields = {"content": "{}", "digest": "d", "signature": "s", "verification_code": "CODE"}


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[FakeKiosk]:
    made = FakeKiosk(fresh_state(tmp_path / "kiosk", tmp_path / "template"))
    yield made
    made.real.abandon()


def begin(kiosk: FakeKiosk) -> str:
    order = make_order(kiosk.ids, copies=1)
    kiosk.journal.begin(order, "boot", lambda copy: advice.authorise(order, copy))
    return order.copies[0].op_id


# How each state is reached.
WAYS: dict[State, tuple[State, ...]] = {
    State.INTENT: (),
    State.HELD: (State.HELD,),
    State.PRINT_STARTED: (State.HELD, State.PRINT_STARTED),
    State.PRINT_FAILED_CLEAN: (State.HELD, State.PRINT_STARTED, State.PRINT_FAILED_CLEAN),
    State.UNCERTAIN: (State.HELD, State.PRINT_STARTED, State.UNCERTAIN),
    State.WAIT_PERSON: (State.HELD, State.PRINT_STARTED, State.UNCERTAIN, State.WAIT_PERSON),
    State.PRINTED: (State.HELD, State.PRINT_STARTED, State.PRINTED),
    State.VOIDING: (State.VOIDING,),
    State.CAPTURED: (State.HELD, State.PRINT_STARTED, State.PRINTED, State.CAPTURED),
    State.VOIDED: (State.VOIDING, State.VOIDED),
    State.DECLINED: (State.DECLINED,),
}


def walk(kiosk: FakeKiosk, op_id: str, states: tuple[State, ...]) -> None:
    for state in states:
        if state is State.PRINT_STARTED:
            kiosk.journal.start_print(op_id, sheets=1, length_mm=300, before=None)
        else:
            kiosk.journal.go(op_id, state, fields=HELD if state is State.HELD else None)


@pytest.mark.parametrize("source", State)
def test_arrows_that_do_not_exist_are_refused_and_save_nothing(
    kiosk: FakeKiosk, source: State
) -> None:
    op_id = begin(kiosk)
    walk(kiosk, op_id, WAYS[source])
    size, _ = queries.audit_head(kiosk.store)
    for target in State:
        if target in ARROWS[source]:
            continue
        with pytest.raises(ImpossibleArrow):
            kiosk.journal.go(op_id, target, send=advice.void(op_id, "x"))
    found = queries.find_operation(kiosk.store, op_id)
    assert found is not None
    assert found.state is source
    assert queries.audit_head(kiosk.store)[0] == size
    assert queries.queue(kiosk.store).length == 1


def test_state_outbox_and_audit_are_saved_together_or_not_at_all(kiosk: FakeKiosk) -> None:
    op_id = begin(kiosk)
    with pytest.raises(AssertionError, match="number"):
        kiosk.journal.go(op_id, State.VOIDING, send=lambda _seq: advice.void(op_id, "x")(_seq + 1))
    found = queries.find_operation(kiosk.store, op_id)
    assert found is not None
    assert found.state is State.INTENT
    assert queries.audit_head(kiosk.store)[0] == 2
    kiosk.journal.go(op_id, State.VOIDING, send=advice.void(op_id, "x"))
    assert [i.device_seq for i in queries.open_items(kiosk.store, [op_id])] == [1, 2]


@pytest.mark.parametrize("terminal", sorted(TERMINAL))
def test_the_certificate_is_deleted_with_the_last_arrow(kiosk: FakeKiosk, terminal: State) -> None:
    op_id = begin(kiosk)
    walk(kiosk, op_id, WAYS[terminal])
    found = queries.find_operation(kiosk.store, op_id)
    assert found is not None
    assert found.content is None


def test_a_fourth_attempt_is_a_bug(kiosk: FakeKiosk) -> None:
    op_id = begin(kiosk)
    walk(kiosk, op_id, (State.HELD, *(State.PRINT_STARTED, State.PRINT_FAILED_CLEAN) * 3))
    with pytest.raises(AssertionError, match="twice"):
        kiosk.journal.start_print(op_id, sheets=1, length_mm=300, before=None)


def test_the_prepaid_token_is_not_in_the_audit_chain(kiosk: FakeKiosk) -> None:
    begin(kiosk)
    rows = kiosk.real.read(lambda c: c.execute(text("SELECT row FROM audit")).scalars().all())
    assert rows
    assert not any("token-of-the-tests" in row or "Ejemplo" in row for row in rows)


def test_every_row_of_the_chain_is_verified(kiosk: FakeKiosk) -> None:
    kiosk.buy(make_order(kiosk.ids))
    size, _ = queries.audit_head(kiosk.store)
    assert size > 10
    assert queries.broken_audit_row(kiosk.store) is None
    assert queries.broken_audit_row(kiosk.store, last=5) is None

    def drop_one(c: Connection) -> None:
        c.exec_driver_sql("DROP TRIGGER audit_stays")
        c.exec_driver_sql("DELETE FROM audit WHERE seq = 4")

    kiosk.real.write(drop_one)
    assert queries.broken_audit_row(kiosk.store) == 4
    assert queries.broken_audit_row(kiosk.store, last=5) is None

"""Day close against the real central: both count, a difference is told and never adjusted."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from central.records.tables import Incident
from kiosk.contract import messages as m
from kiosk.purchase import advice
from kiosk.purchase.operation import State
from kiosk.purchase.order import Order
from kiosk.store import witnesses
from kiosk.store.witnesses import ClosedDay
from kiosk.sync.day_close import AGAIN_S, COLOMBIA, EVERY_S, NOT_BEFORE, DayCloser
from kiosk.sync.device_key import load_key
from kiosk.sync.outbox import Outbox
from kiosk.sync.witness import Checkpoints
from kiosk.system import uuid7
from tests.support.kiosk import START, FakeIds, make_order
from tests.support.paired import LOST_ANSWER, LOST_REQUEST, Paired, paired

TODAY = date(2026, 11, 21)
HOUR_S = 3600.0
TO_MIDNIGHT_S = 14 * HOUR_S  # START is 10:00 in Colombia


@pytest.fixture
def pair(tmp_path: Path, template: Path) -> Iterator[Paired]:
    with paired(tmp_path, template) as made:
        yield made


class Day:
    """A closer, and a kiosk that has voided operations to count."""

    def __init__(self, pair: Paired) -> None:
        self.pair = pair
        self.ids = FakeIds()
        key = load_key(pair.state_dir)
        self.checkpoints = Checkpoints(
            pair.store, pair.client, pair.time, pair.device, lambda: key, lambda _told: None
        )
        self.closer = DayCloser(
            pair.store,
            pair.client,
            pair.clock,
            pair.time,
            START,
            self.checkpoints.make,
            self.checkpoints.take,
        )
        self.outbox = Outbox(pair.journal, pair.client, pair.clock, lambda: 0.5)
        pair.time.learn(pair.true_time(), pair.clock.monotonic())

    def sell(self, copies: int = 2, price: int = 6_100) -> Order:
        """An order that was given up before its holds came: it is void on both sides."""
        order = make_order(self.ids, copies, price)
        self.pair.journal.begin(order, "boot", lambda copy: advice.authorise(order, copy))
        for copy in order.copies:
            send = advice.void(copy.op_id, "test")
            self.pair.journal.go(copy.op_id, State.VOIDING, send=send)
        return order

    def days(self) -> tuple[ClosedDay, ...]:
        return self.pair.store.read(witnesses.read_days)


def incidents(pair: Paired) -> list[str]:
    return pair.central.services.database.run(lambda db: list(db.scalars(select(Incident.kind))))


def test_a_day_is_counted_once_it_is_over_and_both_agree(pair: Paired) -> None:
    day = Day(pair)
    day.sell()
    assert day.outbox.drain(10)
    assert day.closer.close_due() == EVERY_S
    pair.clock.advance(TO_MIDNIGHT_S + NOT_BEFORE.total_seconds() - 1)
    assert day.closer.close_due() == EVERY_S
    assert day.days() == ()
    pair.clock.advance(1)
    assert day.closer.close_due() == AGAIN_S
    (closed,) = day.days()
    assert (closed.day, closed.outcome, closed.detail) == (TODAY, "agreed", "")
    assert day.closer.close_due() == EVERY_S
    assert incidents(pair) == []


def test_what_is_counted_is_what_happened(pair: Paired) -> None:
    day = Day(pair)
    first = day.sell(copies=2, price=6_100)
    day.outbox.drain(10)
    day.sell(copies=1, price=900)
    sums = pair.store.read(lambda c: witnesses.sums_of_day(c, TODAY))
    assert sums == (
        m.DaySum(state=m.DayState.OPEN, count=1, pesos=900),
        m.DaySum(state=m.DayState.VOIDED, count=2, pesos=12_200),
    )
    assert pair.store.read(lambda c: witnesses.sums_of_day(c, TODAY + timedelta(1))) == ()
    assert pair.store.read(witnesses.last_seq) == 2 * (len(first.copies) + 1)


def test_nothing_is_counted_while_messages_wait(pair: Paired) -> None:
    day = Day(pair)
    day.sell()
    pair.clock.advance(TO_MIDNIGHT_S + HOUR_S)
    assert day.closer.close_due() == AGAIN_S
    assert day.days() == ()
    assert day.outbox.drain(10)
    day.closer.close_due()
    assert [closed.outcome for closed in day.days()] == ["agreed"]


@pytest.mark.parametrize("fault", [LOST_REQUEST, LOST_ANSWER])
def test_a_lost_exchange_is_done_again_and_the_count_was_saved(pair: Paired, fault: str) -> None:
    day = Day(pair)
    pair.clock.advance(TO_MIDNIGHT_S + HOUR_S)
    pair.wire.faults.append(fault)
    day.closer.close_due()
    assert [closed.outcome for closed in day.days()] == [""]
    pair.reboot()
    again = Day(pair)
    again.closer.close_due()
    assert [closed.outcome for closed in again.days()] == ["agreed"]
    assert incidents(pair) == []


def test_a_clock_in_doubt_closes_no_day(pair: Paired) -> None:
    day = Day(pair)
    pair.clock.advance(TO_MIDNIGHT_S + HOUR_S)
    pair.clock.wall += timedelta(minutes=5)
    assert day.closer.close_due() == AGAIN_S
    assert day.days() == ()
    pair.clock.wall -= timedelta(minutes=5)
    day.closer.close_due()
    assert len(day.days()) == 1


def test_a_difference_is_an_incident_on_both_sides_and_changes_nothing(pair: Paired) -> None:
    day = Day(pair)
    order = day.sell(copies=2)
    day.outbox.drain(10)
    before = pair.store.read(lambda c: witnesses.sums_of_day(c, TODAY))
    _lose_at_central(pair, order.copies[0].op_id)
    pair.clock.advance(TO_MIDNIGHT_S + HOUR_S)
    day.closer.close_due()
    (closed,) = day.days()
    assert closed.outcome == "different"
    assert "voided: 2 (12200) here, 1 (" in closed.detail
    assert incidents(pair) == ["day-close-difference"]
    assert pair.store.read(lambda c: witnesses.sums_of_day(c, TODAY)) == before


def test_a_difference_is_counted_again_for_a_day_and_clears_when_it_is_gone(
    pair: Paired,
) -> None:
    day = Day(pair)
    order = day.sell(copies=1)
    day.outbox.drain(10)
    stolen = _lose_at_central(pair, order.copies[0].op_id)
    pair.clock.advance(TO_MIDNIGHT_S + HOUR_S)
    day.closer.close_due()
    assert day.closer.close_due() == EVERY_S
    stolen()
    pair.clock.advance(HOUR_S)
    day.closer.close_due()
    assert [closed.outcome for closed in day.days()] == ["agreed"]


def test_days_that_were_missed_are_made_good_oldest_first(pair: Paired) -> None:
    day = Day(pair)
    pair.clock.advance(TO_MIDNIGHT_S + 2 * 24 * HOUR_S + HOUR_S)
    for _ in range(4):
        day.closer.close_due()
    assert [closed.day for closed in day.days()] == [TODAY + timedelta(n) for n in (2, 1, 0)]


def test_a_day_is_colombian(pair: Paired) -> None:
    late = datetime(2026, 11, 21, 23, 59, tzinfo=COLOMBIA)
    first, after = m.day_ids(TODAY)
    assert first <= uuid7(int(late.timestamp() * 1000), 0) < after


def _lose_at_central(pair: Paired, op_id: str):  # type: ignore[no-untyped-def]
    """Central forgets an operation, as no product code could; gives the way back."""
    from central.operations.tables import OperationRow

    def rename(old: str, new: str) -> None:
        def work(db):  # type: ignore[no-untyped-def]
            row = db.get(OperationRow, old)
            row.device_id, row.id = row.device_id, new

        pair.central.services.database.run(work)

    elsewhere = uuid7(0, 1)
    rename(op_id, elsewhere)
    return lambda: rename(elsewhere, op_id)

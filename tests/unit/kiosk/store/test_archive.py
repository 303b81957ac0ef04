"""The archive: what is long over leaves the tables of a start, and nothing else does."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.exc import IntegrityError

from kiosk.purchase import advice
from kiosk.purchase.operation import State
from kiosk.store import queries, schema
from kiosk.store.archive import KEPT, archive
from kiosk.store.store import FILE_NAME
from tests.support.kiosk import FakeKiosk, fresh_state, make_order


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[FakeKiosk]:
    made = FakeKiosk(fresh_state(tmp_path / "kiosk", tmp_path / "template"))
    yield made
    made.real.abandon()


def count(kiosk: FakeKiosk, table: str) -> int:
    query = text(f"SELECT count(*) FROM {table}")
    return int(kiosk.real.read(lambda c: c.execute(query).scalar_one()))


def tidy(kiosk: FakeKiosk) -> int:
    return kiosk.real.write(lambda c: archive(c, kiosk.clock.now()))


def test_an_order_that_is_long_over_moves_with_its_copies_and_messages(kiosk: FakeKiosk) -> None:
    order = make_order(kiosk.ids, copies=2)
    kiosk.buy(order)
    before = queries.find_operation(kiosk.store, order.copies[0].op_id)
    chain = count(kiosk, "audit")
    assert tidy(kiosk) == 0
    kiosk.clock.advance(KEPT.total_seconds() + 3_600)
    assert tidy(kiosk) == 1
    assert [count(kiosk, table) for table in ("orders", "operations", "outbox")] == [0, 0, 0]
    archived = ("archived_orders", "archived_operations", "archived_outbox")
    assert [count(kiosk, table) for table in archived] == [1, 2, 4]
    assert queries.find_operation(kiosk.store, order.copies[0].op_id) == before
    assert count(kiosk, "audit") == chain + 1
    assert queries.broken_audit_row(kiosk.store) is None
    assert tidy(kiosk) == 0


@pytest.mark.parametrize("why", ["a person", "an answer", "a parked message"])
def test_an_order_with_anything_open_stays_whole(kiosk: FakeKiosk, why: str) -> None:
    order = make_order(kiosk.ids, copies=2)
    if why == "a person":
        kiosk.printer.plan.append("lost-part")
    kiosk.buy(order)
    if why != "a person":
        op_id = order.copies[1].op_id
        kiosk.journal.incident("x", op_id=op_id, send=advice.void(op_id, "x"))
        if why == "a parked message":
            kiosk.journal.park(5, "x")
    kiosk.clock.advance(KEPT.total_seconds() * 2)
    assert tidy(kiosk) == 0
    assert (count(kiosk, "operations"), count(kiosk, "archived_operations")) == (2, 0)


def test_the_oldest_go_first_and_so_many_at_a_time(kiosk: FakeKiosk) -> None:
    orders = []
    for _ in range(3):
        orders.append(make_order(kiosk.ids, copies=1))
        kiosk.buy(orders[-1])
        kiosk.clock.advance(3_600)
    kiosk.clock.advance(KEPT.total_seconds())
    moved = kiosk.real.write(lambda c: archive(c, kiosk.clock.now(), batch=2))
    left = queries.operations_in(kiosk.store, *State)
    assert (moved, [op.op_id for op in left]) == (2, [orders[2].copies[0].op_id])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE archived_operations SET state = 'VOIDED'",
        "DELETE FROM archived_operations",
        "DELETE FROM archived_outbox",
        "DELETE FROM archived_orders",
        "DELETE FROM operations",
        "DELETE FROM outbox",
        "DELETE FROM orders",
    ],
)
def test_neither_the_archive_nor_what_is_not_in_it_can_be_deleted(
    kiosk: FakeKiosk, statement: str
) -> None:
    kiosk.buy(make_order(kiosk.ids))
    kiosk.real.write(lambda c: archive(c, kiosk.clock.now() + timedelta(seconds=1), timedelta(0)))
    kiosk.buy(make_order(kiosk.ids))
    with pytest.raises(IntegrityError, match=r"archive|never"):
        kiosk.real.write(lambda c: c.execute(text(statement)))


def test_an_older_program_finds_everything_where_it_was(kiosk: FakeKiosk) -> None:
    kiosk.buy(make_order(kiosk.ids, copies=2))
    kiosk.real.write(lambda c: archive(c, kiosk.clock.now() + timedelta(seconds=1), timedelta(0)))
    kiosk.buy(make_order(kiosk.ids, copies=1))
    kiosk.real.close()
    engine = create_engine(f"sqlite:///{kiosk.state_dir / FILE_NAME}")
    with engine.connect() as connection:
        command.downgrade(schema.config(connection), "k0003")
        tables = ("orders", "operations", "outbox")
        found = [connection.execute(text(f"SELECT count(*) FROM {t}")).scalar() for t in tables]
    engine.dispose()
    assert found == [2, 3, 6]


def test_what_is_open_is_found_by_its_index_however_long_the_history(kiosk: FakeKiosk) -> None:
    kiosk.buy(make_order(kiosk.ids))
    plans: list[str] = []

    def look(c: Connection, _cursor: object, statement: str, values: object, *_: object) -> None:
        raw = c.connection.driver_connection
        assert raw is not None
        found = raw.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
        plans.extend(f"{row[3]}: {statement}" for row in found)

    event.listen(kiosk.real._readers, "before_cursor_execute", look)
    store = kiosk.store
    queries.operations_in(store, State.HELD, State.INTENT)
    queries.count_waiting(store)
    queries.unfinished(store)
    queries.sendable(store)
    queries.open_items(store, ["x"])
    queries.queue(store)
    assert len(plans) >= 6
    scans = [plan for plan in plans if plan.startswith("SCAN") and "USING" not in plan]
    assert scans == []

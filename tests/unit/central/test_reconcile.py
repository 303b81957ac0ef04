"""A day counted three ways; every planted difference is found and named."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import update

from central.db.ids import new_id
from central.ledger.tables import Posting, PostingKind
from central.operations.reconcile import Amount, KioskDay, reconcile
from central.operations.refund import refund
from central.operations.resolve import resolve
from central.operations.tables import Decision, OperationRow, ReceiptRow
from kiosk.contract import messages as m
from tests.support.central import CAFE_PRICE, START, Central, Terminal, enrolled

DAY = date(2026, 11, 21)


def buy(terminal: Terminal, quantity: int = 1, *, receipt: bool = True) -> list[str]:
    order = terminal.order(terminal.sign_in(), quantity=quantity)
    op_ids = [terminal.authorise(order, copy).op_id for copy in range(1, quantity + 1)]
    for op_id in op_ids:
        terminal.capture(op_id)
    if receipt:
        answer = terminal.post("/v1/orders/receipt", m.FetchReceipt(order_id=order.order_id))
        assert answer.status_code == 200
    return op_ids


def times(count: int) -> Amount:
    return Amount(count, count * CAFE_PRICE)


def test_a_day_without_faults_agrees_three_times_for_each_kiosk(
    central: Central, terminal: Terminal
) -> None:
    other = enrolled(central, point_of_sale="K02")
    first = buy(terminal, 2)[0]
    buy(other)
    terminal.authorise(terminal.order(terminal.sign_in()))  # only held: no money yet
    refund(central.services, first, new_id(), "marta", "wrong certificate")
    day = reconcile(central.services, DAY)
    assert day.differences == ()
    assert day.kiosks == (
        KioskDay(
            device_id=terminal.identity.device_id,
            point_of_sale="K01",
            operations=times(2),
            ledger=times(2),
            refunds=times(1),
            receipts=Amount(1, 2 * CAFE_PRICE),
            without_receipt=Amount(),
        ),
        KioskDay(
            device_id=other.identity.device_id,
            point_of_sale="K02",
            operations=times(1),
            ledger=times(1),
            refunds=Amount(),
            receipts=times(1),
            without_receipt=Amount(),
        ),
    )


def test_a_day_begins_and_ends_at_colombian_midnight(central: Central, terminal: Terminal) -> None:
    midnight = datetime(2026, 11, 22, 5, tzinfo=UTC)  # 00:00 in Bogotá
    central.clock.advance((midnight - START - timedelta(seconds=1)).total_seconds())
    buy(terminal)
    central.clock.advance(1)
    buy(terminal)
    for day in (DAY, DAY + timedelta(days=1)):
        (kiosk,) = reconcile(central.services, day).kiosks
        assert (kiosk.operations, kiosk.ledger, kiosk.receipts) == (times(1),) * 3
    assert reconcile(central.services, DAY - timedelta(days=1)).kiosks == ()


def test_what_has_no_receipt_yet_is_shown_and_is_no_difference(
    central: Central, terminal: Terminal
) -> None:
    buy(terminal, receipt=False)
    day = reconcile(central.services, DAY)
    assert day.differences == ()
    assert (day.kiosks[0].receipts, day.kiosks[0].without_receipt) == (Amount(), times(1))


def test_a_capture_without_posting_is_named(central: Central, terminal: Terminal) -> None:
    op_id = terminal.authorise(terminal.order(terminal.sign_in())).op_id
    change = update(OperationRow).where(OperationRow.id == op_id)
    values = {"state": m.OperationState.CAPTURED, "captured_at": central.clock()}
    central.services.database.run(lambda db: db.execute(change.values(**values)))
    assert reconcile(central.services, DAY).differences == (
        f"operation {op_id}: captured for {CAFE_PRICE}, the ledger of the day has 0",
    )


def test_a_posting_without_capture_is_named(central: Central, terminal: Terminal) -> None:
    (op_id,) = buy(terminal, receipt=False)
    change = update(OperationRow).where(OperationRow.id == op_id)
    back = change.values(state=m.OperationState.EXPIRED)
    central.services.database.run(lambda db: db.execute(back))
    assert reconcile(central.services, DAY).differences == (
        f"operation {op_id}: the ledger charged {CAFE_PRICE}, it is not captured",
    )


def test_a_posting_of_nobodys_operation_is_named(central: Central, terminal: Terminal) -> None:
    buy(terminal)
    strange = new_id()

    def plant(db: object) -> None:
        row = db.query(Posting).filter_by(kind=PostingKind.PURCHASE).one()  # type: ignore[attr-defined]
        copied = {
            column.name: getattr(row, column.name)
            for column in Posting.__table__.columns
            if column.name not in ("id", "op_id")
        }
        db.add(Posting(id=new_id(), op_id=strange, **copied))  # type: ignore[attr-defined]

    central.services.database.run(plant)
    assert reconcile(central.services, DAY).differences == (
        f"operation {strange}: the ledger charged {CAFE_PRICE}, it is not captured",
    )


def test_a_receipt_that_says_something_else_is_named(central: Central, terminal: Terminal) -> None:
    buy(terminal)
    wrong = update(ReceiptRow).values(total=1)
    central.services.database.run(lambda db: db.execute(wrong))
    assert reconcile(central.services, DAY).differences == (
        f"receipt K01-000001: says 1, its order was charged {CAFE_PRICE}",
    )


def test_a_late_capture_after_the_receipt_is_named(central: Central, terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in(), quantity=2)
    first, second = terminal.authorise(order, 1), terminal.authorise(order, 2)
    terminal.capture(first.op_id)
    assert resolve(central.services, second.op_id, Decision.VOID, "marta", "gone")
    terminal.post("/v1/orders/receipt", m.FetchReceipt(order_id=order.order_id))
    assert terminal.capture(second.op_id).json()["late"] is True
    assert reconcile(central.services, DAY).differences == (
        f"receipt K01-000001: says {CAFE_PRICE}, its order was charged {2 * CAFE_PRICE}",
    )

"""The staff sells: whose leave, what pays, that nothing pays twice, and what is written down."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from sqlalchemy import select, text

from central.clock import local_day
from central.db.ids import new_id
from central.ledger.statement import verify
from central.operations.consistency import contradictions
from central.operations.tables import Order, ReceiptRow
from central.records.tables import AuditEntry
from central.sample import ANA
from central.staff.reports.daily_summary import daily_summary
from central.staff.sales import sell
from central.staff.sales.tables import DeskSale
from central.staff.shifts import money
from central.staff.shifts.tables import DeskMovement
from kiosk.contract import messages as m
from kiosk.contract.staff import sales as v
from kiosk.contract.staff import shifts as s
from kiosk.documents.model import from_json, plain_text
from kiosk.money import format_pesos
from tests.support.central import (
    CAFE,
    CAFE_PRICE,
    CAFE_TYPE,
    Central,
    Terminal,
    enrolled,
    operation,
)
from tests.support.staff import Colleague, hired

KEY, PAID, EXPENSE = (f"/v1/staff/sales/{each}" for each in ("with-key", "paid", "expense"))
TOP_UP, REVERSE = "/v1/staff/shifts/top-up", "/v1/staff/shifts/reverse"
HOLDER = {"account_id_type": ANA.id_type, "account_id_number": ANA.id_number}


@dataclass
class Counter:
    """A cashier with an open shift at a paired desk."""

    central: Central
    terminal: Terminal
    cashier: Colleague

    def sell(self, path: str, kind: type[Any], by: Colleague | None = None, **values: Any) -> Any:
        """A sale's answer; ``values`` change an order of one copy that is right."""
        right: dict[str, Any] = {"order_id": new_id(), "lines": (cafe(),)}
        if kind is not v.SellAtExpense:
            right |= HOLDER
        if kind is v.SellWithKey:
            right |= {"prepaid_key": ANA.prepaid_key}
        if kind is v.SellPaid:
            right |= {"payment_id": new_id(), "payment_form": "01", "given": 10_000}
        return (by or self.cashier).ask(path, kind, **(right | values))

    def paid(self, **values: Any) -> v.SaleOpened:
        return opened(self.sell(PAID, v.SellPaid, **values))

    def authorises(self, order: m.OrderOpened, **values: Any) -> m.Operation:
        message = self.terminal.copy(order, **values)
        return operation(self.terminal.post("/v1/operations/authorise", message))

    def reverse(self, payment_id: str) -> httpx.Response:
        return self.cashier.ask(REVERSE, s.ReverseTopUp, reversal_id=new_id(), top_up_id=payment_id)

    def available(self) -> int:
        return self.terminal.account(self.terminal.sign_in()).available

    def run(self, work: Any) -> Any:
        return self.central.services.database.run(work)

    def wrong(self) -> list[str]:
        books: list[str] = self.run(lambda db: contradictions(db, "99"))
        return [str(each) for each in self.run(verify)] + books


@pytest.fixture
def bare(office: Central) -> Counter:
    """One whose books are not looked at in the end."""
    terminal = enrolled(office, point_of_sale="C01")
    cashier = hired(office, "carlos", terminal)
    cashier.sign_in()
    assert cashier.ask("/v1/staff/shifts/open", s.OpenShift, base=0).status_code == 200
    return Counter(office, terminal, cashier)


@pytest.fixture
def counter(bare: Counter) -> Iterator[Counter]:
    yield bare
    assert bare.wrong() == []


def cafe(quantity: int = 1, price: int = CAFE_PRICE) -> m.OrderLine:
    return m.OrderLine(
        registration_number=CAFE, certificate_type=CAFE_TYPE, quantity=quantity, price=price
    )


def opened(answer: httpx.Response) -> v.SaleOpened:
    assert answer.status_code == 200, answer.text
    return v.SaleOpened.model_validate_json(answer.content)


def code(answer: httpx.Response) -> str:
    assert answer.status_code >= 400
    return str(answer.json()["code"])


# -- by the holder's key


def test_the_holders_prepaid_key_opens_an_order_and_moves_nothing(counter: Counter) -> None:
    order = opened(counter.sell(KEY, v.SellWithKey))
    assert (order.total, order.available, order.payment) == (CAFE_PRICE, 100_000, None)
    op = counter.authorises(order)
    assert op.state is m.OperationState.HELD
    counter.terminal.capture(op.op_id)
    assert counter.available() == 100_000 - CAFE_PRICE


def test_a_wrong_prepaid_key_is_slowed_and_blocked_as_at_a_kiosk(counter: Counter) -> None:
    answers = [counter.sell(KEY, v.SellWithKey, prepaid_key="000000") for _ in range(6)]
    assert code(answers[0]) == "prepaid-key-invalid"
    assert code(answers[-1]) == "throttled"
    terminal = counter.terminal
    cart = terminal.cart(terminal.sign_in())
    assert code(terminal.post("/v1/orders", cart)) == "throttled"  # the same counters
    assert not counter.run(lambda db: list(db.scalars(select(Order))))


def test_a_repeat_is_the_same_order_also_in_a_later_session(counter: Counter) -> None:
    order_id = new_id()
    first = opened(counter.sell(KEY, v.SellWithKey, order_id=order_id))
    counter.cashier.sign_in()
    again = opened(counter.sell(KEY, v.SellWithKey, order_id=order_id))
    assert again.order_number == first.order_number
    other = counter.sell(KEY, v.SellWithKey, order_id=order_id, lines=(cafe(2),))
    assert code(other) == "fingerprint-mismatch"


def test_the_key_is_written_down_nowhere(counter: Counter) -> None:
    opened(counter.sell(KEY, v.SellWithKey))
    rows = counter.run(
        lambda db: [dict(row._mapping) for row in db.execute(text("SELECT * FROM audit"))]
    )
    assert ANA.prepaid_key not in str(rows)


# -- paid at the desk


def test_money_taken_for_an_order_is_credited_and_opens_it_without_a_key(counter: Counter) -> None:
    sale = counter.paid(given=10_000)
    assert sale.payment is not None
    assert (sale.payment.amount, sale.payment.given) == (CAFE_PRICE, 10_000)
    assert sale.available == 100_000 + CAFE_PRICE
    op = counter.authorises(sale)
    counter.terminal.capture(op.op_id)
    assert counter.available() == 100_000


def test_a_lost_answer_takes_no_money_twice(counter: Counter) -> None:
    ids: dict[str, Any] = {"order_id": new_id(), "payment_id": new_id()}
    first, second = counter.paid(**ids), counter.paid(**ids)
    assert first.order_number == second.order_number
    assert counter.run(lambda db: len(list(db.scalars(select(DeskMovement))))) == 1


def test_a_payment_pays_for_one_order_only(counter: Counter) -> None:
    payment_id = new_id()
    counter.paid(payment_id=payment_id)
    assert code(counter.sell(PAID, v.SellPaid, payment_id=payment_id)) == "not-possible"


def test_an_ordinary_top_up_pays_for_no_order(counter: Counter) -> None:
    top_up_id = new_id()
    values = {"top_up_id": top_up_id, "payment_form": "01", "amount": CAFE_PRICE, "given": 10_000}
    assert counter.cashier.ask(TOP_UP, s.TopUp, **HOLDER, **values).status_code == 200
    assert code(counter.sell(PAID, v.SellPaid, payment_id=top_up_id)) == "not-possible"


def test_without_paper_the_money_is_the_customers_and_goes_back(counter: Counter) -> None:
    sale = counter.paid()
    assert sale.payment is not None
    op = counter.authorises(sale)
    assert code(counter.reverse(sale.payment.movement_id)) == "not-possible"  # it is held
    counter.terminal.void(op.op_id)
    assert counter.available() == 100_000 + CAFE_PRICE
    assert counter.reverse(sale.payment.movement_id).status_code == 200
    assert counter.available() == 100_000
    after = counter.authorises(sale)
    assert (after.state, after.reason) == (m.OperationState.DECLINED, "payment-given-back")


def test_a_reversed_payment_opens_its_order_no_more(counter: Counter) -> None:
    ids: dict[str, Any] = {"order_id": new_id(), "payment_id": new_id()}
    counter.paid(**ids)
    assert counter.reverse(ids["payment_id"]).status_code == 200
    assert code(counter.sell(PAID, v.SellPaid, **ids)) == "not-possible"


def test_what_is_on_paper_is_not_given_back_as_a_payment(counter: Counter) -> None:
    sale = counter.paid()
    assert sale.payment is not None
    counter.terminal.capture(counter.authorises(sale).op_id)
    assert code(counter.reverse(sale.payment.movement_id)) == "not-possible"


def test_nothing_is_taken_for_an_order_that_cannot_be(counter: Counter) -> None:
    cases: tuple[tuple[dict[str, Any], str], ...] = (
        ({"lines": (cafe(price=1),)}, "price-changed"),
        ({"lines": (cafe(10),)}, "not-possible"),  # 10.000 do not pay for ten
        ({"given": 1_000}, "not-possible"),
        ({"payment_form": "03", "given": None}, "not-possible"),
        ({"account_id_number": "1990009999"}, "account-unknown"),
    )
    for wrong, expected in cases:
        assert code(counter.sell(PAID, v.SellPaid, **wrong)) == expected
    assert not counter.run(lambda db: list(db.scalars(select(DeskMovement))))


# -- leave


def test_only_at_a_paired_desk_with_an_open_shift(counter: Counter) -> None:
    sofia = hired(counter.central, "sofia")
    sofia.sign_in()
    assert code(counter.sell(KEY, v.SellWithKey, by=sofia)) == "not-possible"
    sofia.terminal = counter.terminal
    sofia.sign_in()
    assert code(counter.sell(KEY, v.SellWithKey, by=sofia)) == "not-possible"  # no shift
    assert code(counter.sell(PAID, v.SellPaid, by=sofia)) == "not-possible"


def test_a_shift_that_is_open_at_another_desk_sells_nothing_here(counter: Counter) -> None:
    counter.cashier.terminal = enrolled(counter.central, point_of_sale="C02")
    counter.cashier.sign_in()
    assert code(counter.sell(KEY, v.SellWithKey)) == "not-possible"
    assert code(counter.sell(PAID, v.SellPaid)) == "not-possible"


def test_another_persons_order_is_not_ones_own(counter: Counter) -> None:
    ids: dict[str, Any] = {"order_id": new_id(), "payment_id": new_id()}
    counter.paid(**ids)
    sofia = hired(counter.central, "sofia", counter.terminal)
    sofia.sign_in()
    assert sofia.ask("/v1/staff/shifts/open", s.OpenShift, base=0).status_code == 200
    assert code(counter.sell(PAID, v.SellPaid, by=sofia, **ids)) == "fingerprint-mismatch"


# -- at the chamber's expense


def test_a_certificate_at_the_chambers_expense_moves_no_money_and_says_why(
    counter: Counter,
) -> None:
    assert code(counter.sell(EXPENSE, v.SellAtExpense)) == "not-entitled"
    marta = hired(counter.central, "marta", counter.terminal)
    marta.sign_in()
    answer = counter.sell(EXPENSE, v.SellAtExpense, by=marta, reason="oficio 12 de la fiscalía")
    order = opened(answer)
    assert order.total == 0
    op = counter.authorises(order, price=0)
    assert (op.state, op.price) == (m.OperationState.HELD, 0)
    counter.terminal.capture(op.op_id)
    assert counter.available() == 100_000
    told = receipt(counter, order.order_id)
    assert "GASTO ADMINISTRATIVO: oficio 12 de la fiscalía" in told
    trail = counter.run(
        lambda db: db.scalars(select(AuditEntry).where(AuditEntry.action == "sold-at-desk")).one()
    )
    assert "oficio 12" in trail.detail
    now = counter.central.services.now()
    summary = counter.run(lambda db: daily_summary(db, "99", now, 100, day=local_day(now)))
    (row,) = [row for row in summary.rows if row[1] == "A gasto administrativo"]
    assert row[:4] == ("C01", "A gasto administrativo", 1, 0)


def receipt(counter: Counter, order_id: str) -> str:
    answer = counter.terminal.post("/v1/orders/receipt", m.FetchReceipt(order_id=order_id))
    assert answer.status_code == 200, answer.text
    return plain_text(from_json(m.Receipt.model_validate_json(answer.content).document.content))


def test_the_receipt_names_the_cashier_and_the_payment_in_a_series_of_its_own(
    counter: Counter,
) -> None:
    sale = counter.paid()
    counter.terminal.capture(counter.authorises(sale).op_id)
    told = receipt(counter, sale.order_id)
    assert "C01V-000001" in told
    assert "Caja C01 · carlos" in told
    assert "EFECTIVO, RECIBO C01-000001" in told
    assert "Saldo" not in told  # no prepaid key was given
    row = counter.run(lambda db: db.scalars(select(ReceiptRow)).one())
    assert row.point_of_sale == "C01V"


def test_the_balance_stands_on_the_receipt_of_who_gave_the_prepaid_key(counter: Counter) -> None:
    order = opened(counter.sell(KEY, v.SellWithKey))
    counter.terminal.capture(counter.authorises(order).op_id)
    assert f"Saldo del prepago: {format_pesos(counter.available())}" in receipt(
        counter, order.order_id
    )


# -- the books find a planted bug


def test_one_payment_behind_two_orders_is_found(
    bare: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both rules that forbid it are taken out, the code's and the table's; the books still tell."""
    columns = ", ".join(column.name for column in DeskSale.__table__.columns)
    bare.run(lambda db: db.execute(text("DROP TABLE desk_sales")))
    bare.run(lambda db: db.execute(text(f"CREATE TABLE desk_sales ({columns})")))
    payment_id = new_id()
    bare.paid(payment_id=payment_id)
    assert code(bare.sell(PAID, v.SellPaid, payment_id=payment_id)) == "not-possible"
    assert bare.wrong() == []
    monkeypatch.setattr(sell, "_must_be_unused", lambda *_args: None)
    bare.terminal.capture(bare.authorises(bare.paid(payment_id=payment_id)).op_id)
    assert bare.wrong() == [f"one payment behind several orders: {payment_id}"]


def test_a_held_copy_whose_payment_was_given_back_is_found(
    bare: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(money, "stands_behind_paper", lambda *_args: False)
    sale = bare.paid()
    assert sale.payment is not None
    op = bare.authorises(sale)
    assert bare.reverse(sale.payment.movement_id).status_code == 200
    told = f"held or charged although its payment was given back: {op.op_id}"
    assert bare.wrong() == [told]


def test_an_order_that_nobody_answers_for_is_found(bare: Counter) -> None:
    order = opened(bare.sell(KEY, v.SellWithKey))
    bare.run(lambda db: db.execute(text("DROP TRIGGER desk_sales_no_delete")))
    bare.run(lambda db: db.execute(text("DELETE FROM desk_sales")))
    assert bare.wrong() == [f"an order of the desk that nobody answers for: {order.order_id}"]

"""Receipts of orders at the desk: found beside those of money, copied under a count, mailed."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from central.db.ids import new_id
from central.mail.worker import deliver_due
from central.operations.mail_order import attachment
from central.people.tables import Holder, Person
from central.records.tables import AuditEntry
from central.settings import Mail
from kiosk.contract import messages as m
from kiosk.contract.staff import receipts as c
from kiosk.contract.staff import sales as v
from kiosk.contract.staff import shifts as s
from kiosk.documents.model import from_json, plain_text
from tests.support.central import CAFE, CAFE_PRICE, CAFE_TYPE, Central, Terminal, enrolled
from tests.support.mail import Mailbox, mail_server
from tests.support.staff import Colleague, hired

STAFF = "/v1/staff"
ANA = {"id_type": "CC", "id_number": "1990000001"}
BENITO = {"id_type": "CC", "id_number": "1990000002"}
ADDRESS = "ana@example.invalid"


def at_a_desk(central: Central, login: str = "carlos") -> Colleague:
    """With a shift open at C01."""
    colleague = hired(central, login, enrolled(central, point_of_sale="C01"))
    colleague.sign_in()
    assert colleague.ask(f"{STAFF}/shifts/open", s.OpenShift, base=0).status_code == 200
    return colleague


def receipt_of(terminal: Terminal, order_id: str) -> m.Receipt:
    answer = terminal.post("/v1/orders/receipt", m.FetchReceipt(order_id=order_id))
    assert answer.status_code == 200, answer.text
    return m.Receipt.model_validate_json(answer.content)


def bought(central: Central, copies: int = 1) -> str:
    """At a dispenser, with its receipt; gives the order."""
    kiosk = enrolled(central)
    opened = kiosk.order(kiosk.sign_in(), copies)
    for index in range(copies):
        kiosk.capture(kiosk.authorise(opened, index + 1).op_id)
    receipt_of(kiosk, opened.order_id)
    return opened.order_id


def sells(carlos: Colleague) -> str:
    """For cash, printed and with its receipt; gives the order."""
    assert carlos.terminal is not None
    line = m.OrderLine(
        registration_number=CAFE, certificate_type=CAFE_TYPE, quantity=1, price=CAFE_PRICE
    )
    answer = carlos.ask(
        f"{STAFF}/sales/paid",
        v.SellPaid,
        order_id=new_id(),
        payment_id=new_id(),
        account_id_type="CC",
        account_id_number="1990000001",
        payment_form="01",
        given=10_000,
        lines=(line,),
    )
    assert answer.status_code == 200, answer.text
    opened = v.SaleOpened.model_validate_json(answer.content)
    carlos.terminal.capture(carlos.terminal.authorise(opened).op_id)
    receipt_of(carlos.terminal, opened.order_id)
    return opened.order_id


def find(colleague: Colleague, **wanted: Any) -> list[c.FoundReceipt | c.FoundOrderReceipt]:
    answer = colleague.ask(f"{STAFF}/receipts/find", c.FindReceipts, **wanted)
    assert answer.status_code == 200, answer.text
    return list(c.FoundReceipts.model_validate_json(answer.content).receipts)


def orders(found: list[c.FoundReceipt | c.FoundOrderReceipt]) -> list[c.OrderReceipt]:
    return [each.order for each in found if isinstance(each, c.FoundOrderReceipt)]


def code(answer: Any) -> str:
    return str(answer.json()["code"])


def audited(central: Central, action: str) -> list[str]:
    rows = select(AuditEntry.detail).where(AuditEntry.action == action).order_by(AuditEntry.id)
    return central.services.database.run(lambda db: list(db.scalars(rows)))


def with_mail(central: Central, port: int) -> None:
    """Mail is on, and only Ana's account has an address."""
    mail = Mail(host="127.0.0.1", port=port, encryption="none", sender="caja@example.invalid")
    central.services.settings.__dict__["mail"] = mail

    def work(db: Any) -> None:
        for holder in db.scalars(select(Holder)):
            holder.email = ADDRESS if holder.id_number == ANA["id_number"] else ""
        for person in db.scalars(select(Person)):
            person.email = ""

    central.services.database.run(work)


@pytest.fixture
def box() -> Any:
    with mail_server() as made:
        yield made


def test_they_are_found_beside_those_of_money(central: Central) -> None:
    order_id = bought(central, 2)
    carlos = at_a_desk(central)
    central.clock.advance(timedelta(minutes=1).total_seconds())
    sold_id = sells(carlos)
    (kiosk,) = orders(find(carlos, number="k01-1"))
    assert (kiosk.order_id, kiosk.number, kiosk.place) == (order_id, "K01-000001", "K01")
    assert (kiosk.total, kiosk.cashier) == (2 * CAFE_PRICE, "Dispensador K01")
    assert [(line.quantity, line.registration_number) for line in kiosk.lines] == [(2, CAFE)]
    assert kiosk.holder_name == "A••• R•••••"
    (desk,) = orders(find(carlos, number="C01V-1"))
    assert (desk.order_id, desk.cashier) == (sold_id, "Caja C01 · carlos")
    assert desk.paid == "EFECTIVO, RECIBO C01-000001"
    # Of the customer: the sale's receipt, its payment's and the dispenser's, the newest first.
    day = {"first_day": "2026-11-21", "last_day": "2026-11-21"}
    every = find(carlos, **ANA, **day)
    assert [type(each).__name__ for each in every] == [
        "FoundOrderReceipt",
        "FoundReceipt",
        "FoundOrderReceipt",
    ]
    assert len(find(carlos, number="1")) == 3
    assert find(carlos, **BENITO) == []
    nobody = {"id_type": "CC", "id_number": "1990009999"}
    answer = carlos.ask(f"{STAFF}/receipts/find", c.FindReceipts, **nobody)
    assert code(answer) == "account-unknown"


def test_a_copy_says_the_same_under_its_mark_and_is_counted(office: Central) -> None:
    order_id = bought(office)
    carlos = at_a_desk(office)
    copy = f"{STAFF}/receipts/copy-order"
    for number in (1, 2):
        answer = carlos.ask(copy, c.CopyOrderReceipt, order_id=order_id)
        copied = c.OrderReceiptCopied.model_validate_json(answer.content)
        assert (copied.copy_number, copied.number) == (number, "K01-000001")
        lines = plain_text(from_json(copied.document)).splitlines()
        assert f"COPIA {number}" in lines
    (found,) = find(carlos, number="K01-1")
    assert found.copies == 2
    assert audited(office, "receipt-copied") == ["1 printed", "2 printed"]
    never = carlos.ask(copy, c.CopyOrderReceipt, order_id=new_id())
    assert (never.status_code, code(never)) == (404, "not-found")


def test_a_sale_at_the_desk_mails_its_receipt_by_itself_a_dispensers_does_not(
    office: Central, box: Mailbox
) -> None:
    carlos = at_a_desk(office)
    sells(carlos)  # before there was mail
    with_mail(office, box.port)
    bought(office)
    order_id = sells(carlos)
    assert carlos.terminal is not None
    receipt_of(carlos.terminal, order_id)  # fetched once more: no other mail
    assert deliver_due(office.services, attachment) == 1
    (mail,) = box.mails
    (attached,) = mail.iter_attachments()
    assert str(mail["To"]) == ADDRESS
    assert attached.get_content().startswith(b"%PDF")
    text = mail.get_body().get_content()
    assert "C01V-000002" in text
    assert "copia" not in text
    assert "1990000001" not in text


def test_it_is_mailed_again_as_a_counted_copy(office: Central, box: Mailbox) -> None:
    order_id = bought(office)
    carlos = at_a_desk(office)
    mail = f"{STAFF}/receipts/mail-order"
    assert code(carlos.ask(mail, c.MailOrderReceipt, order_id=order_id)) == "mail-off"
    with_mail(office, box.port)
    assert find(carlos, number="K01-1")[0].mail_to == "a•••@e•••.invalid"
    sent = carlos.ask(mail, c.MailOrderReceipt, order_id=order_id).json()
    assert sent == {"sent_to": "a•••@e•••.invalid", "copy_number": 1}
    assert deliver_due(office.services, attachment) == 1
    assert "(copia 1)" in box.mails[0].get_body().get_content()

    def forget(db: Any) -> None:
        for holder in db.scalars(select(Holder)):
            holder.email = ""

    office.services.database.run(forget)
    assert code(carlos.ask(mail, c.MailOrderReceipt, order_id=order_id)) == "no-mail-address"
    assert audited(office, "receipt-copied") == ["1 mailed"], "what was not sent is not counted"
    assert code(carlos.ask(mail, c.MailOrderReceipt, order_id=new_id())) == "not-found"

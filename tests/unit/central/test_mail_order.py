"""What mail tells about purchases: papers on request, and an alert to whose money it was."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from sqlalchemy import select

from central.mail.tables import MailState, OutboxMail
from central.mail.worker import deliver_due
from central.operations.mail_order import attachment
from central.people.tables import Person
from central.sample import ANA, CLARA, EL_NOGAL
from central.settings import Mail
from kiosk.contract import messages as m
from tests.support.central import CAFE_PRICE, Central, Terminal, enrolled, make_central
from tests.support.mail import Mailbox, free_port, mail_server

PATH = "/v1/orders/mail"
ALERT_DELAY_S = 60


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with mail_server() as made:
        yield made


@pytest.fixture
def central(tmp_path: Path, database_url: str, box: Mailbox) -> Iterator[Central]:
    mail = Mail(host="127.0.0.1", port=box.port, encryption="none", timeout_s=5)
    made = make_central(tmp_path, database_url, mail=mail)
    yield made
    made.close()


def bought(terminal: Terminal, session: str, quantity: int = 1, **changes: Any) -> m.OrderOpened:
    order = terminal.order(session, quantity, **changes)
    for copy in range(1, quantity + 1):
        terminal.capture(terminal.authorise(order, copy).op_id)
    return order


def send(central: Central) -> int:
    return deliver_due(central.services, attachment)


def outbox(central: Central, kind: str) -> list[OutboxMail]:
    query = select(OutboxMail).where(OutboxMail.kind == kind).order_by(OutboxMail.id)
    return central.services.database.run(lambda db: list(db.scalars(query)))


# Papers on request


def test_the_buyer_gets_receipt_and_signed_certificates_once(
    central: Central, terminal: Terminal, box: Mailbox
) -> None:
    session = terminal.sign_in()
    order = bought(terminal, session, quantity=2)
    ask = m.MailOrder(session=session, order_id=order.order_id)
    answers = [terminal.post(PATH, ask) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert {answer.json()["sent_to"] for answer in answers} == {"a•••@e•••.invalid"}
    assert send(central) == 1
    (mail,) = box.mails
    assert box.recipients == ["ana@example.invalid"]
    assert mail["Subject"] == "CC Ejemplo: recibo K01-000001 y certificados"
    names = [part.get_filename() for part in mail.iter_attachments()]
    papers = [part.get_content() for part in mail.iter_attachments()]
    assert names[0] == "recibo.pdf"
    assert len(names) == len(set(names)) == 3
    assert [len(PdfFileReader(BytesIO(pdf)).embedded_signatures) for pdf in papers] == [0, 1, 1]


def test_asking_again_revives_a_mail_that_was_given_up(
    central: Central, terminal: Terminal, box: Mailbox
) -> None:
    session = terminal.sign_in()
    ask = m.MailOrder(session=session, order_id=bought(terminal, session).order_id)
    box.replies_to_rcpt = ["550 mailbox full"]
    terminal.post(PATH, ask)
    assert send(central) == 0
    assert outbox(central, "order-papers")[0].state is MailState.PARKED
    assert terminal.post(PATH, ask).status_code == 200
    assert send(central) == 1


def test_nobody_gets_the_papers_of_others(central: Central, terminal: Terminal) -> None:
    order = bought(terminal, terminal.sign_in())
    ask = m.MailOrder(session=terminal.sign_in(CLARA), order_id=order.order_id)
    answer = terminal.post(PATH, ask)
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")
    assert outbox(central, "order-papers") == []


def test_an_order_that_is_not_settled_has_no_papers_yet(terminal: Terminal) -> None:
    session = terminal.sign_in()
    order = terminal.order(session)
    held = terminal.authorise(order)
    ask = m.MailOrder(session=session, order_id=order.order_id)
    assert terminal.post(PATH, ask).json()["code"] == "receipt-pending"
    terminal.void(held.op_id)
    assert terminal.post(PATH, ask).json()["code"] == "not-found"  # nothing was charged


def test_another_kiosk_mails_what_the_first_one_settled(
    central: Central, terminal: Terminal
) -> None:
    order = bought(terminal, terminal.sign_in())
    other = enrolled(central, point_of_sale="K02")
    ask = m.MailOrder(session=other.sign_in(), order_id=order.order_id)
    # The receipt belongs to the series of the first one: only that one may cause its issue.
    assert other.post(PATH, ask).json()["code"] == "receipt-pending"
    terminal.post("/v1/orders/receipt", m.FetchReceipt(order_id=order.order_id))
    assert other.post(PATH, ask).status_code == 200


def test_who_has_no_address_is_told_so(central: Central, terminal: Terminal) -> None:
    session = terminal.sign_in()
    order = bought(terminal, session)

    def forget(db: Any) -> None:
        db.scalars(select(Person).where(Person.id_number == ANA.id_number)).one().email = ""

    central.services.database.run(forget)
    answer = terminal.post(PATH, m.MailOrder(session=session, order_id=order.order_id))
    assert (answer.status_code, answer.json()["code"]) == (409, "no-mail-address")


def test_without_a_mail_server_papers_are_refused_and_alerts_not_written(lone: Terminal) -> None:
    session = lone.sign_in()
    order = bought(lone, session)
    answer = lone.post(PATH, m.MailOrder(session=session, order_id=order.order_id))
    assert (answer.status_code, answer.json()["code"]) == (409, "mail-off")
    assert outbox(lone.central, "purchase-alert") == []


# Alerts


def test_the_copies_of_an_order_make_one_alert(
    central: Central, terminal: Terminal, box: Mailbox
) -> None:
    order = bought(terminal, terminal.sign_in(), quantity=2)
    assert send(central) == 0  # more copies may follow
    central.clock.advance(ALERT_DELAY_S)
    assert send(central) == 1
    (mail,) = box.mails
    text = mail.get_content()
    assert box.recipients == ["ana@example.invalid"]
    assert text.count("$6.100") == 2
    assert "Total: $12.200" in text
    assert "Dispensador K01" in text
    for secret in (ANA.id_number, ANA.prepaid_key, order.recovery_code):
        assert secret not in text


def test_a_copy_charged_after_the_alert_makes_one_more(
    central: Central, terminal: Terminal, box: Mailbox
) -> None:
    order = terminal.order(terminal.sign_in(), quantity=2)
    first, second = terminal.authorise(order, 1), terminal.authorise(order, 2)
    terminal.capture(first.op_id)
    central.clock.advance(ALERT_DELAY_S)
    assert send(central) == 1
    terminal.capture(second.op_id)
    terminal.capture(second.op_id)  # a repeat charges nothing and tells nothing
    central.clock.advance(ALERT_DELAY_S)
    assert send(central) == 1
    # The line and the total of one copy each.
    assert [mail.get_content().count("$6.100") for mail in box.mails] == [2, 2]


def test_a_company_is_told_through_its_representatives(
    central: Central, terminal: Terminal, box: Mailbox
) -> None:
    bought(
        terminal,
        terminal.sign_in(CLARA),
        account_id_type=EL_NOGAL.id_type,
        account_id_number=EL_NOGAL.id_number,
        prepaid_key=EL_NOGAL.prepaid_key,
    )
    central.clock.advance(ALERT_DELAY_S)
    assert send(central) == 2
    assert box.recipients == ["ana@example.invalid", "benito@example.invalid"]


def test_what_was_not_charged_is_not_told(central: Central, terminal: Terminal) -> None:
    terminal.void(terminal.authorise(terminal.order(terminal.sign_in())).op_id)
    assert outbox(central, "purchase-alert") == []


def test_no_capture_fails_because_of_mail(tmp_path: Path, database_url: str) -> None:
    away = Mail(host="127.0.0.1", port=free_port(), encryption="none", timeout_s=1)
    central = make_central(tmp_path, database_url, mail=away)
    terminal = enrolled(central)
    session = terminal.sign_in()
    bought(terminal, session)
    assert terminal.account(session).available == ANA.balance - CAFE_PRICE
    central.clock.advance(ALERT_DELAY_S)
    assert send(central) == 0
    assert outbox(central, "purchase-alert")[0].state is MailState.WAITING
    central.close()

"""Receipts of the desk: found, copied under a count, mailed by themselves and when asked for."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from central.db.ids import new_id
from central.mail.tables import OutboxMail
from central.mail.worker import deliver_due
from central.operations.mail_order import attachment
from central.people.tables import Holder, Person
from central.records.tables import AuditEntry
from central.settings import Mail
from kiosk.contract.staff import receipts as c
from kiosk.contract.staff import shifts as s
from tests.support.central import Central, enrolled
from tests.support.mail import Mailbox, mail_server
from tests.support.staff import Colleague, hired

STAFF = "/v1/staff"
ANA = {"id_type": "CC", "id_number": "1990000001"}
BENITO = {"id_type": "CC", "id_number": "1990000002"}
ADDRESS = "ana@example.invalid"


def at_a_desk(central: Central) -> Colleague:
    """The cashier, with a shift open at C01."""
    colleague = hired(central, "carlos", enrolled(central, point_of_sale="C01"))
    colleague.sign_in()
    assert colleague.ask(f"{STAFF}/shifts/open", s.OpenShift, base=0).status_code == 200
    return colleague


def pays(colleague: Colleague, pesos: int, whose: dict[str, str] | None = None) -> str:
    whose = whose or ANA
    made = new_id()
    answer = colleague.ask(
        f"{STAFF}/shifts/top-up",
        s.TopUp,
        top_up_id=made,
        account_id_type=whose["id_type"],
        account_id_number=whose["id_number"],
        payment_form="01",
        amount=pesos,
        given=pesos,
    )
    assert answer.status_code == 200, answer.text
    return made


def find(colleague: Colleague, **wanted: Any) -> c.FoundReceipts:
    answer = colleague.ask(f"{STAFF}/receipts/find", c.FindReceipts, **wanted)
    assert answer.status_code == 200, answer.text
    return c.FoundReceipts.model_validate_json(answer.content)


def amounts(found: c.FoundReceipts) -> list[int]:
    return [each.movement.amount for each in found.receipts]


def with_mail(central: Central, port: int) -> None:
    """Mail is on, and Ana has given an address for her account."""
    mail = Mail(host="127.0.0.1", port=port, encryption="none", sender="caja@example.invalid")
    central.services.settings.__dict__["mail"] = mail

    def work(db: Any) -> None:
        for holder in db.scalars(select(Holder)):
            holder.email = ADDRESS if holder.id_number == ANA["id_number"] else ""
        for person in db.scalars(select(Person)):
            person.email = ""

    central.services.database.run(work)


def audited(central: Central, action: str) -> list[str]:
    rows = select(AuditEntry.detail).where(AuditEntry.action == action).order_by(AuditEntry.id)
    return central.services.database.run(lambda db: list(db.scalars(rows)))


def test_by_number_by_customer_and_by_day(central: Central) -> None:
    carlos = at_a_desk(central)
    first, _second = pays(carlos, 5_000), pays(carlos, 6_000, BENITO)
    back = carlos.ask(
        f"{STAFF}/shifts/reverse", s.ReverseTopUp, reversal_id=new_id(), top_up_id=first
    )
    assert back.status_code == 200
    central.clock.advance(timedelta(days=1).total_seconds())
    carlos.sign_in()
    pays(carlos, 7_000)
    assert amounts(find(carlos, number="C01-000002")) == [6_000]
    assert amounts(find(carlos, number="c01-2")) == [6_000]
    assert amounts(find(carlos, number="2")) == [6_000]
    assert amounts(find(carlos, number="C02-000002")) == []
    assert amounts(find(carlos, **ANA)) == [7_000, 5_000, 5_000]
    day = {"first_day": "2026-11-21", "last_day": "2026-11-21"}
    assert amounts(find(carlos, **day)) == [5_000, 6_000, 5_000]
    assert amounts(find(carlos, **ANA, **day, number="1")) == [5_000]
    reversal = find(carlos, number="3").receipts[0]
    assert (reversal.movement.kind, reversal.reverses_number) == ("reversal", "C01-000001")
    assert find(carlos, number="1").receipts[0].movement.reversed
    trail = audited(central, "receipts-searched")
    assert trail[0] == "C01-2"
    assert not any("199000" in line for line in trail)


def test_a_document_without_account_is_said_so(office: Central) -> None:
    carlos = at_a_desk(office)
    nobody = {"id_type": "CC", "id_number": "1990009999"}
    answer = carlos.ask(f"{STAFF}/receipts/find", c.FindReceipts, **nobody)
    assert (answer.status_code, answer.json()["code"]) == (404, "account-unknown")


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"id_type": "CC"},
        {"first_day": "2026-11-21"},
        {"first_day": "2026-11-22", "last_day": "2026-11-21"},
        {"number": "C01-"},
        {"number": "x' or 1=1"},
    ],
    ids=str,
)
def test_what_asks_for_nothing_is_no_question(wanted: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        c.FindReceipts.model_validate({"staff_session": "x" * 43, **wanted})


def test_every_copy_has_a_number(central: Central) -> None:
    carlos = at_a_desk(central)
    made = pays(carlos, 5_000)
    for number in (1, 2, 3):
        answer = carlos.ask(f"{STAFF}/receipts/copy", c.CopyReceipt, movement_id=made)
        assert answer.json()["copy_number"] == number
    assert find(carlos, number="1").receipts[0].copies == 3
    assert audited(central, "receipt-copied") == ["1 printed", "2 printed", "3 printed"]
    answer = carlos.ask(f"{STAFF}/receipts/copy", c.CopyReceipt, movement_id=new_id())
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


@pytest.fixture
def box() -> Any:
    with mail_server() as made:
        yield made


def papers_in(box: Mailbox) -> list[tuple[str, str, bytes]]:
    found = []
    for mail in box.mails:
        (attached,) = mail.iter_attachments()
        content = attached.get_content()
        assert isinstance(content, bytes)
        found.append((str(mail["To"]), str(attached.get_filename()), content))
    return found


def test_a_receipt_goes_out_by_itself_where_an_address_is_on_file(
    office: Central, box: Mailbox
) -> None:
    carlos = at_a_desk(office)
    pays(carlos, 4_000)  # before there was mail
    with_mail(office, box.port)
    made = pays(carlos, 5_000)
    pays(carlos, 6_000, BENITO)  # nobody knows where he reads mail
    repeated = carlos.ask(
        f"{STAFF}/shifts/top-up",
        s.TopUp,
        top_up_id=made,
        account_id_type="CC",
        account_id_number="1990000001",
        payment_form="01",
        amount=5_000,
    )
    assert repeated.status_code == 200
    carlos.ask(f"{STAFF}/shifts/reverse", s.ReverseTopUp, reversal_id=new_id(), top_up_id=made)
    assert deliver_due(office.services, attachment) == 2
    sent = papers_in(box)
    assert [each[:2] for each in sent] == [
        (ADDRESS, "recibo-C01-000002.pdf"),
        (ADDRESS, "recibo-C01-000004.pdf"),
    ]
    assert all(content.startswith(b"%PDF") for _, _, content in sent)
    text = box.mails[0].get_body().get_content()
    assert "C01-000002" in text
    assert "1990000001" not in text


def test_it_is_sent_again_as_a_counted_copy(office: Central, box: Mailbox) -> None:
    carlos = at_a_desk(office)
    made, other = pays(carlos, 5_000), pays(carlos, 6_000, BENITO)
    mail = f"{STAFF}/receipts/mail"
    off = carlos.ask(mail, c.MailReceipt, movement_id=made)
    assert (off.status_code, off.json()["code"]) == (409, "mail-off")
    assert find(carlos, number="1").receipts[0].mail_to == ""
    with_mail(office, box.port)
    assert find(carlos, number="1").receipts[0].mail_to == "a•••@e•••.invalid"
    sent = carlos.ask(mail, c.MailReceipt, movement_id=made).json()
    assert sent == {"sent_to": "a•••@e•••.invalid", "copy_number": 1}
    assert ADDRESS not in str(sent)
    again = carlos.ask(mail, c.MailReceipt, movement_id=made).json()
    assert again["copy_number"] == 2
    nowhere = carlos.ask(mail, c.MailReceipt, movement_id=other)
    assert nowhere.json()["code"] == "no-mail-address"
    assert deliver_due(office.services, attachment) == 2
    assert len(papers_in(box)) == 2
    assert audited(office, "receipt-copied") == ["1 mailed", "2 mailed"]
    rows = select(OutboxMail.idempotency_key)
    keys = office.services.database.run(lambda db: list(db.scalars(rows)))
    assert not any(ADDRESS in key for key in keys)

"""Receipts at the desk: what is asked, what is shown of one, copies that are counted, mail."""

from datetime import date
from typing import Any

import pytest

from kiosk.contract.staff import certificates as c
from kiosk.contract.staff import receipts as m
from kiosk.staff.desk import events as e
from kiosk.staff.desk.effects import PutOnPaper
from kiosk.staff.desk.show_receipts import RECEIPTS_A_PAGE
from kiosk.visit.events import Back
from tests.support.copies import ORDER, order_copied
from tests.support.desk import CASHIER, Counter, copied, payment, uuid

MAIL = "a•••@e•••.invalid"


def found(*numbers: int, mail_to: str = MAIL, cut: bool = False) -> m.FoundReceipts:
    return m.FoundReceipts(
        receipts=tuple(
            m.FoundReceipt(
                movement=payment(1, movement_id=f"{uuid(1)[:-2]}{number:02d}"),
                reverses_number="",
                copies=0,
                mail_to=mail_to,
            )
            for number in numbers
        ),
        cut=cut,
    )


def at_search() -> Counter:
    return Counter().at_home().send(e.Go("records"), e.Select("part", "receipts")).enter()


def at_list(answer: m.FoundReceipts | None = None) -> Counter:
    return at_search().fill("number", "c01-1").enter().replies(answer or found(1, 2, 3))


def keys(counter: Counter) -> dict[str, bool]:
    return {line.to: line.enabled for line in counter.body.keys}


def test_everything_that_was_typed_is_one_question() -> None:
    counter = at_search().fill("number", "c01-000007").fill("id", "1.990.000.001")
    counter.send(e.Go("month"))
    message = counter.enter().asked(m.FindReceipts)
    assert (message.number, message.id_number) == ("C01-000007", "1990000001")
    assert (message.first_day, message.last_day) == (date(2026, 11, 1), date(2026, 11, 21))
    alone = at_search().fill("first_day", "20/11").enter().asked(m.FindReceipts)
    assert (alone.first_day, alone.last_day) == (date(2026, 11, 20), date(2026, 11, 20))
    assert (alone.number, alone.id_number) == (None, None)


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({}, "search-empty"),
        ({"number": "C01-"}, "number-wrong"),
        ({"id": "12"}, "id-length"),
        ({"first_day": "31/02/2026"}, "day-wrong"),
        ({"first_day": "21/11/2026", "last_day": "20/11/2026"}, "days-wrong"),
    ],
)
def test_what_is_no_question_is_not_asked(typed: dict[str, str], error: str) -> None:
    counter = at_search()
    for name, text in typed.items():
        counter.fill(name, text)
    counter.enter()
    assert (counter.effects, counter.body.error) == ((), error)


def test_nothing_found_leaves_what_was_typed() -> None:
    counter = at_search().fill("number", "7").enter().replies(found())
    assert (counter.body.error, counter.body.fields[0].text) == ("nothing-found", "7")


def test_the_chosen_one_is_shown_as_its_paper_says_it() -> None:
    counter = at_list()
    assert counter.body.receipt.number == "C01-000001"
    assert (counter.body.receipt.given, counter.body.receipt.change) == ("$50.000", "$30.000")
    assert counter.body.receipt.mail_to == MAIL
    counter.send(e.Go("down"))
    assert [row.selected for row in counter.body.rows] == [False, True, False]
    many = at_list(found(*range(10, 10 + RECEIPTS_A_PAGE + 1), cut=True))
    assert (many.body.pages, many.body.cut) == (2, True)


def test_a_copy_is_printed_only_when_central_has_counted_it() -> None:
    counter = at_list().send(e.Go("reprint"))
    assert counter.asked(m.CopyReceipt).movement_id == f"{uuid(1)[:-2]}01"
    counter.replies(copied(number=3))
    effect = counter.effect(PutOnPaper)
    assert (effect.data.is_copy, effect.data.copy_number) == (True, 3)
    assert counter.body.receipt.copies == 3
    assert not keys(counter)["reprint"]  # it is on its way
    assert counter.send(e.Go("reprint")).effects == ()
    counter.send(e.PaperEnded(effect.paper, "", "recibo.pdf"))
    assert keys(counter)["reprint"]
    assert counter.send(e.Go("down")).body.paper is None


def test_without_central_there_is_no_copy() -> None:
    counter = at_list().send(e.Go("reprint")).fails("central-offline")
    assert (counter.body.error, counter.body.paper) == ("central-offline", None)
    assert counter.effects == ()


def test_a_copy_goes_by_mail_to_the_address_on_file_only() -> None:
    counter = at_list().send(e.Go("mail"))
    counter.asked(m.MailReceipt)
    counter.replies(m.ReceiptMailed(sent_to=MAIL, copy_number=1))
    assert (counter.body.sent_to, counter.body.receipt.copies) == (MAIL, 1)
    assert counter.send(e.Go("up"), e.Go("down")).body.sent_to == ""
    nowhere = at_list(found(1, mail_to=""))
    assert not keys(nowhere)["mail"]
    assert nowhere.send(e.Go("mail")).effects == ()


def test_back_leads_to_the_search_then_to_the_menu() -> None:
    counter = at_list().send(Back())
    assert [field.text for field in counter.body.fields] == ["C01-1", "", "", ""]
    assert counter.send(Back()).view.screen == "desk/Records"


def at_order(mail_to: str = MAIL, **who: Any) -> Counter:
    """A receipt of a dispenser is the newest of two."""
    rows = (m.FoundOrderReceipt(order=ORDER, copies=0, mail_to=mail_to), *found(1).receipts)
    counter = Counter().at_home(**who).send(e.Go("records"), e.Select("part", "receipts")).enter()
    counter.fill("id", "1990000001").enter()
    return counter.replies(m.FoundReceipts(receipts=rows, cut=False))


def test_the_receipt_of_an_order_is_shown_copied_and_mailed_like_any_other() -> None:
    counter = at_order()
    shown = counter.body.receipt
    assert (shown.kind, shown.number, shown.amount) == ("order", "K01-000041", "$16.700")
    assert (shown.paid, shown.lines) == (ORDER.paid, ("2 × Matrícula",))
    assert counter.send(e.Go("reprint")).asked(m.CopyOrderReceipt).order_id == uuid(8)
    counter.replies(order_copied(3))
    paper: Any = counter.effect(PutOnPaper)
    assert (paper.data.number, paper.data.copy_number) == ("K01-000041", 3)
    assert counter.body.receipt.copies == 3
    counter.send(e.PaperEnded(paper.paper, "", ""))
    assert counter.send(e.Go("mail")).asked(m.MailOrderReceipt).order_id == uuid(8)
    counter.replies(m.ReceiptMailed(sent_to=MAIL, copy_number=4))
    assert (counter.body.sent_to, counter.body.receipt.copies) == (MAIL, 4)
    assert counter.send(e.Go("down")).body.receipt.kind == "top_up"
    assert not keys(at_order(mail_to=""))["mail"]


def test_a_copy_that_did_not_come_out_is_printed_again_under_its_number() -> None:
    counter = at_order().send(e.Go("reprint")).replies(order_copied(2))
    first: Any = counter.effect(PutOnPaper)
    counter.send(e.PaperEnded(first.paper, "paper_out", ""), e.Go("reprint"))
    again: Any = counter.effect(PutOnPaper)
    assert again.data == first.data
    assert counter.body.receipt.copies == 2
    counter.send(e.PaperEnded(again.paper, "", ""), e.Go("reprint"))
    counter.asked(m.CopyOrderReceipt)
    counter.replies(order_copied().model_copy(update={"document": "{}"}))
    assert counter.body.error == "internal"


def test_from_the_receipt_of_an_order_to_its_certificates() -> None:
    counter = at_order(actions=(*CASHIER, "copy-certificate"))
    assert keys(counter)["certificates"]
    assert counter.send(e.Go("certificates")).asked(c.FindCertificates).code == "K01-000041"
    assert counter.view.screen == "desk/Certificates"
    elsewhere = at_order()
    assert "certificates" not in keys(elsewhere)
    assert elsewhere.send(e.Go("certificates")).effects == ()


def test_a_copy_central_does_not_answer_for_leaves_the_account_where_it_is() -> None:
    counter = Counter().at_customer(payment(1)).send(e.Go("reprint")).fails("central-offline")
    assert (counter.body.found, counter.body.error) == (True, "central-offline")


def test_the_account_page_counts_its_copies_too() -> None:
    counter = Counter().at_customer(payment(1)).send(e.Go("reprint"))
    assert counter.asked(m.CopyReceipt).movement_id == uuid(1)
    counter.replies(copied(number=2))
    effect = counter.effect(PutOnPaper)
    assert effect.data.copy_number == 2
    assert counter.body.paper.state == "working"

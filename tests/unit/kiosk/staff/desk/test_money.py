"""Money at the desk: nothing without central's word, and nothing twice."""

import pytest

from kiosk.contract.staff import shifts as s
from kiosk.contract.staff.receipts import CopyReceipt
from kiosk.documents.desk_papers import MovementPaper
from kiosk.staff.desk import events as e
from kiosk.staff.desk.effects import Clarify, MoveMoney, PutOnPaper
from kiosk.visit.events import Back, Finish
from tests.support.desk import Counter, copied, payment, reversed_, topped_up, unclear, uuid


def test_a_top_up_is_sent_once_and_told_with_its_change_and_paper() -> None:
    counter = Counter().at_sure().enter()
    message = counter.asked(s.TopUp)
    assert (message.top_up_id, message.amount, message.given) == (uuid(9), 20_000, 50_000)
    assert counter.view.busy
    assert counter.enter(8).effects == ()  # a second Enter while central is asked
    counter.replies(topped_up())
    assert (counter.body.stage, counter.body.number) == ("told", "C01-000005")
    assert counter.body.change == "$30.000"
    paper = counter.effect(PutOnPaper)
    assert paper.data.amount_pesos == 20_000
    assert not counter.body.before


@pytest.mark.parametrize(
    ("amount", "given", "error"),
    [
        ("", "", "amount-missing"),
        ("0", "0", "amount-missing"),
        ("20000", "", "given-missing"),
        ("20000", "19999", "given-short"),
    ],
)
def test_what_cannot_be_paid_is_not_sent(amount: str, given: str, error: str) -> None:
    counter = Counter().at_sure(amount, given)
    assert (counter.body.stage, counter.body.error) == ("fill", error)
    assert counter.effects == ()


def test_a_card_needs_its_voucher_and_gives_no_change() -> None:
    counter = Counter().at_customer().enter().send(e.Select("payment_form", "03"))
    counter.fill("amount", "20000").enter()
    assert counter.body.error == "reference-missing"
    counter.fill("reference", "V-1").enter().enter()
    message = counter.asked(s.TopUp)
    assert (message.payment_form, message.given, message.reference) == ("03", None, "V-1")


@pytest.mark.parametrize("code", ["central-offline", "unavailable", "internal", "in-progress"])
def test_without_an_answer_nobody_says_done_or_not_done(code: str) -> None:
    counter = Counter().at_sure().enter().fails(code)
    assert counter.body.stage == "unclear"
    assert (counter.body.number, counter.body.change) == ("", "")
    counter.enter(8)
    assert counter.effect(Clarify).movement_id == uuid(9)


def test_a_lost_answer_that_was_a_yes_is_told_as_done_before() -> None:
    counter = Counter().at_sure().enter().fails("central-offline").enter(8)
    counter.replies(payment(9, receipt_number=5))
    assert (counter.body.stage, counter.body.before, counter.body.number) == (
        "told",
        True,
        "C01-000005",
    )


def test_what_central_never_saw_is_sent_again_under_the_same_id() -> None:
    counter = Counter().at_sure().enter().fails("central-offline").enter(8).fails("not-found")
    assert (counter.body.stage, counter.body.error) == ("sure", "never-done")
    counter.enter(7)
    assert counter.asked(s.TopUp).top_up_id == uuid(9)


def test_another_amount_is_another_movement() -> None:
    counter = Counter().at_sure().enter().fails("central-offline").enter(8).fails("not-found")
    counter.send(Back()).fill("amount", "30000").enter(7).enter(6)
    assert counter.asked(s.TopUp).top_up_id == uuid(6)


def test_a_refusal_is_a_refusal_and_may_be_mended() -> None:
    counter = Counter().at_sure().enter().fails("not-possible")
    assert (counter.body.stage, counter.body.error) == ("fill", "not-possible")


@pytest.mark.parametrize("shift", [None])
def test_without_a_shift_there_is_no_way_to_move_money(shift: None) -> None:
    counter = Counter().at_customer(payment(1), shift=shift)
    assert counter.enter().effects == ()
    assert counter.view.screen == "desk/Customer"
    assert counter.send(e.Go("reverse")).view.screen == "desk/Customer"
    assert not counter.body.can_top_up


def test_a_reversal_needs_a_reason_and_is_linked_to_what_it_takes_back() -> None:
    counter = Counter().at_customer(payment(1)).send(e.Go("reverse")).enter()
    assert counter.body.error == "reason-missing"
    counter.fill("reason", "pidió otro valor").enter()
    message = counter.asked(s.ReverseTopUp)
    assert (message.top_up_id, message.reversal_id) == (uuid(1), uuid(9))
    counter.replies(reversed_())
    assert (counter.body.stage, counter.body.number) == ("told", "C01-000006")
    paper = counter.effect(PutOnPaper).data
    assert (paper.kind, paper.reversed_number) == ("reversal", "C01-000001")


@pytest.mark.parametrize("changes", [{"reversed": True}, {"kind": "reversal", "reverses": uuid(2)}])
def test_what_was_taken_back_is_not_taken_back_again(changes: dict[str, object]) -> None:
    counter = Counter().at_customer(payment(1, **changes)).send(e.Go("reverse"))
    assert counter.view.screen == "desk/Customer"
    key = next(line for line in counter.body.keys if line.to == "reverse")
    assert not key.enabled


def test_who_may_not_reverse_is_not_offered_it() -> None:
    counter = Counter().at_customer(payment(1), actions=("work-shift", "see-accounts"))
    assert counter.send(e.Go("reverse")).view.screen == "desk/Customer"


def test_an_unclear_reversal_is_asked_about_under_its_id() -> None:
    counter = Counter().at_reversal().enter().fails("central-offline")
    assert counter.body.stage == "unclear"
    assert counter.enter(8).effect(Clarify).movement_id == uuid(9)
    counter.fails("not-found").enter(7)
    assert counter.asked(s.ReverseTopUp).reversal_id == uuid(9)


def test_money_is_noted_before_it_is_sent() -> None:
    counter = Counter().at_sure().enter()
    note = counter.effect(MoveMoney).unclear
    assert (note.movement_id, note.kind, note.amount, note.login) == (
        uuid(9),
        "top_up",
        20_000,
        "carlos",
    )


def test_what_is_unclear_waits_for_its_own_cashier() -> None:
    counter = Counter().at_home().send(e.UnclearChanged((unclear(9), unclear(8, "sofia"))))
    assert counter.body.unclear == 1
    counter.send(e.Go("unanswered")).enter()
    assert counter.effect(Clarify).movement_id == uuid(9)
    counter.send(e.UnclearChanged((unclear(8, "sofia"),))).replies(payment(9))
    assert (counter.body.told, counter.body.rows) == ("made", ())
    counter.send(Finish())
    assert counter.desk.unclear == (unclear(8, "sofia"),)


@pytest.mark.parametrize("what", ["top_up", "reversal"])
def test_a_copy_that_central_does_not_count_changes_nothing_of_the_money(what: str) -> None:
    if what == "top_up":
        counter = Counter().at_sure().enter().replies(topped_up())
    else:
        counter = Counter().at_reversal().enter().replies(reversed_())
    counter.send(e.PaperEnded(counter.desk.papers, "", ""), e.Go("reprint"))
    assert counter.asked(CopyReceipt).movement_id == uuid(9)
    counter.fails("central-offline")
    assert (counter.body.stage, counter.body.error) == ("told", "central-offline")
    counter.send(e.Go("reprint")).replies(copied(2))
    paper = counter.effect(PutOnPaper).data
    assert isinstance(paper, MovementPaper)
    assert (paper.is_copy, paper.copy_number) == (True, 2)
    assert (counter.body.stage, counter.body.error) == ("told", "")

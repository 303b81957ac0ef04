"""A settlement at the desk: taken before money is counted, paid once, let go for good."""

from typing import Any

import pytest

from kiosk.contract.staff import receipts as r
from kiosk.contract.staff import settlements as m
from kiosk.staff.desk import events as e
from kiosk.staff.desk.effects import Ask, Clarify, MoveMoney, PutOnPaper
from kiosk.visit.events import Back
from tests.support.desk import (
    CASHIER,
    NOW,
    SHIFT,
    Counter,
    copied,
    lock,
    payment,
    settlement,
    slip_given,
    uuid,
)

SUPERVISES = (*CASHIER, "unlock-settlement")


OURS = settlement(state="at-desk", lock=lock())
THEIRS = settlement(state="at-desk", lock=lock(mine=False))
LEFT = settlement(state="at-desk", lock=lock(mine=False, live=False))
PAID = settlement(state="paid", paid_at=NOW, payment=payment(9, settlement="000123"))


def looked(found: m.SettlementState, **home: Any) -> Counter:
    """Found by its code."""
    counter = Counter().at_home(**home).send(e.Go("settlement")).fill("settlement", "k7m-2qx")
    return counter.enter().replies(found)


def taken(given: str = "50000") -> Counter:
    return looked(settlement()).enter().replies(OURS).fill("given", given)


def key(counter: Counter, to: str) -> bool:
    return any(line.to == to and line.enabled for line in counter.body.keys)


def test_it_is_found_by_what_somebody_brought() -> None:
    counter = Counter().at_home().send(e.Go("settlement")).enter()
    assert counter.body.error == "settlement-missing"
    counter.fill("settlement", "k7m 2qx").enter()
    assert counter.asked(m.FindSettlement).code == "K7M2QX"
    counter.fails("not-found")
    assert counter.body.error == "settlement-unknown"
    counter.enter().replies(settlement())
    assert (counter.view.screen, counter.body.number) == ("desk/Settlement", "000123")
    assert (counter.body.amount, counter.body.document) == ("$20.000", "CC 1.990.000.001")


def test_it_is_taken_then_paid_under_that_movement_and_told_with_its_change() -> None:
    counter = looked(settlement()).enter(9)
    message = counter.asked(m.TakeSettlement)
    assert (message.settlement_id, message.movement_id) == (uuid(3), uuid(9))
    assert counter.body.stage == "look"  # nothing is typed before it is one's own
    assert counter.fill("given", "50000").body.fields == ()
    counter.replies(OURS).fill("given", "50000").enter(8)
    assert (counter.body.stage, counter.body.change) == ("sure", "$30.000")
    counter.enter(7)
    move = counter.effect(MoveMoney)
    paid = counter.asked(m.PaySettlement)
    assert (paid.movement_id, paid.amount, paid.given) == (uuid(9), 20_000, 50_000)
    assert (move.unclear.movement_id, move.unclear.amount) == (uuid(9), 20_000)
    assert counter.enter(6).effects == ()  # a second Enter while central is asked
    counter.replies(payment(9, receipt_number=5, settlement="000123"))
    assert (counter.body.stage, counter.body.receipt) == ("told", "C01-000005")
    assert (counter.body.change, counter.body.locked_by) == ("$30.000", "")
    paper: Any = counter.effect(PutOnPaper).data
    assert (paper.settlement, paper.is_copy) == ("000123", False)


@pytest.mark.parametrize(("given", "error"), [("", "given-missing"), ("19999", "given-short")])
def test_too_little_is_not_sent(given: str, error: str) -> None:
    counter = taken(given).enter()
    assert (counter.body.stage, counter.body.error, counter.effects) == ("fill", error, ())


def test_a_card_needs_its_voucher_and_gives_no_change() -> None:
    counter = looked(settlement()).enter().replies(OURS)
    counter.send(e.Select("payment_form", "03")).enter()
    assert counter.body.error == "reference-missing"
    counter.fill("reference", "V-1").enter().enter()
    paid = counter.asked(m.PaySettlement)
    assert (paid.payment_form, paid.given, paid.reference) == ("03", None, "V-1")
    assert counter.body.change == ""


def test_nobody_can_type_another_amount() -> None:
    counter = taken().fill("amount", "1").enter().enter()
    assert counter.asked(m.PaySettlement).amount == 20_000


def test_another_desk_shows_who_has_it_and_cannot_take_it() -> None:
    counter = looked(THEIRS).enter()
    assert counter.effects == ()
    body = counter.body
    assert (body.locked_by, body.locked_place, body.live) == ("Luisa", "C02", True)
    assert (body.mine, body.can_take) == (False, False)
    assert not key(counter, "unlock")
    assert counter.send(e.Go("unlock")).body.stage == "look"


def test_a_refused_taking_asks_who_has_it_now() -> None:
    counter = looked(settlement()).enter().fails("settlement-locked")
    assert counter.asked(m.FindSettlement).code == "000123"
    counter.replies(THEIRS)
    assert (counter.body.error, counter.body.locked_by) == ("settlement-locked", "Luisa")
    assert counter.body.stage == "look"


def test_a_payment_that_was_refused_says_so_and_shows_how_it_stands() -> None:
    counter = taken().enter().enter().fails("settlement-closed")
    assert counter.asked(m.FindSettlement).code == "000123"
    counter.replies(PAID)
    assert (counter.body.error, counter.body.state) == ("settlement-closed", "paid")


def test_let_go_is_told_and_the_next_taking_has_another_movement() -> None:
    counter = taken().enter().send(Back()).send(Back())
    message = counter.asked(m.LetGoSettlement)
    assert message.movement_id == uuid(9)
    counter.replies(settlement())
    assert (counter.body.stage, counter.body.done) == ("look", "let-go")
    assert counter.enter(4).asked(m.TakeSettlement).movement_id == uuid(4)


def test_let_go_of_what_was_paid_after_all_shows_that_it_is_paid() -> None:
    counter = taken().enter().enter().fails("central-offline").enter().fails("not-found")
    counter.send(Back()).send(Back())
    counter.replies(PAID)
    assert (counter.body.state, counter.body.done, counter.body.receipt) == (
        "paid",
        "",
        "C01-000009",
    )
    assert key(counter, "reprint")


@pytest.mark.parametrize("code", ["central-offline", "unavailable", "internal", "in-progress"])
def test_without_an_answer_nobody_says_paid_or_not_paid(code: str) -> None:
    counter = taken().enter().enter().fails(code)
    assert (counter.body.stage, counter.body.change, counter.body.receipt) == ("unclear", "", "")
    assert counter.enter().effect(Clarify).movement_id == uuid(9)
    counter.replies(payment(9, receipt_number=5))
    assert (counter.body.stage, counter.body.before) == ("told", True)


def test_what_central_never_saw_is_sent_again_under_the_same_movement() -> None:
    counter = taken().enter().enter().fails("central-offline").enter().fails("not-found")
    assert (counter.body.stage, counter.body.error) == ("sure", "never-done")
    counter.enter(4)
    assert counter.asked(m.PaySettlement).movement_id == uuid(9)


def test_leaving_what_is_unclear_keeps_it_in_the_list() -> None:
    counter = taken().enter().enter()
    note = counter.effect(MoveMoney).unclear
    counter.fails("central-offline").send(e.UnclearChanged((note,))).send(Back()).send(Back())
    counter.answer(e.Looked(0, SHIFT, (), NOW))
    assert counter.body.unclear == 1


@pytest.mark.parametrize("code", ["central-offline", "internal"])
def test_a_lost_taking_may_be_taken_again(code: str) -> None:
    """Central may have it for this desk by now; taken anew it is one's own either way."""
    counter = looked(settlement()).enter(9).fails(code)
    assert (counter.body.stage, counter.body.error) == ("look", code)
    assert counter.enter(4).asked(m.TakeSettlement).movement_id == uuid(4)
    assert looked(OURS).enter(5).asked(m.TakeSettlement).movement_id == uuid(5)


def test_without_a_shift_it_is_looked_at_only() -> None:
    counter = looked(settlement(), shift=None).enter()
    assert (counter.effects, counter.body.can_take, counter.body.needs_shift) == ((), False, True)


@pytest.mark.parametrize("state", ["expired", "cancelled", "paid"])
def test_what_is_closed_is_not_taken(state: str) -> None:
    counter = looked(settlement(state=state)).enter()
    assert counter.effects == ()
    assert not key(counter, "cancel")


# -- unlocked, cancelled, made


def test_a_supervisor_unlocks_with_a_reason() -> None:
    counter = looked(LEFT, actions=SUPERVISES).send(e.Go("unlock")).enter()
    assert (counter.body.stage, counter.body.error) == ("unlock", "reason-missing")
    counter.fill("reason", "se apagó la caja").enter()
    message = counter.asked(m.UnlockSettlement)
    assert (message.settlement_id, message.reason) == (uuid(3), "se apagó la caja")
    counter.replies(settlement())
    assert (counter.body.stage, counter.body.done) == ("look", "unlocked")


def test_unlocked_when_its_money_had_arrived_it_is_shown_as_paid() -> None:
    counter = looked(LEFT, actions=SUPERVISES).send(e.Go("unlock")).fill("reason", "se apagó")
    counter.enter().replies(PAID)
    assert (counter.body.state, counter.body.done) == ("paid", "")


def test_who_still_works_on_it_is_not_unlocked() -> None:
    counter = looked(THEIRS, actions=SUPERVISES).send(e.Go("unlock")).fill("reason", "se apagó")
    counter.enter().fails("settlement-in-use")
    assert counter.effect(Ask).path.endswith("/find")
    counter.replies(THEIRS)
    assert (counter.body.stage, counter.body.error) == ("look", "settlement-in-use")


def test_a_cashier_is_not_offered_what_is_not_theirs() -> None:
    counter = looked(LEFT, actions=tuple(set(CASHIER) - {"make-settlement"}))
    assert {line.to for line in counter.body.keys}.isdisjoint({"unlock", "cancel"})
    assert counter.send(e.Go("unlock")).body.stage == "look"
    counter = looked(settlement(), actions=tuple(set(CASHIER) - {"make-settlement"}))
    assert counter.send(e.Go("cancel")).body.stage == "look"


def test_it_is_cancelled_with_a_reason_or_not_at_all() -> None:
    counter = looked(settlement()).send(e.Go("cancel")).fill("reason", "otro valor").send(Back())
    assert (counter.body.stage, counter.effects) == ("look", ())
    counter.send(e.Go("cancel")).fill("reason", "otro valor").enter()
    assert counter.asked(m.CancelSettlement).reason == "otro valor"
    counter.replies(settlement(state="cancelled"))
    assert (counter.body.state, counter.body.done) == ("cancelled", "cancelled")


def test_one_is_made_for_a_customer_and_asked_again_it_is_the_same() -> None:
    counter = Counter().at_customer().send(e.Go("new_settlement")).enter()
    assert counter.body.error == "amount-missing"
    counter.fill("amount", "30000").enter(9)
    first = counter.asked(m.MakeSettlement)
    assert (first.settlement_id, first.amount, first.account_id_number) == (
        uuid(9),
        30_000,
        "1990000001",
    )
    counter.fails("central-offline").enter(8)
    assert counter.asked(m.MakeSettlement) == first
    counter.fails("not-possible")
    assert counter.body.error == "settlement-limits"
    counter.fill("amount", "40000").enter(7)
    assert counter.asked(m.MakeSettlement).settlement_id == uuid(7)
    counter.replies(settlement(amount=40_000))
    assert (counter.body.done, counter.body.code) == ("made", "K7M2QX")


def test_a_slip_is_handed_out_and_it_may_still_be_paid_here() -> None:
    counter = looked(settlement()).send(e.Go("slip"))
    assert counter.asked(m.HandSlip).settlement_id == uuid(3)
    counter.replies(slip_given())
    paper: Any = counter.effect(PutOnPaper).data
    assert (paper.number, paper.recovery_code, paper.banks) == ("000123", "K7M2QX", ("Banco",))
    assert (paper.reference.reference, paper.reference.amount_pesos) == ("9900000000123", 20_000)
    counter.send(e.PaperEnded(1, "", "volante-000123.pdf"))
    body = counter.body
    assert (body.state, body.can_take, body.paper.file) == ("at-bank", True, "volante-000123.pdf")


@pytest.mark.parametrize("found", [settlement(has_slip=False), OURS, PAID])
def test_without_an_agreement_or_in_other_hands_there_is_no_slip(found: m.SettlementState) -> None:
    counter = looked(found)
    assert not key(counter, "slip")
    assert counter.send(e.Go("slip")).effects == ()


def test_a_copy_of_its_receipt_is_counted_and_marked() -> None:
    counter = looked(PAID).send(e.Go("reprint"))
    assert counter.asked(r.CopyReceipt).movement_id == uuid(9)
    assert PAID.payment is not None
    counter.replies(r.ReceiptCopied(movement=PAID.payment, reverses_number="", copy_number=2))
    paper: Any = counter.effect(PutOnPaper).data
    assert (paper.copy_number, paper.settlement, paper.number) == (2, "000123", "C01-000009")


def test_a_paper_that_failed_is_printed_again_as_it_was() -> None:
    counter = taken().enter().enter().replies(payment(9))
    counter.send(e.PaperEnded(1, "paper_out", ""))
    assert counter.body.paper.state == "failed"
    counter.send(e.Go("print"))
    paper: Any = counter.effect(PutOnPaper)
    assert not paper.data.is_copy
    counter.send(e.PaperEnded(paper.paper, "", ""), e.Go("reprint"))
    assert counter.asked(r.CopyReceipt).movement_id == uuid(9)
    counter.fails("central-offline")
    assert (counter.body.stage, counter.body.error) == ("told", "central-offline")
    counter.send(e.Go("reprint")).replies(copied(1))
    paper = counter.effect(PutOnPaper)
    assert (paper.data.is_copy, paper.data.copy_number) == (True, 1)
    counter.send(e.PaperEnded(paper.paper, "paper_out", ""), e.Go("print"))
    assert counter.effect(PutOnPaper).data == paper.data, "the same copy, counted once"
    assert counter.enter().view.screen == "desk/Settlements"

"""Payments that wait for people, at the desk: one id a deed, two people where money moves."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.contract.staff import identity as i
from kiosk.contract.staff import settlements as m
from kiosk.staff.desk import events as e
from kiosk.staff.desk.clarifying import question_of
from kiosk.staff.desk.drawer import DrawerBook
from kiosk.staff.desk.effects import Ask, Clarify, MoveMoney
from kiosk.staff.desk.hand_in import tally
from kiosk.visit.events import Back
from tests.support.bank_payments import ASKS, SUPERVISES, decided, waiting
from tests.support.desk import NOW, Counter, settlement, uuid


def listed(*rows: m.PaymentException, actions: tuple[str, ...] = SUPERVISES) -> Counter:
    counter = Counter().at_home(actions=actions).send(e.Go("settlement"), e.Go("payments"))
    assert counter.effect(Ask).reply is m.PaymentExceptions
    return counter.replies(m.PaymentExceptions(exceptions=rows or (waiting(),)))


def opened(actions: tuple[str, ...] = SUPERVISES, **changes: Any) -> Counter:
    return listed(waiting(**changes), actions=actions).send(e.Select("payment", uuid(6)))


def sure_to_apply(actions: tuple[str, ...] = ASKS) -> Counter:
    counter = opened(actions).send(e.Select("action", "apply")).fill("settlement", "k7m-2qx")
    counter.enter().replies(settlement()).fill("reason", "la referencia salió mal").enter()
    assert counter.body.stage == "sure"
    return counter


def choices(counter: Counter) -> list[str]:
    return [each.code for each in counter.body.actions]


def test_the_list_says_why_since_when_how_much_and_where_it_stood() -> None:
    body = listed(waiting(), waiting(payment_id=uuid(7), why="paid-before", amount=5_000)).body
    assert (body.total, [row.why for row in body.rows]) == ("$25.000", ["unknown", "paid-before"])
    first = body.rows[0]
    assert (first.bank, first.file, first.line) == ("007", "2026-11-20 1830 A", 3)
    assert (first.age, first.reference) == ("0 min", "777777")


def test_who_may_not_look_is_not_told_of_it() -> None:
    counter = Counter().at_home().send(e.Go("settlement"))
    assert counter.body.keys == ()
    assert counter.send(e.Go("payments")).view.screen == "desk/Settlements"


@pytest.mark.parametrize(
    ("actions", "changes", "offered"),
    [
        (SUPERVISES, {}, ["apply", "return", "outside"]),
        (ASKS, {}, ["apply", "return"]),
        (SUPERVISES, {"can_apply": False}, ["return", "outside"]),
        (ASKS, {"can_apply": False, "can_return": False}, []),
        (SUPERVISES, {"outcome": "outside"}, []),
    ],
)
def test_only_what_is_safe_for_this_role_is_offered(
    actions: tuple[str, ...], changes: dict[str, Any], offered: list[str]
) -> None:
    counter = opened(actions, **changes)
    assert choices(counter) == offered
    for action in {"apply", "return", "outside"} - set(offered):
        assert counter.send(e.Select("action", action)).body.action == ""
    assert counter.enter().effects == ()


def test_a_settlement_is_seen_before_anybody_is_sure() -> None:
    counter = opened().send(e.Select("action", "apply")).enter()
    assert counter.body.error == "settlement-missing"
    counter.fill("settlement", "k7m 2qx").enter()
    assert counter.asked(m.FindSettlement).code == "K7M2QX"
    counter.fails("not-found")
    assert counter.body.error == "settlement-unknown"
    counter.enter().replies(settlement(amount=19_000))
    target = counter.body.target
    assert (target.number, target.amount, target.pays) == ("000123", "$19.000", False)
    assert counter.enter().body.error == "reason-missing"
    counter.fill("settlement", "000124")  # another one has to be looked at anew
    assert counter.body.target is None
    counter.fill("reason", "llamó el banco").enter()
    assert counter.asked(m.FindSettlement).code == "000124"


def test_it_is_applied_under_one_id_after_a_second_person_allowed_just_that() -> None:
    counter = sure_to_apply().enter(9)
    move = counter.effect(MoveMoney)
    sent = counter.asked(m.ApplyPayment)
    assert (sent.payment_id, sent.settlement_id, sent.amount) == (uuid(6), uuid(3), 20_000)
    assert (move.unclear.movement_id, move.unclear.kind) == (sent.decision_id, "payment")
    assert counter.enter(8).effects == ()  # a second Enter while central is asked
    counter.fails("approval-needed")
    body = counter.body
    assert (body.action, body.about, body.amount) == ("apply-payment", "777777 → 000123", "$20.000")
    counter.fill("login", "sofia").secret("key", "k-1").secret("code", "123456").enter(7)
    asked = counter.asked(i.Approve)
    assert asked.subject == m.application(uuid(6), uuid(3))
    counter.replies(i.Approved(expires_at=NOW))
    assert counter.asked(m.ApplyPayment).decision_id == uuid(9)
    counter.replies(decided())
    assert (counter.body.stage, counter.body.outcome) == ("told", "applied")
    assert counter.enter().effect(Ask).reply is m.PaymentExceptions


def test_what_goes_back_to_the_bank_is_approved_for_that_payment() -> None:
    counter = opened().send(e.Select("action", "return")).fill("reason", "lo pidió el cliente")
    counter.enter().enter(9)
    assert counter.asked(m.ReturnPayment).decision_id == uuid(9)
    counter.fails("approval-needed")
    counter.fill("login", "luisa").secret("key", "k-1").secret("code", "123456").enter()
    asked = counter.asked(i.Approve)
    assert (asked.action, asked.subject) == ("return-payment", uuid(6))


def test_a_lost_answer_is_asked_about_and_the_same_id_sent_again() -> None:
    counter = sure_to_apply().enter(9).fails("central-offline")
    assert counter.body.stage == "unclear"
    asked = counter.enter(8).effect(Clarify)
    assert (asked.movement_id, asked.kind) == (uuid(9), "payment")
    path, message, reply = question_of(asked)
    assert path.endswith("/find-decision")
    assert isinstance(message, m.FindPaymentDecision)
    assert reply is m.PaymentException
    counter.fails("not-found")
    assert (counter.body.stage, counter.body.error) == ("sure", "never-done")
    assert counter.enter(7).asked(m.ApplyPayment).decision_id == uuid(9)
    counter.fails("unavailable").enter().replies(decided())
    assert (counter.body.stage, counter.body.before) == ("told", True)


def test_whoever_was_first_is_shown() -> None:
    counter = sure_to_apply().enter(9).fails("already-decided")
    assert counter.asked(m.FindPaymentException).payment_id == uuid(6)
    counter.replies(decided(4, outcome="outside", applied_to="", decided_by="Luisa"))
    body = counter.body
    assert (body.error, body.decided_by, body.stage) == ("already-decided", "Luisa", "look")
    assert (body.actions, body.fields) == ((), ())


def test_another_deed_than_the_one_that_was_refused_has_another_id() -> None:
    counter = sure_to_apply().enter(9).fails("settlement-locked")
    assert (counter.body.stage, counter.body.error) == ("look", "settlement-locked")
    assert counter.enter().enter(8).asked(m.ApplyPayment).decision_id == uuid(8)
    counter = sure_to_apply().enter(9).fails("approval-needed").send(Back(), Back())
    assert counter.body.stage == "look"
    assert counter.enter().enter(7).asked(m.ApplyPayment).decision_id == uuid(7)


def test_after_a_power_cut_it_stands_in_the_list_of_what_was_not_answered() -> None:
    counter = sure_to_apply().enter(9)
    unclear = counter.effect(MoveMoney).unclear
    counter = Counter().at_home(actions=ASKS).send(e.UnclearChanged((unclear,)))
    counter.send(e.Go("unanswered"))
    assert [row.kind for row in counter.body.rows] == ["payment"]
    assert counter.enter().effect(Clarify).kind == "payment"
    counter.replies(decided())
    assert (counter.body.told, counter.body.kind, counter.body.number) == (
        "decided",
        "applied",
        "000123",
    )


def test_a_banks_money_is_not_in_the_drawer(tmp_path: Any) -> None:
    counter = sure_to_apply().enter(9)
    move, book = counter.effect(MoveMoney), DrawerBook(tmp_path)
    book.seen("carlos", counter.desk.shift)
    tally(book, move.message, decided(), move.unclear)
    assert [note.believed() for note in book.items()] == [{}]
    # The same under another kind would be counted: it is the kind that keeps it out.
    tally(book, move.message, decided(), replace(move.unclear, kind="top_up"))
    assert [note.believed() for note in book.items()] == [{"07": 20_000}]

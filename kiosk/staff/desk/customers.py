"""Whose account it is, what happened in it, and what may be done with one of its payments."""

from dataclasses import replace

from kiosk.contract.staff import desk as t
from kiosk.identity import IdType, InvalidId, parse_id
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import (
    Answered,
    DeskEvent,
    Failed,
    Go,
    PaperEnded,
    Select,
    Type,
)
from kiosk.staff.desk.form import id_number
from kiosk.staff.desk.papers import ended, movement_on_paper, number_of
from kiosk.staff.desk.settlement_state import NewSettlement
from kiosk.staff.desk.state import Customer, Desk, Reversal, Step, TopUp
from kiosk.visit.events import Continue

FIND = "/v1/staff/accounts/find"


def customer(desk: Desk, stage: Customer, event: DeskEvent) -> Step:
    """Typed, found, and from then on the account's own page."""
    match event:
        case Answered(reply=t.DeskAccount() as account):
            chosen = account.payments[0].movement_id if account.payments else ""
            return desk.at(replace(stage, account=account, chosen=chosen, error="")), ()
        case Failed(code=code):
            return desk.at(replace(stage, account=None, error=code)), ()
        case PaperEnded():
            return desk.at(replace(stage, paper=ended(stage.paper, event))), ()
        case _ if stage.account is None:
            return _searching(desk, stage, event)
        case _:
            return _found(desk, stage, stage.account, event)


def find(desk: Desk, stage: Customer) -> Step:
    """Ask central; the number is judged here first."""
    try:
        parse_id(stage.id_type, stage.form.text("id"))
    except InvalidId as invalid:
        return desk.at(replace(stage, error=f"id-{invalid.code}")), ()
    desk = desk.asking().at(stage)
    number = "".join(char for char in stage.form.text("id") if char.isalnum())
    message = t.FindAccount(staff_session=desk.who.session, id_type=stage.id_type, id_number=number)
    return desk, (Ask(desk.request, FIND, message, t.DeskAccount),)


def _searching(desk: Desk, stage: Customer, event: DeskEvent) -> Step:
    match event:
        case Type(name="id", text=text):
            form = stage.form.put("id", id_number(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case Select(name="id_type", value=value) if value in IdType.__members__:
            return desk.at(replace(stage, id_type=IdType(value), error="")), ()
        case Continue():
            return find(desk, stage)
        case _:
            return desk, ()


def _found(desk: Desk, stage: Customer, account: t.DeskAccount, event: DeskEvent) -> Step:
    payment = stage.payment
    match event:
        case Select(name="payment", value=value):
            known = {each.movement_id for each in account.payments}
            return desk.at(replace(stage, chosen=value) if value in known else stage), ()
        case Go(to="another"):
            return desk.at(Customer(stage.id_type)), ()
        case Continue() | Go(to="top_up") if desk.shift is not None:
            return desk.at(TopUp(account)), ()
        case Go(to="new_settlement") if desk.who.may("make-settlement"):
            return desk.at(NewSettlement(account)), ()
        case Go(to="reverse") if payment is not None and may_reverse(desk, payment):
            return desk.at(Reversal(payment)), ()
        case Go(to="reprint") if payment is not None:
            number = _number_reversed(account, payment)
            desk, paper, effect = movement_on_paper(desk, payment, number, is_copy=True)
            return desk.at(replace(stage, paper=paper)), (effect,)
        case _:
            return desk, ()


def _number_reversed(account: t.DeskAccount, payment: t.DeskMovement) -> str:
    """The receipt that a reversal takes back; empty, if it is too old to be on the page."""
    for each in account.payments:
        if each.movement_id == payment.reverses:
            return number_of(each.place, each.receipt_number)
    return ""


def may_reverse(desk: Desk, payment: t.DeskMovement) -> bool:
    """A top-up that stands, in an open shift, by somebody who may."""
    stands = payment.kind == "top_up" and not payment.reversed
    return stands and desk.shift is not None and desk.who.may("reverse-top-up")

"""Whose account it is, what happened in it, and what may be done with one of its payments."""

from dataclasses import replace

from kiosk.contract.staff import desk as t
from kiosk.contract.staff.receipts import ReceiptCopied
from kiosk.identity import IdType, InvalidId, parse_id
from kiosk.staff.desk.copying import copy_counted, is_printing, print_again
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
from kiosk.staff.desk.papers import ended
from kiosk.staff.desk.people.enter import begin_register, open_page
from kiosk.staff.desk.people.state import Whose
from kiosk.staff.desk.sale.begin import begin_sale, may_sell
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
        case Answered(reply=ReceiptCopied() as copied):
            return copy_counted(desk, stage, copied)
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
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
        case Go(to="register") if may_register(desk, stage):
            return begin_register(desk, stage.id_type, stage.form.text("id"))
        case Continue():
            return find(desk, stage)
        case _:
            return desk, ()


def may_register(desk: Desk, stage: Customer) -> bool:
    """Central was asked, and nobody has an account with this document."""
    return stage.error == "account-unknown" and desk.who.may("register-people")


def _found(desk: Desk, stage: Customer, account: t.DeskAccount, event: DeskEvent) -> Step:
    payment = stage.payment
    match event:
        case Select(name="payment", value=value):
            known = {each.movement_id for each in account.payments}
            if value not in known or value == stage.chosen:
                return desk, ()
            paper = stage.paper if is_printing(stage) else None
            return desk.at(replace(stage, chosen=value, paper=paper)), ()
        case Go(to="person") if desk.who.may("change-contact"):
            return open_page(desk, _whose(account))
        case Continue() | Go(to="top_up") if desk.shift is not None:
            return desk.at(TopUp(account)), ()
        case Go(to="new_settlement") if desk.who.may("make-settlement"):
            return desk.at(NewSettlement(account)), ()
        case Go(to="sell") if may_sell(desk):
            return begin_sale(desk, account)
        case Go(to="reverse") if payment is not None and may_reverse(desk, payment):
            return desk.at(Reversal(payment)), ()
        case Go(to="reprint") if payment is not None and not is_printing(stage):
            return print_again(desk, stage, payment.movement_id)
        case _:
            return desk, ()


def may_reverse(desk: Desk, payment: t.DeskMovement) -> bool:
    """A top-up that stands, in an open shift, by somebody who may."""
    stands = payment.kind == "top_up" and not payment.reversed
    return stands and desk.shift is not None and desk.who.may("reverse-top-up")


def _whose(account: t.DeskAccount) -> Whose:
    return Whose(account.holder_id_type, account.holder_id_number, account.holder_name)

"""Money in and back: sent once under one id, and asked about when no answer came.

Nothing moves without central's word. An answer that was lost leaves the movement unclear; the
same id is asked about, and only when central never saw it may it be sent again, under that id.
"""

from dataclasses import replace
from typing import Literal

from kiosk.contract.staff import desk as t
from kiosk.contract.staff import shifts as s
from kiosk.contract.staff.receipts import ReceiptCopied
from kiosk.staff.desk.copying import copy_counted, is_printing, print_again
from kiosk.staff.desk.effects import Clarify, MoveMoney
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, PaperEnded, Select, Type
from kiosk.staff.desk.form import Form, digits, reference, sentence
from kiosk.staff.desk.papers import ended, movement_on_paper, number_of
from kiosk.staff.desk.state import CASH, Approval, Desk, Reversal, Step, TopUp
from kiosk.staff.desk.unclear import Unclear
from kiosk.visit.events import Back, Continue

TOP_UP = "/v1/staff/shifts/top-up"
REVERSE = "/v1/staff/shifts/reverse"
UNANSWERED = frozenset({"central-offline", "unavailable", "internal", "in-progress"})
"""After these nobody at the desk knows whether it was done."""
REASON_MIN = 3
FORMS = ("01", "02", "03", "04", "06")


def top_up(desk: Desk, stage: TopUp, event: DeskEvent) -> Step:
    """Typing, being sure, told; or unclear."""
    match event:
        case PaperEnded():
            return desk.at(replace(stage, paper=ended(stage.paper, event))), ()
        case Answered(reply=s.ToppedUp() as made):
            return _topped_up(desk, stage, made)
        case Answered(reply=t.DeskMovement() as made):
            return _told(desk, replace(stage, before=True), made)
        case Answered(reply=ReceiptCopied() as copied):
            return copy_counted(desk, stage, copied)
        case Failed(code=code) if stage.step == "told":
            return desk.at(replace(stage, error=code)), ()  # of a copy; the money is where it is
        case Failed(code=code):
            return desk.at(_top_up_failed(stage, code)), ()
        case _:
            pass
    match stage.step, event:
        case "fill", Type(name=name, text=text) if name in ("amount", "given", "reference"):
            clean = reference(text) if name == "reference" else digits(text)
            return desk.at(replace(stage, form=stage.form.put(name, clean), error="")), ()
        case "fill", Select(name="payment_form", value=form) if form in FORMS:
            # mypy does not narrow text to a literal by "in"; the guard above did.
            return desk.at(replace(stage, payment_form=form, error="")), ()  # type: ignore[arg-type]
        case "fill", Continue():
            error = _cannot(stage)
            return desk.at(replace(stage, step="fill" if error else "sure", error=error)), ()
        case "sure", Continue():
            return _send_top_up(desk, stage)
        case "sure", Back():
            return desk.at(replace(stage, step="fill", movement_id="", error="")), ()
        case "unclear", Continue():
            return _clarify(desk, stage.movement_id)
        case "told", Go(to=("print" | "reprint")) if stage.made and not is_printing(stage):
            return print_again(desk, stage, stage.made.movement_id)
        case _:
            return desk, ()


def reversal(desk: Desk, stage: Reversal, event: DeskEvent) -> Step:
    """The reason, a second person if it is much, told; or unclear."""
    match event:
        case PaperEnded():
            return desk.at(replace(stage, paper=ended(stage.paper, event))), ()
        case Answered(reply=s.TopUpReversed() as made):
            return _reversed(desk, stage, made)
        case Answered(reply=t.DeskMovement() as made):
            return _told(desk, replace(stage, before=True), made)
        case Answered(reply=ReceiptCopied() as copied):
            return copy_counted(desk, stage, copied)
        case Failed(code=code) if stage.step == "told":
            return desk.at(replace(stage, error=code)), ()
        case Failed(code="approval-needed"):
            form = Form({"reason": stage.form.text("reason")})
            return desk.at(Approval(stage, form)), ()
        case Failed(code="not-found"):
            return desk.at(replace(stage, step="fill", error="never-done")), ()
        case Failed(code=code):
            after = replace(stage, step="unclear" if code in UNANSWERED else "fill", error=code)
            return desk.at(after), ()
        case _:
            pass
    match stage.step, event:
        case "fill", Type(name="reason", text=text):
            form = stage.form.put("reason", sentence(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case "fill", Continue() if len(stage.form.text("reason")) < REASON_MIN:
            return desk.at(replace(stage, error="reason-missing")), ()
        case "fill", Continue():
            return send_reversal(desk, stage)
        case "unclear", Continue():
            return _clarify(desk, stage.movement_id)
        case "told", Go(to=("print" | "reprint")) if stage.made and not is_printing(stage):
            return print_again(desk, stage, stage.made.movement_id)
        case _:
            return desk, ()


def send_reversal(desk: Desk, stage: Reversal) -> Step:
    """Take it back, under one id however often it is asked."""
    stage = replace(stage, movement_id=stage.movement_id or desk.fresh_id, error="")
    desk = desk.asking().at(stage)
    message = s.ReverseTopUp(
        staff_session=desk.who.session,
        reason=stage.form.text("reason"),
        reversal_id=stage.movement_id,
        top_up_id=stage.payment.movement_id,
    )
    unclear = _unclear(desk, stage.movement_id, "reversal", stage.payment.amount)
    return desk, (MoveMoney(desk.request, REVERSE, message, s.TopUpReversed, unclear),)


def _send_top_up(desk: Desk, stage: TopUp) -> Step:
    stage = replace(stage, movement_id=stage.movement_id or desk.fresh_id, error="")
    desk = desk.asking().at(stage)
    cash = stage.payment_form == CASH
    message = s.TopUp(
        staff_session=desk.who.session,
        top_up_id=stage.movement_id,
        account_id_type=stage.account.holder_id_type,
        account_id_number=stage.account.holder_id_number,
        payment_form=stage.payment_form,
        amount=stage.form.pesos("amount"),
        given=stage.form.pesos("given") if cash else None,
        reference="" if cash else stage.form.text("reference"),
    )
    unclear = _unclear(desk, stage.movement_id, "top_up", message.amount)
    return desk, (MoveMoney(desk.request, TOP_UP, message, s.ToppedUp, unclear),)


def _unclear(
    desk: Desk, movement_id: str, kind: Literal["top_up", "reversal"], amount: int
) -> Unclear:
    return Unclear(movement_id, kind, amount, desk.who.login)


def _clarify(desk: Desk, movement_id: str) -> Step:
    desk = desk.asking()
    return desk, (Clarify(desk.request, desk.who.session, movement_id),)


def _cannot(stage: TopUp) -> str:
    """Why what was typed cannot be paid; central has the last word about its limits."""
    if not stage.form.pesos("amount"):
        return "amount-missing"
    if stage.payment_form != CASH:
        return "" if stage.form.text("reference") else "reference-missing"
    if not stage.form.text("given"):
        return "given-missing"
    return "" if stage.form.pesos("given") >= stage.form.pesos("amount") else "given-short"


def _top_up_failed(stage: TopUp, code: str) -> TopUp:
    if code in UNANSWERED:
        return replace(stage, step="unclear", error=code)
    if code == "not-found":
        return replace(stage, step="sure", error="never-done")
    return replace(stage, step="fill", movement_id="", error=code)


def _topped_up(desk: Desk, stage: TopUp, made: s.ToppedUp) -> Step:
    cash = stage.payment_form == CASH
    movement = t.DeskMovement(
        movement_id=made.top_up_id,
        kind="top_up",
        place=made.place,
        receipt_number=made.receipt_number,
        at=made.at,
        payment_form=stage.payment_form,
        amount=made.amount,
        given=made.amount + made.change if cash else None,
        reference="" if cash else stage.form.text("reference"),
        reverses="",
        reversed=False,
        cashier=desk.who.login,
        holder_name=stage.account.holder_name,
        holder_id_type=stage.account.holder_id_type,
        holder_id_number=stage.account.holder_id_number,
    )
    return _told(desk, stage, movement)


def _reversed(desk: Desk, stage: Reversal, made: s.TopUpReversed) -> Step:
    changes = {
        "movement_id": made.reversal_id,
        "kind": "reversal",
        "place": made.place,
        "receipt_number": made.receipt_number,
        "at": made.at,
        "amount": made.amount,
        "given": None,
        "reverses": made.top_up_id,
        "cashier": desk.who.login,
    }
    return _told(desk, stage, stage.payment.model_copy(update=changes))


def _told(desk: Desk, stage: TopUp | Reversal, made: t.DeskMovement) -> Step:
    """Done; its receipt is printed without being asked for."""
    stage = replace(stage, step="told", made=made, error="")
    paid = stage.payment if isinstance(stage, Reversal) else None
    number = number_of(paid.place, paid.receipt_number) if paid else ""
    desk, paper, effect = movement_on_paper(desk, made, number)
    return desk.at(replace(stage, paper=paper)), (effect,)

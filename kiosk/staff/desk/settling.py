"""The payment of a settlement: taken to this desk first, then paid under the movement it was taken.

Taking locks it at central before anybody counts money. What is let go, is let go for good: a
payment that was under way is refused from then on, so that "not paid" is a fact and not a hope.
"""

from dataclasses import replace

from kiosk.contract.staff import desk as t
from kiosk.contract.staff import settlements as m
from kiosk.contract.staff.receipts import ReceiptCopied
from kiosk.staff.desk.copying import copy_counted, is_printing, print_again
from kiosk.staff.desk.effects import Ask, Clarify, MoveMoney
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, PaperEnded, Select, Type
from kiosk.staff.desk.form import digits, reference
from kiosk.staff.desk.money import FORMS, UNANSWERED
from kiosk.staff.desk.papers import ended, movement_on_paper
from kiosk.staff.desk.settlement_state import Settlement, Settlements
from kiosk.staff.desk.state import CASH, Desk, Step
from kiosk.staff.desk.unclear import Unclear
from kiosk.visit.events import Back, Continue

TAKE = "/v1/staff/settlements/take"
LET_GO = "/v1/staff/settlements/let-go"
PAY = "/v1/staff/settlements/pay"
FIND = "/v1/staff/settlements/find"
PAYABLE = ("open", "at-bank")
PAYING = frozenset({"fill", "sure", "unclear", "told"})
_REFUSED = frozenset(
    {"settlement-locked", "settlement-closed", "settlement-in-use", "not-possible", "not-found"}
)


def take(desk: Desk, stage: Settlement) -> Step:
    """Ask for it, under an id that is new at every taking; nothing is typed before the answer."""
    stage = Settlement(stage.found, movement_id=desk.fresh_id)
    desk = desk.asking().at(stage)
    message = m.TakeSettlement(
        staff_session=desk.who.session,
        settlement_id=stage.found.settlement_id,
        movement_id=stage.movement_id,
    )
    return desk, (Ask(desk.request, TAKE, message, m.SettlementState),)


def taken(stage: Settlement, fresh: m.SettlementState) -> Settlement:
    """It is this desk's, if central says so."""
    mine = stage.movement_id != "" and fresh.lock is not None and fresh.lock.mine
    if mine:
        return replace(stage, found=fresh, step="fill")
    return Settlement(fresh, error=stage.error, done=stage.done, paper=stage.paper)


def not_taken(desk: Desk, stage: Settlement, code: str) -> Step:
    """It was refused: who has it now is asked, and shown below what was refused."""
    if code not in _REFUSED or stage.error:
        return desk.at(Settlement(stage.found, error=stage.error or code)), ()
    error = "settlement-refused" if code == "not-possible" else code
    desk = desk.asking().at(Settlement(stage.found, error=error))
    message = m.FindSettlement(staff_session=desk.who.session, code=stage.found.number)
    return desk, (Ask(desk.request, FIND, message, m.SettlementState),)


def paying(desk: Desk, stage: Settlement, event: DeskEvent) -> Step:
    """Typing, being sure, told; or unclear."""
    match event:
        case PaperEnded():
            return desk.at(replace(stage, paper=ended(stage.paper, event))), ()
        case Answered(reply=m.SettlementState() as fresh):
            done = "let-go" if fresh.state in PAYABLE else ""
            # mypy widens the two literals
            return desk.at(Settlement(fresh, done=done)), ()  # type: ignore[arg-type]
        case Answered(reply=t.DeskMovement() as made):
            return _told(desk, replace(stage, before=stage.step == "unclear"), made)
        case Answered(reply=ReceiptCopied() as copied):
            return copy_counted(desk, stage, copied)
        case Failed(code=code) if stage.step == "told":
            return desk.at(replace(stage, error=code)), ()  # of a copy; it is paid
        case Failed(code=code):
            return _failed(desk, stage, code)
        case _:
            pass
    match stage.step, event:
        case "fill", Type(name=name, text=text) if name in ("given", "reference"):
            clean = reference(text) if name == "reference" else digits(text)
            return desk.at(replace(stage, form=stage.form.put(name, clean), error="")), ()
        case "fill", Select(name="payment_form", value=form) if form in FORMS:
            # mypy does not narrow text to a literal by "in"; the guard above did.
            return desk.at(replace(stage, payment_form=form, error="")), ()  # type: ignore[arg-type]
        case "fill", Continue():
            error = _cannot(stage)
            return desk.at(replace(stage, step="fill" if error else "sure", error=error)), ()
        case "fill", Back():
            return _let_go(desk, stage)
        case "sure", Continue():
            return _pay(desk, stage)
        case "sure", Back():
            return desk.at(replace(stage, step="fill", error="")), ()
        case "unclear", Continue():
            desk = desk.asking()
            return desk, (Clarify(desk.request, desk.who.session, stage.movement_id),)
        case "told", Continue():
            return desk.at(Settlements()), ()
        case "told", Go(to=("print" | "reprint")) if stage.made and not is_printing(stage):
            return print_again(desk, stage, stage.made.movement_id)
        case _:
            return desk, ()


def _cannot(stage: Settlement) -> str:
    """Why what was typed does not pay it."""
    if stage.payment_form != CASH:
        return "" if stage.form.text("reference") else "reference-missing"
    if not stage.form.text("given"):
        return "given-missing"
    return "" if stage.form.pesos("given") >= stage.found.amount else "given-short"


def _pay(desk: Desk, stage: Settlement) -> Step:
    desk = desk.asking().at(replace(stage, error=""))
    cash = stage.payment_form == CASH
    message = m.PaySettlement(
        staff_session=desk.who.session,
        settlement_id=stage.found.settlement_id,
        movement_id=stage.movement_id,
        payment_form=stage.payment_form,
        amount=stage.found.amount,
        given=stage.form.pesos("given") if cash else None,
        reference="" if cash else stage.form.text("reference"),
    )
    unclear = Unclear(stage.movement_id, "top_up", stage.found.amount, desk.who.login)
    return desk, (MoveMoney(desk.request, PAY, message, t.DeskMovement, unclear),)


def _let_go(desk: Desk, stage: Settlement) -> Step:
    desk = desk.asking().at(stage)
    message = m.LetGoSettlement(
        staff_session=desk.who.session,
        settlement_id=stage.found.settlement_id,
        movement_id=stage.movement_id,
    )
    return desk, (Ask(desk.request, LET_GO, message, m.SettlementState),)


def _failed(desk: Desk, stage: Settlement, code: str) -> Step:
    sent = stage.step in ("sure", "unclear")
    if stage.step == "unclear" and code == "not-found":
        return desk.at(replace(stage, step="sure", error="never-done")), ()
    if sent and code in UNANSWERED:
        return desk.at(replace(stage, step="unclear", error=code)), ()
    if sent and code not in _REFUSED:
        return desk.at(replace(stage, error=code)), ()
    return not_taken(desk, replace(stage, error=""), code)


def _told(desk: Desk, stage: Settlement, made: t.DeskMovement) -> Step:
    """Paid; its receipt is printed without being asked for."""
    desk, paper, effect = movement_on_paper(desk, made)
    return desk.at(replace(stage, step="told", made=made, error="", paper=paper)), (effect,)

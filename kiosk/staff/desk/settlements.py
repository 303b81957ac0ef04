"""A settlement at a desk: found or made, looked at, freed or cancelled with a reason.

What central said last is what the screen shows; after every refusal it is asked anew, so that the
cashier sees who has it now.
"""

from dataclasses import replace

from kiosk.contract.staff import settlements as m
from kiosk.contract.staff.receipts import ReceiptCopied
from kiosk.staff.desk.copying import copy_counted, is_printing, print_again
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, PaperEnded, Type
from kiosk.staff.desk.form import digits, sentence, settlement_code
from kiosk.staff.desk.front import look as to_central
from kiosk.staff.desk.money import REASON_MIN
from kiosk.staff.desk.papers import ended
from kiosk.staff.desk.payments.flow import SEES as SEES_PAYMENTS
from kiosk.staff.desk.payments.flow import back as back_in_payments
from kiosk.staff.desk.payments.flow import in_payments
from kiosk.staff.desk.payments.flow import list_them as list_payments
from kiosk.staff.desk.payments.stages import PaymentStage
from kiosk.staff.desk.settlement_state import (
    NewSettlement,
    Settlement,
    Settlements,
    SettlementStage,
)
from kiosk.staff.desk.settling import FIND, PAYABLE, PAYING, not_taken, paying, take, taken
from kiosk.staff.desk.slips import can_slip, slip_on_paper
from kiosk.staff.desk.state import Desk, Home, Step
from kiosk.visit.events import Back, Continue

PATH = "/v1/staff/settlements"


def in_settlements(desk: Desk, stage: SettlementStage, event: DeskEvent) -> Step:
    """Whatever happens at one of these stages."""
    match stage:
        case Settlements():
            return _searching(desk, stage, event)
        case NewSettlement():
            return _making(desk, stage, event)
        case Settlement() if stage.step in PAYING:
            return paying(desk, stage, event)
        case Settlement(step=("unlock" | "cancel")):
            return _reasoning(desk, stage, event)
        case Settlement():
            return _looking(desk, stage, event)
        case _:
            return in_payments(desk, stage, event)


def back(desk: Desk, stage: SettlementStage) -> Step:
    """One screen up."""
    if isinstance(stage, PaymentStage):
        return back_in_payments(desk, stage)
    if isinstance(stage, Settlement):
        return desk.at(Settlements()), ()
    return to_central(desk.at(Home()))


def can_take(desk: Desk, found: m.SettlementState) -> bool:
    """In an open shift: what nobody has, or what is one's own from before a crash."""
    own = found.lock is not None and found.lock.mine
    return desk.shift is not None and (found.state in PAYABLE or own)


def can_unlock(desk: Desk, found: m.SettlementState) -> bool:
    """Somebody else's, by who may; whether that desk still works is for central to say."""
    others = found.lock is not None and not found.lock.mine
    return others and desk.who.may("unlock-settlement")


def can_cancel(desk: Desk, found: m.SettlementState) -> bool:
    """What nobody has."""
    return found.state in PAYABLE and desk.who.may("make-settlement")


def find(desk: Desk, stage: Settlements | Settlement, code: str) -> Step:
    """Ask central how it stands."""
    desk = desk.asking().at(stage)
    message = m.FindSettlement(staff_session=desk.who.session, code=code)
    return desk, (Ask(desk.request, FIND, message, m.SettlementState),)


def _searching(desk: Desk, stage: Settlements, event: DeskEvent) -> Step:
    match event:
        case Type(name="settlement", text=text):
            form = stage.form.put("settlement", settlement_code(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case Go(to="payments") if desk.who.may(SEES_PAYMENTS):
            return list_payments(desk)
        case Continue() if not stage.form.text("settlement"):
            return desk.at(replace(stage, error="settlement-missing")), ()
        case Continue():
            return find(desk, stage, stage.form.text("settlement"))
        case Answered(reply=m.SettlementState() as found):
            return desk.at(Settlement(found)), ()
        case Failed(code="not-found"):
            return desk.at(replace(stage, error="settlement-unknown")), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case _:
            return desk, ()


def _making(desk: Desk, stage: NewSettlement, event: DeskEvent) -> Step:
    match event:
        case Type(name="amount", text=text):
            form = stage.form.put("amount", digits(text))
            # Another amount is another wish.
            return desk.at(replace(stage, form=form, settlement_id="", error="")), ()
        case Continue() if not stage.form.pesos("amount"):
            return desk.at(replace(stage, error="amount-missing")), ()
        case Continue():
            stage = replace(stage, settlement_id=stage.settlement_id or desk.fresh_id, error="")
            desk = desk.asking().at(stage)
            message = m.MakeSettlement(
                staff_session=desk.who.session,
                settlement_id=stage.settlement_id,
                account_id_type=stage.account.holder_id_type,
                account_id_number=stage.account.holder_id_number,
                amount=stage.form.pesos("amount"),
            )
            return desk, (Ask(desk.request, f"{PATH}/make", message, m.SettlementState),)
        case Answered(reply=m.SettlementState() as found):
            return desk.at(Settlement(found, done="made")), ()
        case Failed(code="not-possible"):
            return desk.at(replace(stage, error="settlement-limits")), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case _:
            return desk, ()


def _looking(desk: Desk, stage: Settlement, event: DeskEvent) -> Step:
    found = stage.found
    match event:
        case Answered(reply=m.SettlementState() as fresh):
            return desk.at(taken(stage, fresh)), ()
        case Failed(code=code):
            return not_taken(desk, stage, code)
        case PaperEnded():
            return desk.at(replace(stage, paper=ended(stage.paper, event))), ()
        case Continue() if can_take(desk, found):
            return take(desk, stage)
        case Go(to="refresh"):
            return find(desk, replace(stage, done="", error=""), found.number)
        case Go(to="another_settlement"):
            return desk.at(Settlements()), ()
        case Go(to="unlock") if can_unlock(desk, found):
            return desk.at(Settlement(found, "unlock")), ()
        case Go(to="cancel") if can_cancel(desk, found):
            return desk.at(Settlement(found, "cancel")), ()
        case Go(to="slip") if can_slip(desk, found):
            desk = desk.asking().at(Settlement(found))
            asked = m.HandSlip(staff_session=desk.who.session, settlement_id=found.settlement_id)
            return desk, (Ask(desk.request, f"{PATH}/slip", asked, m.SlipGiven),)
        case Answered(reply=m.SlipGiven() as given):
            return slip_on_paper(desk, given)
        case Go(to="reprint") if found.payment is not None and not is_printing(stage):
            return print_again(desk, stage, found.payment.movement_id)
        case Answered(reply=ReceiptCopied() as copied):
            return copy_counted(desk, stage, copied)
        case _:
            return desk, ()


def _reasoning(desk: Desk, stage: Settlement, event: DeskEvent) -> Step:
    match event:
        case Type(name="reason", text=text):
            form = stage.form.put("reason", sentence(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case Continue() if len(stage.form.text("reason")) < REASON_MIN:
            return desk.at(replace(stage, error="reason-missing")), ()
        case Continue():
            return _decide(desk, stage)
        case Answered(reply=m.SettlementState() as fresh):
            return desk.at(_decided(stage, fresh)), ()
        case Failed(code=code):
            return not_taken(desk, Settlement(stage.found), code)
        case Back():
            return desk.at(Settlement(stage.found)), ()
        case _:
            return desk, ()


def _decide(desk: Desk, stage: Settlement) -> Step:
    desk = desk.asking().at(replace(stage, error=""))
    kind = m.UnlockSettlement if stage.step == "unlock" else m.CancelSettlement
    message = kind(
        staff_session=desk.who.session,
        reason=stage.form.text("reason"),
        settlement_id=stage.found.settlement_id,
    )
    return desk, (Ask(desk.request, f"{PATH}/{stage.step}", message, m.SettlementState),)


def _decided(stage: Settlement, fresh: m.SettlementState) -> Settlement:
    """Central may have found its money meanwhile; then it is paid, and nothing was freed."""
    if fresh.state == "paid":
        return Settlement(fresh)
    done = "unlocked" if stage.step == "unlock" else "cancelled"
    return Settlement(fresh, done=done)  # type: ignore[arg-type]  # mypy widens the two literals

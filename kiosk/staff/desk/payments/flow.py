"""Payments that wait for people: the list, a deed with its reason, a second person, told."""

from dataclasses import replace

from kiosk.contract.staff import settlements as m
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, Select, Type
from kiosk.staff.desk.form import Form, sentence, settlement_code
from kiosk.staff.desk.money import REASON_MIN, UNANSWERED
from kiosk.staff.desk.payments.deciding import PATH, actions, clarify, send
from kiosk.staff.desk.payments.stages import PaymentCase, Payments, PaymentStage
from kiosk.staff.desk.settlement_state import Settlements
from kiosk.staff.desk.state import Approval, Desk, Step
from kiosk.visit.events import Back, Continue

SEES = "see-exceptions"
FIND = "/v1/staff/settlements/find"


def in_payments(desk: Desk, stage: PaymentStage, event: DeskEvent) -> Step:
    """Whatever happens at one of these stages."""
    return _listed(desk, stage, event) if isinstance(stage, Payments) else _case(desk, stage, event)


def back(desk: Desk, stage: PaymentStage) -> Step:
    """One screen up."""
    return list_them(desk) if isinstance(stage, PaymentCase) else (desk.at(Settlements()), ())


def list_them(desk: Desk) -> Step:
    """Ask central what waits."""
    desk = desk.asking().at(Payments())
    message = m.ListPaymentExceptions(staff_session=desk.who.session)
    return desk, (Ask(desk.request, f"{PATH}/exceptions", message, m.PaymentExceptions),)


def _listed(desk: Desk, stage: Payments, event: DeskEvent) -> Step:
    match event:
        case Answered(reply=m.PaymentExceptions(exceptions=rows, more=more)):
            return desk.at(Payments(rows, more)), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case Go(to="refresh"):
            return list_them(desk)
        case Select(name="payment", value=payment_id):
            found = next((row for row in stage.rows or () if row.payment_id == payment_id), None)
            return (desk.at(PaymentCase(found)), ()) if found is not None else (desk, ())
        case _:
            return desk, ()


def _case(desk: Desk, stage: PaymentCase, event: DeskEvent) -> Step:
    match event:
        case Answered(reply=m.PaymentException() as fresh):
            return desk.at(_heard(stage, fresh)), ()
        case Answered(reply=m.SettlementState() as target):
            return desk.at(replace(stage, target=target, error="")), ()
        case Failed(code=code):
            return _failed(desk, stage, code)
        case _:
            pass
    match stage.step, event:
        case "look", Select(name="action", value=value) if value in actions(desk, stage.found):
            named = stage.form.text("settlement") or stage.found.settlement_number
            form = stage.form.put("settlement", named)
            # mypy does not narrow text to a literal by "in"; the guard above did.
            return desk.at(replace(stage, action=value, form=form, error="")), ()  # type: ignore[arg-type]
        case "look", Type(name="settlement", text=text) if stage.action == "apply":
            form = stage.form.put("settlement", settlement_code(text))
            return desk.at(replace(stage, form=form, target=None, error="")), ()
        case "look", Type(name="reason", text=text) if stage.action:
            form = stage.form.put("reason", sentence(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case "look", Continue():
            return _next(desk, stage)
        case "sure", Continue():
            return send(desk, stage)
        case "sure", Back():
            # Another deed, or another settlement, is another id.
            return desk.at(replace(stage, step="look", decision_id="", error="")), ()
        case "unclear", Continue():
            return clarify(desk, stage)
        case "told", Continue() | Back():
            return list_them(desk)
        case _:
            return desk, ()


def _next(desk: Desk, stage: PaymentCase) -> Step:
    """What is still missing, one after the other; then being sure."""
    if not stage.action:
        error = "action-missing" if actions(desk, stage.found) else ""
        return desk.at(replace(stage, error=error)), ()
    if stage.action == "apply" and stage.target is None:
        code = stage.form.text("settlement")
        if not code:
            return desk.at(replace(stage, error="settlement-missing")), ()
        desk = desk.asking().at(replace(stage, error=""))
        message = m.FindSettlement(staff_session=desk.who.session, code=code)
        return desk, (Ask(desk.request, FIND, message, m.SettlementState),)
    if len(stage.form.text("reason")) < REASON_MIN:
        return desk.at(replace(stage, error="reason-missing")), ()
    return desk.at(replace(stage, step="sure", error="")), ()


def _heard(stage: PaymentCase, fresh: m.PaymentException) -> PaymentCase:
    """Decided by this deed, or how it stands after somebody else's."""
    if stage.decision_id and fresh.decision_id == stage.decision_id:
        before = stage.step == "unclear"
        return replace(stage, found=fresh, step="told", before=before, error="")
    return PaymentCase(fresh, error=stage.error)


def _failed(desk: Desk, stage: PaymentCase, code: str) -> Step:
    sent = stage.step in ("sure", "unclear") and stage.decision_id != ""
    if not sent:
        error = "settlement-unknown" if code == "not-found" else code
        return desk.at(replace(stage, error=error)), ()
    if code == "approval-needed":
        return desk.at(Approval(stage, Form({"reason": stage.form.text("reason")}))), ()
    if stage.step == "unclear" and code == "not-found":
        return desk.at(replace(stage, step="sure", error="never-done")), ()
    if code in UNANSWERED:
        return desk.at(replace(stage, step="unclear", error=code)), ()
    if code == "already-decided":
        # Whoever was first is shown, with what they did.
        desk = desk.asking().at(PaymentCase(stage.found, error=code))
        payment_id = stage.found.payment_id
        asked = m.FindPaymentException(staff_session=desk.who.session, payment_id=payment_id)
        return desk, (Ask(desk.request, f"{PATH}/find-exception", asked, m.PaymentException),)
    error = "payment-refused" if code == "not-possible" else code
    return desk.at(replace(stage, step="look", decision_id="", error=error)), ()

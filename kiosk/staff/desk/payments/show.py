"""Draws payments that wait for people: the list, and one of them at every step."""

from kiosk.contract.staff import settlements as m
from kiosk.identity import format_id, parse_id
from kiosk.money import format_pesos
from kiosk.staff.desk.lines import FieldLine, KeyLine
from kiosk.staff.desk.payments import views as w
from kiosk.staff.desk.payments.deciding import actions, pays
from kiosk.staff.desk.payments.stages import PaymentCase, PaymentStage
from kiosk.staff.desk.show_queue import age
from kiosk.staff.desk.state import Desk
from kiosk.visit.views import Choice
from kiosk.visit.wording import short_instant

_REFRESH = (KeyLine("F5", "refresh"),)
_SETTLEMENT_ERRORS = frozenset({"settlement-missing", "settlement-unknown", "settlement-locked"})


def body(desk: Desk, stage: PaymentStage) -> w.PaymentBodies:
    """Any of these stages."""
    if isinstance(stage, PaymentCase):
        return _case(desk, stage)
    rows = stage.rows or ()
    return w.PaymentsBody(
        rows=tuple(_row(desk, each) for each in rows),
        total=format_pesos(sum(each.amount for each in rows)),
        more=stage.more,
        asked=stage.rows is not None,
        error=stage.error,
        keys=_REFRESH,
    )


def _case(desk: Desk, stage: PaymentCase) -> w.PaymentCaseBody:
    found = stage.found
    decided_at = found.decided_at
    return w.PaymentCaseBody(
        stage=stage.step,
        row=_row(desk, found),
        at=short_instant(found.at, desk.language),
        centavos=found.centavos,
        settlement=found.settlement_number,
        actions=tuple(Choice(each, selected=each == stage.action) for each in actions(desk, found))
        if stage.step == "look"
        else (),
        action=stage.action,
        approved=stage.action in ("apply", "return"),
        fields=_fields(stage) if stage.step == "look" else (),
        target=_target(found, stage.target) if stage.action == "apply" and stage.target else None,
        reason=stage.form.text("reason") if stage.step in ("sure", "unclear") else "",
        outcome=found.outcome or "",
        applied_to=found.applied_to,
        decided_by=found.decided_by,
        decided_at=short_instant(decided_at, desk.language) if decided_at else "",
        note=found.note,
        before=stage.before,
        error=stage.error,
    )


def _fields(stage: PaymentCase) -> tuple[FieldLine, ...]:
    if not stage.action:
        return ()
    form, error = stage.form, stage.error
    text = form.values.get("reason", "")
    reason = FieldLine("reason", "text", text, wrong=error == "reason-missing")
    if stage.action != "apply":
        return (reason,)
    code = form.text("settlement")
    return (FieldLine("settlement", "text", code, wrong=error in _SETTLEMENT_ERRORS), reason)


def _target(found: m.PaymentException, target: m.SettlementState) -> w.TargetLine:
    person = parse_id(target.holder_id_type, target.holder_id_number)
    return w.TargetLine(
        number=target.number,
        state=target.state,
        amount=format_pesos(target.amount),
        holder=target.holder_name,
        document=f"{person.id_type.value} {format_id(person)}",
        pays=pays(found, target),
    )


def _row(desk: Desk, found: m.PaymentException) -> w.PaymentRow:
    return w.PaymentRow(
        payment_id=found.payment_id,
        why=found.why,
        age=age(found.at, desk.clock_at),
        reference=found.reference.lstrip("0") or "0",
        bank=found.bank,
        file=found.file,
        line=found.line,
        amount=format_pesos(found.amount),
    )

"""Draws settlements: the search, a new one, and one in every state."""

from kiosk.identity import format_id, parse_id
from kiosk.money import format_pesos
from kiosk.staff.desk import settlement_views as w
from kiosk.staff.desk import views as v
from kiosk.staff.desk.money import FORMS
from kiosk.staff.desk.papers import holder_id, number_of
from kiosk.staff.desk.payments.flow import SEES as SEES_PAYMENTS
from kiosk.staff.desk.payments.show import body as payments_body
from kiosk.staff.desk.settlement_state import (
    NewSettlement,
    Settlement,
    Settlements,
    SettlementStage,
)
from kiosk.staff.desk.settlements import can_cancel, can_take, can_unlock
from kiosk.staff.desk.settling import PAYABLE
from kiosk.staff.desk.show_money import paper_line, pesos_field, print_key
from kiosk.staff.desk.slips import can_slip
from kiosk.staff.desk.state import CASH, Desk
from kiosk.visit.views import Choice
from kiosk.visit.wording import short_instant


def body(desk: Desk, stage: SettlementStage) -> w.SettlementBodies:
    """Any of these stages."""
    match stage:
        case Settlements():
            text = stage.form.text("settlement")
            field = v.FieldLine("settlement", "text", text, wrong=stage.error != "")
            keys = (v.KeyLine("F3", "payments"),) if desk.who.may(SEES_PAYMENTS) else ()
            return w.SettlementsBody((field,), stage.error, keys)
        case NewSettlement():
            account = stage.account
            return w.NewSettlementBody(
                account.holder_name,
                holder_id(account),
                (
                    pesos_field(
                        stage.form,
                        "amount",
                        wrong=stage.error in ("amount-missing", "settlement-limits"),
                    ),
                ),
                stage.error,
            )
        case Settlement():
            return _settlement(desk, stage)
        case _:
            return payments_body(desk, stage)


def _settlement(desk: Desk, stage: Settlement) -> w.SettlementBody:
    found, lock, form = stage.found, stage.found.lock, stage.form
    cash, paid = stage.payment_form == CASH, stage.made or stage.found.payment
    given = form.pesos("given") if stage.made is None else stage.made.given or 0
    typed = cash and stage.step in ("fill", "sure", "told")  # no change for what is unclear
    return w.SettlementBody(
        stage=stage.step,
        number=found.number,
        code=found.recovery_code,
        state="paid" if stage.made else found.state,
        holder=found.holder_name,
        document=_document(stage),
        amount=format_pesos(found.amount),
        made_at=short_instant(found.made_at, desk.language),
        expires_at=short_instant(found.expires_at, desk.language) if found.state in PAYABLE else "",
        paid_at=short_instant(paid.at, desk.language)
        if paid
        else short_instant(found.paid_at, desk.language)
        if found.paid_at
        else "",
        receipt=number_of(paid.place, paid.receipt_number) if paid else "",
        reversed=paid is not None and paid.reversed,
        locked_by=lock.name if lock and not stage.made else "",
        locked_place=lock.place if lock and not stage.made else "",
        locked_since=short_instant(lock.at, desk.language) if lock and not stage.made else "",
        mine=lock is not None and lock.mine,
        live=lock is not None and lock.live,
        can_take=stage.step == "look" and can_take(desk, found),
        needs_shift=stage.step == "look" and found.state in PAYABLE and desk.shift is None,
        forms=tuple(Choice(each, selected=each == stage.payment_form) for each in FORMS)
        if stage.step == "fill"
        else (),
        form=_form(stage),
        fields=_fields(stage),
        given=format_pesos(given) if typed and given else "",
        change=format_pesos(given - found.amount) if typed and given >= found.amount else "",
        reference="" if cash else form.text("reference"),
        done=stage.done,
        before=stage.before,
        error=stage.error,
        paper=paper_line(desk, stage.paper),
        keys=_keys(desk, stage),
    )


def _form(stage: Settlement) -> str:
    """How it is paid, while it is; how it was, afterwards."""
    if stage.step in ("fill", "sure", "unclear"):
        return stage.payment_form
    paid = stage.made or stage.found.payment
    return paid.payment_form if paid else ""


def _fields(stage: Settlement) -> tuple[v.FieldLine, ...]:
    form, error = stage.form, stage.error
    if stage.step in ("unlock", "cancel"):
        text = form.values.get("reason", "")
        return (v.FieldLine("reason", "text", text, wrong=error == "reason-missing"),)
    if stage.step != "fill":
        return ()
    if stage.payment_form == CASH:
        return (pesos_field(form, "given", wrong=error.startswith("given")),)
    wrong = error == "reference-missing"
    return (v.FieldLine("reference", "text", form.text("reference"), wrong=wrong),)


def _document(stage: Settlement) -> str:
    person = parse_id(stage.found.holder_id_type, stage.found.holder_id_number)
    return f"{person.id_type.value} {format_id(person)}"


def _keys(desk: Desk, stage: Settlement) -> tuple[v.KeyLine, ...]:
    """What somebody's role has no leave for is not even named to them."""
    ready = stage.paper is None or stage.paper.state != "working"
    if stage.step == "told":
        return (print_key(stage.paper),)
    if stage.step != "look":
        return ()
    keys = [v.KeyLine("F2", "another_settlement"), v.KeyLine("F5", "refresh")]
    if stage.found.has_slip and desk.who.may("make-settlement"):
        keys.insert(1, v.KeyLine("F4", "slip", can_slip(desk, stage.found) and ready))
    if desk.who.may("unlock-settlement"):
        keys.append(v.KeyLine("F6", "unlock", can_unlock(desk, stage.found)))
    keys.append(v.KeyLine("F7", "reprint", stage.found.payment is not None and ready))
    if desk.who.may("make-settlement"):
        keys.append(v.KeyLine("F8", "cancel", can_cancel(desk, stage.found)))
    return tuple(keys)

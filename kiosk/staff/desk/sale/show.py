"""Draws a sale."""

from dataclasses import replace
from typing import assert_never

from kiosk.contract.staff import desk as t
from kiosk.money import format_pesos
from kiosk.purchase.order import PurchaseResult
from kiosk.staff.desk import views as v
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.papers import holder_id, number_of
from kiosk.staff.desk.sale import views as b
from kiosk.staff.desk.sale.choosing import quantity_of
from kiosk.staff.desk.sale.ending import (
    came_out,
    may_give_back,
    may_print_receipt,
    nothing_came_out,
)
from kiosk.staff.desk.sale.paying import WAYS, is_payment
from kiosk.staff.desk.sale.stages import (
    EXPENSE,
    PREPAID,
    Choosing,
    Paying,
    Printing,
    SaleStage,
    Sold,
)
from kiosk.staff.desk.show_money import paper_line, print_key
from kiosk.staff.desk.state import CASH, Desk
from kiosk.visit.choosing import copies_in, total_of
from kiosk.visit.effects import CartItem
from kiosk.visit.show_paying import copy_lines, printing
from kiosk.visit.views import Choice, CopyLine


def body(desk: Desk, stage: SaleStage) -> b.SaleBody:
    """The screen of a stage."""
    match stage:
        case Choosing():
            return _choosing(desk, stage)
        case Paying():
            return _paying(desk, stage)
        case Printing():
            return _printing(stage)
        case Sold():
            return _told(desk, stage)
        case _:
            assert_never(stage)


def _choosing(desk: Desk, stage: Choosing) -> b.SaleChoosingBody:
    catalogue = stage.catalogue
    registration = catalogue.registration if catalogue else None
    wrong = stage.error in ("registration-missing", "not-found")
    field = v.FieldLine("registration", "number", stage.form.text("registration"), wrong=wrong)
    return b.SaleChoosingBody(
        buyer=_buyer(stage.account),
        fields=() if catalogue else (field,),
        found=catalogue is not None,
        registration=registration.number if registration else "",
        name=registration.name if registration else "",
        warnings=catalogue.warnings if catalogue else (),
        items=tuple(
            b.SoldLine(
                code=item.certificate_type,
                name=item.name,
                price=format_pesos(item.price),
                quantity=quantity_of(stage, registration.number, item.certificate_type),
                selected=item.certificate_type == stage.chosen,
            )
            for item in (catalogue.items if catalogue else ())
            if registration is not None
        ),
        cart=_cart(stage.cart),
        copies=copies_in(stage.cart),
        total=format_pesos(total_of(stage.cart) if stage.account else 0),
        no_sale=desk.station.buy_reason,
        error=stage.error,
        keys=(
            v.KeyLine("F2", "registration", catalogue is not None),
            v.KeyLine("F3", "more", catalogue is not None),
            v.KeyLine("F4", "less", catalogue is not None),
        ),
    )


def _paying(desk: Desk, stage: Paying) -> b.SalePayingBody:
    total, given = total_of(stage.cart), stage.form.pesos("given")
    cash = stage.way == CASH and stage.step != "unclear"
    left_s = stage.wait_until_s - desk.now_s
    due = 0 if stage.way == EXPENSE else total
    return b.SalePayingBody(
        stage=stage.step,
        buyer=_buyer(stage.account),
        ways=tuple(Choice(way, selected=way == stage.way) for way in WAYS)
        if stage.account is not None and stage.step == "fill"
        else (),
        way=stage.way,
        fields=_fields(stage),
        cart=_cart(stage.cart),
        total=format_pesos(due),
        given=format_pesos(given) if stage.way == CASH and given else "",
        change=format_pesos(given - total) if cash and given >= total else "",
        reference=stage.form.text("reference") if is_payment(stage) and not cash else "",
        reason=stage.form.text("reason"),
        recent=stage.opened.recent_purchases if stage.opened else (),
        error=stage.error,
        wait_s=max(0, -int(-left_s // 1)) if stage.wait_until_s else 0,
    )


def _fields(stage: Paying) -> tuple[v.FieldLine, ...]:
    form, error = stage.form, stage.error
    match stage.step:
        case "fill" if stage.way == CASH:
            return (_pesos(form, wrong=error.startswith("given")),)
        case "fill" if stage.way == EXPENSE:
            reason = form.values.get("reason", "")
            return (v.FieldLine("reason", "text", reason, wrong=error == "reason-missing"),)
        case "fill" if stage.way != PREPAID:
            missing = error == "reference-missing"
            return (v.FieldLine("reference", "text", form.text("reference"), wrong=missing),)
        case "sure" if stage.way == PREPAID:
            length = len(form.secrets.get("prepaid_key", ""))
            return (v.FieldLine("prepaid_key", "secret", length=length, wrong=bool(error)),)
        case _:
            return ()


def _pesos(form: Form, *, wrong: bool) -> v.FieldLine:
    text = form.text("given")
    return v.FieldLine("given", "pesos", text, format_pesos(int(text)) if text else "", wrong=wrong)


def _printing(stage: Printing) -> b.SalePrintingBody:
    shown = printing(stage.cart, stage.progress)
    return b.SalePrintingBody(
        buyer=_buyer(stage.account),
        copies=shown.copies,
        current=shown.current,
        total=shown.total,
        progress=shown.progress,
        remaining_s=shown.remaining_s,
        waiting_for=shown.waiting_for,
        change=_change(stage.payment),
    )


def _told(desk: Desk, stage: Sold) -> b.SaleToldBody:
    result, paid = stage.result, stage.payment
    charged = result.charged_pesos if result else 0
    known = result is not None and (came_out(result) or nothing_came_out(result))
    kept = paid.amount - charged if paid and (known or result is None) else 0
    return b.SaleToldBody(
        ended=_ended(stage),
        buyer=_buyer(stage.account),
        copies=_copies(stage),
        trouble=_trouble(result),
        order_number=result.order.order_number if result else "",
        recovery_code=result.order.recovery_code if result else "",
        way=stage.way,
        charged=format_pesos(charged),
        payment_number=number_of(paid.place, paid.receipt_number) if paid else "",
        change=_change(paid),
        kept=format_pesos(kept) if kept > 0 and _ended(stage) != "unknown" else "",
        can_give_back=may_give_back(desk, stage),
        error=stage.error,
        paper=paper_line(desk, stage.paper),
        keys=(
            v.KeyLine("F6", "reverse", may_give_back(desk, stage)),
            replace(print_key(stage.paper), enabled=may_print_receipt(stage)),
        ),
    )


def _copies(stage: Sold) -> tuple[CopyLine, ...]:
    """Per copy what became of it; of what the chamber bears there is no price to tell."""
    lines = copy_lines(stage.result) if stage.result else ()
    return lines if stage.account else tuple(replace(line, price="") for line in lines)


def _ended(stage: Sold) -> str:
    """The worst that is true of any copy decides the headline."""
    result = stage.result
    if result is None:
        return "unknown" if stage.error == "internal" else "not-begun"
    phases = {line.phase for line in copy_lines(result)}
    if "uncertain" in phases:
        return "unknown"
    if phases == {"printed"}:
        return "all"
    return "some" if "printed" in phases else "none"


def _trouble(result: PurchaseResult | None) -> str:
    """Why a copy did not come out, as a code of the machine's texts."""
    for copy in result.copies if result else ():
        if copy.fault is not None:
            return copy.fault.value
        if copy.trouble:
            return copy.trouble.value
    return ""


def _change(payment: t.DeskMovement | None) -> str:
    """What is to be given back of what was handed over."""
    if payment is None or payment.given is None:
        return ""
    return format_pesos(payment.given - payment.amount)


def _buyer(account: t.DeskAccount | None) -> b.Buyer:
    if account is None:
        return b.Buyer(at_expense=True)
    return b.Buyer(account.holder_name, holder_id(account), format_pesos(account.available))


def _cart(cart: tuple[CartItem, ...]) -> tuple[b.CartRow, ...]:
    return tuple(
        b.CartRow(
            line.item.name,
            line.registration.name,
            line.quantity,
            format_pesos(line.item.price * line.quantity),
        )
        for line in cart
    )

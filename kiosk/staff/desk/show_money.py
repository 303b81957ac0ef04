"""Draws what moves money: the customer, top-up, reversal, and what was not answered."""

from kiosk.contract.staff import desk as t
from kiosk.identity import IdType
from kiosk.money import format_pesos
from kiosk.staff.desk import views as v
from kiosk.staff.desk.copying import is_printing
from kiosk.staff.desk.customers import may_register, may_reverse
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.money import FORMS
from kiosk.staff.desk.papers import holder_id, number_of
from kiosk.staff.desk.sale.begin import may_sell
from kiosk.staff.desk.state import CASH, Customer, Desk, Paper, Reversal, TopUp, Unanswered
from kiosk.visit.views import Choice
from kiosk.visit.wording import short_instant


def pesos_field(form: Form, name: str, *, wrong: bool = False) -> v.FieldLine:
    """A field of pesos, with what was typed written out."""
    text = form.text(name)
    note = format_pesos(int(text)) if text else ""
    return v.FieldLine(name, "pesos", text, note, wrong=wrong)


def paper_line(desk: Desk, paper: Paper | None) -> v.PaperLine | None:
    """A paper on its way."""
    if paper is None:
        return None
    state: str = paper.state
    if state == "done":
        state = "kept" if not desk.setup.roll else "both" if paper.file else "printed"
    return v.PaperLine(state, paper.error, paper.file)


def print_key(paper: Paper | None) -> v.KeyLine:
    """The receipt once more: as it was while none came out, a copy afterwards."""
    if paper is not None and paper.state == "done":
        return v.KeyLine("F7", "reprint")
    return v.KeyLine("F7", "print", paper is None or not paper.is_working)


def customer(desk: Desk, stage: Customer) -> v.CustomerBody:
    """The search, or the account's page."""
    account, payment = stage.account, stage.payment
    can_top_up = account is not None and desk.shift is not None
    registers = may_register(desk, stage)
    keys = (
        v.KeyLine("F3", "person", desk.who.may("change-contact")),
        v.KeyLine("F4", "sell", may_sell(desk)),
        v.KeyLine("F6", "reverse", payment is not None and may_reverse(desk, payment)),
        v.KeyLine("F7", "reprint", payment is not None and not is_printing(stage)),
        v.KeyLine("F8", "new_settlement", desk.who.may("make-settlement")),
    )
    return v.CustomerBody(
        id_types=tuple(Choice(each, selected=each == stage.id_type) for each in IdType),
        fields=(v.FieldLine("id", "number", stage.form.text("id"), wrong=stage.error != ""),),
        found=account is not None,
        holder=account.holder_name if account else "",
        document=holder_id(account) if account else "",
        available=format_pesos(account.available) if account else "",
        held=format_pesos(account.held) if account and account.held else "",
        lines=tuple(
            v.AccountLine(
                short_instant(line.at, desk.language),
                line.concept,
                format_pesos(line.amount),
                incoming=line.amount > 0,
            )
            for line in (account.lines if account else ())
        ),
        payments=tuple(
            _payment(desk, each, stage.chosen) for each in (account.payments if account else ())
        ),
        can_top_up=can_top_up,
        no_sale=desk.station.buy_reason if desk.who.may("sell") else "",
        error=stage.error,
        paper=paper_line(desk, stage.paper),
        keys=keys if account else (v.KeyLine("F3", "register"),) if registers else (),
    )


def _payment(desk: Desk, made: t.DeskMovement, chosen: str) -> v.PaymentLine:
    standing = "reversed" if made.reversed else "stands"
    return v.PaymentLine(
        movement=made.movement_id,
        number=number_of(made.place, made.receipt_number),
        at=short_instant(made.at, desk.language),
        form=made.payment_form,
        amount=format_pesos(made.amount),
        cashier=made.cashier,
        standing="reversal" if made.kind == "reversal" else standing,
        selected=made.movement_id == chosen,
    )


def top_up(desk: Desk, stage: TopUp) -> v.TopUpBody:
    """Every step of money in."""
    form, made = stage.form, stage.made
    cash = stage.payment_form == CASH
    changes = cash and stage.step != "unclear"  # nobody gives change for what is perhaps not paid
    amount = made.amount if made else form.pesos("amount")
    given = made.given if made and made.given is not None else form.pesos("given")
    second = (
        pesos_field(form, "given", wrong=stage.error.startswith("given"))
        if cash
        else v.FieldLine(
            "reference", "text", form.text("reference"), wrong=stage.error == "reference-missing"
        )
    )
    return v.TopUpBody(
        stage=stage.step,
        holder=stage.account.holder_name,
        document=holder_id(stage.account),
        available=format_pesos(stage.account.available),
        forms=tuple(Choice(each, selected=each == stage.payment_form) for each in FORMS),
        form=made.payment_form if made else stage.payment_form,
        fields=(pesos_field(form, "amount", wrong=stage.error == "amount-missing"), second)
        if stage.step == "fill"
        else (),
        amount=format_pesos(amount),
        given=format_pesos(given) if cash and given else "",
        change=format_pesos(given - amount) if changes and given >= amount > 0 else "",
        reference="" if cash else form.text("reference"),
        number=number_of(made.place, made.receipt_number) if made else "",
        before=stage.before,
        error=stage.error,
        paper=paper_line(desk, stage.paper),
        keys=_print_key(stage.step, stage.paper),
    )


def reversal(desk: Desk, stage: Reversal) -> v.ReversalBody:
    """Every step of money back."""
    paid, made = stage.payment, stage.made
    wrong = stage.error == "reason-missing"
    return v.ReversalBody(
        stage=stage.step,
        holder=paid.holder_name,
        document=holder_id(paid),
        paid=number_of(paid.place, paid.receipt_number),
        paid_at=short_instant(paid.at, desk.language),
        paid_by=paid.cashier,
        form=paid.payment_form,
        amount=format_pesos(paid.amount),
        fields=(v.FieldLine("reason", "text", stage.form.values.get("reason", ""), wrong=wrong),)
        if stage.step == "fill"
        else (),
        number=number_of(made.place, made.receipt_number) if made else "",
        before=stage.before,
        error=stage.error,
        paper=paper_line(desk, stage.paper),
        keys=_print_key(stage.step, stage.paper),
    )


def unanswered(desk: Desk, stage: Unanswered) -> v.UnansweredBody:
    """What is open, and what became of the last one that was asked about."""
    last, decided = stage.last, stage.decided
    known = last or decided
    return v.UnansweredBody(
        rows=tuple(v.UnansweredLine(each.kind, format_pesos(each.amount)) for each in desk.mine),
        told="made" if last else "decided" if decided else "never" if stage.never else "",
        kind=last.kind if last else (decided.outcome or "") if decided else "",
        number=number_of(last.place, last.receipt_number)
        if last
        else decided.applied_to
        if decided
        else "",
        amount=format_pesos(known.amount) if known else "",
        error=stage.error,
    )


def _print_key(step: str, paper: Paper | None) -> tuple[v.KeyLine, ...]:
    if step != "told":
        return ()
    return (print_key(paper),)

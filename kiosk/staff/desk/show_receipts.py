"""Draws the search for receipts, the list, and the chosen one as its paper says it."""

from kiosk.contract.staff.receipts import FoundOrderReceipt, FoundReceipt
from kiosk.identity import IdType, format_id, parse_id
from kiosk.money import format_pesos
from kiosk.staff.desk import record_views as r
from kiosk.staff.desk import views as v
from kiosk.staff.desk.copying import is_printing
from kiosk.staff.desk.days import read_day, today
from kiosk.staff.desk.pages import page_of
from kiosk.staff.desk.papers import holder_id, number_of
from kiosk.staff.desk.receipts import FIELDS, leads_on
from kiosk.staff.desk.records_state import Receipts, receipt_id
from kiosk.staff.desk.show_money import paper_line
from kiosk.staff.desk.state import Desk
from kiosk.visit.views import Choice
from kiosk.visit.wording import long_day, short_instant

RECEIPTS_A_PAGE = 9


def body(desk: Desk, stage: Receipts) -> r.ReceiptsBody:
    """Either half of it."""
    every = {receipt_id(each): each for each in stage.listed}
    shown, page, pages = page_of(tuple(every), stage.chosen, RECEIPTS_A_PAGE)
    found = stage.found is not None
    return r.ReceiptsBody(
        id_types=tuple(Choice(each, selected=each == stage.id_type) for each in IdType),
        fields=() if found else tuple(_field(desk, stage, name) for name in FIELDS),
        found=found,
        rows=tuple(_row(desk, every[each], stage.chosen) for each in shown),
        page=page,
        pages=pages,
        cut=stage.found is not None and stage.found.cut,
        receipt=_paper(desk, stage.receipt) if stage.receipt else None,
        sent_to=stage.sent_to,
        error=stage.error,
        paper=paper_line(desk, stage.paper),
        keys=_keys(desk, stage),
    )


def _keys(desk: Desk, stage: Receipts) -> tuple[v.KeyLine, ...]:
    if stage.found is None:
        return (v.KeyLine("F2", "today"), v.KeyLine("F3", "yesterday"), v.KeyLine("F4", "month"))
    chosen = stage.receipt
    keys = [
        v.KeyLine("F2", "search"),
        v.KeyLine("F6", "mail", chosen is not None and chosen.mail_to != ""),
        v.KeyLine("F7", "reprint", chosen is not None and not is_printing(stage)),
    ]
    if desk.who.may("copy-certificate"):
        keys.insert(1, v.KeyLine("F4", "certificates", leads_on(desk, stage)))
    return tuple(keys)


def _field(desk: Desk, stage: Receipts, name: str) -> v.FieldLine:
    text = stage.form.text(name)
    error = stage.error
    if name == "number":
        return v.FieldLine("number", "text", text, wrong=error == "number-wrong")
    if name == "id":
        wrong = error.startswith("id-") or error == "account-unknown"
        return v.FieldLine("id", "text", text, wrong=wrong)
    day = read_day(text, today(desk.clock_at))
    note = long_day(day, desk.language) if day else ""
    return v.FieldLine(name, "text", text, note, wrong=error in ("day-wrong", "days-wrong"))


def _row(desk: Desk, found: FoundReceipt | FoundOrderReceipt, chosen: str) -> r.ReceiptLine:
    if isinstance(found, FoundOrderReceipt):
        order = found.order
        return r.ReceiptLine(
            receipt=order.order_id,
            number=order.number,
            at=short_instant(order.at, desk.language),
            holder=order.holder_name,
            amount=format_pesos(order.total),
            standing="stands",
            selected=order.order_id == chosen,
        )
    made = found.movement
    standing = "reversed" if made.reversed else "stands"
    return r.ReceiptLine(
        receipt=made.movement_id,
        number=number_of(made.place, made.receipt_number),
        at=short_instant(made.at, desk.language),
        holder=made.holder_name,
        amount=format_pesos(made.amount),
        standing="reversal" if made.kind == "reversal" else standing,
        selected=made.movement_id == chosen,
    )


def _paper(desk: Desk, found: FoundReceipt | FoundOrderReceipt) -> r.ReceiptPaper:
    if isinstance(found, FoundOrderReceipt):
        return _order(desk, found)
    made = found.movement
    given = made.given
    return r.ReceiptPaper(
        number=number_of(made.place, made.receipt_number),
        kind=made.kind,
        reverses=found.reverses_number,
        at=short_instant(made.at, desk.language),
        cashier=made.cashier,
        holder=made.holder_name,
        document=holder_id(made),
        form=made.payment_form,
        amount=format_pesos(made.amount),
        given=format_pesos(given) if given is not None else "",
        change=format_pesos(given - made.amount) if given is not None else "",
        reference=made.reference,
        settlement=made.settlement,
        reversed=made.reversed,
        copies=found.copies,
        mail_to=found.mail_to,
    )


def _order(desk: Desk, found: FoundOrderReceipt) -> r.ReceiptPaper:
    order = found.order
    person = parse_id(order.holder_id_type, order.holder_id_number)
    return r.ReceiptPaper(
        number=order.number,
        kind="order",
        reverses="",
        at=short_instant(order.at, desk.language),
        cashier=order.cashier,
        holder=order.holder_name,
        document=f"{person.id_type.value} {format_id(person)}",
        form="",
        amount=format_pesos(order.total),
        given="",
        change="",
        reference="",
        settlement="",
        reversed=False,
        copies=found.copies,
        mail_to=found.mail_to,
        order=order.order_number,
        recovery_code=order.recovery_code,
        paid=order.paid,
        lines=tuple(f"{line.quantity} × {line.name}" for line in order.lines),
    )

"""Receipts looked up, of money at the desk and of orders: seen, copied under a count, mailed."""

from dataclasses import replace
from typing import Any

from kiosk.contract.staff import receipts as m
from kiosk.identity import IdType, InvalidId, parse_id
from kiosk.staff.desk.copies.finding import find as find_certificates
from kiosk.staff.desk.copies.stages import Certificates
from kiosk.staff.desk.copying import copy_counted, is_printing, print_again, print_order_again
from kiosk.staff.desk.days import day_signs, read_day, span_of, today, written
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, PaperEnded, Select, Type
from kiosk.staff.desk.form import Form, id_number
from kiosk.staff.desk.pages import beside
from kiosk.staff.desk.papers import ended
from kiosk.staff.desk.records_state import Receipts, receipt_id
from kiosk.staff.desk.state import Desk, Step
from kiosk.visit.events import Back, Continue

FIND = "/v1/staff/receipts/find"
MAIL = "/v1/staff/receipts/mail"
MAIL_ORDER = "/v1/staff/receipts/mail-order"
NUMBER_MAX = 46
FIELDS = ("number", "id", "first_day", "last_day")


def receipts(desk: Desk, stage: Receipts, event: DeskEvent) -> Step:
    """The search, then the list of what was found."""
    match event:
        case Answered(reply=m.FoundReceipts() as found):
            return _found(desk, stage, found)
        case Answered(reply=(m.ReceiptCopied() | m.OrderReceiptCopied()) as copied):
            return copy_counted(desk, _counted(stage, copied.copy_number), copied)
        case Answered(reply=m.ReceiptMailed() as mailed):
            after = _counted(replace(stage, sent_to=mailed.sent_to), mailed.copy_number)
            return desk.at(after), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case PaperEnded():
            return desk.at(replace(stage, paper=ended(stage.paper, event))), ()
        case _ if stage.found is None:
            return _searching(desk, stage, event)
        case _:
            return _looking(desk, stage, event)


def _searching(desk: Desk, stage: Receipts, event: DeskEvent) -> Step:
    match event:
        case Type(name="number", text=text):
            signs = "".join(char for char in text.upper() if char.isalnum() or char in "-_")
            return _typed(desk, stage, "number", signs[:NUMBER_MAX])
        case Type(name="id", text=text):
            return _typed(desk, stage, "id", id_number(text))
        case Type(name=("first_day" | "last_day") as name, text=text):
            return _typed(desk, stage, name, day_signs(text))
        case Select(name="id_type", value=value) if value in IdType.__members__:
            return desk.at(replace(stage, id_type=IdType(value), error="")), ()
        case Go(to=to) if (span := span_of(to, today(desk.clock_at))) is not None:
            form = stage.form.put("first_day", written(span[0])).put("last_day", written(span[1]))
            return desk.at(replace(stage, form=form, error="")), ()
        case Continue():
            return _find(desk, stage)
        case _:
            return desk, ()


def _typed(desk: Desk, stage: Receipts, name: str, text: str) -> Step:
    return desk.at(replace(stage, form=stage.form.put(name, text), error="")), ()


def _find(desk: Desk, stage: Receipts) -> Step:
    """One question of all that was typed; what is no number or day is said first."""
    values: dict[str, Any] = {}
    form = stage.form
    error = ""
    if form.text("number"):
        values["number"] = form.text("number")
        error = "" if form.text("number").rpartition("-")[2].isdecimal() else "number-wrong"
    if form.text("id"):
        try:
            parse_id(stage.id_type, form.text("id"))
        except InvalidId as invalid:
            error = error or f"id-{invalid.code}"
        number = "".join(char for char in form.text("id") if char.isalnum())
        values |= {"id_type": stage.id_type, "id_number": number}
    first = form.text("first_day") or form.text("last_day")
    last = form.text("last_day") or first
    if first:
        days = [read_day(text, today(desk.clock_at)) for text in (first, last)]
        values |= {"first_day": days[0], "last_day": days[1]}
        if days[0] is None or days[1] is None:
            error = error or "day-wrong"
        elif not 0 <= (days[1] - days[0]).days < m.DAYS_MAX:
            error = error or "days-wrong"
    error = error if values else "search-empty"
    if error:
        return desk.at(replace(stage, error=error)), ()
    desk = desk.asking().at(replace(stage, error=""))
    message = m.FindReceipts(staff_session=desk.who.session, **values)
    return desk, (Ask(desk.request, FIND, message, m.FoundReceipts),)


def _found(desk: Desk, stage: Receipts, found: m.FoundReceipts) -> Step:
    if not found.receipts:
        return desk.at(replace(stage, error="nothing-found")), ()
    first = receipt_id(found.receipts[0])
    return desk.at(replace(stage, found=found, chosen=first, error="")), ()


def _looking(desk: Desk, stage: Receipts, event: DeskEvent) -> Step:
    every = tuple(receipt_id(each) for each in stage.listed)
    chosen = stage.receipt
    match event:
        case Go(to=("down" | "up") as to):
            return desk.at(_elsewhere(stage, beside(every, stage.chosen, to))), ()
        case Select(name="receipt", value=value) if value in every:
            return desk.at(_elsewhere(stage, value)), ()
        case Go(to="reprint") if chosen is not None and not is_printing(stage):
            printed = print_order_again if isinstance(chosen, m.FoundOrderReceipt) else print_again
            return printed(desk, stage, stage.chosen)
        case Go(to="mail") if chosen is not None and chosen.mail_to:
            return _mail(desk, chosen)
        case Go(to="certificates") if isinstance(chosen, m.FoundOrderReceipt) and leads_on(
            desk, stage
        ):
            form = Form({"sold_code": chosen.order.number})
            return find_certificates(desk, Certificates(form=form))
        case Go(to="search") | Back():
            return desk.at(Receipts(stage.id_type, stage.form)), ()
        case _:
            return desk, ()


def leads_on(desk: Desk, stage: Receipts) -> bool:
    """It names certificates, which this role may print again."""
    return isinstance(stage.receipt, m.FoundOrderReceipt) and desk.who.may("copy-certificate")


def _mail(desk: Desk, chosen: m.FoundReceipt | m.FoundOrderReceipt) -> Step:
    desk = desk.asking()
    session, chosen_id = desk.who.session, receipt_id(chosen)
    if isinstance(chosen, m.FoundOrderReceipt):
        order = m.MailOrderReceipt(staff_session=session, order_id=chosen_id)
        return desk, (Ask(desk.request, MAIL_ORDER, order, m.ReceiptMailed),)
    message = m.MailReceipt(staff_session=session, movement_id=chosen_id)
    return desk, (Ask(desk.request, MAIL, message, m.ReceiptMailed),)


def _elsewhere(stage: Receipts, chosen: str) -> Receipts:
    """What was said of one receipt is not said of another."""
    paper = stage.paper if is_printing(stage) else None
    return replace(stage, chosen=chosen, sent_to="", error="", paper=paper)


def _counted(stage: Receipts, copies: int) -> Receipts:
    """The chosen receipt has so many copies now."""
    assert stage.found is not None, "a copy is made of what was found"
    rows = tuple(
        each.model_copy(update={"copies": copies}) if receipt_id(each) == stage.chosen else each
        for each in stage.found.receipts
    )
    found = stage.found.model_copy(update={"receipts": rows})
    return replace(stage, found=found, error="")

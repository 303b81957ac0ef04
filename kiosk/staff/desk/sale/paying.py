"""How a sale is paid: by the holder's key, by money taken now, or by the chamber.

Money is sent for once under one id, as with every payment at the desk: an answer that was lost is
asked about, and only what central never saw is sent again.
"""

from dataclasses import replace

from kiosk.contract.messages import OrderLine
from kiosk.contract.staff import desk as t
from kiosk.contract.staff import sales as v
from kiosk.contract.staff.base import StaffMessage
from kiosk.staff.desk.effects import Ask, Clarify, MoveMoney
from kiosk.staff.desk.events import (
    Answered,
    DeskEvent,
    EraseSecret,
    Failed,
    Select,
    Type,
    TypeSecret,
)
from kiosk.staff.desk.form import digits, reference, sentence
from kiosk.staff.desk.money import REASON_MIN, UNANSWERED
from kiosk.staff.desk.sale.effects import PrintSale
from kiosk.staff.desk.sale.stages import EXPENSE, PREPAID, Choosing, Paying, Printing, Sold
from kiosk.staff.desk.state import CASH, Desk, Step
from kiosk.staff.desk.unclear import Unclear
from kiosk.visit.choosing import total_of
from kiosk.visit.events import Back, Continue

WITH_KEY = "/v1/staff/sales/with-key"
PAID = "/v1/staff/sales/paid"
AT_EXPENSE = "/v1/staff/sales/expense"
WAYS = ("01", "02", "03", "04", "06", PREPAID)
KEY_MAX = 64
NOT_PRINTED_YET = "not-printed"
"""Why nothing came out: nobody wanted it any more."""
_CHOOSE_ANEW = frozenset({"price-changed", "not-sold", "cart-too-large"})
"""After these the cart itself is no longer true."""


def paying(desk: Desk, stage: Paying, event: DeskEvent) -> Step:
    """Typing, being sure, then the engine; or unclear."""
    match event:
        case Answered(reply=v.SaleOpened() as opened):
            return _opened(desk, stage, opened)
        case Answered(reply=t.DeskMovement() as taken):
            return _send(desk, replace(stage, taken=taken, step="sure"))
        case Failed():
            return _failed(desk, stage, event)
        case _:
            pass
    match stage.step:
        case "fill":
            return _fill(desk, stage, event)
        case "sure":
            return _sure(desk, stage, event)
        case "unclear" if isinstance(event, Continue):
            desk = desk.asking()
            return desk, (Clarify(desk.request, desk.who.session, stage.payment_id),)
        case "recent" if stage.opened is not None:
            return _recent(desk, stage, stage.opened, event)
        case _:
            return desk, ()


def is_payment(stage: Paying | Printing | Sold) -> bool:
    """Money is taken for it."""
    return stage.way not in (PREPAID, EXPENSE)


def _fill(desk: Desk, stage: Paying, event: DeskEvent) -> Step:
    match event:
        case Select(name="way", value=way) if way in WAYS and stage.account is not None:
            # mypy does not narrow text to a literal by "in"; the guard above did.
            return desk.at(replace(stage, way=way, error="")), ()  # type: ignore[arg-type]
        case Type(name="given", text=text):
            return desk.at(_typed(stage, "given", digits(text))), ()
        case Type(name="reference", text=text):
            return desk.at(_typed(stage, "reference", reference(text))), ()
        case Type(name="reason", text=text):
            return desk.at(_typed(stage, "reason", sentence(text))), ()
        case Continue():
            error = _cannot(stage)
            if error:
                return desk.at(replace(stage, error=error)), ()
            return desk.at(replace(stage, step="sure", order_id=desk.fresh_id, error="")), ()
        case Back():
            return desk.at(Choosing(stage.account, stage.cart)), ()
        case _:
            return desk, ()


def _sure(desk: Desk, stage: Paying, event: DeskEvent) -> Step:
    match event:
        case TypeSecret(name="prepaid_key", char=char) if stage.way == PREPAID and len(char) == 1:
            so_far = stage.form.secrets.get("prepaid_key", "")
            form = stage.form.put_secret("prepaid_key", (so_far + char)[:KEY_MAX])
            return desk.at(replace(stage, form=form, error="")), ()
        case EraseSecret(name="prepaid_key"):
            shorter = stage.form.secrets.get("prepaid_key", "")[:-1]
            return desk.at(replace(stage, form=stage.form.put_secret("prepaid_key", shorter))), ()
        case Continue() if desk.now_s < stage.wait_until_s:
            return desk, ()
        case Continue() if stage.way == PREPAID and not stage.form.secrets.get("prepaid_key"):
            return desk.at(replace(stage, error="prepaid-key-missing")), ()
        case Continue():
            return _send(desk, stage)
        case Back():
            form = stage.form.without_secrets()
            after = replace(stage, step="fill", form=form, error="", order_id="", payment_id="")
            return desk.at(after), ()
        case _:
            return desk, ()


def _recent(desk: Desk, stage: Paying, opened: v.SaleOpened, event: DeskEvent) -> Step:
    """The same was bought a moment ago; whoever wants it again says so."""
    match event:
        case Continue():
            return _print(desk, stage, opened)
        case Back() if stage.taken is not None:
            ended = Sold(stage.account, stage.cart, stage.way, stage.taken, error=NOT_PRINTED_YET)
            return desk.at(ended), ()
        case Back():
            return desk.at(Choosing(stage.account, stage.cart)), ()
        case _:
            return desk, ()


def _typed(stage: Paying, name: str, text: str) -> Paying:
    return replace(stage, form=stage.form.put(name, text), error="")


def _cannot(stage: Paying) -> str:
    """Why it cannot be paid like this; central has the last word."""
    if stage.way == PREPAID:
        return ""
    if stage.way == EXPENSE:
        return "" if len(stage.form.text("reason")) >= REASON_MIN else "reason-missing"
    if stage.way != CASH:
        return "" if stage.form.text("reference") else "reference-missing"
    if not stage.form.text("given"):
        return "given-missing"
    return "" if stage.form.pesos("given") >= total_of(stage.cart) else "given-short"


def _send(desk: Desk, stage: Paying) -> Step:
    """Ask central to open the order; a key leaves the state with the question."""
    fresh = stage.payment_id or (desk.fresh_id if is_payment(stage) else "")
    key = stage.form.secrets.get("prepaid_key", "")
    stage = replace(stage, payment_id=fresh, form=stage.form.without_secrets(), error="")
    desk = desk.asking().at(stage)
    path, message = _message(desk, stage, key)
    if not is_payment(stage):
        return desk, (Ask(desk.request, path, message, v.SaleOpened),)
    unclear = Unclear(stage.payment_id, "sale", total_of(stage.cart), desk.who.login)
    return desk, (MoveMoney(desk.request, path, message, v.SaleOpened, unclear),)


def _message(desk: Desk, stage: Paying, key: str) -> tuple[str, StaffMessage]:
    lines = tuple(
        OrderLine(
            registration_number=line.registration.number,
            certificate_type=line.item.certificate_type,
            quantity=line.quantity,
            price=line.item.price,
        )
        for line in stage.cart
    )
    session, order_id, account = desk.who.session, stage.order_id, stage.account
    if account is None:
        reason = stage.form.text("reason")
        return AT_EXPENSE, v.SellAtExpense(
            staff_session=session, reason=reason, order_id=order_id, lines=lines
        )
    if stage.way == PREPAID or stage.way == EXPENSE:
        return WITH_KEY, v.SellWithKey(
            staff_session=session,
            order_id=order_id,
            account_id_type=account.holder_id_type,
            account_id_number=account.holder_id_number,
            prepaid_key=key,
            lines=lines,
        )
    return PAID, v.SellPaid(
        staff_session=session,
        order_id=order_id,
        payment_id=stage.payment_id,
        account_id_type=account.holder_id_type,
        account_id_number=account.holder_id_number,
        payment_form=stage.way,
        given=stage.form.pesos("given") if stage.way == CASH else None,
        reference="" if stage.way == CASH else stage.form.text("reference"),
        lines=lines,
    )


def _failed(desk: Desk, stage: Paying, event: Failed) -> Step:
    code = event.code
    if is_payment(stage) and code in UNANSWERED:
        return desk.at(replace(stage, step="unclear", error=code)), ()
    if is_payment(stage) and code == "not-found":
        return desk.at(replace(stage, step="sure", error="never-done")), ()
    if stage.taken is not None:
        ended = Sold(stage.account, stage.cart, stage.way, stage.taken, error=code)
        return desk.at(ended), ()
    if stage.step == "unclear":
        return desk.at(replace(stage, error=code)), ()
    if code in _CHOOSE_ANEW:
        return desk.at(Choosing(stage.account, error=code)), ()
    wait_until_s = desk.now_s + event.wait_s if event.wait_s else 0.0
    if stage.way == PREPAID:
        return desk.at(replace(stage, error=code, wait_until_s=wait_until_s)), ()
    after = replace(stage, step="fill", error=code, order_id="", payment_id="")
    return desk.at(after), ()


def _opened(desk: Desk, stage: Paying, opened: v.SaleOpened) -> Step:
    stage = replace(stage, taken=opened.payment, opened=opened, error="")
    if opened.recent_purchases:
        return desk.at(replace(stage, step="recent")), ()
    return _print(desk, stage, opened)


def _print(desk: Desk, stage: Paying, opened: v.SaleOpened) -> Step:
    """From here on the engine has it; nothing that is pressed changes anything."""
    after = Printing(stage.account, stage.cart, stage.way, stage.taken)
    desk = desk.asking().at(after)
    effect = PrintSale(desk.request, opened, stage.cart, is_free=stage.way == EXPENSE)
    return desk, (effect,)

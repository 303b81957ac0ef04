"""What is sold: a registration, its certificates at today's prices, how many of each."""

from dataclasses import replace

from kiosk.contract import messages as m
from kiosk.contract.staff import sales as v
from kiosk.ports import PrinterFault
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, Select, Type
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.sale.stages import EXPENSE, Choosing, Paying
from kiosk.staff.desk.state import CASH, Desk, Step
from kiosk.visit.choosing import copies_in, paper_of
from kiosk.visit.effects import CartItem
from kiosk.visit.events import Back, Continue

CATALOGUE = "/v1/staff/sales/catalogue"
COPIES_MAX = 10
"""An order's; central has the last word."""
NUMBER_MAX = 20


def choosing(desk: Desk, stage: Choosing, event: DeskEvent) -> Step:
    """Type a registration, take certificates of it, and of another one, then pay."""
    match event:
        case Answered(reply=m.Catalogue() as catalogue):
            first = catalogue.items[0].certificate_type if catalogue.items else ""
            return desk.at(replace(stage, catalogue=catalogue, chosen=first, error="")), ()
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case Type(name="registration", text=text) if stage.catalogue is None:
            form = stage.form.put("registration", _number(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case Continue() if stage.catalogue is None and stage.form.text("registration"):
            desk = desk.asking()
            number = stage.form.text("registration")
            message = v.FindSold(staff_session=desk.who.session, registration_number=number)
            return desk, (Ask(desk.request, CATALOGUE, message, m.Catalogue),)
        case Continue() if not stage.cart:
            missing = "cart-empty" if stage.catalogue else "registration-missing"
            return desk.at(replace(stage, error=missing)), ()
        case Continue():
            return _to_pay(desk, stage)
        case Back() if stage.catalogue is not None:
            return desk.at(replace(stage, catalogue=None, form=Form(), error="")), ()
        case Go(to="registration") if stage.catalogue is not None:
            return desk.at(replace(stage, catalogue=None, form=Form(), error="")), ()
        case Select(name="certificate", value=value) if _item(stage, value) is not None:
            return desk.at(replace(stage, chosen=value, error="")), ()
        case Go(to="more"):
            return desk.at(_changed(stage, 1)), ()
        case Go(to="less"):
            return desk.at(_changed(stage, -1)), ()
        case _:
            return desk, ()


def quantity_of(stage: Choosing, registration: str, certificate: str) -> int:
    """How many copies of it are in the cart."""
    line = _line(stage.cart, registration, certificate)
    return line.quantity if line else 0


def _to_pay(desk: Desk, stage: Choosing) -> Step:
    """Only what can be printed here and now is paid for."""
    error = desk.station.buy_reason
    if not error and not desk.station.holds_paper_for(paper_of(stage.cart)):
        error = PrinterFault.PAPER_SHORT.value
    if error:
        return desk.at(replace(stage, error=error)), ()
    return desk.at(Paying(stage.account, stage.cart, CASH if stage.account else EXPENSE)), ()


def _changed(stage: Choosing, by: int) -> Choosing:
    """One copy more or less of the chosen certificate."""
    item = _item(stage, stage.chosen)
    if stage.catalogue is None or item is None:
        return stage
    registration = stage.catalogue.registration
    had = quantity_of(stage, registration.number, item.certificate_type)
    has = max(0, had + by)
    if copies_in(stage.cart) + has - had > COPIES_MAX:
        return replace(stage, error="cart-full")
    line = _line(stage.cart, registration.number, item.certificate_type)
    if line is None:
        cart = (*stage.cart, CartItem(registration, item, has)) if has else stage.cart
    else:
        changed = (replace(each, quantity=has) if each == line else each for each in stage.cart)
        cart = tuple(each for each in changed if each.quantity)
    return replace(stage, cart=cart, error="")


def _line(cart: tuple[CartItem, ...], registration: str, certificate: str) -> CartItem | None:
    for line in cart:
        if (line.registration.number, line.item.certificate_type) == (registration, certificate):
            return line
    return None


def _item(stage: Choosing, code: str) -> m.CatalogueItem | None:
    items = stage.catalogue.items if stage.catalogue else ()
    return next((each for each in items if each.certificate_type == code), None)


def _number(text: str) -> str:
    """A registration's number, as it may be typed."""
    return "".join(char for char in text if char.isascii() and char.isalnum())[:NUMBER_MAX]

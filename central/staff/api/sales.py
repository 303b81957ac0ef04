"""What a desk asks to sell certificates; only a paired one can, because only a device prints."""

from sqlalchemy.orm import Session

from central import clock
from central.certificates.catalogue import catalogue as catalogue_of
from central.devices.caller import Caller
from central.problems import Refusal
from central.registry.registry import find
from central.services import Services
from central.staff.api.desk import movement_told
from central.staff.api.outcomes import refusals
from central.staff.sales import sell
from central.staff.sales.sell import Asked
from central.staff.sessions import SignedIn
from central.staff.shifts.money import NotTaken, Payment
from central.staff.shifts.receipts import receipt_of
from central.staff.shifts.work import NotNow
from kiosk.contract import messages as c
from kiosk.contract.fingerprint import fingerprint
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import sales as m
from kiosk.identity import InvalidId, PersonId, parse_id


def catalogue(services: Services, _who: SignedIn, message: m.FindSold) -> c.Catalogue:
    """What is sold about a registration today.

    Raises:
        Refusal: ``not-found``.
    """
    now = services.now()

    def work(db: Session) -> c.Catalogue:
        registration = find(db, services.chamber, message.registration_number)
        if registration is None:
            raise Refusal(ProblemCode.NOT_FOUND)
        return catalogue_of(db, services.settings, registration, clock.local_day(now))

    return services.database.run(work)


def with_key(services: Services, who: SignedIn, message: m.SellWithKey) -> m.SaleOpened:
    """Open an order that a prepaid account pays.

    Raises:
        Refusal: ``account-unknown``, ``prepaid-key-invalid``, ``throttled``, ``key-blocked``,
            ``not-possible``, and those of every order.
    """
    asked = _asked(who, message, prepaid_key="")
    identity = _identity(message)
    try:
        with refusals(NotNow):
            opened = sell.sell_with_key(services, asked, identity, message.prepaid_key)
    except LookupError as error:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN) from error
    return m.SaleOpened(**vars(opened))


def paid(services: Services, who: SignedIn, message: m.SellPaid) -> m.SaleOpened:
    """Take an order's money and open the order against it.

    Raises:
        Refusal: ``account-unknown``, ``not-possible``, and those of every order.
    """
    asked = _asked(who, message)
    payment = Payment(message.payment_form, asked.total, message.given, message.reference)
    try:
        with refusals(NotNow, NotTaken):
            opened, made = sell.sell_paid(
                services, asked, _identity(message), message.payment_id, payment
            )
    except LookupError as error:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN) from error
    taken = receipt_of(services, made.id)
    assert taken is not None, "it was taken just now"
    return m.SaleOpened(**vars(opened), payment=movement_told(taken))


def at_expense(services: Services, who: SignedIn, message: m.SellAtExpense) -> m.SaleOpened:
    """Open an order whose cost the chamber bears.

    Raises:
        Refusal: ``not-entitled``, and those of every order.
    """
    with refusals():
        opened = sell.sell_at_expense(services, _asked(who, message), message.reason)
    return m.SaleOpened(**vars(opened))


def _asked(
    who: SignedIn, message: m.SellWithKey | m.SellPaid | m.SellAtExpense, **unkept: str
) -> Asked:
    """What is asked; its fingerprint knows neither the session nor what must not be kept."""
    plain = message.model_copy(update={"staff_session": "", **unkept})
    return Asked(who.login, _desk(who), message.order_id, message.lines, fingerprint(plain))


def _desk(who: SignedIn) -> Caller:
    if who.place.device is None:
        raise Refusal(ProblemCode.NOT_POSSIBLE, "only a paired desk can print what it sells")
    return who.place.device


def _identity(message: m.SellWithKey | m.SellPaid) -> PersonId:
    try:
        return parse_id(message.account_id_type, message.account_id_number)
    except InvalidId as error:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN) from error

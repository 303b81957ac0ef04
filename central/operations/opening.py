"""Opens an order: checked, priced, named, with leave to authorise it for some minutes.

Who may buy from which account was judged before: by the buyer's keys (``orders``) or by who sells
at a desk (``central.staff.sales``). From here on every order is one order.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from central import clock
from central.certificates.prices import price_of
from central.certificates.types import type_of
from central.db.ids import new_id
from central.devices.caller import Caller
from central.ledger.accounts import available
from central.operations.counters import next_number
from central.operations.lease import expire_due
from central.operations.recent import recent_purchases
from central.operations.tables import Order, OrderedLine, PurchaseToken
from central.people.tables import Holder
from central.problems import Refusal
from central.records.record import audit
from central.registry.registry import find, sections
from central.services import Services
from central.tokens import new_code, new_token, token_hash
from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode

RECOVERY_CODE_LENGTH = 6
_CODE_TRIES_MAX = 10


@dataclass(frozen=True)
class Wanted:
    """An order that may be opened.

    Attributes:
        order_id: made by the device, kept for repeats.
        lines: at the prices the buyer was shown.
        meaning: the fingerprint of the request; of secrets it knows nothing.
        person_id: whose order it is; None at a desk, for a holder who is nobody's sign-in.
        holder: whose account pays.
        actor: who opens it, for the trail.
        at_desk: the staff sells it, as ``central.staff.sales`` has written down.
        is_free: the chamber bears the cost; every line costs nothing.
    """

    order_id: str
    lines: tuple[m.OrderLine, ...]
    meaning: str
    person_id: str | None
    holder: Holder
    actor: str
    at_desk: bool = False
    is_free: bool = False


def check_cart(services: Services, lines: tuple[m.OrderLine, ...]) -> None:
    """Refuse what no order may be.

    Raises:
        Refusal: ``cart-too-large``, ``malformed``.
    """
    if sum(line.quantity for line in lines) > services.settings.cart_copies_max:
        raise Refusal(ProblemCode.CART_TOO_LARGE)
    what = {(line.registration_number, line.certificate_type) for line in lines}
    if len(what) < len(lines):
        raise Refusal(ProblemCode.MALFORMED, "one line for each certificate, please")


def open_wanted(
    db: Session, services: Services, caller: Caller, wanted: Wanted, now: datetime
) -> m.OrderOpened:
    """Open it, or answer a repeat of it, with one more token.

    Raises:
        Refusal: ``fingerprint-mismatch``, ``not-sold``, ``price-changed``,
            ``insufficient-balance``.
    """
    order = db.get(Order, wanted.order_id)
    if order is None:
        order = _new_order(db, services, caller, wanted, now)
    elif (order.fingerprint, order.device_id, order.person_id) != (
        wanted.meaning,
        caller.device_id,
        wanted.person_id,
    ):
        raise Refusal(ProblemCode.FINGERPRINT_MISMATCH)
    token = new_token(services.entropy)
    expires_at = now + timedelta(seconds=services.settings.order_token_s)
    db.add(
        PurchaseToken(
            id=new_id(),
            chamber_code=caller.chamber,
            token_hash=token_hash(token),
            order_id=order.id,
            device_id=caller.device_id,
            expires_at=expires_at,
        )
    )
    return m.OrderOpened(
        order_id=order.id,
        order_number=order.order_number,
        recovery_code=order.recovery_code,
        purchase_token=token,
        token_expires_at=expires_at,
        total=order.total,
        available=available(db, wanted.holder.account_id),
        recent_purchases=recent_purchases(db, order, now, services.settings.same_purchase_min),
    )


def _new_order(
    db: Session, services: Services, caller: Caller, wanted: Wanted, now: datetime
) -> Order:
    chamber, account_id = caller.chamber, wanted.holder.account_id
    lines = [
        _ordered(db, wanted, line, no, chamber, now) for no, line in enumerate(wanted.lines, 1)
    ]
    total = sum(line.quantity * line.price for line in lines)
    if available(db, account_id) < total:
        expire_due(db, chamber, now)
    if available(db, account_id) < total:
        raise Refusal(ProblemCode.INSUFFICIENT_BALANCE)
    order = Order(
        id=wanted.order_id,
        chamber_code=chamber,
        order_number=f"{next_number(db, chamber, 'order'):06d}",
        recovery_code=_unused_code(db, services),
        fingerprint=wanted.meaning,
        device_id=caller.device_id,
        person_id=wanted.person_id,
        holder_id=wanted.holder.id,
        total=total,
        at_desk=wanted.at_desk,
        opened_at=now,
    )
    db.add(order)
    db.flush()
    db.add_all(lines)
    audit(db, chamber, now, wanted.actor, "order-opened", order.id, caller.device_id)
    db.flush()
    return order


def _ordered(
    db: Session, wanted: Wanted, line: m.OrderLine, number: int, chamber: str, now: datetime
) -> OrderedLine:
    """A line at today's price, if it is sold and the buyer was shown that price."""
    registration = find(db, chamber, line.registration_number)
    type_ = type_of(line.certificate_type)
    if registration is None or type_ is None:
        raise Refusal(ProblemCode.NOT_SOLD)
    price = price_of(db, registration, type_.code, clock.local_day(now))
    if price is None or not sections(db, registration, type_.code):
        raise Refusal(ProblemCode.NOT_SOLD)
    if price != line.price:
        raise Refusal(ProblemCode.PRICE_CHANGED)
    return OrderedLine(
        id=new_id(),
        chamber_code=chamber,
        order_id=wanted.order_id,
        line_no=number,
        registration_number=line.registration_number,
        registration_name=registration.name,
        certificate_type=type_.code,
        certificate_name=type_.name,
        service_code=type_.service_code,
        quantity=line.quantity,
        price=0 if wanted.is_free else price,
    )


def _unused_code(db: Session, services: Services) -> str:
    for _ in range(_CODE_TRIES_MAX):
        code = new_code(services.entropy, RECOVERY_CODE_LENGTH)
        used = select(Order.id).where(
            Order.chamber_code == services.chamber, Order.recovery_code == code
        )
        if db.scalar(used) is None:
            return code
    raise RuntimeError("no unused recovery code found")

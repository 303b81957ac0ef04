"""``open_order``: the cart is checked and named before any money moves.

It may be repeated: the same ``order_id`` with the same meaning gets the same recovery code and one
more purchase token. The prepaid key is no part of the stored fingerprint: a digest of a short key
is as good as the key.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from central import clock
from central.certificates.prices import price_of
from central.certificates.types import type_of
from central.db.ids import new_id
from central.devices.caller import Caller, must_be_active
from central.ledger.accounts import available
from central.operations.counters import next_number
from central.operations.lease import expire_due
from central.operations.recent import recent_purchases
from central.operations.tables import Order, OrderedLine, PurchaseToken
from central.people.prepaid_key import check_prepaid_key, find_holder
from central.people.sessions import signed_in
from central.people.tables import Holder, Person
from central.problems import Refusal
from central.records.record import audit
from central.registry.registry import find, sections
from central.services import Services
from central.tokens import new_code, new_token, token_hash
from kiosk.contract import messages as m
from kiosk.contract.fingerprint import fingerprint
from kiosk.contract.problems import ProblemCode
from kiosk.identity import InvalidId, PersonId, parse_id

RECOVERY_CODE_LENGTH = 6
_CODE_TRIES_MAX = 10


@dataclass(frozen=True)
class _Sides:
    """Who buys, and from whose account."""

    person: Person
    holder: Holder


def open_order(services: Services, caller: Caller, message: m.OpenOrder) -> m.OrderOpened:
    """Check the key, the cart and the balance, and open the order.

    Raises:
        Refusal: ``session-expired``, ``account-unknown`` (one's own only), ``prepaid-key-invalid``,
            ``throttled``, ``key-blocked``, ``fingerprint-mismatch``, ``cart-too-large``,
            ``not-sold``, ``price-changed``, ``insufficient-balance``, ``malformed``.
    """
    must_be_active(caller)
    now = services.now()
    _check_cart(services, message)
    identity = _identity(message)
    person, holder = services.database.run(
        lambda db: (
            signed_in(db, caller, message.session, now),
            find_holder(db, caller.chamber, identity),
        )
    )
    own = (person.id_type, person.id_number) == (identity.id_type, identity.number)
    if own and holder is None:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN)
    if services.settings.require_prepaid_key or not own:
        check_prepaid_key(services, caller, identity, holder, message.prepaid_key, now)
    if holder is None:
        raise AssertionError("nobody's key cannot be right")
    sides = _Sides(person, holder)
    return services.database.run(lambda db: _open(db, services, caller, message, sides, now))


def _check_cart(services: Services, message: m.OpenOrder) -> None:
    if sum(line.quantity for line in message.lines) > services.settings.cart_copies_max:
        raise Refusal(ProblemCode.CART_TOO_LARGE)
    what = {(line.registration_number, line.certificate_type) for line in message.lines}
    if len(what) < len(message.lines):
        raise Refusal(ProblemCode.MALFORMED, "one line for each certificate, please")


def _identity(message: m.OpenOrder) -> PersonId:
    """The account meant; one that cannot exist is treated like one that does not."""
    try:
        return parse_id(message.account_id_type, message.account_id_number)
    except InvalidId:
        return PersonId(message.account_id_type, message.account_id_number)


def _meaning(message: m.OpenOrder) -> str:
    return fingerprint(message.model_copy(update={"prepaid_key": ""}))


def _open(
    db: Session,
    services: Services,
    caller: Caller,
    message: m.OpenOrder,
    sides: _Sides,
    now: datetime,
) -> m.OrderOpened:
    order = db.get(Order, message.order_id)
    if order is None:
        order = _new_order(db, services, caller, message, sides, now)
    elif (order.fingerprint, order.device_id, order.person_id) != (
        _meaning(message),
        caller.device_id,
        sides.person.id,
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
        available=available(db, sides.holder.account_id),
        recent_purchases=recent_purchases(db, order, now, services.settings.same_purchase_min),
    )


def _new_order(
    db: Session,
    services: Services,
    caller: Caller,
    message: m.OpenOrder,
    sides: _Sides,
    now: datetime,
) -> Order:
    chamber = caller.chamber
    lines = [
        _ordered(db, message, wanted, number, chamber, now)
        for number, wanted in enumerate(message.lines, 1)
    ]
    total = sum(line.quantity * line.price for line in lines)
    if available(db, sides.holder.account_id) < total:
        expire_due(db, chamber, now)
    if available(db, sides.holder.account_id) < total:
        raise Refusal(ProblemCode.INSUFFICIENT_BALANCE)
    order = Order(
        id=message.order_id,
        chamber_code=chamber,
        order_number=f"{next_number(db, chamber, 'order'):06d}",
        recovery_code=_unused_code(db, services),
        fingerprint=_meaning(message),
        device_id=caller.device_id,
        person_id=sides.person.id,
        holder_id=sides.holder.id,
        total=total,
        opened_at=now,
    )
    db.add(order)
    db.flush()
    db.add_all(lines)
    audit(db, chamber, now, sides.person.id, "order-opened", order.id, caller.device_id)
    db.flush()
    return order


def _ordered(
    db: Session,
    message: m.OpenOrder,
    wanted: m.OrderLine,
    number: int,
    chamber: str,
    now: datetime,
) -> OrderedLine:
    """A line at today's price, if it is sold and the person was shown that price."""
    registration = find(db, chamber, wanted.registration_number)
    type_ = type_of(wanted.certificate_type)
    if registration is None or type_ is None:
        raise Refusal(ProblemCode.NOT_SOLD)
    price = price_of(db, registration, type_.code, clock.local_day(now))
    if price is None or not sections(db, registration, type_.code):
        raise Refusal(ProblemCode.NOT_SOLD)
    if price != wanted.price:
        raise Refusal(ProblemCode.PRICE_CHANGED)
    return OrderedLine(
        id=new_id(),
        chamber_code=chamber,
        order_id=message.order_id,
        line_no=number,
        registration_number=wanted.registration_number,
        registration_name=registration.name,
        certificate_type=type_.code,
        certificate_name=type_.name,
        service_code=type_.service_code,
        quantity=wanted.quantity,
        price=price,
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

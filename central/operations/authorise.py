"""``authorise``: hold the price of one printed copy and freeze its certificate.

Price, balance and content come from central at this moment and never change afterwards.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import and_, bindparam, exists, select
from sqlalchemy.orm import Session

from central import clock
from central.certificates.issue import build, issue_for
from central.certificates.prices import price_of
from central.devices.caller import Caller, must_be_active
from central.ledger.holds import hold
from central.operations.lease import expire_due, expire_if_due, renew
from central.operations.look_up import locked, reply
from central.operations.sequence import Answer, in_sequence
from central.operations.tables import (
    OperationKind,
    OperationRow,
    Order,
    OrderedLine,
    PurchaseToken,
    ReceiptRow,
)
from central.people.tables import Holder
from central.problems import Refusal
from central.records.record import IncidentKind, audit, incident
from central.registry.registry import find
from central.services import Services
from central.staff.sales.terms import terms_of
from central.tokens import new_code, token_hash
from kiosk.contract import messages as m
from kiosk.contract.documents import sign_document
from kiosk.contract.fingerprint import fingerprint
from kiosk.contract.messages import OperationState
from kiosk.contract.problems import ProblemCode
from kiosk.documents.model import to_json

VERIFICATION_CODE_LENGTH = 8
ORDER_CLOSED = "order-closed"
_CODE_TRIES_MAX = 10
_TAKEN = (OperationState.HELD, OperationState.EXPIRED, OperationState.CAPTURED)

# Built once: to put these two together would take longer than to send them.
_BOUGHT = (
    select(PurchaseToken.expires_at, Order, OrderedLine, Holder.account_id)
    .join(Order, Order.id == PurchaseToken.order_id)
    .join(Holder, Holder.id == Order.holder_id)
    .outerjoin(
        OrderedLine,
        and_(
            OrderedLine.chamber_code == PurchaseToken.chamber_code,
            OrderedLine.order_id == Order.id,
            OrderedLine.registration_number == bindparam("registration_number"),
            OrderedLine.certificate_type == bindparam("certificate_type"),
        ),
    )
    .where(
        PurchaseToken.chamber_code == bindparam("chamber"),
        PurchaseToken.token_hash == bindparam("token_hash"),
        PurchaseToken.order_id == bindparam("order_id"),
        PurchaseToken.device_id == bindparam("device_id"),
    )
    .with_for_update(of=Order)
)
_CHECKS = select(
    exists().where(
        OperationRow.chamber_code == bindparam("chamber"),
        OperationRow.order_id == bindparam("order_id"),  # the index; the line is within the order
        OperationRow.line_id == bindparam("line_id"),
        OperationRow.copy_index == bindparam("copy_index"),
        OperationRow.state.in_(_TAKEN),
    ),
    exists().where(
        ReceiptRow.chamber_code == bindparam("chamber"),
        ReceiptRow.order_id == bindparam("order_id"),
    ),
    exists().where(
        OperationRow.chamber_code == bindparam("chamber"),
        OperationRow.verification_code == bindparam("code"),
    ),
)


@dataclass(frozen=True)
class _Bought:
    """What a message's token allows: a line of an order, and the account that pays."""

    order: Order
    line: OrderedLine
    account_id: str


def authorise(services: Services, caller: Caller, message: m.Authorise) -> Answer:
    """Hold and freeze, once for every ``op_id``; a repeat gets the present state.

    Raises:
        Refusal: ``token-expired``, ``fingerprint-mismatch``, ``malformed``, ``device-…``. Too
            little money, another price or an unsold type are no refusals but ``DECLINED``.
    """
    must_be_active(caller)
    return in_sequence(
        services, caller, message, lambda db, now: _authorise(db, services, caller, message, now)
    )


def _authorise(
    db: Session, services: Services, caller: Caller, message: m.Authorise, now: datetime
) -> Answer | Refusal:
    known = locked(db, caller.chamber, message.op_id)
    if known is not None:
        return _again(db, services, caller, message, known, now)
    bought = _bought(db, caller, message, now)
    code = _check_copy(db, services, bought, message)
    op = OperationRow(
        id=message.op_id,
        chamber_code=caller.chamber,
        kind=OperationKind.SALE,
        state=OperationState.HELD,
        device_id=caller.device_id,
        order_id=bought.order.id,
        line_id=bought.line.id,
        copy_index=message.copy_index,
        fingerprint=fingerprint(message),
        price=bought.line.price,
        created_at=now,
    )
    terms = terms_of(db, bought.order)
    reason = terms.refusal or ORDER_CLOSED
    if code is not None and not terms.refusal:
        reason = _hold(db, services, bought, op, code, now, is_free=terms.is_free)
    if reason:
        op.state, op.reason = OperationState.DECLINED, reason
    # The id is claimed last: whoever else claims it waits at the order, which is locked. A clash
    # all the same (its order was another) undoes everything and finds this row when repeated.
    db.add(op)
    audit(db, caller.chamber, now, caller.device_id, "authorise", op.id, reason or "held")
    db.flush()
    return Answer(reply(op))


def _again(
    db: Session,
    services: Services,
    caller: Caller,
    message: m.Authorise,
    op: OperationRow,
    now: datetime,
) -> Answer | Refusal:
    """The answer for an id that is known: present state, renewed lease, or a tombstone's no."""
    if op.device_id != caller.device_id:
        incident(
            db,
            caller.chamber,
            now,
            IncidentKind.FOREIGN_OPERATION,
            device_id=caller.device_id,
            op_id=op.id,
        )
        return Refusal(ProblemCode.NOT_FOUND)
    if op.fingerprint is not None and op.fingerprint != fingerprint(message):
        raise Refusal(ProblemCode.FINGERPRINT_MISMATCH)
    expire_if_due(db, op, now)
    if op.state is OperationState.HELD:
        renew(db, services.settings, op, now)
    return Answer(reply(op), repeated=True)


def _bought(db: Session, caller: Caller, message: m.Authorise, now: datetime) -> _Bought:
    """What the token allows, its order locked; nothing outside the order can be authorised."""
    values = {
        "chamber": caller.chamber,
        "token_hash": token_hash(message.purchase_token),
        "order_id": message.order_id,
        "device_id": caller.device_id,
        "registration_number": message.registration_number,
        "certificate_type": message.certificate_type,
    }
    found = db.execute(_BOUGHT, values).one_or_none()
    if found is None or found[0] <= now:
        raise Refusal(ProblemCode.TOKEN_EXPIRED)
    _, order, found_line, account_id = found
    line = cast("OrderedLine | None", found_line)  # of the outer join
    if line is None or message.copy_index > line.quantity or message.price != line.price:
        raise Refusal(ProblemCode.MALFORMED, "not what the order says")
    return _Bought(order, line, account_id)


def _check_copy(
    db: Session, services: Services, bought: _Bought, message: m.Authorise
) -> str | None:
    """An unused verification code for the copy; None if the order has its receipt already.

    Asked after the order was locked, in a statement of its own: what others did to the order
    before is seen now, and what they will do waits.
    """
    values = {
        "chamber": bought.order.chamber_code,
        "order_id": bought.order.id,
        "line_id": bought.line.id,
        "copy_index": message.copy_index,
    }
    for _ in range(_CODE_TRIES_MAX):
        code = new_code(services.entropy, VERIFICATION_CODE_LENGTH)
        is_taken, is_closed, is_used = db.execute(_CHECKS, {**values, "code": code}).one()
        if is_taken:
            raise Refusal(ProblemCode.MALFORMED, "this copy belongs to another operation")
        if is_closed:
            return None
        if not is_used:
            return code
    raise RuntimeError("no unused verification code found")


def _hold(
    db: Session,
    services: Services,
    bought: _Bought,
    op: OperationRow,
    code: str,
    now: datetime,
    *,
    is_free: bool,
) -> str:
    """Freeze and hold; the reason if that cannot be, else empty."""
    chamber, line = bought.order.chamber_code, bought.line
    registration = find(db, chamber, line.registration_number)
    today = clock.local_day(now)
    price = price_of(db, registration, line.certificate_type, today) if registration else None
    if registration is None or price is None:
        return ProblemCode.NOT_SOLD
    price = 0 if is_free else price
    if price != line.price:
        return ProblemCode.PRICE_CHANGED
    if not hold(db, chamber, bought.account_id, op.id, price, now):
        expire_due(db, chamber, now)
        if not hold(db, chamber, bought.account_id, op.id, price, now):
            return ProblemCode.INSUFFICIENT_BALANCE
    issue = issue_for(
        services.settings,
        code=code,
        issued_at=now,
        order_number=bought.order.order_number,
        operation_number=op.id.rpartition("-")[2],
        price=price,
        at_desk=bought.order.at_desk,
    )
    document = build(db, registration, line.certificate_type, issue)
    signed = sign_document(to_json(document), services.signing_key)
    op.verification_code = code
    op.content, op.digest, op.signature = signed.content, signed.digest, signed.signature
    op.hold_expires_at = now + timedelta(seconds=services.settings.hold_s)
    return ""

"""``authorise``: hold the price of one printed copy and freeze its certificate.

Price, balance and content come from central at this moment and never change afterwards.
"""

from datetime import datetime, timedelta

from sqlalchemy import select
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
    order = _order(db, caller, message, now)
    line = _line(db, order, message)
    op = OperationRow(
        id=message.op_id,
        chamber_code=caller.chamber,
        kind=OperationKind.SALE,
        state=OperationState.HELD,
        device_id=caller.device_id,
        order_id=order.id,
        line_id=line.id,
        copy_index=message.copy_index,
        fingerprint=fingerprint(message),
        price=line.price,
        created_at=now,
    )
    db.add(op)
    db.flush()  # claims the id before any money moves
    reason = _hold(db, services, order, line, op, now)
    if reason:
        op.state, op.reason = OperationState.DECLINED, reason
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


def _order(db: Session, caller: Caller, message: m.Authorise, now: datetime) -> Order:
    token = db.scalar(
        select(PurchaseToken).where(
            PurchaseToken.chamber_code == caller.chamber,
            PurchaseToken.token_hash == token_hash(message.purchase_token),
            PurchaseToken.order_id == message.order_id,
            PurchaseToken.device_id == caller.device_id,
        )
    )
    if token is None or token.expires_at <= now:
        raise Refusal(ProblemCode.TOKEN_EXPIRED)
    return db.get_one(Order, token.order_id, with_for_update=True)


def _line(db: Session, order: Order, message: m.Authorise) -> OrderedLine:
    """The line of the order this copy belongs to; nothing outside the order can be authorised."""
    line = db.scalar(
        select(OrderedLine).where(
            OrderedLine.chamber_code == order.chamber_code,
            OrderedLine.order_id == order.id,
            OrderedLine.registration_number == message.registration_number,
            OrderedLine.certificate_type == message.certificate_type,
        )
    )
    if line is None or message.copy_index > line.quantity or message.price != line.price:
        raise Refusal(ProblemCode.MALFORMED, "not what the order says")
    taken = select(OperationRow.id).where(
        OperationRow.chamber_code == order.chamber_code,
        OperationRow.line_id == line.id,
        OperationRow.copy_index == message.copy_index,
        OperationRow.state.in_(_TAKEN),
    )
    if db.scalar(taken) is not None:
        raise Refusal(ProblemCode.MALFORMED, "this copy belongs to another operation")
    return line


def _hold(
    db: Session,
    services: Services,
    order: Order,
    line: OrderedLine,
    op: OperationRow,
    now: datetime,
) -> str:
    """Freeze and hold; the reason if that cannot be, else empty."""
    chamber = order.chamber_code
    closed = select(ReceiptRow.id).where(
        ReceiptRow.chamber_code == chamber, ReceiptRow.order_id == order.id
    )
    if db.scalar(closed) is not None:
        return ORDER_CLOSED
    registration = find(db, chamber, line.registration_number)
    today = clock.local_day(now)
    price = price_of(db, registration, line.certificate_type, today) if registration else None
    if registration is None or price is None:
        return ProblemCode.NOT_SOLD
    if price != line.price:
        return ProblemCode.PRICE_CHANGED
    holder = db.get_one(Holder, order.holder_id)
    if not hold(db, chamber, holder.account_id, op.id, price, now):
        expire_due(db, chamber, now)
        if not hold(db, chamber, holder.account_id, op.id, price, now):
            return ProblemCode.INSUFFICIENT_BALANCE
    code = _unused_code(db, services)
    issue = issue_for(
        services.settings,
        code=code,
        issued_at=now,
        order_number=order.order_number,
        operation_number=op.id.rpartition("-")[2],
        price=price,
    )
    document = build(db, registration, line.certificate_type, issue)
    signed = sign_document(to_json(document), services.signing_key)
    op.verification_code = code
    op.content, op.digest, op.signature = signed.content, signed.digest, signed.signature
    op.hold_expires_at = now + timedelta(seconds=services.settings.hold_s)
    return ""


def _unused_code(db: Session, services: Services) -> str:
    for _ in range(_CODE_TRIES_MAX):
        code = new_code(services.entropy, VERIFICATION_CODE_LENGTH)
        used = select(OperationRow.id).where(
            OperationRow.chamber_code == services.chamber, OperationRow.verification_code == code
        )
        if db.scalar(used) is None:
            return code
    raise RuntimeError("no unused verification code found")

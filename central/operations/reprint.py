"""``POST /v1/operations/reprint``: one more paper of a certificate that was paid for.

A reprint is an operation of its own that points at its sale: free, with the sale's words and
verification code below the mark "COPIA n", captured or voided like any other. It holds nothing
(zero pesos), so that every rule of operations and holds applies to it as it is. Its buyer asks for
it at a dispenser; at a desk the staff does, who said why before (``staff.copies``).
"""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.devices.caller import Caller, must_be_active
from central.ledger.holds import hold
from central.operations.copies import copies_of
from central.operations.look_up import locked, reply
from central.operations.sequence import Answer, in_sequence
from central.operations.tables import OperationKind, OperationRow, Order
from central.operations.verification import code_status
from central.people.sessions import signed_in
from central.people.tables import Holder
from central.problems import Refusal
from central.records.record import IncidentKind, audit, incident
from central.services import Services
from central.staff.copies.allow import allowed, copyable
from kiosk.contract import messages as m
from kiosk.contract.documents import sign_document
from kiosk.contract.fingerprint import fingerprint
from kiosk.contract.messages import OperationState
from kiosk.contract.problems import ProblemCode
from kiosk.documents.certificate import mark_copy
from kiosk.documents.model import from_json, to_json


def reprint(services: Services, caller: Caller, message: m.Reprint) -> Answer:
    """Freeze one numbered copy; a repeat gets the present state.

    Raises:
        Refusal: ``session-expired``; ``not-found`` for what was not charged, was refunded, is
            somebody else's, or was allowed by nobody; of what the staff allowed also
            ``certificate-void`` and ``certificate-in-process``; ``reprint-limit``;
            ``fingerprint-mismatch``, ``device-…``.
    """
    must_be_active(caller)
    return in_sequence(
        services, caller, message, lambda db, now: _reprint(db, services, caller, message, now)
    )


def _reprint(
    db: Session, services: Services, caller: Caller, message: m.Reprint, now: datetime
) -> Answer | Refusal:
    known = locked(db, caller.chamber, message.op_id)
    if known is not None:
        return again(db, caller, message, known, now)
    # The sale's lock makes copies of one certificate wait for each other's number.
    if message.session is None:
        leave = allowed(db, caller, message.op_id, message.of_op_id)
        actor, why, sale = (
            leave.staff_id,
            leave.reason,
            copyable(db, caller.chamber, leave.of_op_id),
        )
    else:
        actor, why = signed_in(db, caller, message.session, now).id, ""
        sale = _own(db, caller, message.of_op_id, actor)
    if copies_of(db, caller.chamber, sale.id) >= services.settings.reprints_max:
        raise Refusal(ProblemCode.REPRINT_LIMIT)
    op = frozen_copy(db, services, caller, message, sale, now)
    db.add(op)
    db.flush()
    holder = db.get_one(Holder, db.get_one(Order, sale.order_id).holder_id)
    hold(db, caller.chamber, holder.account_id, op.id, 0, now)
    detail = f"copy {op.copy_index} of {sale.id} {why}".rstrip()
    audit(db, caller.chamber, now, actor, "reprint", op.id, detail)
    db.flush()
    return Answer(reply(op))


def _own(db: Session, caller: Caller, op_id: str, person_id: str) -> OperationRow:
    """A charged sale of somebody's own, locked."""
    sale = locked(db, caller.chamber, op_id)
    order = db.get(Order, sale.order_id) if sale is not None and sale.order_id else None
    if sale is None or order is None or order.person_id != person_id or not _valid(db, sale):
        raise Refusal(ProblemCode.NOT_FOUND)
    return sale


def again(
    db: Session, caller: Caller, message: m.Reprint | m.Claim, op: OperationRow, now: datetime
) -> Answer | Refusal:
    """The answer for an id that is known: its present state, to its own device only."""
    if op.device_id != caller.device_id:
        kind = IncidentKind.FOREIGN_OPERATION
        incident(db, caller.chamber, now, kind, device_id=caller.device_id, op_id=op.id)
        return Refusal(ProblemCode.NOT_FOUND)
    if op.fingerprint is not None and op.fingerprint != fingerprint(message):
        raise Refusal(ProblemCode.FINGERPRINT_MISMATCH)
    return Answer(reply(op), repeated=True)


def _valid(db: Session, sale: OperationRow) -> bool:
    """Charged and not given back: a copy is worth what its original is worth."""
    if sale.kind is not OperationKind.SALE or not sale.verification_code:
        return False
    status = code_status(db, sale.verification_code)
    return status is not None and status.state == "valid"


def frozen_copy(
    db: Session,
    services: Services,
    caller: Caller,
    message: m.Reprint | m.Claim,
    sale: OperationRow,
    now: datetime,
) -> OperationRow:
    """A new operation with the sale's words below the mark of the next copy."""
    last = select(func.max(OperationRow.copy_index)).where(
        OperationRow.chamber_code == caller.chamber, OperationRow.of_op_id == sale.id
    )
    number = (db.scalar(last) or 0) + 1
    document = mark_copy(from_json(sale.content or ""), number, now)
    signed = sign_document(to_json(document), services.signing_key)
    return OperationRow(
        id=message.op_id,
        chamber_code=caller.chamber,
        kind=OperationKind.REPRINT,
        of_op_id=sale.id,
        state=OperationState.HELD,
        device_id=caller.device_id,
        copy_index=number,
        fingerprint=fingerprint(message),
        price=0,
        content=signed.content,
        digest=signed.digest,
        signature=signed.signature,
        created_at=now,
        hold_expires_at=now + timedelta(seconds=services.settings.hold_s),
    )

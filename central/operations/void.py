"""``void``: the device's word that an operation never prints. Frees the money, for ever.

For an id central never heard of it leaves a tombstone, so that a delayed ``authorise`` holds
nothing.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from central.devices.caller import Caller, must_be_active
from central.ledger.holds import release
from central.operations.look_up import locked, reply
from central.operations.sequence import Answer, in_sequence
from central.operations.tables import OperationKind, OperationRow
from central.problems import Refusal
from central.records.record import IncidentKind, audit, incident
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.messages import OperationState
from kiosk.contract.problems import ProblemCode


def void(services: Services, caller: Caller, message: m.Void) -> Answer:
    """Release an operation, known or not.

    Raises:
        Refusal: ``already-captured`` or ``not-found`` (another device's), each with an incident.
    """
    must_be_active(caller)
    return in_sequence(services, caller, message, lambda db, now: _void(db, caller, message, now))


def _void(db: Session, caller: Caller, message: m.Void, now: datetime) -> Answer | Refusal:
    op = locked(db, caller.chamber, message.op_id)
    if op is None:
        return _tombstone(db, caller, message, now)
    if op.device_id != caller.device_id:
        _call_people(db, caller, op, IncidentKind.FOREIGN_OPERATION, now)
        return Refusal(ProblemCode.NOT_FOUND)
    match op.state:
        case OperationState.CAPTURED:
            _call_people(db, caller, op, IncidentKind.VOID_AFTER_CAPTURE, now)
            return Refusal(ProblemCode.ALREADY_CAPTURED)
        case (
            OperationState.DECLINED
            | OperationState.VOIDED_BY_DEVICE
            | OperationState.VOIDED_BY_STAFF
        ):
            return Answer(reply(op), repeated=True)
        case OperationState.HELD | OperationState.EXPIRED:
            release(db, caller.chamber, op.id, now)
            op.state = OperationState.VOIDED_BY_DEVICE
            op.reason, op.voided_at = message.reason, now
            audit(db, caller.chamber, now, caller.device_id, "void", op.id, message.reason)
            db.flush()
            return Answer(reply(op))


def _tombstone(db: Session, caller: Caller, message: m.Void, now: datetime) -> Answer:
    op = OperationRow(
        id=message.op_id,
        chamber_code=caller.chamber,
        kind=OperationKind.SALE,
        state=OperationState.VOIDED_BY_DEVICE,
        device_id=caller.device_id,
        copy_index=1,
        price=0,
        reason=message.reason,
        late=False,
        created_at=now,
        voided_at=now,
    )
    db.add(op)
    audit(db, caller.chamber, now, caller.device_id, "tombstone", op.id, message.reason)
    db.flush()
    return Answer(reply(op))


def _call_people(
    db: Session, caller: Caller, op: OperationRow, kind: IncidentKind, now: datetime
) -> None:
    incident(db, caller.chamber, now, kind, device_id=caller.device_id, op_id=op.id)

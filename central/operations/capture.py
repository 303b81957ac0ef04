"""``capture``: the paper came out. An advice, never refused for a held or expired operation.

Only after the device itself said "this never prints" is a capture a bug of the protocol, and an
incident.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.devices.caller import Caller
from central.devices.tables import Device, DeviceState
from central.ledger.accounts import open_account
from central.ledger.holds import capture as capture_hold
from central.ledger.tables import AccountKind
from central.operations.alert import alert_holder
from central.operations.lease import expire_if_due
from central.operations.look_up import locked, reply
from central.operations.resolve import decide
from central.operations.sequence import Answer, in_sequence
from central.operations.tables import Decision, OperationRow, OrderedLine, QuarantinedCapture
from central.problems import Refusal
from central.records.record import IncidentKind, audit, incident
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.messages import OperationState
from kiosk.contract.problems import ProblemCode

_DESCRIPTION_MAX = 200


def capture(services: Services, caller: Caller, message: m.Capture) -> Answer:
    """Take the held money, late if need be, once for every operation.

    Raises:
        Refusal: ``not-found`` or ``voided-before-capture``, each with an incident; ``device-…``
            from a stopped device, whose capture is kept for people to look at.
    """
    return in_sequence(
        services,
        caller,
        message,
        lambda db, now: _capture(db, services, caller, message, now),
        on_clone=lambda db, now: _keep(db, caller, message, now),
    )


def _capture(
    db: Session, services: Services, caller: Caller, message: m.Capture, now: datetime
) -> Answer | Refusal:
    op = locked(db, caller.chamber, message.op_id)
    if op is None or op.device_id != caller.device_id:
        kind = IncidentKind.CAPTURE_UNKNOWN if op is None else IncidentKind.FOREIGN_OPERATION
        _call_people(db, caller, message, kind, now)
        return Refusal(ProblemCode.NOT_FOUND)
    if op.state is OperationState.CAPTURED:
        return Answer(reply(op), repeated=True)
    if caller.state is not DeviceState.ACTIVE:
        return _quarantine(db, caller, message, now)
    expire_if_due(db, op, now)
    match op.state:
        case OperationState.VOIDED_BY_DEVICE | OperationState.DECLINED:
            _call_people(db, caller, message, IncidentKind.CAPTURE_AFTER_VOID, now)
            return Refusal(ProblemCode.VOIDED_BEFORE_CAPTURE)
        case OperationState.HELD | OperationState.EXPIRED | OperationState.VOIDED_BY_STAFF:
            return settle_capture(db, services, caller, message, op, now)


def settle_capture(
    db: Session,
    services: Services,
    caller: Caller,
    message: m.Capture,
    op: OperationRow,
    now: datetime,
) -> Answer:
    """Charge a locked operation that is open or void by staff; for a claim's paper, its sale."""
    answer = _take(db, services, caller, message, op, now)
    if op.of_op_id is not None:
        _charge_sale(db, services, caller, message, op.of_op_id, now)
    return answer


def _charge_sale(
    db: Session,
    services: Services,
    caller: Caller,
    message: m.Capture,
    sale_id: str,
    now: datetime,
) -> None:
    """The paper of a claim came out: its sale is charged, once, and its own kiosk is told."""
    sale = locked(db, caller.chamber, sale_id)
    if sale is None:
        raise AssertionError("a copy without its sale")
    match sale.state:
        case OperationState.CAPTURED:
            return  # a plain reprint, or the sale's own kiosk found its paper meanwhile
        case OperationState.VOIDED_BY_DEVICE | OperationState.DECLINED:
            of_sale = message.model_copy(update={"op_id": sale.id})
            _call_people(db, caller, of_sale, IncidentKind.CAPTURE_AFTER_VOID, now, "by a claim")
        case OperationState.HELD | OperationState.EXPIRED | OperationState.VOIDED_BY_STAFF:
            expire_if_due(db, sale, now)
            of_sale = message.model_copy(update={"op_id": sale.id})
            _take(db, services, caller, of_sale, sale, now)
            decide(db, sale, Decision.PRINTED, caller.device_id, "printed by a claim", now)


def _take(
    db: Session,
    services: Services,
    caller: Caller,
    message: m.Capture,
    op: OperationRow,
    now: datetime,
) -> Answer:
    sale = op if op.of_op_id is None else db.get_one(OperationRow, op.of_op_id)
    line = db.get_one(OrderedLine, sale.line_id)
    revenue = open_account(db, caller.chamber, AccountKind.REVENUE, line.service_code)
    description = f"{line.certificate_name} · {line.registration_name}"[:_DESCRIPTION_MAX]
    was = op.state
    capture_hold(db, caller.chamber, op.id, revenue.id, description, now)
    op.state = OperationState.CAPTURED
    op.late = was is not OperationState.HELD
    op.captured_at = now
    op.printed_at = message.printed_at
    op.evidence = message.evidence
    op.reason = ""
    if op.late:
        _call_people(db, caller, message, IncidentKind.LATE_CAPTURE, now, f"was {was.value}")
    audit(db, caller.chamber, now, caller.device_id, "capture", op.id, "late" if op.late else "")
    db.flush()
    alert_holder(db, services, op, now)
    return Answer(reply(op))


def _quarantine(db: Session, caller: Caller, message: m.Capture, now: datetime) -> Refusal:
    """The answer to a stopped device, after its capture was kept."""
    _keep(db, caller, message, now)
    revoked = caller.state is DeviceState.REVOKED
    return Refusal(ProblemCode.DEVICE_REVOKED if revoked else ProblemCode.DEVICE_CLONED)


def _keep(db: Session, caller: Caller, message: m.Capture, now: datetime) -> None:
    """Put a capture aside for people, if its operation is older than the stop of the device."""
    op = locked(db, caller.chamber, message.op_id)
    stopped_at = db.get_one(Device, caller.device_id).stopped_at
    if op is None or op.device_id != caller.device_id or op.state is OperationState.CAPTURED:
        return
    if stopped_at is None or op.created_at > stopped_at:
        return
    kept = select(QuarantinedCapture.id).where(
        QuarantinedCapture.chamber_code == caller.chamber, QuarantinedCapture.op_id == op.id
    )
    if db.scalar(kept) is not None:
        return
    db.add(
        QuarantinedCapture(
            id=new_id(),
            chamber_code=caller.chamber,
            op_id=op.id,
            device_id=caller.device_id,
            printed_at=message.printed_at,
            evidence=message.evidence,
            received_at=now,
        )
    )
    _call_people(db, caller, message, IncidentKind.CAPTURE_QUARANTINED, now)


def _call_people(
    db: Session,
    caller: Caller,
    message: m.Capture,
    kind: IncidentKind,
    now: datetime,
    detail: str = "",
) -> None:
    incident(
        db,
        caller.chamber,
        now,
        kind,
        device_id=caller.device_id,
        op_id=message.op_id,
        detail=detail,
    )

"""Captures of stopped devices: kept when they came, settled by an operator.

Who was revoked or frozen may be a thief or a copy; but paper it printed before may be in honest
hands. So its captures are neither believed nor lost: accepted, one is taken as a late capture;
rejected, it stays as evidence and the operation goes the way of all others.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.devices.caller import Caller
from central.devices.tables import Device
from central.operations.capture import settle_capture
from central.operations.look_up import locked
from central.operations.tables import OperationRow, QuarantinedCapture
from central.records.record import IncidentKind, audit
from central.records.tables import Incident
from central.services import Services
from central.staff.entitled import entitled
from central.staff.rules import Action
from kiosk.contract import messages as m
from kiosk.contract.messages import OperationState

SHOWN_MAX = 500
Outcome = Literal["captured", "rejected"]


class NotSettled(ValueError):
    """There is nothing to settle, or it cannot be; the text says why."""


@dataclass(frozen=True)
class Entry:
    """A capture that waits for somebody."""

    id: str
    op_id: str
    point_of_sale: str
    device_state: str
    state: OperationState
    price: int
    printed_at: datetime
    received_at: datetime
    evidence: str


def waiting(services: Services) -> list[Entry]:
    """What nobody settled yet, oldest first."""
    rows = (
        select(QuarantinedCapture, OperationRow, Device)
        .join(OperationRow, OperationRow.id == QuarantinedCapture.op_id)
        .join(Device, Device.id == QuarantinedCapture.device_id)
        .where(
            QuarantinedCapture.chamber_code == services.chamber,
            QuarantinedCapture.settled_at.is_(None),
        )
        .order_by(QuarantinedCapture.received_at, QuarantinedCapture.id)
        .limit(SHOWN_MAX)
    )
    return services.database.run(
        lambda db: [_entry(kept, op, device) for kept, op, device in db.execute(rows)]
    )


def settle(services: Services, kept_id: str, *, accept: bool, staff: str, why: str) -> Outcome:
    """Take the charge late, or leave it; once, with the name (a login) and the reason of who did.

    Raises:
        NotEntitled: ``staff`` is nobody who may judge.
        NotSettled: unknown, settled before, no reason, or its device itself voided the operation.
    """
    if not why.strip():
        raise NotSettled("a verdict needs a reason")
    now = services.now()

    def work(db: Session) -> Outcome:
        member = entitled(db, services.chamber, staff, Action.JUDGE_CAPTURE)
        kept = db.get(QuarantinedCapture, kept_id, with_for_update=True)
        if kept is None or kept.chamber_code != services.chamber:
            raise NotSettled("there is no such capture")
        if kept.settled_at is not None:
            raise NotSettled("somebody settled it before")
        if accept:
            _accept(db, services, kept, now)
        kept.settled_at, kept.accepted = now, accept
        _settle_incidents(db, kept, now)
        verdict = "quarantine-accepted" if accept else "quarantine-rejected"
        audit(db, services.chamber, now, member.id, verdict, kept.op_id, why)
        return "captured" if accept else "rejected"

    return services.database.run(work)


def _accept(db: Session, services: Services, kept: QuarantinedCapture, now: datetime) -> None:
    """As if it came now from a device in order; what is charged already stays charged once."""
    device = db.get_one(Device, kept.device_id)
    op = locked(db, kept.chamber_code, kept.op_id)
    if op is None or op.state in (OperationState.VOIDED_BY_DEVICE, OperationState.DECLINED):
        raise NotSettled("its own device said that this operation never printed")
    if op.state is OperationState.CAPTURED:
        return
    caller = Caller(device.id, device.chamber_code, device.point_of_sale, device.state)
    message = m.Capture(
        op_id=op.id, device_seq=1, printed_at=kept.printed_at, evidence=kept.evidence
    )
    settle_capture(db, services, caller, message, op, now)


def _settle_incidents(db: Session, kept: QuarantinedCapture, now: datetime) -> None:
    rows = select(Incident).where(
        Incident.chamber_code == kept.chamber_code,
        Incident.kind == IncidentKind.CAPTURE_QUARANTINED,
        Incident.op_id == kept.op_id,
        Incident.settled_at.is_(None),
    )
    for row in db.scalars(rows):
        row.settled_at = now


def _entry(kept: QuarantinedCapture, op: OperationRow, device: Device) -> Entry:
    return Entry(
        id=kept.id,
        op_id=op.id,
        point_of_sale=device.point_of_sale,
        device_state=device.state.value,
        state=op.state,
        price=op.price,
        printed_at=kept.printed_at,
        received_at=kept.received_at,
        evidence=kept.evidence,
    )

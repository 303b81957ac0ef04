"""``POST /v1/devices/day-close``: a device's count of its day beside central's own.

What both must have alike: captured and open operations, by number and pesos. Void is compared by
number and only one way: central must know every void of the device (a tombstone has no price), and
may know more, such as operations the device lost and voided unseen. A refusal may have left no
trace at central, so declined is kept but not compared.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.daily.checkpoint import witness
from central.daily.tables import DayCloseRow
from central.db.ids import new_id
from central.devices.caller import Caller, must_be_active
from central.devices.tables import Device
from central.operations.gaps import never_came, newest_number
from central.operations.tables import OperationRow
from central.records.record import IncidentKind, audit, incident
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.messages import DayState, OperationState

_STATES = {
    OperationState.HELD: DayState.OPEN,
    OperationState.EXPIRED: DayState.OPEN,
    OperationState.CAPTURED: DayState.CAPTURED,
    OperationState.VOIDED_BY_DEVICE: DayState.VOIDED,
    OperationState.VOIDED_BY_STAFF: DayState.VOIDED,
    OperationState.DECLINED: DayState.DECLINED,
}
Sums = Mapping[DayState, tuple[int, int]]
_NONE = (0, 0)


def close_day(services: Services, caller: Caller, message: m.DayClose) -> m.DayClosed:
    """Compare, keep, and call people about a difference; money is never moved by it.

    Raises:
        Refusal: ``malformed`` for a checkpoint that is not signed; ``device-…``.
    """
    must_be_active(caller)
    now = services.now()

    def work(db: Session) -> m.DayClosed:
        witnessed = witness(db, services, caller, message.checkpoint, now)
        ours = sums_of_day(db, caller.chamber, caller.device_id, message.day)
        differences = _differences({s.state: (s.count, s.pesos) for s in message.sums}, ours)
        device = db.get_one(Device, caller.device_id)
        missing = never_came(db, device, message.last_seq)
        detail = _told(differences, missing, newest_number(db, device), message.last_seq)
        _keep(db, caller, message, detail, now)
        return m.DayClosed(
            day=message.day,
            agrees=not detail and witnessed.continues,
            differences=differences,
            missing=missing,
            witness=witnessed,
        )

    return services.database.run(work)


def sums_of_day(
    db: Session, chamber: str, device_id: str, day: date
) -> dict[DayState, tuple[int, int]]:
    """Central's own count and pesos, by the day each operation's id was made on."""
    first, after = m.day_ids(day)
    rows = db.execute(
        select(OperationRow.state, func.count(), func.sum(OperationRow.price))
        .where(
            OperationRow.chamber_code == chamber,
            OperationRow.device_id == device_id,
            OperationRow.id >= first,
            OperationRow.id < after,
        )
        .group_by(OperationRow.state)
    )
    sums: dict[DayState, tuple[int, int]] = {}
    for state, count, pesos in rows:
        counted, summed = sums.get(_STATES[state], _NONE)
        sums[_STATES[state]] = (counted + count, summed + int(pesos))
    return sums


def _differences(theirs: Sums, ours: Sums) -> tuple[m.DayDifference, ...]:
    wrong = [
        state
        for state in (DayState.CAPTURED, DayState.OPEN)
        if theirs.get(state, _NONE) != ours.get(state, _NONE)
    ]
    # A void that central answered with its earlier refusal is declined here and void there.
    gone = sum(ours.get(state, _NONE)[0] for state in (DayState.VOIDED, DayState.DECLINED))
    if theirs.get(DayState.VOIDED, _NONE)[0] > gone:
        wrong.append(DayState.VOIDED)
    return tuple(
        m.DayDifference(
            state=state,
            device_count=theirs.get(state, _NONE)[0],
            device_pesos=theirs.get(state, _NONE)[1],
            central_count=ours.get(state, _NONE)[0],
            central_pesos=ours.get(state, _NONE)[1],
        )
        for state in wrong
    )


def _told(
    differences: tuple[m.DayDifference, ...], missing: tuple[int, ...], newest: int, last_seq: int
) -> str:
    lines = [
        f"{each.state.value}: the kiosk has {each.device_count} for {each.device_pesos}, "
        f"central {each.central_count} for {each.central_pesos}"
        for each in differences
    ]
    if missing:
        lines.append(f"never came: {', '.join(map(str, missing))}")
    if newest > last_seq:
        # Its disk is older than what it sent: a backup came back, or there are two of them.
        lines.append(f"central has number {newest}, the kiosk's newest is {last_seq}")
    return "; ".join(lines)


def _keep(db: Session, caller: Caller, message: m.DayClose, detail: str, now: datetime) -> None:
    """The report and what came of it; the same finding about the same count is told once."""
    sums = json.dumps(sorted((s.state.value, s.count, s.pesos) for s in message.sums))
    # Without the checkpoint: the audit chain grows from one try of the device to the next.
    meaning = hashlib.sha256(f"{message.last_seq} {sums}".encode()).hexdigest()
    row = db.scalar(
        select(DayCloseRow).where(
            DayCloseRow.chamber_code == caller.chamber,
            DayCloseRow.device_id == caller.device_id,
            DayCloseRow.day == message.day,
            DayCloseRow.fingerprint == meaning,
        )
    )
    told_before = row is not None and row.detail == detail
    if row is None:
        row = DayCloseRow(
            id=new_id(),
            chamber_code=caller.chamber,
            device_id=caller.device_id,
            day=message.day,
            fingerprint=meaning,
            sums=sums,
            last_seq=message.last_seq,
            received_at=now,
        )
        db.add(row)
    row.checkpoint_size, row.checkpoint_head = message.checkpoint.size, message.checkpoint.head
    row.detail, row.compared_at = detail, now
    if told_before:
        return
    outcome = detail or "agrees"
    about = f"{message.day.isoformat()} {outcome}"
    audit(db, caller.chamber, now, caller.device_id, "day-close", caller.device_id, about)
    if detail:
        kind = IncidentKind.DAY_CLOSE_DIFFERENCE
        incident(db, caller.chamber, now, kind, device_id=caller.device_id, detail=about)
    db.flush()

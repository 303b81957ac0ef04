"""Heartbeat: how a device is, and a sign of life that keeps its holds."""

import json
from datetime import datetime, timedelta

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from central.db.base import table_of
from central.db.ids import new_id
from central.devices.caller import Caller, must_be_active
from central.devices.configuration import configuration_of
from central.devices.tables import DeviceHealth
from central.operations.lease import renew
from central.operations.look_up import locked
from central.operations.resolve import resolutions_of
from central.operations.standing import WAITING
from central.operations.tables import OperationRow
from central.records.record import IncidentKind, incident
from central.records.tables import Incident
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.messages import OperationState

NO_FAULT = ("ready", "no_printer")
"""What a printer without fault is called in a heartbeat; a desk may have none."""
_LIVE = (OperationState.HELD, OperationState.EXPIRED)
# Made once: building a statement takes SQLAlchemy longer than running it.
_health = table_of(DeviceHealth)
_LAST_BEAT = select(_health.c.id, _health.c.printer_fault_since).where(
    _health.c.chamber_code == bindparam("chamber"), _health.c.device_id == bindparam("device")
)
_FIRST_BEAT = insert(_health)
_BEAT_AGAIN = update(_health).where(_health.c.id == bindparam("row_id"))


def heartbeat(services: Services, caller: Caller, message: m.Heartbeat) -> m.HeartbeatReply:
    """Store it, renew the holds it names, tell what people decided about them."""
    must_be_active(caller)
    now = services.now()

    def work(db: Session) -> m.HeartbeatReply:
        _store(db, caller, message, now)
        # One order for all, so that two heartbeats never wait for each other in a circle.
        for op_id in sorted(set(message.live_operations)):
            op = locked(db, caller.chamber, op_id)
            if op is not None and op.device_id == caller.device_id:
                renew(db, services.settings, op, now)
                if op.state in _LIVE:
                    op.reason = WAITING if op_id in message.waiting_operations else ""
                _call_if_stale(db, services, op, now)
        version, values = configuration_of(db, caller.chamber, caller.device_id)
        return m.HeartbeatReply(
            server_time=now,
            config_version=version,
            config=None if version == message.config_version else values,
            resolutions=resolutions_of(
                db, caller.chamber, caller.device_id, message.live_operations
            ),
        )

    return services.database.run(work)


def _store(db: Session, caller: Caller, message: m.Heartbeat, now: datetime) -> None:
    who = {"chamber": caller.chamber, "device": caller.device_id}
    row = {
        "clock_skew_s": message.clock_offset_s + caller.behind_s,
        "parked": json.dumps(message.parked),
        "config_version": message.config_version,
        "boot_id": message.boot_id,
        "version": message.version,
        "printer": message.printer,
        "paper_mm": message.paper_mm,
        "queue_length": message.queue_length,
        "queue_age_s": message.queue_age_s,
        "disk_free_mb": message.disk_free_mb,
        "at": now,
    }
    last = db.execute(_LAST_BEAT, who).one_or_none()
    since = None if message.printer in NO_FAULT else (last and last.printer_fault_since) or now
    row["printer_fault_since"] = since
    if last is not None:
        db.execute(_BEAT_AGAIN, {"row_id": last.id, **row})
        return
    row |= {"id": new_id(), "chamber_code": caller.chamber, "device_id": caller.device_id}
    db.execute(_FIRST_BEAT, row)


def _call_if_stale(db: Session, services: Services, op: OperationRow, now: datetime) -> None:
    """After its last possible renewal an operation belongs to people, who are called once."""
    end = op.created_at + timedelta(seconds=services.settings.hold_total_s)
    if op.state not in _LIVE or now < end:
        return
    called = select(Incident.id).where(
        Incident.chamber_code == op.chamber_code,
        Incident.kind == IncidentKind.OPERATION_STALE,
        Incident.op_id == op.id,
    )
    if db.scalar(called) is None:
        incident(
            db,
            op.chamber_code,
            now,
            IncidentKind.OPERATION_STALE,
            device_id=op.device_id,
            op_id=op.id,
        )

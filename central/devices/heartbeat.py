"""Heartbeat: how a device is, and a sign of life that keeps its holds."""

import json
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

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

READY = "ready"
"""What a printer without fault is called in a heartbeat."""
_LIVE = (OperationState.HELD, OperationState.EXPIRED)
# Made once: building a statement takes SQLAlchemy longer than running it.
_LAST_BEAT = select(DeviceHealth).where(
    DeviceHealth.chamber_code == bindparam("chamber"),
    DeviceHealth.device_id == bindparam("device"),
)


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
    row = db.scalar(_LAST_BEAT, {"chamber": caller.chamber, "device": caller.device_id})
    if row is None:
        row = DeviceHealth(id=new_id(), chamber_code=caller.chamber, device_id=caller.device_id)
        db.add(row)
    if message.printer == READY:
        row.printer_fault_since = None
    elif row.printer_fault_since is None:
        row.printer_fault_since = now
    row.clock_skew_s = message.clock_offset_s + caller.behind_s
    row.parked = json.dumps(message.parked)
    row.config_version = message.config_version
    row.boot_id = message.boot_id
    row.version = message.version
    row.printer = message.printer
    row.paper_mm = message.paper_mm
    row.queue_length = message.queue_length
    row.queue_age_s = message.queue_age_s
    row.disk_free_mb = message.disk_free_mb
    row.at = now
    db.flush()


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

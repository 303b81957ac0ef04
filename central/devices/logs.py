"""``POST /v1/devices/log``: what a dispenser writes of itself, kept for whoever mends it.

The device has left out whatever is anybody's; central takes only lines of its form, no more than a
request may hold, and keeps the last ones of each device. Who sent and who read one is in the trail.
"""

import json

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.devices.caller import Caller, must_be_active
from central.devices.tables import Device, DeviceLog
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from kiosk.contract import device_logs as m
from kiosk.contract.problems import ProblemCode

KEPT = 10
"""Of each device; the older ones are let go of."""


def keep_log(services: Services, caller: Caller, message: m.SendLog) -> m.LogKept:
    """Keep a device's log.

    Raises:
        Refusal: ``malformed`` for what is no log; ``device-…``.
    """
    must_be_active(caller)
    count = _count(message.lines)
    now = services.now()

    def work(db: Session) -> m.LogKept:
        # Two logs of one device at once would each take the other for the oldest.
        db.get_one(Device, caller.device_id, with_for_update={"key_share": True})
        row = DeviceLog(
            id=new_id(),
            chamber_code=caller.chamber,
            device_id=caller.device_id,
            made_at=message.made_at,
            received_at=now,
            version=message.version,
            sent_by=message.by,
            line_count=count,
            lines=message.lines,
        )
        db.add(row)
        db.flush()
        _let_go(db, caller)
        audit(db, caller.chamber, now, message.by, "device-log-sent", caller.device_id, row.id)
        return m.LogKept(log_id=row.id)

    return services.database.run(work)


def logs_of(services: Services, device_id: str) -> tuple[m.LogHead, ...]:
    """What is kept of a device, newest first.

    Raises:
        LookupError: there is no such device here.
    """

    def work(db: Session) -> tuple[m.LogHead, ...]:
        device = db.get(Device, device_id)
        if device is None or device.chamber_code != services.chamber:
            raise LookupError(device_id)
        return tuple(_head(row) for row in db.scalars(_newest(services.chamber, device_id)))

    return services.database.read(work)


def read_log(services: Services, log_id: str, who: str) -> m.LogText:
    """One log whole; that it was read is noted.

    Raises:
        LookupError: there is no such log here.
    """

    def work(db: Session) -> m.LogText:
        row = db.get(DeviceLog, log_id)
        if row is None or row.chamber_code != services.chamber:
            raise LookupError(log_id)
        audit(db, services.chamber, services.now(), who, "device-log-read", row.device_id, row.id)
        return m.LogText(head=_head(row), text=row.lines)

    return services.database.run(work)


def _count(lines: str) -> int:
    """How many lines; each must be one JSON object."""
    found = lines.splitlines()
    for line in found:
        try:
            is_object = isinstance(json.loads(line), dict)
        except (ValueError, RecursionError):
            is_object = False
        if not is_object:
            raise Refusal(ProblemCode.MALFORMED, "a line is no JSON object")
    return len(found)


def _newest(chamber: str, device_id: str) -> Select[DeviceLog]:
    return (
        select(DeviceLog)
        .where(DeviceLog.chamber_code == chamber, DeviceLog.device_id == device_id)
        .order_by(DeviceLog.received_at.desc(), DeviceLog.id.desc())
    )


def _let_go(db: Session, caller: Caller) -> None:
    kept = [row.id for row in db.scalars(_newest(caller.chamber, caller.device_id).limit(KEPT))]
    db.execute(
        delete(DeviceLog).where(
            DeviceLog.chamber_code == caller.chamber,
            DeviceLog.device_id == caller.device_id,
            DeviceLog.id.not_in(kept),
        )
    )


def _head(row: DeviceLog) -> m.LogHead:
    return m.LogHead(
        log_id=row.id,
        made_at=row.made_at,
        received_at=row.received_at,
        version=row.version,
        by=row.sent_by,
        lines=row.line_count,
    )

"""The rules: what is wrong at this moment, read from the tables. They only look."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.clock import local, local_day
from central.daily.listing import closes_of
from central.devices.tables import Device, DeviceHealth, DeviceState
from central.mail.tables import MailState, OutboxMail
from central.operations.gaps import missing, parked_by
from central.payments.tables import PaymentException
from central.records.tables import Incident

SILENT = timedelta(minutes=3)
PRINTER_FAULT = timedelta(minutes=3)
QUEUE_AGE_S = 600
"""A device that has advice for us tries at least every 5 minutes."""
CLOCK_SKEW_S = 30
DISK_LOW_MB = 500
PAYMENTS_WAIT = timedelta(hours=24)
"""Unless the settings say otherwise; a bank's file comes once a day."""
DAY_CLOSE = timedelta(hours=12)
"""After the day's end; a device closes it ten minutes after, or as soon as nothing waits."""
_GAPS_SHOWN = 5


class Rule(StrEnum):
    """Why somebody is called; stable codes."""

    SILENT = "kiosk-silent"
    PRINTER = "printer-fault"
    QUEUE = "queue-old"
    CLOCK = "clock-skew"
    DISK = "disk-low"
    CLONED = "device-cloned"
    GAP = "sequence-gap"
    PARKED = "messages-parked"
    DAY = "day-not-closed"
    MAIL = "mail-parked"
    PAYMENTS = "payments-waiting"
    INCIDENT = "incident"


@dataclass(frozen=True)
class Finding:
    """A rule holds for a subject."""

    rule: Rule
    subject: str
    detail: str


def findings(
    db: Session, chamber: str, now: datetime, payments_after: timedelta = PAYMENTS_WAIT
) -> list[Finding]:
    """Everything that is wrong, each rule and subject once."""
    found: list[Finding] = []
    day = local_day(now - DAY_CLOSE) - timedelta(days=1)
    closed = closes_of(db, chamber, day)
    for device, health in _devices(db, chamber):
        if device.state is DeviceState.FROZEN:
            found.append(Finding(Rule.CLONED, device.id, "frozen until a person looks at it"))
            continue
        found += _of_device(device, health, now)
        if gaps := missing(db, device, now):
            shown = ", ".join(map(str, gaps[:_GAPS_SHOWN]))
            found.append(Finding(Rule.GAP, device.id, f"missing: {shown}"))
        if parked := parked_by(db, device):
            found.append(Finding(Rule.PARKED, device.id, f"{len(parked)} parked"))
        # One that is silent is called about already, and closes its days when it is back.
        is_heard = health is not None and now - health.at <= SILENT
        if is_heard and local_day(device.enrolled_at) <= day and device.id not in closed:
            found.append(Finding(Rule.DAY, device.id, f"{day} was not closed"))
    found += _payments(db, chamber, now - payments_after)
    return [*found, *_parked_mail(db, chamber), *_incidents(db, chamber)]


def _devices(db: Session, chamber: str) -> list[tuple[Device, DeviceHealth | None]]:
    """All devices that were not given up."""
    rows = db.execute(
        select(Device, DeviceHealth)
        .outerjoin(
            DeviceHealth,
            (DeviceHealth.device_id == Device.id)
            & (DeviceHealth.chamber_code == Device.chamber_code),
        )
        .where(Device.chamber_code == chamber, Device.state != DeviceState.REVOKED)
        .order_by(Device.id)
    )
    return [(device, health) for device, health in rows]


def _of_device(device: Device, health: DeviceHealth | None, now: datetime) -> Iterator[Finding]:
    heard_at = health.at if health else device.enrolled_at
    if now - heard_at > SILENT:
        yield Finding(Rule.SILENT, device.id, f"last heard {heard_at:%Y-%m-%d %H:%M:%S} UTC")
    if health is None:
        return
    since = health.printer_fault_since
    if since is not None and now - since > PRINTER_FAULT:
        yield Finding(Rule.PRINTER, device.id, health.printer)
    if health.queue_age_s > QUEUE_AGE_S:
        yield Finding(Rule.QUEUE, device.id, f"{health.queue_length} messages wait")
    if abs(health.clock_skew_s) > CLOCK_SKEW_S:
        yield Finding(Rule.CLOCK, device.id, f"{health.clock_skew_s} s")
    # 0 is what a device says that does not know.
    if 0 < health.disk_free_mb < DISK_LOW_MB:
        yield Finding(Rule.DISK, device.id, f"{health.disk_free_mb} MB free")


def _parked_mail(db: Session, chamber: str) -> Iterator[Finding]:
    """Mails that were given up and still have their words: somebody may mend and retry them."""
    count = db.scalar(
        select(func.count()).where(
            OutboxMail.chamber_code == chamber,
            OutboxMail.state == MailState.PARKED,
            OutboxMail.body != "",
        )
    )
    if count:
        yield Finding(Rule.MAIL, "mail", f"{count} parked")


def _payments(db: Session, chamber: str, before: datetime) -> Iterator[Finding]:
    """Money that a bank has and nobody credited or gave back, for longer than it should be."""
    count, pesos, oldest = db.execute(
        select(
            func.count(), func.sum(PaymentException.amount), func.min(PaymentException.at)
        ).where(
            PaymentException.chamber_code == chamber,
            PaymentException.settled_at.is_(None),
            PaymentException.at <= before,
        )
    ).one()
    if count:
        since = f"{local(oldest):%Y-%m-%d %H:%M}"
        yield Finding(Rule.PAYMENTS, "payments", f"{count} for {pesos} pesos, since {since}")


def _incidents(db: Session, chamber: str) -> list[Finding]:
    """Incidents nobody settled yet, one finding for each kind."""
    rows = db.execute(
        select(Incident.kind, func.count())
        .where(Incident.chamber_code == chamber, Incident.settled_at.is_(None))
        .group_by(Incident.kind)
        .order_by(Incident.kind)
    )
    return [Finding(Rule.INCIDENT, kind, f"{count} not settled") for kind, count in rows]

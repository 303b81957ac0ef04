"""All devices as an operator sees them: who they are and how they were the last time."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.devices.configuration import Value, configuration_of
from central.devices.tables import Device, DeviceHealth, DeviceState
from central.operations.gaps import parked_by
from central.services import Services


@dataclass(frozen=True)
class Health:
    """The last heartbeat; ``paper_mm`` None: the printer cannot tell."""

    at: datetime
    version: str
    printer: str
    paper_mm: int | None
    queue_length: int
    queue_age_s: int
    disk_free_mb: int
    clock_skew_s: int
    config_version: int
    parked: tuple[int, ...]


@dataclass(frozen=True)
class Kiosk:
    """A device, its key's state, its last heartbeat (None: never) and its remote configuration."""

    id: str
    serial: str
    point_of_sale: str
    state: DeviceState
    enrolled_at: datetime
    stopped_at: datetime | None
    old_key_until: datetime | None
    health: Health | None
    config_version: int
    config: dict[str, Value]


def kiosks(services: Services) -> list[Kiosk]:
    """Every device of the chamber, by point of sale."""
    rows = (
        select(Device)
        .where(Device.chamber_code == services.chamber)
        .order_by(Device.point_of_sale, Device.id)
    )
    return services.database.run(lambda db: [_kiosk(db, device) for device in db.scalars(rows)])


def find_kiosk(services: Services, name: str) -> Kiosk | None:
    """The one device with this id, or the one not revoked with this serial or point of sale."""
    known = kiosks(services)
    for kiosk in known:
        if kiosk.id == name:
            return kiosk
    named = [
        kiosk
        for kiosk in known
        if name in (kiosk.serial, kiosk.point_of_sale) and kiosk.state is not DeviceState.REVOKED
    ]
    return named[0] if len(named) == 1 else None


def _kiosk(db: Session, device: Device) -> Kiosk:
    version, values = configuration_of(db, device.chamber_code, device.id)
    return Kiosk(
        id=device.id,
        serial=device.serial,
        point_of_sale=device.point_of_sale,
        state=device.state,
        enrolled_at=device.enrolled_at,
        stopped_at=device.stopped_at,
        old_key_until=device.previous_until,
        health=_health(db, device),
        config_version=version,
        config=values,
    )


def _health(db: Session, device: Device) -> Health | None:
    row = db.scalar(
        select(DeviceHealth).where(
            DeviceHealth.chamber_code == device.chamber_code,
            DeviceHealth.device_id == device.id,
        )
    )
    if row is None:
        return None
    return Health(
        at=row.at,
        version=row.version,
        printer=row.printer,
        paper_mm=row.paper_mm,
        queue_length=row.queue_length,
        queue_age_s=row.queue_age_s,
        disk_free_mb=row.disk_free_mb,
        clock_skew_s=row.clock_skew_s,
        config_version=row.config_version,
        parked=parked_by(db, device),
    )

"""Remote configuration: settings an operator may change from here, in numbered versions.

A change replaces what its scope (one device, or all) had; a device's own values win over those for
all. A device hears of it in the answer to its next heartbeat and ignores keys it does not know.
"""

import json

from pydantic import ConfigDict
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.db.base import table_of
from central.db.ids import new_id
from central.devices.tables import Device, DeviceConfiguration
from central.operations.counters import next_number
from central.records.record import audit
from central.services import Services
from kiosk.contract.remote_settings import RemoteSettings

EVERYBODY = "*"
Value = str | int | bool
# Made once: building a statement takes SQLAlchemy longer than running it.
_configurations = table_of(DeviceConfiguration).c
_NEWEST = (
    select(_configurations.version, _configurations.content)
    .where(
        _configurations.chamber_code == bindparam("chamber"),
        _configurations.scope == bindparam("scope"),
    )
    .order_by(_configurations.version.desc())
    .limit(1)
)


class Allowed(RemoteSettings):
    """What an operator may set; a key that no device knows is a mistake."""

    model_config = ConfigDict(extra="forbid")


class NoSuchDevice(ValueError):
    """Nobody has this id."""


def configure(services: Services, scope: str, text: str, set_by: str, reason: str = "") -> int:
    """Set what a scope (a device's id or ``EVERYBODY``) has; gives the new version.

    Args:
        services: the parts.
        scope: whom it is for.
        text: a JSON object of allowed keys; ``{}`` takes everything back.
        set_by: who says so, for the trail.
        reason: why, for the trail.

    Raises:
        ValueError: a key that is not allowed, a value out of bounds.
        NoSuchDevice: also a ``ValueError``.
    """
    values = Allowed.model_validate_json(text).model_dump(exclude_none=True)
    now = services.now()

    def work(db: Session) -> int:
        if scope != EVERYBODY:
            device = db.get(Device, scope)
            if device is None or device.chamber_code != services.chamber:
                raise NoSuchDevice("there is no such device")
        version = next_number(db, services.chamber, "device-configuration")
        db.add(
            DeviceConfiguration(
                id=new_id(),
                chamber_code=services.chamber,
                version=version,
                scope=scope,
                content=json.dumps(values, ensure_ascii=False, sort_keys=True),
                set_by=set_by,
                at=now,
            )
        )
        detail = f"version {version}: {', '.join(sorted(values)) or 'nothing'} {reason}".rstrip()
        audit(db, services.chamber, now, set_by, "device-configured", scope, detail)
        return version

    return services.database.run(work)


def configuration_of(db: Session, chamber: str, device_id: str) -> tuple[int, dict[str, Value]]:
    """The present version for a device (0: none yet) and all its values."""
    version, values = 0, dict[str, Value]()
    for scope in (EVERYBODY, device_id):
        row = db.execute(_NEWEST, {"chamber": chamber, "scope": scope}).first()
        if row is not None:
            version = max(version, row.version)
            values |= json.loads(row.content)
    return version, values

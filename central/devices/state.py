"""Stopping a device, and letting a frozen one work again."""

from datetime import datetime

from sqlalchemy.orm import Session

from central.devices.tables import Device, DeviceState
from central.records.record import audit
from central.services import Services


class NotChanged(ValueError):
    """The device cannot become that; the text says why."""


def revoke(services: Services, device_id: str, revoked_by: str, reason: str = "") -> None:
    """Stop a device at once and for ever: lost, stolen or replaced.

    Raises:
        LookupError: no such device.
        NotChanged: it was revoked before.
    """
    now = services.now()

    def work(db: Session) -> None:
        _find(db, services, device_id)
        if not set_state(db, device_id, DeviceState.REVOKED, revoked_by, now, reason):
            raise NotChanged("this kiosk was revoked before")

    services.database.run(work)


def unfreeze(services: Services, device_id: str, unfrozen_by: str, reason: str = "") -> None:
    """Let a frozen device work again, after somebody made sure that there is only one of it.

    Raises:
        LookupError: no such device.
        NotChanged: it is not frozen.
    """
    now = services.now()

    def work(db: Session) -> None:
        if _find(db, services, device_id).state is not DeviceState.FROZEN:
            raise NotChanged("this kiosk is not frozen")
        set_state(db, device_id, DeviceState.ACTIVE, unfrozen_by, now, reason)

    services.database.run(work)


def set_state(
    db: Session, device_id: str, state: DeviceState, actor: str, now: datetime, reason: str = ""
) -> bool:
    """Revoke, freeze or reactivate; False if there is no such device. Revocation is for ever."""
    device = db.get(Device, device_id, with_for_update=True)
    if device is None or device.state is DeviceState.REVOKED:
        return False
    device.state = state
    device.stopped_at = None if state is DeviceState.ACTIVE else now
    audit(db, device.chamber_code, now, actor, f"device-{state.value}", device_id, reason)
    return True


def _find(db: Session, services: Services, device_id: str) -> Device:
    device = db.get(Device, device_id, with_for_update=True)
    if device is None or device.chamber_code != services.chamber:
        raise LookupError(f"there is no kiosk {device_id}")
    return device

"""Stopping a device, and letting a frozen one work again."""

from datetime import datetime

from sqlalchemy.orm import Session

from central.devices.tables import Device, DeviceState
from central.records.record import audit


def set_state(db: Session, device_id: str, state: DeviceState, actor: str, now: datetime) -> bool:
    """Revoke, freeze or reactivate; False if there is no such device. Revocation is for ever."""
    device = db.get(Device, device_id, with_for_update=True)
    if device is None or device.state is DeviceState.REVOKED:
        return False
    device.state = state
    device.stopped_at = None if state is DeviceState.ACTIVE else now
    audit(db, device.chamber_code, now, actor, f"device-{state.value}", device_id)
    return True

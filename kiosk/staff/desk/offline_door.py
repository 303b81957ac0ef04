"""The desk's way in without central, put together: a key that was known, or a challenge.

What happened there stands in the audit chain of this computer, and central is told of it.
"""

import base64
import secrets

from kiosk.contract.offline_entry import DESK_ROLES
from kiosk.staff.desk.provisional import OFFLINE_LEAVES
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.staff.entry.returning import Returning
from kiosk.staff.offline_entry import OfflineEntry
from kiosk.station.machine import Machine
from kiosk.store.ledger import put_audit
from kiosk.sync.device_key import load_key


def make_doorkeeper(machine: Machine) -> Doorkeeper:
    """The door of this desk."""
    clock, device = machine.clock, machine.device

    def note(event: str, fields: dict[str, str]) -> None:
        now = clock.now()
        machine.store.write(lambda c: put_audit(c, now, event, **fields))

    offline = OfflineEntry(
        device.device_id,
        lambda: load_key(machine.settings.state_dir),
        base64.b64decode(device.central_key, validate=True),
        clock,
        machine.time,
        secrets.token_bytes,
        note,
        DESK_ROLES,
    )
    returning = Returning(clock, secrets.token_bytes, note, OFFLINE_LEAVES)
    return Doorkeeper(
        machine.central, machine.threads, clock, machine.time, offline, OFFLINE_LEAVES, returning
    )

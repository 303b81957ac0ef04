"""The desk's way in without central, put together: a key that was known, or a challenge.

What happened there stands in the audit chain of this computer, and central is told of it.
"""

import base64
import secrets
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from kiosk.contract.offline_entry import DESK_ROLES
from kiosk.contract.staff import entries as m
from kiosk.ports import Clock
from kiosk.staff.central import StaffCentral
from kiosk.staff.desk.provisional import OFFLINE_LEAVES
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.staff.entry.returning import Returning
from kiosk.staff.offline_entry import OfflineEntry
from kiosk.station.machine import Machine
from kiosk.store import entries
from kiosk.store.journal import Transactions
from kiosk.store.ledger import put_audit
from kiosk.sync.device_key import load_key

TELL = "/v1/staff/entries"


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


def make_teller(store: Transactions, central: StaffCentral, clock: Clock) -> Callable[[], None]:
    """Tells central of the door's lines that it has not had; one telling at a time."""
    telling = threading.Lock()

    def tell() -> None:
        with telling:
            while rows := store.read(entries.untold):
                message = m.TellEntries(lines=tuple(_line(row) for row in rows))
                answer = central.ask(TELL, message, m.EntriesTold)
                if not isinstance(answer, m.EntriesTold) or answer.upto < rows[-1]["seq"]:
                    return  # told again when the line is back another time
                store.write(partial(entries.note_told, now=clock.now(), upto=answer.upto))

    return tell


def _line(row: dict[str, Any]) -> m.OfflineEntryLine:
    return m.OfflineEntryLine(
        seq=row["seq"],
        at=row["at"],
        event=row["event"],
        login=row["login"],
        detail=row.get("left") or row.get("role") or "",
    )

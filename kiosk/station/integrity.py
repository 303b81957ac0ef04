"""Takes the machine out of service when its records contradict themselves, until people looked.

The money is safe meanwhile: nothing new is begun, what is held is released by the next start's
recovery, what was printed is still charged, what was given up is still released. A breach stays on
the disk over restarts; only a person takes it back, with a reason, and it is never deleted.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from kiosk.ports import Clock
from kiosk.station.invariants import contradictions
from kiosk.store.journal import Transactions
from kiosk.store.ledger import put_audit
from kiosk.store.tables import breaches

EVERY_S = 60.0


@dataclass(frozen=True)
class Breach:
    """Something that must never be, and was; ``accepted_at`` is when a person took it on."""

    name: str
    detail: str
    found_at: datetime
    accepted_at: datetime | None
    why: str


class Integrity:
    """Looks every minute, and remembers what it saw."""

    def __init__(
        self, store: Transactions, clock: Clock, on_breach: Callable[[str, str], None]
    ) -> None:
        """Look at once; ``on_breach`` hears the name and the detail of what is new (a log)."""
        self._store = store
        self._clock = clock
        self._on_breach = on_breach
        self._guard = threading.Lock()
        self._looked_s = clock.monotonic()
        self._open = any(breach.accepted_at is None for breach in store.read(read_breaches))
        self.look()

    def is_sound(self) -> bool:
        """The gate's word, after a look if the last one is a minute ago."""
        now_s = self._clock.monotonic()
        if now_s - self._looked_s >= EVERY_S:
            self._looked_s = now_s
            self.look()
        return not self._open

    def look(self) -> None:
        """Check every invariant now."""
        for name, what in self._store.read(contradictions).items():
            for which in what:
                self.report(f"{name} {which}", "found in the records")

    def report(self, name: str, detail: str) -> None:
        """Something that must never be, by whoever saw it; the same name is told once."""
        now = self._clock.now()
        with self._guard:
            if self._store.write(lambda c: note_breach(c, now, name, detail)):
                self._open = True
                self._on_breach(name, detail)


def read_breaches(c: Connection) -> tuple[Breach, ...]:
    """Every breach ever found, oldest first."""
    rows = c.execute(select(breaches).order_by(breaches.c.found_at, breaches.c.name))
    return tuple(
        Breach(row.name, row.detail, row.found_at, row.accepted_at, row.why) for row in rows
    )


def note_breach(c: Connection, now: datetime, name: str, detail: str) -> bool:
    """Save it with its audit row; False if it is known already."""
    values = {"name": name, "detail": detail, "found_at": now, "why": ""}
    saved = c.execute(insert(breaches).values(values).on_conflict_do_nothing())
    if saved.rowcount:
        put_audit(c, now, "breach", name=name, detail=detail)
    return bool(saved.rowcount)


def accept_breach(c: Connection, now: datetime, name: str, why: str) -> bool:
    """A person looked at it and lets the machine serve again; False if there is none such."""
    changed = c.execute(
        update(breaches)
        .where(breaches.c.name == name, breaches.c.accepted_at.is_(None))
        .values(accepted_at=now, why=why)
    )
    if changed.rowcount:
        put_audit(c, now, "breach-accepted", name=name, why=why)
    return bool(changed.rowcount)

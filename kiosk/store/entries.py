"""Lines of the audit chain about who came in without central; the transaction is the caller's.

How far central was told stands in the chain as well, so no second book can disagree with it.
"""

import json
from datetime import datetime
from typing import Any, get_args

from sqlalchemy import Connection, func, select

from kiosk.contract.staff.entries import ENTRIES_MAX, EntryEvent
from kiosk.store.ledger import put_audit
from kiosk.store.tables import audit

TOLD = "offline-entries-told"
EVENTS: tuple[str, ...] = get_args(EntryEvent)
_EVENT = func.json_extract(audit.c.row, "$.event")
_UP_TO = func.json_extract(audit.c.row, "$.upto")


def untold(c: Connection) -> tuple[dict[str, Any], ...]:
    """The oldest lines that central has not had, as many as one message takes."""
    newest = select(_UP_TO).where(_EVENT == TOLD).order_by(audit.c.seq.desc()).limit(1)
    known = int(c.execute(newest).scalar() or 0)
    rows = (
        select(audit.c.row)
        .where(audit.c.seq > known, _EVENT.in_(EVENTS))
        .order_by(audit.c.seq)
        .limit(ENTRIES_MAX)
    )
    return tuple(json.loads(row) for row in c.execute(rows).scalars())


def note_told(c: Connection, now: datetime, upto: int) -> None:
    """Central has every line up to there."""
    put_audit(c, now, TOLD, upto=upto)

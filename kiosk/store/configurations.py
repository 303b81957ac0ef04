"""Remote configurations as they arrived: the newest, the one before, and what was refused."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from kiosk.store.ledger import put_audit
from kiosk.store.tables import configurations

Value = str | int | bool
_KEPT = 2
"""The present version and the one before it; of the refused ones the last."""


@dataclass(frozen=True)
class Received:
    """A version as central sent it; ``refused_reason`` is empty if it was taken."""

    version: int
    content: dict[str, Value]
    refused_reason: str


def read_configurations(c: Connection) -> tuple[Received, ...]:
    """What is kept, newest first."""
    rows = c.execute(select(configurations).order_by(configurations.c.received.desc()))
    return tuple(Received(row.version, json.loads(row.content), row.refused_reason) for row in rows)


def keep_configuration(c: Connection, now: datetime, received: Received) -> None:
    """Save a version, and let go of what is neither present nor previous."""
    number = c.execute(select(func.max(configurations.c.received))).scalar_one() or 0
    c.execute(
        insert(configurations).values(
            received=number + 1,
            version=received.version,
            content=json.dumps(received.content, ensure_ascii=False, sort_keys=True),
            received_at=now,
            refused_reason=received.refused_reason,
        )
    )
    put_audit(
        c,
        now,
        "configuration",
        version=received.version,
        refused=received.refused_reason,
        keys=",".join(sorted(received.content)),
    )
    for refused, kept in ((False, _KEPT), (True, 1)):
        same = (configurations.c.refused_reason != "").is_(refused)
        newest = (
            select(configurations.c.received)
            .where(same)
            .order_by(configurations.c.received.desc())
            .limit(kept)
        )
        c.execute(delete(configurations).where(same, configurations.c.received.not_in(newest)))

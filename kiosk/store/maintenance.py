"""What only a technician asks of the store; the transaction is the caller's."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from kiosk.store.tables import audit, operations, outbox, paper

_EVENT, _ACT = func.json_extract(audit.c.row, "$.event"), func.json_extract(audit.c.row, "$.act")
_REHEARSAL_BEGUN = _EVENT == "rehearsal-begun"
_REHEARSAL_ENDED = (_EVENT == "maintenance-act") & (_ACT == "rehearse")
_OPEN = outbox.c.done_at.is_(None) & outbox.c.parked_reason.is_(None)


@dataclass(frozen=True)
class JournalLine:
    """One operation as the journal has it; no person's name is in it."""

    op_id: str
    state: str
    certificate: str
    price_pesos: int
    updated_at: datetime


def count_operations(c: Connection) -> int:
    """How many operations the journal holds; what is long over is in the archive."""
    return int(c.execute(select(func.count()).select_from(operations)).scalar_one())


def newest_operations(c: Connection, skip: int, limit: int) -> tuple[JournalLine, ...]:
    """A page of the journal, newest first."""
    rows = c.execute(
        select(operations)
        .order_by(operations.c.updated_at.desc(), operations.c.op_id.desc())
        .offset(skip)
        .limit(limit)
    )
    return tuple(
        JournalLine(row.op_id, row.state, row.certificate_name, row.price_pesos, row.updated_at)
        for row in rows
    )


def hurry(c: Connection, now: datetime) -> int:
    """Have every message that waits for its next try sent now; how many there are."""
    return c.execute(update(outbox).where(_OPEN).values(next_try_at=now)).rowcount


def release(c: Connection, now: datetime, device_seq: int) -> bool:
    """Have one message that was set aside sent again; False if it is none of those."""
    parked = (
        (outbox.c.device_seq == device_seq)
        & outbox.c.parked_reason.is_not(None)
        & outbox.c.done_at.is_(None)
    )
    again = update(outbox).where(parked).values(parked_reason=None, next_try_at=now)
    return c.execute(again).rowcount == 1


def loaded_at(c: Connection) -> datetime | None:
    """When the roll was put in; None where nobody saw it."""
    found = c.execute(select(paper.c.loaded_at)).scalar()
    return found if isinstance(found, datetime) else None


def rehearsal_was_cut_off(c: Connection) -> bool:
    """Whether the newest rehearsal has begun and not ended: the program ended before it."""
    newest = (
        select(_EVENT)
        .where(_REHEARSAL_BEGUN | _REHEARSAL_ENDED)
        .order_by(audit.c.seq.desc())
        .limit(1)
    )
    return c.execute(newest).scalar() == "rehearsal-begun"

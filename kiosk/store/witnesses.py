"""What others vouch for: signed heads of the audit chain, the device's keys, closed days."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import Connection, Row, func, select, update
from sqlalchemy.dialects.sqlite import insert

from kiosk.contract import messages as m
from kiosk.store.ledger import put_audit
from kiosk.store.tables import (
    audit,
    checkpoints,
    counters,
    day_closes,
    device,
    device_keys,
    operations,
)

Outcome = Literal["", "agreed", "different", "refused"]
_DAY_STATES = {
    "CAPTURED": m.DayState.CAPTURED,
    "VOIDED": m.DayState.VOIDED,
    "DECLINED": m.DayState.DECLINED,
}


@dataclass(frozen=True)
class Kept:
    """A checkpoint as it was signed, by which key, and central's signature (empty before)."""

    message: m.Checkpoint
    public_key: str
    witness: str
    witnessed_at: datetime | None


@dataclass(frozen=True)
class DeviceKey:
    """A key of this device, base64; ``old_until`` is set once another has taken its place."""

    public_key: str
    since: datetime
    old_until: datetime | None


@dataclass(frozen=True)
class ClosedDay:
    """A day as this machine counted it, and what central said to it."""

    day: date
    closed_at: datetime
    outcome: Outcome
    detail: str


# Checkpoints.


def audit_head(c: Connection) -> tuple[int, str]:
    """Size and head of the chain; a chain without rows has the genesis hash."""
    row = c.execute(select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)).first()
    return (row.seq, row.hash) if row else (0, "0" * 64)


def hash_at(c: Connection, size: int) -> str:
    """What the chain says now at a size; empty if it is shorter."""
    return c.execute(select(audit.c.hash).where(audit.c.seq == size)).scalar() or ""


def read_checkpoints(c: Connection) -> tuple[Kept, ...]:
    """Every checkpoint, oldest first."""
    return tuple(map(_kept, c.execute(select(checkpoints).order_by(checkpoints.c.size))))


def newest_checkpoint(c: Connection, *, witnessed: bool = False) -> Kept | None:
    """The longest one; of those that central signed, if so asked."""
    query = select(checkpoints).order_by(checkpoints.c.size.desc()).limit(1)
    if witnessed:
        query = query.where(checkpoints.c.witness != "")
    row = c.execute(query).first()
    return _kept(row) if row else None


def keep_checkpoint(c: Connection, message: m.Checkpoint, public_key: str) -> None:
    """Save what was signed, before it is sent; a size is signed once."""
    values = message.model_dump(exclude={"contract"})
    c.execute(insert(checkpoints).values(**values, public_key=public_key, witness=""))


def keep_witness(c: Connection, witnessed: m.Witnessed) -> None:
    """Save central's signature beside the checkpoint it is for."""
    c.execute(
        update(checkpoints)
        .where(checkpoints.c.size == witnessed.size, checkpoints.c.head == witnessed.head)
        .values(witness=witnessed.signature, witnessed_at=witnessed.received_at)
    )


def _kept(row: Row[tuple[object, ...]]) -> Kept:
    message = m.Checkpoint(
        size=row.size,
        head=row.head,
        at=row.at,
        witnessed_size=row.witnessed_size,
        witnessed_head=row.witnessed_head,
        signature=row.signature,
    )
    return Kept(message, row.public_key, row.witness, row.witnessed_at)


# Keys.


def read_keys(c: Connection) -> tuple[DeviceKey, ...]:
    """Every key this device ever had, oldest first."""
    rows = c.execute(select(device_keys).order_by(device_keys.c.since))
    return tuple(DeviceKey(row.public_key, row.since, row.old_until) for row in rows)


def note_key(c: Connection, now: datetime, public_key: str) -> None:
    """The key the device signs with; known ones are left as they are."""
    c.execute(insert(device_keys).values(public_key=public_key, since=now).on_conflict_do_nothing())


def note_rotation(
    c: Connection, now: datetime, old: str, new: str, old_until: datetime, fingerprint: str
) -> None:
    """Central took a new key; may be noted again after a crash."""
    note_key(c, now, new)
    changed = c.execute(
        update(device_keys)
        .where(device_keys.c.public_key == old, device_keys.c.old_until.is_(None))
        .values(old_until=old_until)
    )
    if changed.rowcount:
        put_audit(c, now, "key-rotated", fingerprint=fingerprint)


# Days.


def sums_of_day(c: Connection, day: date) -> tuple[m.DaySum, ...]:
    """Count and pesos of a Colombian day's operations, by what became of them."""
    first, after = m.day_ids(day)
    rows = c.execute(
        select(operations.c.state, func.count(), func.sum(operations.c.price_pesos))
        .where(operations.c.op_id >= first, operations.c.op_id < after)
        .group_by(operations.c.state)
    )
    sums: dict[m.DayState, tuple[int, int]] = {}
    for state, count, pesos in rows:
        of = _DAY_STATES.get(state, m.DayState.OPEN)
        counted, summed = sums.get(of, (0, 0))
        sums[of] = (counted + count, summed + pesos)
    return tuple(
        m.DaySum(state=state, count=sums[state][0], pesos=sums[state][1])
        for state in m.DayState
        if state in sums
    )


def enrolled_at(c: Connection) -> datetime:
    """When this machine was paired: there is no day before."""
    found: datetime = c.execute(select(device.c.enrolled_at)).scalar_one()
    return found


def last_seq(c: Connection) -> int:
    """The newest number given to a money message."""
    return int(c.execute(select(counters.c.device_seq)).scalar_one())


def read_days(c: Connection) -> tuple[ClosedDay, ...]:
    """Every day that was counted, newest first."""
    rows = c.execute(select(day_closes).order_by(day_closes.c.day.desc()))
    return tuple(
        ClosedDay(date.fromisoformat(row.day), row.closed_at, row.outcome, row.detail)
        for row in rows
    )


def keep_day(c: Connection, now: datetime, message: m.DayClose) -> None:
    """Save a count before it is sent; a later count of the same day takes its place."""
    values = {
        "body": message.model_dump_json(exclude={"checkpoint"}),
        "closed_at": now,
        "outcome": "",
        "detail": "",
    }
    c.execute(
        insert(day_closes)
        .values(day=message.day.isoformat(), **values)
        .on_conflict_do_update(index_elements=["day"], set_=values)
    )


def keep_outcome(c: Connection, now: datetime, day: date, outcome: Outcome, detail: str) -> None:
    """Save what central said to a count; a difference is an incident."""
    c.execute(
        update(day_closes)
        .where(day_closes.c.day == day.isoformat())
        .values(outcome=outcome, detail=detail)
    )
    put_audit(c, now, "day-close", day=day.isoformat(), outcome=outcome, detail=detail)

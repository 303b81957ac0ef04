"""Questions to the store, answered by readers that cannot write."""

import json
from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import Connection, Select, and_, bindparam, exists, func, not_, or_, select, text

from kiosk.errors import NotEnrolled
from kiosk.purchase.operation import TERMINAL, State
from kiosk.station.audit import AuditRow, first_break
from kiosk.store.journal import Transactions
from kiosk.store.rows import (
    Bought,
    Device,
    Item,
    Kind,
    Parked,
    Queue,
    Saved,
    Unfinished,
    Waiting,
    read_item,
    read_saved,
)
from kiosk.store.tables import (
    IS_OPEN,
    archived_operations,
    audit,
    device,
    operations,
    orders,
    outbox,
)

LIVE = (
    State.HELD,
    State.PRINT_STARTED,
    State.PRINT_FAILED_CLEAN,
    State.UNCERTAIN,
    State.WAIT_PERSON,
)
"""Operations whose hold the heartbeat keeps alive."""

_OPEN = and_(outbox.c.done_at.is_(None), outbox.c.parked_reason.is_(None))
_earlier = outbox.alias("earlier")
_SENDABLE = (
    select(outbox)
    .where(
        _OPEN,
        # The order within one operation is kept: a later message waits for the earlier.
        not_(
            exists().where(
                _earlier.c.op_id == outbox.c.op_id,
                _earlier.c.device_seq < outbox.c.device_seq,
                _earlier.c.done_at.is_(None),
                _earlier.c.parked_reason.is_(None),
            )
        ),
        # While the engine wants a hold, nobody else may obtain it.
        not_(
            and_(
                outbox.c.kind.in_((Kind.AUTHORISE, Kind.CLAIM, Kind.REPRINT)),
                exists().where(
                    operations.c.op_id == outbox.c.op_id, operations.c.state == State.INTENT
                ),
            )
        ),
    )
    # The plus keeps SQLite from reading the whole table for its order.
    .order_by(text("+outbox.device_seq"))
)
# Made once: building a statement takes SQLAlchemy three times as long as running it.
_OPEN_OF = (
    select(outbox)
    .where(_OPEN, outbox.c.op_id.in_(bindparam("op_ids", expanding=True)))
    .order_by(outbox.c.device_seq)
)
_OPEN_NOW = select(
    func.count(), func.min(outbox.c.created_at, type_=outbox.c.created_at.type)
).where(_OPEN)
_IS_PARKED = and_(outbox.c.parked_reason.is_not(None), outbox.c.done_at.is_(None))
_PARKED = select(outbox).where(_IS_PARKED).order_by(outbox.c.device_seq)
_PARKED_NOW = select(func.count()).where(_IS_PARKED)
_AUDIT_SIZE = select(func.max(audit.c.seq))
_AUDIT_AT = select(audit).where(audit.c.seq == bindparam("at"))
_AUDIT_AFTER = select(audit).where(audit.c.seq > bindparam("after")).order_by(audit.c.seq)
_BY_ID = select(operations).where(operations.c.op_id == bindparam("which"))
_OLDEST_FIRST = select(operations).order_by(
    operations.c.created_at, operations.c.order_id, operations.c.position
)
_OF_ORDER = _OLDEST_FIRST.where(operations.c.order_id == bindparam("order_id"))
_IN_STATES = _OLDEST_FIRST.where(operations.c.state.in_(bindparam("states", expanding=True)))
_IN_OPEN_STATES = _IN_STATES.where(IS_OPEN)  # said apart, or the index of what is open is not used
_LONG_OVER = select(archived_operations).where(archived_operations.c.op_id == bindparam("which"))


def find_device(store: Transactions) -> Device | None:
    """Who this machine is; None before enrolment."""
    row = store.read(lambda c: c.execute(select(device)).mappings().first())
    if row is None:
        return None
    return Device(**{name: row[name] for name in Device.__dataclass_fields__})


def enrolled_device(store: Transactions) -> Device:
    """Who this machine is.

    Raises:
        NotEnrolled: nobody paired it yet.
    """
    found = find_device(store)
    if found is None:
        raise NotEnrolled("run `dispensador enroll` first")
    return found


def find_operation(store: Transactions, op_id: str) -> Saved | None:
    """One operation, if this disk knows it; what is long over is in the archive."""
    which = {"which": op_id}
    row = store.read(
        lambda c: (
            c.execute(_BY_ID, which).mappings().first()
            or c.execute(_LONG_OVER, which).mappings().first()
        )
    )
    return read_saved(row) if row else None


def find_order(store: Transactions, order_id: str) -> Bought:
    """What the person holds of an order: its number and recovery code."""
    query = select(orders).where(orders.c.order_id == order_id)
    row = store.read(lambda c: c.execute(query).mappings().one())
    return Bought(row["order_id"], row["order_number"], row["recovery_code"], row["opened_at"])


def operations_of_order(store: Transactions, order_id: str) -> tuple[Saved, ...]:
    """All copies of an order, as they were bought."""
    return _saved(store, _OF_ORDER, order_id=order_id)


def operations_in(store: Transactions, *states: State) -> tuple[Saved, ...]:
    """Operations in any of these states, oldest first; not what is long over."""
    query = _IN_OPEN_STATES if TERMINAL.isdisjoint(states) else _IN_STATES
    return _saved(store, query, states=states)


def count_waiting(store: Transactions) -> int:
    """How many operations wait for a person's word."""
    query = select(func.count()).where(operations.c.state == State.WAIT_PERSON, IS_OPEN)
    return store.read(lambda c: c.execute(query).scalar_one())


def unfinished(
    store: Transactions, op_ids: Collection[str] | None = None
) -> tuple[Unfinished, ...]:
    """What is not settled yet, oldest first; of these operations only, if given."""
    reason = (
        select(outbox.c.parked_reason)
        .where(outbox.c.op_id == operations.c.op_id, outbox.c.parked_reason.is_not(None))
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(operations, orders.c.order_number, orders.c.recovery_code, reason.label("parked"))
        .join(orders)
        .where(IS_OPEN)
        .order_by(operations.c.created_at, operations.c.position)
    )
    if op_ids is not None:
        query = query.where(operations.c.op_id.in_(op_ids))
    rows = store.read(lambda c: c.execute(query).mappings().all())
    return tuple(
        Unfinished(
            op_id=row["op_id"],
            order_id=row["order_id"],
            order_number=row["order_number"],
            recovery_code=row["recovery_code"],
            certificate_name=row["certificate_name"],
            registration_name=row["registration_name"],
            price_pesos=row["price_pesos"],
            state=State(row["state"]),
            since=row["updated_at"],
            parked_reason=row["parked"] or "",
        )
        for row in rows
    )


# Outbox.


def sendable(store: Transactions) -> tuple[Item, ...]:
    """The first open message of every operation, by number, due or not."""
    rows = store.read(lambda c: c.execute(_SENDABLE).mappings().all())
    return tuple(read_item(row) for row in rows)


def open_items(store: Transactions, op_ids: Collection[str]) -> tuple[Item, ...]:
    """Every open message of these operations, by number."""
    which = {"op_ids": tuple(op_ids)}
    rows = store.read(lambda c: c.execute(_OPEN_OF, which).mappings().all())
    return tuple(read_item(row) for row in rows)


def parked_items(store: Transactions) -> tuple[Parked, ...]:
    """What central refused for good and a person must look at."""
    rows = store.read(lambda c: c.execute(_PARKED).mappings().all())
    return tuple(
        Parked(row["device_seq"], row["op_id"], Kind(row["kind"]), row["parked_reason"])
        for row in rows
    )


def waiting_items(store: Transactions) -> tuple[Waiting, ...]:
    """Every message central has not answered for good, by number; parked ones with their reason."""
    query = select(outbox).where(outbox.c.done_at.is_(None)).order_by(outbox.c.device_seq)
    rows = store.read(lambda c: c.execute(query).mappings().all())
    return tuple(
        Waiting(
            device_seq=row["device_seq"],
            op_id=row["op_id"],
            kind=Kind(row["kind"]),
            since=row["created_at"],
            attempts=row["attempts"],
            next_try_at=row["next_try_at"],
            last_error=row["last_error"],
            parked_reason=row["parked_reason"] or "",
        )
        for row in rows
    )


def has_message(store: Transactions, op_id: str, kind: Kind) -> bool:
    """True if such a message was ever queued and is not refused."""
    query = select(func.count()).where(
        outbox.c.op_id == op_id,
        outbox.c.kind == kind,
        or_(outbox.c.done_at.is_(None), outbox.c.outcome.not_like("refused%")),
    )
    return store.read(lambda c: c.execute(query).scalar_one()) > 0


def queue(store: Transactions) -> Queue:
    """Length and age of the outbox."""

    def work(c: Connection) -> Queue:
        length, oldest = c.execute(_OPEN_NOW).one()
        return Queue(length, oldest, c.execute(_PARKED_NOW).scalar_one())

    return store.read(work)


# Audit.


def broken_audit_row(store: Transactions, *, last: int | None = None) -> int | None:
    """The first audit row that does not fit the chain; of the ``last`` rows only, if given."""

    def rows(c: Connection, after: int) -> Iterator[AuditRow]:
        found = c.execute(_AUDIT_AFTER, {"after": after})
        return (AuditRow(r.seq, r.row, r.hash) for r in found)

    def work(c: Connection) -> int | None:
        size = c.execute(_AUDIT_SIZE).scalar_one() or 0
        start = max(0, size - last) if last is not None else 0
        before = c.execute(_AUDIT_AT, {"at": start}).first()
        trusted = AuditRow(before.seq, before.row, before.hash) if before else None
        return first_break(rows(c, start if trusted else 0), after=trusted)

    return store.read(work)


def audit_head(store: Transactions) -> tuple[int, str]:
    """Size and head hash of the chain, for the slip and for central."""
    query = select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)
    row = store.read(lambda c: c.execute(query).first())
    return (row.seq, row.hash) if row else (0, "")


def last_instant(store: Transactions) -> datetime | None:
    """When the machine last wrote anything down, by its own clock; None in an empty store."""
    query = select(audit.c.row).order_by(audit.c.seq.desc()).limit(1)
    row = store.read(lambda c: c.execute(query).scalar())
    return datetime.fromisoformat(json.loads(row)["at"]) if row else None


def _saved(
    store: Transactions, query: Select[tuple[object]], **values: object
) -> tuple[Saved, ...]:
    return tuple(map(read_saved, store.read(lambda c: c.execute(query, values).mappings().all())))

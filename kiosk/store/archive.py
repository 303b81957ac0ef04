"""What is long over leaves the tables that every start reads and checks.

Whole orders only: every copy terminal, every message answered. One transaction copies the rows
and then deletes them where they were; the database refuses to delete what is not in the archive.
The ledger of facts stays complete: archive and audit chain are never pruned.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Table, delete, insert, or_, select

from kiosk.store.ledger import put_audit
from kiosk.store.tables import (
    IS_OPEN,
    archived_operations,
    archived_orders,
    archived_outbox,
    operations,
    orders,
    outbox,
)

KEPT = timedelta(days=35)
"""Longer than the day close, the claims and the complaints of a month need."""
BATCH = 200
"""Orders moved in one transaction, so that nobody waits for it."""

_UNANSWERED = select(outbox.c.op_id).where(
    outbox.c.done_at.is_(None), outbox.c.parked_reason.is_(None)
)
_PARKED = select(outbox.c.op_id).where(outbox.c.parked_reason.is_not(None))
_STAYS = select(operations.c.order_id).where(
    or_(IS_OPEN, operations.c.op_id.in_(_UNANSWERED), operations.c.op_id.in_(_PARKED))
)


def archive(c: Connection, now: datetime, kept: timedelta = KEPT, batch: int = BATCH) -> int:
    """Move the oldest finished orders, in the caller's transaction; how many there were."""
    query = (
        select(orders.c.order_id)
        .where(
            orders.c.opened_at < now - kept,
            orders.c.order_id.not_in(_STAYS),
        )
        .order_by(orders.c.opened_at)
        .limit(batch)
    )
    found = c.execute(query).scalars().all()
    if not found:
        return 0
    of_orders = operations.c.order_id.in_(found)
    ids = c.execute(select(operations.c.op_id).where(of_orders)).scalars().all()
    _copy(c, orders, archived_orders, orders.c.order_id.in_(found))
    _copy(c, operations, archived_operations, of_orders)
    _copy(c, outbox, archived_outbox, outbox.c.op_id.in_(ids))
    c.execute(delete(outbox).where(outbox.c.op_id.in_(ids)))
    c.execute(delete(operations).where(of_orders))
    c.execute(delete(orders).where(orders.c.order_id.in_(found)))
    put_audit(c, now, "archived", orders=len(found), operations=len(ids))
    return len(found)


def _copy(c: Connection, source: Table, target: Table, which: object) -> None:
    """Column by column: tables that were made anew may have theirs in another order."""
    names = [column.name for column in target.columns]
    rows = select(*(source.c[name] for name in names)).where(which)  # type: ignore[arg-type]
    c.execute(insert(target).from_select(names, rows))

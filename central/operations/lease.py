"""How long held money waits: expiry frees it, a sign of life of the kiosk renews it, people end it.

Expiry does not end an operation (its paper may be out already); it only lets the money go.
"""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.ledger.holds import hold_again, release
from central.operations.tables import OperationRow
from central.settings import Settings
from kiosk.contract.messages import OperationState

SWEEP_MAX = 200
"""Holds freed in one transaction of the sweeper; the rest waits for the next one."""
# Made once: building a statement takes SQLAlchemy longer than running it.
_DUE = (
    select(OperationRow)
    .where(
        OperationRow.chamber_code == bindparam("chamber"),
        OperationRow.state == OperationState.HELD,
        OperationRow.hold_expires_at <= bindparam("now"),
    )
    .order_by(OperationRow.id)
    .limit(SWEEP_MAX)
    .with_for_update(skip_locked=True)
)


def expire_if_due(db: Session, op: OperationRow, now: datetime) -> None:
    """Free the money of a hold whose time is over."""
    if op.state is not OperationState.HELD or op.hold_expires_at is None:
        return
    if op.hold_expires_at <= now:
        _expire(db, op, now)


def renew_or_expire(db: Session, settings: Settings, op: OperationRow, now: datetime) -> None:
    """Hold the money for a whole new time, or let it go: a kiosk that asks prints on the answer.

    What is left of a hold near the end of its renewals may be less than a kiosk's lease.
    """
    renew(db, settings, op, now)
    if op.state is not OperationState.HELD or op.hold_expires_at is None:
        return
    if op.hold_expires_at < now + timedelta(seconds=settings.hold_s):
        _expire(db, op, now)


def renew(db: Session, settings: Settings, op: OperationRow, now: datetime) -> bool:
    """Hold the money longer, again if need be; False if it is spent, or the operation too old."""
    end = op.created_at + timedelta(seconds=settings.hold_total_s)
    if op.state not in (OperationState.HELD, OperationState.EXPIRED) or now >= end:
        return False
    if not hold_again(db, op.chamber_code, op.id, now):
        return False
    op.state = OperationState.HELD
    op.hold_expires_at = min(now + timedelta(seconds=settings.hold_s), end)
    return True


def _expire(db: Session, op: OperationRow, now: datetime) -> None:
    release(db, op.chamber_code, op.id, now)
    op.state = OperationState.EXPIRED


def expire_due(db: Session, chamber: str, now: datetime) -> int:
    """Free all holds that are due (at most ``SWEEP_MAX``); the number freed."""
    due = db.scalars(_DUE, {"chamber": chamber, "now": now}).all()
    for op in due:
        expire_if_due(db, op, now)
    return len(due)

"""Holds: reserve, release, reserve again, capture. An operation has at most one hold, for ever.

The caller locks its operation first, so two messages of one operation never meet here; two
operations on one account meet in the conditional update of ``accounts.shift``.
"""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from central.db.base import table_of
from central.db.ids import new_id
from central.ledger.accounts import shift
from central.ledger.tables import Hold, HoldState, Posting, PostingKind

# Made once: building a statement takes SQLAlchemy longer than running it.
_holds = table_of(Hold)
_OF_OPERATION = (
    select(_holds.c.id, _holds.c.account_id, _holds.c.amount, _holds.c.state)
    .where(_holds.c.chamber_code == bindparam("chamber"), _holds.c.op_id == bindparam("op_id"))
    .with_for_update()
)
_INTO_HOLDS = insert(_holds)
_CHANGE = (
    update(_holds)
    .where(_holds.c.id == bindparam("hold"))
    .values(state=bindparam("to"), changed_at=bindparam("now"))
)
_INTO_POSTINGS = insert(table_of(Posting))


class _Found(NamedTuple):
    id: str
    account_id: str
    amount: int
    state: HoldState


def hold(
    db: Session, chamber: str, account_id: str, op_id: str, amount: int, now: datetime
) -> bool:
    """Reserve ``amount`` pesos for a new operation; False if there is not enough."""
    if not shift(db, account_id, held=amount):
        return False
    row = {
        "id": new_id(),
        "chamber_code": chamber,
        "op_id": op_id,
        "account_id": account_id,
        "amount": amount,
        "state": HoldState.LIVE,
        "changed_at": now,
    }
    db.execute(_INTO_HOLDS, row)
    return True


def release(db: Session, chamber: str, op_id: str, now: datetime) -> None:
    """Free the money of a live hold; nothing happens if it is not live."""
    row = _find(db, chamber, op_id)
    if row is None or row.state is not HoldState.LIVE:
        return
    shift(db, row.account_id, held=-row.amount)
    _change(db, row, HoldState.RELEASED, now)


def hold_again(db: Session, chamber: str, op_id: str, now: datetime) -> bool:
    """Reserve a released hold's money once more; False if it is spent by now."""
    row = _find(db, chamber, op_id)
    if row is None or row.state is not HoldState.RELEASED:
        return row is not None and row.state is HoldState.LIVE
    if not shift(db, row.account_id, held=row.amount):
        return False
    _change(db, row, HoldState.LIVE, now)
    return True


def capture(
    db: Session, chamber: str, op_id: str, credit_account: str, description: str, now: datetime
) -> bool:
    """Take the held money for good; True if it was late and the account may owe now.

    A capture is an advice that cannot be refused: without a live hold it is taken all the same,
    and the account is flagged when it becomes negative.

    Raises:
        LookupError: there never was a hold, or it is captured already (the caller's bug).
    """
    row = _find(db, chamber, op_id)
    if row is None or row.state is HoldState.CAPTURED:
        raise LookupError(f"no hold to capture for {op_id}")
    late = row.state is HoldState.RELEASED
    if late:
        shift(db, row.account_id, posted=-row.amount, overdraw=True)
    else:
        shift(db, row.account_id, posted=-row.amount, held=-row.amount)
    if row.amount:
        shift(db, credit_account, posted=row.amount)
        posting = {
            "id": new_id(),
            "chamber_code": chamber,
            "debit_account": row.account_id,
            "credit_account": credit_account,
            "amount": row.amount,
            "op_id": op_id,
            "kind": PostingKind.PURCHASE,
            "description": description,
            "at": now,
        }
        db.execute(_INTO_POSTINGS, posting)
    _change(db, row, HoldState.CAPTURED, now)
    return late


def _find(db: Session, chamber: str, op_id: str) -> _Found | None:
    row = db.execute(_OF_OPERATION, {"chamber": chamber, "op_id": op_id}).one_or_none()
    return _Found(*row) if row else None


def _change(db: Session, row: _Found, state: HoldState, now: datetime) -> None:
    db.execute(_CHANGE, {"hold": row.id, "to": state, "now": now})

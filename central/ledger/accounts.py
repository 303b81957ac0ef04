"""Finding accounts and moving their sums; every change is one conditional statement."""

from functools import cache
from typing import cast

from sqlalchemy import BigInteger, CursorResult, Executable, bindparam, case, select, update
from sqlalchemy.orm import Session

from central.db.base import table_of
from central.db.ids import new_id
from central.db.insert import insert_once
from central.ledger.tables import Account, AccountKind

# Made once: building a statement takes SQLAlchemy longer than running it.
_OF_HOLDER = select(Account).where(
    Account.chamber_code == bindparam("chamber"),
    Account.kind == bindparam("kind"),
    Account.holder == bindparam("holder"),
)
_accounts = table_of(Account)
_SUMS = select(_accounts.c.posted, _accounts.c.held).where(_accounts.c.id == bindparam("account"))


def open_account(db: Session, chamber: str, kind: AccountKind, holder: str) -> Account:
    """The account of that kind and holder, made if absent (two makers meet in one row)."""
    found = find_account(db, chamber, kind, holder)
    if found is not None:
        return found
    row = {"id": new_id(), "chamber_code": chamber, "kind": kind, "holder": holder}
    insert_once(db, Account, **row, posted=0, held=0, overdrawn=False)
    made = find_account(db, chamber, kind, holder)
    if made is None:
        raise RuntimeError("an account vanished while it was opened")
    return made


def find_account(db: Session, chamber: str, kind: AccountKind, holder: str) -> Account | None:
    """The account, or None."""
    return db.scalar(_OF_HOLDER, {"chamber": chamber, "kind": kind, "holder": holder})


def available(db: Session, account_id: str) -> int:
    """Pesos that can be spent now; negative only after a flagged late capture."""
    posted, held = sums(db, account_id)
    return posted - held


def sums(db: Session, account_id: str) -> tuple[int, int]:
    """``(posted, held)`` as the database has them now."""
    row = db.execute(_SUMS, {"account": account_id}).one()
    return row.posted, row.held


def lock(db: Session, account_id: str) -> None:
    """Keep other transactions off this account until the present one ends."""
    db.execute(select(Account.id).where(Account.id == account_id).with_for_update()).one()


def shift(
    db: Session, account_id: str, *, posted: int = 0, held: int = 0, overdraw: bool = False
) -> bool:
    """Add to both sums at once; False (and nothing changed) if the account could not afford it.

    An account may get worse only within its available money, unless ``overdraw`` says a late
    capture must be taken. Getting better is always possible, and clears the overdrawn flag when
    nothing is owed any more.
    """
    statement = _shift(affordable=posted - held < 0 and not overdraw, overdraw=overdraw)
    result = db.execute(statement, {"account": account_id, "more": posted, "more_held": held})
    return cast("CursorResult[object]", result).rowcount == 1


@cache
def _shift(*, affordable: bool, overdraw: bool) -> Executable:
    """Made once: building the statement takes SQLAlchemy longer than running it."""
    was = _accounts.c
    posted = was.posted + bindparam("more", type_=BigInteger)
    held = was.held + bindparam("more_held", type_=BigInteger)
    is_prepaid = was.kind == AccountKind.PREPAID
    statement = update(_accounts).where(was.id == bindparam("account"))
    if affordable:
        statement = statement.where(~is_prepaid | (posted - held >= 0))
    flag = True if overdraw else was.overdrawn
    return statement.values(
        posted=posted,
        held=held,
        overdrawn=case((is_prepaid & (posted - held < 0), flag), else_=False),
    )

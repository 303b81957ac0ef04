"""Reading the ledger: the movements a holder sees, and the proof that the sums are right."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.ledger.tables import Account, AccountKind, Hold, HoldState, Posting


def movements(db: Session, account_id: str, limit: int = 20) -> list[tuple[Posting, int]]:
    """The newest postings of an account, each with its signed amount (negative: spent)."""
    rows = db.scalars(
        select(Posting)
        .where((Posting.debit_account == account_id) | (Posting.credit_account == account_id))
        .order_by(Posting.at.desc(), Posting.id.desc())
        .limit(limit)
    )
    return [(row, row.amount if row.credit_account == account_id else -row.amount) for row in rows]


@dataclass(frozen=True)
class Difference:
    """An account whose stored sums are not the sums of its rows: an incident, never adjusted."""

    account_id: str
    posted: int
    posted_by_rows: int
    held: int
    held_by_rows: int


def verify(db: Session) -> list[Difference]:
    """Recompute every account from its postings and holds; an empty list is the only good answer.

    Also fails an account that owes money without the flag of a late capture (a CHECK forbids it).
    """
    posted: Counter[str] = Counter()
    held: Counter[str] = Counter()
    credit = select(Posting.credit_account, func.sum(Posting.amount))
    for account_id, amount in db.execute(credit.group_by(Posting.credit_account)):
        posted[account_id] += int(amount)
    debit = select(Posting.debit_account, func.sum(Posting.amount))
    for account_id, amount in db.execute(debit.group_by(Posting.debit_account)):
        posted[account_id] -= int(amount)
    live = select(Hold.account_id, func.sum(Hold.amount)).where(Hold.state == HoldState.LIVE)
    for account_id, amount in db.execute(live.group_by(Hold.account_id)):
        held[account_id] += int(amount)
    rows = db.execute(
        select(Account.id, Account.kind, Account.posted, Account.held, Account.overdrawn)
    ).all()
    return [
        Difference(row.id, row.posted, posted[row.id], row.held, held[row.id])
        for row in rows
        if (row.posted, row.held) != (posted[row.id], held[row.id])
        or (row.kind == AccountKind.PREPAID and row.posted < row.held and not row.overdrawn)
    ]


def count_accounts(db: Session) -> int:
    """How many accounts there are."""
    return db.scalar(select(func.count()).select_from(Account)) or 0

"""A Colombian day of what banks reported: credited, left to people, decided, and still waiting."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from central.ledger.tables import Account, AccountKind, Posting, PostingKind
from central.payments.bank_import import FORM
from central.payments.tables import Outcome, PaymentException


@dataclass(frozen=True)
class Counted:
    """How many and how much (pesos)."""

    count: int = 0
    pesos: int = 0


@dataclass(frozen=True)
class BankDay:
    """``credited`` is in the ledger, ``waiting`` (at the day's end) and what came back is not.

    ``applied`` is part of ``credited``: a person put it there.
    """

    credited: Counted
    left: Counted
    applied: Counted
    returned: Counted
    outside: Counted
    waiting: Counted


def bank_day(db: Session, chamber: str, start: datetime, end: datetime) -> BankDay:
    """From ``start`` until before ``end``."""
    of = select(func.count(), func.sum(PaymentException.amount)).where(
        PaymentException.chamber_code == chamber
    )
    decided = of.where(PaymentException.settled_at >= start, PaymentException.settled_at < end)
    credited = (
        select(func.count(), func.sum(Posting.amount))
        .join(Account, Account.id == Posting.debit_account)
        .where(
            Posting.chamber_code == chamber,
            Posting.kind == PostingKind.TOP_UP,
            Posting.at >= start,
            Posting.at < end,
            Account.kind == AccountKind.CASH_IN,
            Account.holder == FORM,
        )
    )
    return BankDay(
        credited=_counted(db, credited),
        left=_counted(db, of.where(PaymentException.at >= start, PaymentException.at < end)),
        applied=_counted(db, decided.where(PaymentException.outcome == Outcome.APPLIED)),
        returned=_counted(db, decided.where(PaymentException.outcome == Outcome.RETURNED)),
        outside=_counted(db, decided.where(PaymentException.outcome == Outcome.OUTSIDE)),
        waiting=_counted(
            db,
            of.where(
                PaymentException.at < end,
                or_(PaymentException.settled_at.is_(None), PaymentException.settled_at >= end),
            ),
        ),
    )


def _counted(db: Session, statement: Select[int, int]) -> Counted:
    row = db.execute(statement).one()
    return Counted(row[0], int(row[1] or 0))

"""Counts verifications in one statement, so that two at once are two."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, true, update
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.portal.tables import VerificationCheck


@dataclass(frozen=True)
class Checks:
    """How often a code was verified, this time included, and when for the first time."""

    count: int
    first_at: datetime | None


NEVER = Checks(0, None)


def checks(db: Session, chamber: str, code: str) -> Checks:
    """The verifications so far."""
    row = db.execute(
        select(VerificationCheck.times, VerificationCheck.first_at).where(
            VerificationCheck.chamber_code == chamber, VerificationCheck.code == code
        )
    ).one_or_none()
    return NEVER if row is None else Checks(row.times, row.first_at)


def count_check(db: Session, chamber: str, code: str, limit: int | None, now: datetime) -> Checks:
    """One more verification, below the limit.

    One that loses a race, for the first place or for the last, breaks the unique key and is
    repeated with its transaction.
    """
    counted = db.execute(
        update(VerificationCheck)
        .where(
            VerificationCheck.chamber_code == chamber,
            VerificationCheck.code == code,
            true() if limit is None else VerificationCheck.times < limit,
        )
        .values(times=VerificationCheck.times + 1, last_at=now)
        .returning(VerificationCheck.times, VerificationCheck.first_at)
    ).one_or_none()
    if counted is not None:
        return Checks(counted.times, counted.first_at)
    first = VerificationCheck(
        id=new_id(), chamber_code=chamber, code=code, times=1, first_at=now, last_at=now
    )
    db.add(first)
    db.flush()
    return Checks(1, now)

"""Patience with wrong keys: of an account, of a terminal, of the whole chamber.

An account's first tries are free, then waits double, then it stops; a terminal that tries many
accounts and a chamber with very many failures cool down. All of it is shared by all devices and
survives a power cut, because a try is counted (``count_try``) and committed before the key is
looked at; a right key takes it back (``forgive``). Points of comparison: NIST SP 800-63B-4, PCI DSS
8.3.4, OWASP ASVS 5.0 V6.3.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from central.db.base import table_of
from central.db.ids import new_id
from central.devices.tables import Device
from central.people.tables import SignInFailure, Throttle
from kiosk.identity import PersonId

FREE_TRIES = 5
FIRST_WAIT_S = 15
WAIT_MAX_S = 3_600
STOP_AT = 20
"""So many failures end self-service: recovery or the cashier's desk."""

TERMINAL_FAILURES = 10
TERMINAL_WINDOW_S = 600
TERMINAL_WAIT_S = 60
SITE_WAIT_S = 30
UNKNOWN_ROWS_MAX = 10_000
"""Counters of ids nobody has are bounded, or guessing would fill the disk."""
# Made once: building a statement takes SQLAlchemy longer than running it.
_failures, _throttles = table_of(SignInFailure), table_of(Throttle)
_OLD_FAILURES = delete(_failures).where(_failures.c.at < bindparam("oldest"))
_SURPLUS = (
    select(_throttles.c.id)
    .where(_throttles.c.known.is_(False))
    .order_by(_throttles.c.changed_at.desc())
    .offset(bindparam("kept"))
    .limit(UNKNOWN_ROWS_MAX)
)


@dataclass(frozen=True)
class Place:
    """Where a key is typed; ``site_max`` failures within 10 minutes stop the whole chamber.

    ``device_id`` empty: at no terminal. Then only the account counts, or strangers who reach the
    service without a device could make every terminal wait.
    """

    chamber: str
    device_id: str
    site_max: int


@dataclass(frozen=True)
class MayTry:
    """The try is counted as a failure, as ``failure_id`` at its terminal (empty: at none)."""

    failure_id: str


@dataclass(frozen=True)
class Wait:
    """Too early: nothing was counted."""

    seconds: int


@dataclass(frozen=True)
class Blocked:
    """No more tries here."""


def wait_after(failures: int) -> int:
    """Seconds to wait after so many failures in a row.

    >>> [wait_after(n) for n in (1, 4, 5, 6, 7, 13, 19)]
    [0, 0, 15, 30, 60, 3600, 3600]
    """
    if failures < FREE_TRIES:
        return 0
    return int(min(FIRST_WAIT_S * 2 ** (failures - FREE_TRIES), WAIT_MAX_S))


def subject_of(person: PersonId) -> str:
    """Digest of an identity, so that the counters hold no ids of people who are nobody here."""
    text = f"{person.id_type}:{person.number}"
    return hashlib.sha256(text.encode()).hexdigest()


def count_try(
    db: Session, place: Place, scope: str, subject: str, *, known: bool, now: datetime
) -> MayTry | Wait | Blocked:
    """Count a try as failed, of account, terminal and chamber, before it is made."""
    if not place.device_id:
        return _count_at_account(db, place, scope, subject, known=known, now=now) or MayTry("")
    _lock_terminal(db, place)
    wait_s = max(
        terminal_wait(db, place.chamber, place.device_id, now),
        site_wait(db, place.chamber, place.site_max, now),
    )
    if wait_s:
        return Wait(wait_s)
    return _count_at_account(db, place, scope, subject, known=known, now=now) or MayTry(
        _count_at_terminal(db, place, subject, now)
    )


def forgive(
    db: Session, place: Place, scope: str, subject: str, failure_id: str, now: datetime
) -> None:
    """A right key resets its account's counter and takes its own try from terminal and chamber."""
    row = _locked(db, place.chamber, scope, subject)
    if row is not None:
        row.failures, row.wait_until, row.changed_at = 0, None, now
    db.execute(delete(SignInFailure).where(SignInFailure.id == failure_id))


def _count_at_account(
    db: Session, place: Place, scope: str, subject: str, *, known: bool, now: datetime
) -> Wait | Blocked | None:
    row = _locked(db, place.chamber, scope, subject)
    if row is None:
        row = Throttle(
            id=new_id(),
            chamber_code=place.chamber,
            scope=scope,
            subject=subject,
            known=known,
            failures=0,
            changed_at=now,
        )
        db.add(row)
    if row.failures >= STOP_AT:
        return Blocked()
    if row.wait_until is not None and row.wait_until > now:
        return Wait(_seconds_until(row.wait_until, now))
    row.failures += 1
    row.known = known
    row.changed_at = now
    wait_s = wait_after(row.failures)
    row.wait_until = now + timedelta(seconds=wait_s) if wait_s else None
    db.flush()
    return None


def _count_at_terminal(db: Session, place: Place, subject: str, now: datetime) -> str:
    row = SignInFailure(
        id=new_id(),
        chamber_code=place.chamber,
        device_id=place.device_id,
        subject=subject,
        at=now,
    )
    db.add(row)
    db.flush()
    return row.id


def _lock_terminal(db: Session, place: Place) -> None:
    """Tries of one terminal are counted one after the other, or many at once would all be early."""
    db.execute(
        select(Device.id)
        .where(Device.chamber_code == place.chamber, Device.id == place.device_id)
        .with_for_update(key_share=True)
    )


def terminal_wait(db: Session, chamber: str, device_id: str, now: datetime) -> int:
    """Seconds a terminal has to cool down: somebody tries one key on many accounts (spraying)."""
    since = now - timedelta(seconds=TERMINAL_WINDOW_S)
    distinct = func.count(SignInFailure.subject.distinct())
    accounts, newest = db.execute(
        select(distinct, func.max(SignInFailure.at)).where(
            SignInFailure.chamber_code == chamber,
            SignInFailure.device_id == device_id,
            SignInFailure.at > since,
        )
    ).one()
    if accounts < TERMINAL_FAILURES:
        return 0
    return _seconds_until(newest + timedelta(seconds=TERMINAL_WAIT_S), now)


def site_wait(db: Session, chamber: str, failures_max: int, now: datetime) -> int:
    """Seconds the whole chamber has to cool down: wrong keys at many terminals, a few at each."""
    since = now - timedelta(seconds=TERMINAL_WINDOW_S)
    failures, newest = db.execute(
        select(func.count(), func.max(SignInFailure.at)).where(
            SignInFailure.chamber_code == chamber, SignInFailure.at > since
        )
    ).one()
    if failures < failures_max:
        return 0
    return _seconds_until(newest + timedelta(seconds=SITE_WAIT_S), now)


def prune(db: Session, now: datetime, unknown_max: int = UNKNOWN_ROWS_MAX) -> None:
    """Drop what no rule looks at any more; counters of known people stay."""
    oldest = now - timedelta(seconds=TERMINAL_WINDOW_S)
    db.execute(_OLD_FAILURES, {"oldest": oldest})
    ids = list(db.scalars(_SURPLUS, {"kept": unknown_max}))
    if ids:
        db.execute(delete(Throttle).where(Throttle.id.in_(ids)))


def _locked(db: Session, chamber: str, scope: str, subject: str) -> Throttle | None:
    return db.scalar(
        select(Throttle)
        .where(
            Throttle.chamber_code == chamber,
            Throttle.scope == scope,
            Throttle.subject == subject,
        )
        .with_for_update()
    )


def _seconds_until(instant: datetime, now: datetime) -> int:
    return max(0, -int((now - instant).total_seconds() // 1))

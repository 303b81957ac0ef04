"""Who works here: going, and starting again after a lost key or phone."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from central.people.tables import Throttle
from central.records.record import audit
from central.services import Services
from central.staff.add import COMMAND, KEY_LENGTH, member_named
from central.staff.credentials import SCOPE, subject_of
from central.staff.handed_keys import given_until
from central.staff.notices import tell_reset
from central.staff.sessions import end_sessions
from central.staff.tables import StaffMember
from central.tokens import new_code


def everybody(services: Services) -> list[StaffMember]:
    """Who works or worked here, by login."""
    rows = (
        select(StaffMember)
        .where(StaffMember.chamber_code == services.chamber)
        .order_by(StaffMember.login)
    )
    return services.database.run(lambda db: list(db.scalars(rows)))


def reset(services: Services, login: str, reset_by: str = COMMAND, reason: str = "") -> str:
    """A fresh key for somebody who lost key or phone, or was locked out; enrolment starts again.

    Whoever it is for is told by mail: it may not have been them who asked.

    Raises:
        ValueError: nobody here has the login.
    """
    key = new_code(services.entropy, KEY_LENGTH)
    key_hash = services.hasher.hash(key)
    now = services.now()

    def work(db: Session) -> None:
        member = _working(db, services.chamber, login)
        member.key_hash, member.seed, member.confirmed_at = key_hash, None, None
        member.given_until = given_until(services, now)
        _end(db, services, member, now)
        audit(db, services.chamber, now, reset_by, "staff-reset", member.id, reason)
        tell_reset(db, services, member, member.given_until, now)

    services.database.run(work)
    return key


def retire(services: Services, login: str, retired_by: str = COMMAND, reason: str = "") -> None:
    """Somebody left: no leave and no session from now on; the login stays theirs in the trail.

    Raises:
        ValueError: nobody here has the login.
    """
    now = services.now()

    def work(db: Session) -> None:
        member = _working(db, services.chamber, login)
        member.active, member.seed = False, None
        _end(db, services, member, now)
        audit(db, services.chamber, now, retired_by, "staff-retired", member.id, reason)

    services.database.run(work)


def _end(db: Session, services: Services, member: StaffMember, now: datetime) -> None:
    """Sessions and counters of somebody who starts again, or left."""
    end_sessions(db, services.chamber, member.id, now)
    db.execute(
        delete(Throttle).where(
            Throttle.chamber_code == services.chamber,
            Throttle.scope == SCOPE,
            Throttle.subject == subject_of(member.login),
        )
    )


def _working(db: Session, chamber: str, login: str) -> StaffMember:
    member = member_named(db, chamber, login)
    if member is None or not member.active:
        raise ValueError(f"nobody here has the login {login}")
    return member

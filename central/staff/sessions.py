"""Sessions of the staff: opaque tokens bound to a place, with an end by silence and by age.

One session a person: a new one ends the one before, so that nobody is left signed in elsewhere.
Sources: OWASP ASVS 5.0 V7.3 (both limits), V7.1.2 (concurrent sessions); five minutes and twelve
hours as at a desk where others walk by.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from central.staff.credentials import must_be_strong, prove
from central.staff.notices import tell_key_changed
from central.staff.place import StaffPlace
from central.staff.rules import actions_of
from central.staff.tables import Role, StaffMember, StaffSession
from central.tokens import new_token, token_hash
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import identity as m


@dataclass(frozen=True)
class SignedIn:
    """Who asks, by which session, from where."""

    staff_id: str
    login: str
    role: Role
    session_id: str
    place: StaffPlace


def open_session(
    services: Services, place: StaffPlace, message: m.OpenStaffSession
) -> m.StaffSessionOpened:
    """Sign in with login, key and code; the first code confirms the second factor.

    Raises:
        Refusal: as ``credentials.prove``.
    """
    member = prove(services, place, message.login, message.key, message.code)
    now = services.now()
    limits = services.settings.staff
    token = new_token(services.entropy)
    expires_at = now + timedelta(seconds=limits.session_s)

    def work(db: Session) -> None:
        row = db.get_one(StaffMember, member.id)
        row.confirmed_at = row.confirmed_at or now
        end_sessions(db, services.chamber, member.id, now)
        session = StaffSession(
            id=new_id(),
            chamber_code=services.chamber,
            token_hash=token_hash(token),
            staff_id=member.id,
            place=place.name,
            opened_at=now,
            seen_at=now,
            expires_at=expires_at,
        )
        db.add(session)
        audit(db, services.chamber, now, member.id, "staff-session-opened", session.id, place.name)

    services.database.run(work)
    return m.StaffSessionOpened(
        staff_session=token,
        name=member.name,
        role=member.role.value,
        actions=tuple(action.value for action in actions_of(member.role)),
        idle_s=limits.idle_s,
        expires_at=expires_at,
    )


def signed_in(
    services: Services, place: StaffPlace, token: str, *, silent: bool = False
) -> SignedIn:
    """Who is behind a token; counts as a sign of life.

    ``silent``: what is asked may come after any silence, from a paired computer: it was done while
    central could not be asked, and who did it was kept under the computer's own eye. It moves no
    money and is no sign of life: a session that was over for everything else stays over.

    Raises:
        Refusal: ``session-expired``: ended, too old, too long silent, of somebody who left, or
            opened at another place.
    """
    now = services.now()
    since = now - timedelta(seconds=services.settings.staff.idle_s)
    silent = silent and place.device is not None

    def work(db: Session) -> SignedIn:
        found = db.execute(
            select(StaffSession, StaffMember)
            .join(StaffMember, StaffMember.id == StaffSession.staff_id)
            .where(
                StaffSession.chamber_code == services.chamber,
                StaffSession.token_hash == token_hash(token),
                StaffSession.place == place.name,
                StaffSession.closed_at.is_(None),
                StaffSession.expires_at > now,
                *([] if silent else [StaffSession.seen_at > since]),
                StaffMember.active.is_(True),
            )
            .with_for_update(of=StaffSession)
        ).first()
        if found is None:
            raise Refusal(ProblemCode.SESSION_EXPIRED)
        session, member = found
        if session.seen_at > since:
            session.seen_at = now
        return SignedIn(member.id, member.login, member.role, session.id, place)

    return services.database.run(work)


def close_session(services: Services, who: SignedIn, _message: m.CloseStaffSession) -> None:
    """Sign out."""
    now = services.now()

    def work(db: Session) -> None:
        end_sessions(db, services.chamber, who.staff_id, now)
        audit(db, services.chamber, now, who.staff_id, "staff-session-closed", who.session_id)

    services.database.run(work)


def change_key(services: Services, who: SignedIn, message: m.ChangeStaffKey) -> m.StaffKeyChanged:
    """Another key of one's own; this session goes on, and no other does.

    Raises:
        Refusal: as ``credentials.prove``; ``key-too-weak``.
    """
    must_be_strong(who.login, message.key, message.new_key)
    member = prove(services, who.place, who.login, message.key, message.code)
    key_hash = services.hasher.hash(message.new_key)
    now = services.now()

    def work(db: Session) -> bool:
        row = db.get_one(StaffMember, member.id, with_for_update=True)
        if row.key_hash != member.key_hash:
            raise Refusal(ProblemCode.CREDENTIALS_INVALID)  # it was changed or reset meanwhile
        row.key_hash = key_hash
        end_sessions(db, services.chamber, member.id, now, but=who.session_id)
        audit(db, services.chamber, now, member.id, "staff-key-changed", member.id, who.place.name)
        return tell_key_changed(db, services, row, who.place, now)

    return m.StaffKeyChanged(told=services.database.run(work))


def is_live(db: Session, session_id: str, now: datetime, idle_s: int) -> bool:
    """True while something asked under this session would still be answered."""
    row = db.get(StaffSession, session_id)
    if row is None or row.closed_at is not None:
        return False
    return row.expires_at > now and row.seen_at > now - timedelta(seconds=idle_s)


def end_sessions(db: Session, chamber: str, staff_id: str, now: datetime, *, but: str = "") -> None:
    """End whatever sessions somebody has, ``but`` the one with this id."""
    db.execute(
        update(StaffSession)
        .where(
            StaffSession.chamber_code == chamber,
            StaffSession.staff_id == staff_id,
            StaffSession.id != but,
            StaffSession.closed_at.is_(None),
        )
        .values(closed_at=now)
    )

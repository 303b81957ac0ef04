"""Sign-in and sessions: opaque tokens, bound to the device, gone after an absolute time.

The answer to a wrong id and to a wrong key is the same, in words and in work (DOMAIN S2.3).
"""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.devices.caller import Caller, must_be_active
from central.people.keys import Right, Wrong, check_key
from central.people.names import masked
from central.people.spraying import call_if_spraying, place_of
from central.people.tables import Person, PersonSession
from central.people.throttle import (
    Blocked,
    Wait,
    subject_of,
)
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from central.tokens import new_token, token_hash
from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.identity import InvalidId, PersonId, parse_id

SCOPE = "secure-key"


def open_session(services: Services, caller: Caller, message: m.OpenSession) -> m.SessionOpened:
    """Sign in with ID and secure key.

    Raises:
        Refusal: ``credentials-invalid``, ``throttled`` (with the wait), ``key-blocked``,
            ``not-activated`` for who registered and never set a key (counted and worked like a
            wrong one).
    """
    must_be_active(caller)
    now = services.now()
    identity = _parsed(message)

    person = services.database.run(lambda db: find_person(db, caller.chamber, identity))
    verdict = check_key(
        services.database,
        services.hasher,
        place_of(services, caller),
        scope=SCOPE,
        subject=subject_of(identity),
        stored=person.secure_key_hash if person else None,
        key=message.secure_key,
        now=now,
    )
    match verdict:
        case Wait(seconds=seconds):
            raise Refusal(ProblemCode.THROTTLED, retry_after_s=seconds)
        case Blocked():
            raise Refusal(ProblemCode.KEY_BLOCKED)
        case Wrong():
            services.database.run(lambda db: call_if_spraying(db, caller, now))
            if person is not None and person.secure_key_hash is None:
                raise Refusal(ProblemCode.NOT_ACTIVATED)
            raise Refusal(ProblemCode.CREDENTIALS_INVALID)
        case Right(new_hash=new_hash):
            if person is None:
                raise AssertionError("nobody's key cannot be right")
            token = new_token(services.entropy)
            expires_at = now + timedelta(seconds=services.settings.session_s)
            found = person.id
            services.database.run(
                lambda db: _opened(db, caller, found, new_hash, token, expires_at, now)
            )
            return m.SessionOpened(
                session=token,
                display_name=masked(person.first_name, person.first_surname),
                expires_at=expires_at,
            )


def close_session(services: Services, caller: Caller, message: m.CloseSession) -> None:
    """End a session; a session that is not there is ended already."""
    now = services.now()

    def work(db: Session) -> None:
        row = _find(db, caller, message.session)
        if row is not None and row.closed_at is None:
            row.closed_at = now
            audit(db, caller.chamber, now, row.person_id, "session-closed", row.id)

    services.database.run(work)


def signed_in(db: Session, caller: Caller, token: str, now: datetime) -> Person:
    """The person behind a session token.

    Raises:
        Refusal: ``session-expired``, also for a token of another device.
    """
    row = _find(db, caller, token)
    if row is None or row.closed_at is not None or row.expires_at <= now:
        raise Refusal(ProblemCode.SESSION_EXPIRED)
    return db.get_one(Person, row.person_id)


def find_person(db: Session, chamber: str, identity: PersonId) -> Person | None:
    """The registered person with this identity."""
    return db.scalar(
        select(Person).where(
            Person.chamber_code == chamber,
            Person.id_type == identity.id_type,
            Person.id_number == identity.number,
        )
    )


def _parsed(message: m.OpenSession) -> PersonId:
    """The identity meant; one that cannot exist is treated like one that is not registered."""
    try:
        return parse_id(message.id_type, message.id_number)
    except InvalidId:
        return PersonId(message.id_type, message.id_number)


def _find(db: Session, caller: Caller, token: str) -> PersonSession | None:
    return db.scalar(
        select(PersonSession).where(
            PersonSession.chamber_code == caller.chamber,
            PersonSession.token_hash == token_hash(token),
            PersonSession.device_id == caller.device_id,
        )
    )


def _opened(
    db: Session,
    caller: Caller,
    person_id: str,
    new_hash: str | None,
    token: str,
    expires_at: datetime,
    now: datetime,
) -> None:
    if new_hash is not None:
        db.get_one(Person, person_id).secure_key_hash = new_hash
    row = PersonSession(
        id=new_id(),
        chamber_code=caller.chamber,
        token_hash=token_hash(token),
        person_id=person_id,
        device_id=caller.device_id,
        opened_at=now,
        expires_at=expires_at,
    )
    db.add(row)
    audit(db, caller.chamber, now, person_id, "session-opened", row.id, caller.device_id)

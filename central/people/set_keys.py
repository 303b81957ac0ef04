"""Keys that customers set themselves, unseen.

The secure key by a code; the prepaid key by a code or, where there is no address, by the document
the cashier saw. What was locked by wrong tries of the old key is open again.
"""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from central.people import prepaid_key, sessions
from central.people.acting import Acting
from central.people.one_time import Purpose, check_code, send_code, use_up
from central.people.reach import known, mark_confirmed, tell_key_set
from central.people.tables import PersonSession, Throttle
from central.people.throttle import subject_of
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from kiosk.contract.customer_keys import key_fault
from kiosk.contract.problems import ProblemCode
from kiosk.identity import PersonId


def send(
    services: Services, acting: Acting, identity: PersonId, purpose: Purpose
) -> tuple[tuple[str, ...], datetime]:
    """Send a code to its owner; the addresses, and until when it is good.

    Raises:
        Refusal: ``account-unknown``; ``not-possible`` for who cannot sign in; as ``send_code``.
    """
    found = services.database.run(lambda db: known(db, services.chamber, identity))
    addresses = found.addresses
    if purpose is Purpose.RESET_SECURE_KEY:
        if found.person is None:
            raise Refusal(ProblemCode.NOT_POSSIBLE, "a company has no secure key")
        addresses = (found.person.email,) if found.person.email else ()
    expires_at = send_code(services, acting, purpose, found.holder.id, addresses)
    now = services.now()
    action = f"code-sent-{purpose.value}"
    services.database.run(
        lambda db: audit(
            db, services.chamber, now, acting.actor, action, found.holder.id, acting.place
        )
    )
    return addresses, expires_at


def reset_secure_key(
    services: Services, acting: Acting, identity: PersonId, code: str, new_key: str, why: str
) -> tuple[str, ...]:
    """Set the secure key with the code that came by mail; gives the addresses that are told.

    Everybody signed in with the old one is out.

    Raises:
        Refusal: ``account-unknown``, ``not-possible``, ``key-too-weak``, ``code-invalid``,
            ``throttled``.
    """
    _must_do(new_key, identity)
    found = services.database.run(lambda db: known(db, services.chamber, identity))
    if found.person is None:
        raise Refusal(ProblemCode.NOT_POSSIBLE, "a company has no secure key")
    person_id, addresses = found.person.id, (found.person.email,)
    purpose = Purpose.RESET_SECURE_KEY
    code_id = check_code(services, acting, purpose, found.holder.id, addresses, code)
    key_hash = services.hasher.hash(new_key)
    now = services.now()

    def work(db: Session) -> tuple[str, ...]:
        here = known(db, services.chamber, identity, locked=True)
        use_up(db, code_id, now)
        assert here.person is not None, "nobody is ever deleted"
        here.person.secure_key_hash = key_hash
        mark_confirmed(here, addresses, now)
        _open_again(db, services.chamber, sessions.SCOPE, identity)
        _end_sessions(db, services.chamber, person_id, now)
        detail = f"{why} {acting.place}"
        audit(db, services.chamber, now, acting.actor, "secure-key-set-by-code", person_id, detail)
        return tell_key_set(db, services, acting, "secure", addresses, now)

    return services.database.run(work)


def set_prepaid_key(
    services: Services,
    acting: Acting,
    identity: PersonId,
    new_key: str,
    code: str | None,
    why: str,
) -> tuple[str, ...]:
    """Set the prepaid key; ``code`` None: the cashier saw the document; the addresses told.

    Raises:
        Refusal: ``account-unknown``, ``key-too-weak``, ``code-invalid``, ``throttled``;
            ``code-needed`` for a document where a code could have been sent.
    """
    _must_do(new_key, identity)
    found = services.database.run(lambda db: known(db, services.chamber, identity))
    code_id = None
    if code is not None:
        purpose, whose = Purpose.SET_PREPAID_KEY, found.holder.id
        code_id = check_code(services, acting, purpose, whose, found.addresses, code)
    key_hash = services.hasher.hash(new_key)
    now = services.now()

    def work(db: Session) -> tuple[str, ...]:
        here = known(db, services.chamber, identity, locked=True)
        if code_id is not None:
            use_up(db, code_id, now)
            mark_confirmed(here, found.addresses, now)
        elif here.addresses and services.settings.mail.host:
            raise Refusal(ProblemCode.CODE_NEEDED)
        here.holder.prepaid_key_hash = key_hash
        _open_again(db, services.chamber, prepaid_key.SCOPE, identity)
        action = "prepaid-key-set-by-" + ("document" if code_id is None else "code")
        detail = f"{why} {acting.place}"
        audit(db, services.chamber, now, acting.actor, action, here.holder.id, detail)
        return tell_key_set(db, services, acting, "prepaid", here.addresses, now)

    return services.database.run(work)


def _must_do(new_key: str, identity: PersonId) -> None:
    if fault := key_fault(new_key, identity.number):
        raise Refusal(ProblemCode.KEY_TOO_WEAK, fault)


def _open_again(db: Session, chamber: str, scope: str, identity: PersonId) -> None:
    """Wrong tries of the old key are no reason against the new one."""
    db.execute(
        delete(Throttle).where(
            Throttle.chamber_code == chamber,
            Throttle.scope == scope,
            Throttle.subject == subject_of(identity),
        )
    )


def _end_sessions(db: Session, chamber: str, person_id: str, now: datetime) -> None:
    db.execute(
        update(PersonSession)
        .where(
            PersonSession.chamber_code == chamber,
            PersonSession.person_id == person_id,
            PersonSession.closed_at.is_(None),
        )
        .values(closed_at=now)
    )

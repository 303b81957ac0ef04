"""Proof of who somebody of the staff is: key and second factor, judged together.

Unknown logins, wrong keys and wrong codes are one answer and the same work, and all are counted
before they are looked at (``central.people.throttle``): a restart or a power cut forgives none.
"""

import hashlib

from sqlalchemy.orm import Session

from central.people.keys import Right, Wrong, check_key
from central.people.spraying import call_if_spraying
from central.people.throttle import Blocked, Wait
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from central.staff.find import active_member
from central.staff.place import StaffPlace
from central.staff.second_factor import accept_code
from central.staff.tables import StaffMember
from kiosk.contract.problems import ProblemCode

SCOPE = "staff-key"
KEY_MIN = 8
"""With a second factor (NIST SP 800-63B-4 section 3.1.1.2, OWASP ASVS 5.0 V6.2.1)."""
_LETTERS_MIN = 5


def prove(
    services: Services, place: StaffPlace, login: str, key: str, code: str | None
) -> StaffMember:
    """The member with this login, key and code; ``code`` None: the key alone, for enrolment.

    Raises:
        Refusal: ``credentials-invalid``, ``throttled`` (with the wait), ``key-blocked``,
            ``second-factor-missing``.
    """
    now = services.now()
    member = services.database.run(lambda db: active_member(db, services.chamber, login))

    def second() -> bool:
        assert member is not None, "nobody's key cannot be right"
        return code is None or accept_code(services, member, code, now)

    verdict = check_key(
        services.database,
        services.hasher,
        place.throttled(services),
        scope=SCOPE,
        subject=subject_of(login),
        stored=member.key_hash if member else None,
        key=key,
        now=now,
        second=second,
    )
    match verdict:
        case Wait(seconds=seconds):
            raise Refusal(ProblemCode.THROTTLED, retry_after_s=seconds)
        case Blocked():
            raise Refusal(ProblemCode.KEY_BLOCKED)
        case Wrong():
            services.database.run(lambda db: _note_failure(db, services, place, member))
            raise Refusal(ProblemCode.CREDENTIALS_INVALID)
        case Right(new_hash=new_hash):
            assert member is not None, "nobody's key cannot be right"
            if new_hash is not None:
                _keep(services, member.id, new_hash)
            return member


def must_be_strong(login: str, old_key: str, new_key: str) -> None:
    """Refuse a key that is short, monotonous, about its owner, or the one before.

    Raises:
        Refusal: ``key-too-weak``.
    """
    folded = new_key.casefold()
    if (
        len(new_key) < KEY_MIN
        or len(set(folded)) < _LETTERS_MIN
        or login in folded
        or new_key == old_key
    ):
        raise Refusal(ProblemCode.KEY_TOO_WEAK)


def subject_of(login: str) -> str:
    """What the counters know of a login: unknown ones are counted too."""
    return hashlib.sha256(f"staff:{login}".encode()).hexdigest()


def _note_failure(
    db: Session, services: Services, place: StaffPlace, member: StaffMember | None
) -> None:
    now = services.now()
    if member is not None:
        audit(db, services.chamber, now, member.id, "staff-refused", member.id, place.name)
    if place.device is not None:
        call_if_spraying(db, place.device, now)


def _keep(services: Services, member_id: str, new_hash: str) -> None:
    def work(db: Session) -> None:
        db.get_one(StaffMember, member_id).key_hash = new_hash

    services.database.run(work)

"""Keys that somebody handed over: good for one thing, the way to a key of one's own, and not long.

Two people know such a key, and paper or a message may know it too; so it signs nobody in, and the
enrolment that ends it must come within hours. After that another one is asked for.
Source: OWASP ASVS 5.0 V6.4.1 (initial secrets are random, expire, and are not the lasting ones).
"""

from datetime import datetime, timedelta

from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from central.staff.place import StaffPlace
from central.staff.tables import StaffMember
from kiosk.contract.problems import ProblemCode


def given_until(services: Services, now: datetime) -> datetime:
    """The end of a key that is handed over now."""
    return now + timedelta(hours=services.settings.staff.handed_key_h)


def is_over(member: StaffMember, now: datetime) -> bool:
    """It was handed over, and not used in time."""
    return member.given_until is not None and now >= member.given_until


def must_be_in_time(services: Services, place: StaffPlace, member: StaffMember) -> None:
    """Refuse, and note, the right key that came too late.

    Raises:
        Refusal: ``key-expired``.
    """
    now = services.now()
    if not is_over(member, now):
        return
    chamber = services.chamber
    services.database.run(
        lambda db: audit(db, chamber, now, member.id, "staff-key-expired", member.id, place.name)
    )
    raise Refusal(ProblemCode.KEY_EXPIRED, "ask for another key to be handed over")

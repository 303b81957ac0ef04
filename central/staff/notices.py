"""Telling somebody of the staff that a key of theirs changed, or was taken away from them.

Whoever did it may not be them, so it goes to their own address, whatever is shown elsewhere.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.mail.outbox import Letter, queue
from central.people.letters import key_body, key_subject, reset_body, reset_subject
from central.services import Services
from central.staff.place import OFFICE, StaffPlace
from central.staff.tables import StaffMember

KIND = "key-changed"
RESET_KIND = "key-reset"


def tell_key_changed(
    db: Session, services: Services, member: StaffMember, place: StaffPlace, now: datetime
) -> bool:
    """Queue the notice; False for somebody without an address, or a chamber without a server."""
    chamber = services.settings.chamber
    where = "oficina" if place.desk == OFFICE else f"equipo {place.desk}"
    body = key_body(chamber, "staff", where, now)
    return _tell(db, services, member, KIND, key_subject(chamber), body, now)


def tell_reset(
    db: Session, services: Services, member: StaffMember, until: datetime, now: datetime
) -> bool:
    """Queue the notice that they start again, with a key that is handed over; as above."""
    chamber = services.settings.chamber
    body = reset_body(chamber, until, now)
    return _tell(db, services, member, RESET_KIND, reset_subject(chamber), body, now)


def _tell(
    db: Session,
    services: Services,
    member: StaffMember,
    kind: str,
    subject: str,
    body: str,
    now: datetime,
) -> bool:
    if not (member.email and services.settings.mail.host):
        return False
    letter = Letter(kind, member.email, subject, body)
    return queue(db, services.chamber, f"{kind}:{new_id()}", letter, now, 0)

"""Telling somebody of the staff that a key of theirs changed: whoever did it may not be them."""

from datetime import datetime

from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.mail.outbox import Letter, queue
from central.people.letters import key_body, key_subject
from central.services import Services
from central.staff.place import OFFICE, StaffPlace
from central.staff.tables import StaffMember

KIND = "key-changed"


def tell_key_changed(
    db: Session, services: Services, member: StaffMember, place: StaffPlace, now: datetime
) -> bool:
    """Queue the notice; False for somebody without an address, or a chamber without a server."""
    chamber = services.settings.chamber
    if not (member.email and services.settings.mail.host):
        return False
    where = "oficina" if place.desk == OFFICE else f"equipo {place.desk}"
    body = key_body(chamber, "staff", where, now)
    letter = Letter(KIND, member.email, key_subject(chamber), body)
    return queue(db, services.chamber, f"{KIND}:{new_id()}", letter, now, 0)

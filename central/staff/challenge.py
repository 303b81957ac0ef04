"""Central's half of the way into a kiosk or desk without network (``contract.offline_entry``)."""

import base64
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from central.clock import local_day
from central.devices.tables import Device, DeviceState
from central.records.record import audit
from central.services import Services
from central.staff.entitled import entitled
from central.staff.find import active_member
from central.staff.rules import Action, may
from central.staff.tables import StaffMember
from kiosk.contract.offline_entry import (
    ROLES_AT,
    Entry,
    OfflinePlace,
    OfflineRole,
    answer_to,
    in_groups,
    read_letters,
)
from kiosk.contract.signing import fingerprint_of_key

NEEDED: dict[OfflinePlace, Action] = {
    "kiosk": Action.MAINTAIN_KIOSK,
    "desk": Action.WORK_SHIFT,
}
"""What somebody must have leave for to be let in there."""


class NotAnswered(ValueError):
    """There is no answer to give; the text says why."""


@dataclass(frozen=True)
class Answer:
    """What to read out: good for one challenge, person, role and Colombian day."""

    text: str
    role: OfflineRole
    day: date


def answer_challenge(
    services: Services,
    answered_by: str,
    *,
    device_id: str,
    fingerprint: str,
    challenge: str,
    technician: str,
    reason: str,
    place: OfflinePlace = "kiosk",
) -> Answer:
    """Let ``technician`` into a kiosk or a desk; both are logins.

    ``fingerprint`` is the six digits the kiosk shows beside its challenge: they tell that it is
    this kiosk, and which of its keys it has, should it have lost its network while it changed it.

    Raises:
        NotEntitled: ``answered_by`` is nobody who may answer.
        LookupError: no such kiosk.
        NotAnswered: a revoked kiosk, another key, a challenge that is none, somebody who has
            nothing to do there without network, or oneself.
    """
    now = services.now()
    day = local_day(now)
    letters = read_letters(challenge)
    if letters is None:
        raise NotAnswered("a challenge is eight consonants")

    def work(db: Session) -> Answer:
        member = entitled(db, services.chamber, answered_by, Action.ANSWER_CHALLENGE)
        person = active_member(db, services.chamber, technician)
        role = _role_of(member, person, place)
        device = db.get(Device, device_id)
        if device is None or device.chamber_code != services.chamber:
            raise LookupError(f"there is no kiosk {device_id}")
        if device.state is DeviceState.REVOKED:
            raise NotAnswered("this kiosk was revoked")
        public = _key_with(device, fingerprint)
        entry = Entry(device.id, letters, role, technician, day)
        try:
            text = in_groups(answer_to(entry, services.signing_key, public))
        except ValueError as error:
            raise NotAnswered("this kiosk's key is none") from error
        detail = f"{technician} {role} {reason}"
        audit(db, services.chamber, now, member.id, "challenge-answered", device.id, detail)
        return Answer(text, role, day)

    return services.database.run(work)


def _role_of(member: StaffMember, person: StaffMember | None, place: OfflinePlace) -> OfflineRole:
    """The role somebody may be let in with."""
    if person is None:
        raise NotAnswered("nobody here has this login")
    if person.id == member.id:
        raise NotAnswered("nobody lets oneself in")
    role = next((role for role in ROLES_AT[place] if role == person.role.value), None)
    if role is None or not may(person.role, NEEDED[place]):
        raise NotAnswered(f"{person.role.value}: no leave to {NEEDED[place].value}")
    return role


def _key_with(device: Device, fingerprint: str) -> bytes:
    """The device's present or previous key, whichever it shows."""
    for text in (device.public_key, device.previous_key):
        if text is not None and fingerprint_of_key(base64.b64decode(text)) == fingerprint:
            return base64.b64decode(text)
    raise NotAnswered("this kiosk has another key: not the same kiosk, or a digit misread")

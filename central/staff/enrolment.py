"""The first use: a key of one's own for the key that was handed over, and the second factor.

The seed is shown once and kept sealed. Until its first code was typed the enrolment may be done
again, with the new key: the answer may have been lost, or the QR code not been scanned.
"""

from sqlalchemy.orm import Session

from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from central.staff.credentials import must_be_strong, prove
from central.staff.handed_keys import must_be_in_time
from central.staff.notices import tell_key_changed
from central.staff.place import StaffPlace
from central.staff.second_factor import new_seed, provisioning_uri
from central.staff.tables import StaffMember
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import identity as m


def enrol(services: Services, place: StaffPlace, message: m.StaffEnrol) -> m.StaffEnrolled:
    """Set one's own key; gives the seed.

    Raises:
        Refusal: as ``credentials.prove``; ``key-too-weak``; ``already-enrolled``; ``key-expired``.
    """
    must_be_strong(message.login, message.key, message.new_key)
    member = prove(services, place, message.login, message.key, None)
    must_be_in_time(services, place, member)
    key_hash = services.hasher.hash(message.new_key)
    seed, sealed = new_seed(services, member.id)
    now = services.now()

    def work(db: Session) -> None:
        row = db.get_one(StaffMember, member.id, with_for_update=True)
        if row.confirmed_at is not None:
            raise Refusal(ProblemCode.ALREADY_ENROLLED)
        if row.key_hash != member.key_hash:
            raise Refusal(ProblemCode.CREDENTIALS_INVALID)  # somebody else was quicker
        row.key_hash, row.seed, row.given_until = key_hash, sealed, None
        audit(db, services.chamber, now, member.id, "staff-enrolled", member.id, place.name)
        tell_key_changed(db, services, row, place, now)

    services.database.run(work)
    return m.StaffEnrolled(provisioning_uri=provisioning_uri(services, member.login, seed))

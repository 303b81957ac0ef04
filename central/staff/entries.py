"""What desks tell of who came in there without central: into the trail, each line once."""

from sqlalchemy import BigInteger, cast, func, select
from sqlalchemy.orm import Session

from central.devices.tables import Device
from central.problems import Refusal
from central.records.record import audit
from central.records.tables import AuditEntry
from central.services import Services
from central.staff.find import active_member
from central.staff.place import StaffPlace
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import entries as m

UP_TO = "offline-entries-told"
"""The trail's own mark of how far a desk has told."""
NOBODY = "nobody"


def tell_entries(services: Services, place: StaffPlace, message: m.TellEntries) -> m.EntriesTold:
    """Note what is new, with who it was about and at which desk.

    Raises:
        Refusal: ``not-possible`` for a computer that is not paired: it has no doors of its own.
    """
    if place.device is None:
        raise Refusal(ProblemCode.NOT_POSSIBLE, "only a paired desk tells of its door")
    device_id, now, chamber = place.device.device_id, services.now(), services.chamber
    lines = sorted(message.lines, key=lambda line: line.seq)

    def work(db: Session) -> int:
        db.get_one(Device, device_id, with_for_update=True)  # one telling of a desk at a time
        known = _known(db, chamber, device_id)
        fresh = [line for line in lines if line.seq > known]
        for line in fresh:
            member = active_member(db, chamber, line.login)
            actor = member.id if member else NOBODY
            detail = f"{line.seq} {line.at.isoformat()} {line.detail}".rstrip()
            audit(db, chamber, now, actor, line.event, device_id, detail)
        if fresh:
            audit(db, chamber, now, device_id, UP_TO, device_id, str(fresh[-1].seq))
        return max(known, lines[-1].seq)

    return m.EntriesTold(upto=services.database.run(work))


def _known(db: Session, chamber: str, device_id: str) -> int:
    furthest = select(func.max(cast(AuditEntry.detail, BigInteger))).where(
        AuditEntry.chamber_code == chamber,
        AuditEntry.subject == device_id,
        AuditEntry.action == UP_TO,
    )
    return db.scalar(furthest) or 0

"""Shifts as a supervisor sees them."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.services import Services
from central.staff.shifts.tables import Shift, ShiftClose
from central.staff.tables import StaffMember

SHOWN_MAX = 200


@dataclass(frozen=True)
class ShiftEntry:
    """A shift, whose it is, and its closes, oldest first."""

    shift: Shift
    login: str
    closes: tuple[ShiftClose, ...]


def newest(services: Services) -> list[ShiftEntry]:
    """The newest shifts."""
    shifts = (
        select(Shift, StaffMember.login)
        .join(StaffMember, StaffMember.id == Shift.staff_id)
        .where(Shift.chamber_code == services.chamber)
        .order_by(Shift.opened_at.desc(), Shift.id.desc())
        .limit(SHOWN_MAX)
    )

    def work(db: Session) -> list[ShiftEntry]:
        return [ShiftEntry(shift, login, _closes(db, shift)) for shift, login in db.execute(shifts)]

    return services.database.run(work)


def _closes(db: Session, shift: Shift) -> tuple[ShiftClose, ...]:
    return tuple(
        db.scalars(
            select(ShiftClose)
            .where(ShiftClose.chamber_code == shift.chamber_code, ShiftClose.shift_id == shift.id)
            .order_by(ShiftClose.number)
        )
    )

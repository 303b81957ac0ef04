"""Shifts as a supervisor sees them, and one's own as their cashier does."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.services import Services
from central.staff.shifts.reopening import Reopening, reopenings
from central.staff.shifts.tables import Shift, ShiftClose
from central.staff.tables import StaffMember

SHOWN_MAX = 200


@dataclass(frozen=True)
class ShiftEntry:
    """A shift, whose it is, its closes and when it was opened again, oldest first."""

    shift: Shift
    login: str
    closes: tuple[ShiftClose, ...]
    reopened: tuple[Reopening, ...]


def newest(services: Services, only_of: str | None = None) -> list[ShiftEntry]:
    """The newest shifts; ``only_of``: nobody's but this member's."""
    shifts = (
        select(Shift, StaffMember.login)
        .join(StaffMember, StaffMember.id == Shift.staff_id)
        .where(Shift.chamber_code == services.chamber)
        .order_by(Shift.opened_at.desc(), Shift.id.desc())
        .limit(SHOWN_MAX)
    )
    if only_of is not None:
        shifts = shifts.where(Shift.staff_id == only_of)

    def work(db: Session) -> list[ShiftEntry]:
        rows = db.execute(shifts).all()
        again = reopenings(db, services.chamber, [shift.id for shift, _login in rows])
        return [
            ShiftEntry(shift, login, _closes(db, shift), again.get(shift.id, ()))
            for shift, login in rows
        ]

    return services.database.run(work)


def _closes(db: Session, shift: Shift) -> tuple[ShiftClose, ...]:
    return tuple(
        db.scalars(
            select(ShiftClose)
            .where(ShiftClose.chamber_code == shift.chamber_code, ShiftClose.shift_id == shift.id)
            .order_by(ShiftClose.number)
        )
    )

"""Who is a member of the staff."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.staff.tables import StaffMember


def active_member(db: Session, chamber: str, login: str) -> StaffMember | None:
    """The member with this login, unless they left."""
    return db.scalar(
        select(StaffMember).where(
            StaffMember.chamber_code == chamber,
            StaffMember.login == login,
            StaffMember.active.is_(True),
        )
    )

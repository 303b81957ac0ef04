"""Who is a member of the staff."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.staff.tables import StaffMember

# Made once: building a statement takes SQLAlchemy longer than running it.
_ACTIVE = select(StaffMember).where(
    StaffMember.chamber_code == bindparam("chamber"),
    StaffMember.login == bindparam("login"),
    StaffMember.active.is_(True),
)


def active_member(db: Session, chamber: str, login: str) -> StaffMember | None:
    """The member with this login, unless they left."""
    return db.scalar(_ACTIVE, {"chamber": chamber, "login": login})

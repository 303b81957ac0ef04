"""Leave is judged where something is done, so that no way in can forget to ask."""

from sqlalchemy.orm import Session

from central.staff.find import active_member
from central.staff.rules import Action, may
from central.staff.tables import StaffMember


class NotEntitled(ValueError):
    """Nobody, somebody who left, or somebody with another role."""


def entitled(db: Session, chamber: str, login: str, action: Action) -> StaffMember:
    """The member with this login.

    Raises:
        NotEntitled: this action is not theirs.
    """
    member = active_member(db, chamber, login)
    if member is None:
        raise NotEntitled(f"nobody here has the login {login}")
    if not may(member.role, action):
        raise NotEntitled(f"{login} is {member.role.value}: no leave to {action.value}")
    return member

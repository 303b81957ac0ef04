"""Who may do what with money: judged where it is done, so that no way in can forget to ask."""

from enum import StrEnum

from sqlalchemy.orm import Session

from central.staff.find import active_member
from central.staff.tables import Role, StaffMember


class Duty(StrEnum):
    """What is asked of a member of the staff."""

    RESOLVE = "resolve"
    REFUND = "refund"
    CORRECT = "correct"
    JUDGE_CAPTURE = "judge-capture"


_MAY = {
    # The desk sees the paper and the customer.
    Duty.RESOLVE: frozenset({Role.CASHIER, Role.OPERATOR}),
    Duty.REFUND: frozenset({Role.CASHIER, Role.OPERATOR}),
    # Money without a purchase behind it, or against a device nobody trusts.
    Duty.CORRECT: frozenset({Role.OPERATOR}),
    Duty.JUDGE_CAPTURE: frozenset({Role.OPERATOR}),
}


class NotEntitled(ValueError):
    """Nobody, somebody who left, or somebody with another role."""


def entitled(db: Session, chamber: str, login: str, duty: Duty) -> StaffMember:
    """The member with this login.

    Raises:
        NotEntitled: this duty is not theirs.
    """
    member = active_member(db, chamber, login)
    if member is None:
        raise NotEntitled(f"nobody here has the login {login}")
    if member.role not in _MAY[duty]:
        raise NotEntitled(f"{login} is {member.role.value}: no leave to {duty.value}")
    return member

"""Who works here."""

from central.problems import Refusal
from central.services import Services
from central.staff import members
from central.staff.add import add_staff
from central.staff.api.outcomes import refusals
from central.staff.sessions import SignedIn
from central.staff.tables import Role
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import identity as m


def list_members(services: Services, _who: SignedIn, _message: m.ListStaff) -> m.Members:
    """Everybody, also who left."""
    return m.Members(
        members=tuple(
            m.Member(
                login=row.login,
                name=row.name,
                role=row.role.value,
                active=row.active,
                enrolled=row.confirmed_at is not None,
            )
            for row in members.everybody(services)
        )
    )


def add(services: Services, who: SignedIn, message: m.AddStaff) -> m.KeyGiven:
    """Add somebody; the key is shown once.

    Raises:
        Refusal: ``not-possible`` if the login is taken.
    """
    with refusals(ValueError):
        key = add_staff(
            services,
            message.login,
            message.name,
            Role(message.role),
            who.staff_id,
            message.reason,
            message.email,
        )
    return m.KeyGiven(login=message.login, key=key)


def reset(services: Services, who: SignedIn, message: m.ResetStaff) -> m.KeyGiven:
    """Let somebody start again with a fresh key.

    Raises:
        Refusal: ``not-possible`` for nobody, and for oneself.
    """
    _must_be_another(who, message.login)
    with refusals(ValueError):
        key = members.reset(services, message.login, who.staff_id, message.reason)
    return m.KeyGiven(login=message.login, key=key)


def retire(services: Services, who: SignedIn, message: m.RetireStaff) -> None:
    """Somebody left.

    Raises:
        Refusal: ``not-possible`` for nobody, and for oneself.
    """
    _must_be_another(who, message.login)
    with refusals(ValueError):
        members.retire(services, message.login, who.staff_id, message.reason)


def _must_be_another(who: SignedIn, login: str) -> None:
    """So that the last administrator cannot leave nobody behind, nor skip their own factor."""
    if login == who.login:
        raise Refusal(ProblemCode.NOT_POSSIBLE, "somebody else has to do this for you")

"""Mail addresses: whose they are, and what others may see of them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.people.tables import Holder, Person
from central.registry.tables import Registration, RegistrationPerson, Role
from kiosk.identity import IdType

_REPRESENTATIVES_MAX = 3


def masked_address(address: str) -> str:
    """First letters and dots, as a screen others look at may show it.

    >>> masked_address("ana@correo.example.invalid"), masked_address("x")
    ('a•••@c•••.invalid', '•••')
    """
    name, at, domain = address.partition("@")
    if not at:
        return "•••"
    return f"{name[:1]}•••@{domain[:1]}•••.{domain.rpartition('.')[2]}"


def addresses_of(db: Session, holder: Holder) -> list[str]:
    """Where the owner of an account reads mail.

    The address given for the account, else the person's own, else a company's representatives'.
    """
    if holder.email:
        return [holder.email]
    own = db.scalar(
        select(Person.email).where(
            Person.chamber_code == holder.chamber_code,
            Person.id_type == holder.id_type,
            Person.id_number == holder.id_number,
        )
    )
    if own:
        return [own]
    if holder.id_type is not IdType.NIT:
        return []
    found = db.scalars(
        select(Person.email)
        .join(
            RegistrationPerson,
            (RegistrationPerson.chamber_code == Person.chamber_code)
            & (RegistrationPerson.id_type == Person.id_type)
            & (RegistrationPerson.id_number == Person.id_number),
        )
        .join(Registration, Registration.id == RegistrationPerson.registration_id)
        .where(
            Registration.chamber_code == holder.chamber_code,
            Registration.nit == holder.id_number,
            RegistrationPerson.role == Role.REPRESENTATIVE,
            Person.email != "",
        )
        .distinct()
        .order_by(Person.email)
        .limit(_REPRESENTATIVES_MAX)
    )
    return list(found)

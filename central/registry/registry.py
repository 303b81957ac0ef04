"""The registry's questions: one registration, a search, a person's own, and what is certified.

An adapter to a chamber's own registry would answer the same functions.
"""

import re
from collections.abc import Iterator

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from central.registry.names import name_key
from central.registry.sections import read_section
from central.registry.tables import Kind, Registration, RegistrationPerson, RegistrationSection
from kiosk.contract.messages import RegistrationSummary
from kiosk.documents.certificate import Section
from kiosk.identity import IdType, PersonId

_PAGE_SIZE_MAX = 50
_WORDS_MAX = 8
# Made once: building a statement takes SQLAlchemy longer than running it.
_BY_NUMBER = select(Registration).where(
    Registration.chamber_code == bindparam("chamber"), Registration.number == bindparam("number")
)
_SECTIONS = (
    select(RegistrationSection)
    .where(
        RegistrationSection.chamber_code == bindparam("chamber"),
        RegistrationSection.registration_id == bindparam("registration"),
    )
    .order_by(RegistrationSection.position)
)


def find(db: Session, chamber: str, number: str) -> Registration | None:
    """The registration with this number."""
    return db.scalar(_BY_NUMBER, {"chamber": chamber, "number": number})


def search(
    db: Session, chamber: str, text: str, page: int, size: int
) -> tuple[list[Registration], int]:
    """One page of what matches, by name, and how many match in all.

    ``text`` is a registration number, a NIT with or without its check digit (dots and dashes are
    ignored), or else parts of a name in any order, accents and case ignored.

    Args:
        db: the transaction to read in.
        chamber: two digits.
        text: what the person typed.
        page: from 1.
        size: rows a page, at most 50.
    """
    size = max(1, min(size, _PAGE_SIZE_MAX))
    for matching in _conditions(chamber, text):
        total = db.scalar(select(func.count()).select_from(Registration).where(matching)) or 0
        if total:
            rows = db.scalars(
                select(Registration)
                .where(matching)
                .order_by(Registration.name_key, Registration.number)
                .limit(size)
                .offset((max(1, page) - 1) * size)
            )
            return list(rows), total
    return [], 0


def owned_by(db: Session, chamber: str, person: PersonId) -> list[Registration]:
    """The registrations a person or company owns or represents, by name."""
    theirs = select(RegistrationPerson.registration_id).where(
        RegistrationPerson.chamber_code == chamber,
        RegistrationPerson.id_type == str(person.id_type),
        RegistrationPerson.id_number == person.number,
    )
    condition: ColumnElement[bool] = Registration.id.in_(theirs)
    if person.id_type is IdType.NIT:
        condition = or_(condition, Registration.nit == person.number)
    rows = db.scalars(
        select(Registration)
        .where(Registration.chamber_code == chamber, condition)
        .order_by(Registration.name_key, Registration.number)
    )
    return list(rows)


def sections(db: Session, registration: Registration, certificate_type: str) -> tuple[Section, ...]:
    """What is certified under this certificate type, in the registry's own order."""
    rows = db.scalars(
        _SECTIONS, {"chamber": registration.chamber_code, "registration": registration.id}
    )
    return tuple(read_section(row) for row in rows if certificate_type in row.certificates.split())


def summary(registration: Registration) -> RegistrationSummary:
    """A registration as lists show it; the NIT is written with dots and check digit."""
    dotted = f"{int(registration.nit):,}".replace(",", ".")
    return RegistrationSummary(
        number=registration.number,
        chamber_code=registration.chamber_code,
        name=registration.name,
        nit=f"{dotted}-{registration.nit_check_digit}",
        kind=Kind(registration.kind).value,
        municipality=registration.municipality,
        status=registration.status,
        last_renewed_year=registration.last_renewed_year,
    )


def _conditions(chamber: str, text: str) -> Iterator[ColumnElement[bool]]:
    """What the text may mean, the surest first.

    Numbers are looked up in their indexes, each of which begins with the chamber; for parts of
    names all names are read through, in the index that holds them. One condition for all of it
    would read every row of the table.
    """
    here = Registration.chamber_code == chamber
    number = re.sub(r"[.,\s-]", "", text)
    if number.isascii() and number.isalnum():
        base, digit = number[:-1], number[-1]
        yield or_(
            and_(here, Registration.number == number.upper()),
            and_(here, Registration.nit == number),
            and_(here, Registration.nit == base, Registration.nit_check_digit == digit),
        )
    words = name_key(text).split()[:_WORDS_MAX]
    if words:
        yield and_(here, *(Registration.name_key.contains(w, autoescape=True) for w in words))

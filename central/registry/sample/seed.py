"""Writes the sample registry into a chamber's tables."""

from datetime import date

from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.registry.names import name_key
from central.registry.sample.facts import Facts, Party
from central.registry.sample.invented import invented
from central.registry.sample.known import known
from central.registry.sample.sections import worded
from central.registry.sections import write_blocks
from central.registry.tables import (
    Kind,
    Registration,
    RegistrationPerson,
    RegistrationSection,
    Role,
)


def seed_registry(db: Session, chamber: str, companies: int, today: date) -> int:
    """Add the well-known registrations and ``companies`` invented ones; how many rows of either.

    Args:
        db: the transaction to write in.
        chamber: two digits.
        companies: how many merchants beside the well-known; each owns one or two registrations.
        today: most of them are renewed for its year, and none has an entry after it.
    """
    count = 0
    # The day of the last entry moves once a year only, so that certificates keep their lengths.
    last = min(date(today.year, 3, 1), today)
    for facts in (*known(today.year), *invented(companies, today.year)):
        _add(db, chamber, facts, last)
        count += 1
    db.flush()
    return count


def _add(db: Session, chamber: str, facts: Facts, last: date) -> None:
    registration = Registration(
        id=new_id(),
        chamber_code=chamber,
        number=facts.number,
        kind=facts.kind,
        organisation=facts.organisation,
        name=facts.name,
        name_key=name_key(facts.name),
        nit=facts.nit.number,
        nit_check_digit=facts.nit.check_digit,
        municipality=facts.municipality,
        status=facts.status,
        registered_on=facts.registered_on,
        last_renewed_year=facts.last_renewed_year,
        bidder_state="00" if facts.kind == Kind.BIDDER else "",
        procedures_pending=facts.procedures_pending,
    )
    db.add(registration)
    db.flush()
    for role, party in _people(facts):
        db.add(
            RegistrationPerson(
                id=new_id(),
                chamber_code=chamber,
                registration_id=registration.id,
                role=role,
                id_type=str(party.identity.id_type),
                id_number=party.identity.number,
                name=party.name,
            )
        )
    for position, section in enumerate(worded(facts, last)):
        db.add(
            RegistrationSection(
                id=new_id(),
                chamber_code=chamber,
                registration_id=registration.id,
                position=position,
                certificates=section.certificates,
                title=section.title,
                blocks=write_blocks(section.title, section.blocks),
            )
        )


def _people(facts: Facts) -> list[tuple[Role, Party]]:
    owners = [(Role.OWNER, facts.owner)] if facts.owner else []
    return owners + [(Role.REPRESENTATIVE, party) for party in facts.representatives]

"""Writes the sample registry into a chamber's tables."""

import itertools
from datetime import date
from typing import cast

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from central.db.base import Base
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

BATCH = 500
"""Registrations written at once; memory does not grow with their number."""


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
    everybody = itertools.chain(known(today.year), invented(companies, today.year))
    while batch := list(itertools.islice(everybody, BATCH)):
        rows = [_rows(chamber, facts, last) for facts in batch]
        for table in (Registration, RegistrationPerson, RegistrationSection):
            if values := [value for each in rows for value in each[table]]:
                db.execute(insert(cast("Table", table.__table__)), values)
        count += len(batch)
    return count


def _rows(chamber: str, facts: Facts, last: date) -> dict[type[Base], list[dict[str, object]]]:
    """The rows of one registration as values: a million objects would not fit into memory."""
    registration_id = new_id()
    registration: dict[str, object] = {
        "id": registration_id,
        "chamber_code": chamber,
        "number": facts.number,
        "kind": facts.kind,
        "organisation": facts.organisation,
        "name": facts.name,
        "name_key": name_key(facts.name),
        "nit": facts.nit.number,
        "nit_check_digit": facts.nit.check_digit,
        "municipality": facts.municipality,
        "status": facts.status,
        "registered_on": facts.registered_on,
        "last_renewed_year": facts.last_renewed_year,
        "bidder_state": "00" if facts.kind == Kind.BIDDER else "",
        "procedures_pending": facts.procedures_pending,
    }
    people: list[dict[str, object]] = [
        {
            "id": new_id(),
            "chamber_code": chamber,
            "registration_id": registration_id,
            "role": role,
            "id_type": str(party.identity.id_type),
            "id_number": party.identity.number,
            "name": party.name,
        }
        for role, party in _people(facts)
    ]
    sections: list[dict[str, object]] = [
        {
            "id": new_id(),
            "chamber_code": chamber,
            "registration_id": registration_id,
            "position": position,
            "certificates": section.certificates,
            "title": section.title,
            "blocks": write_blocks(section.title, section.blocks),
        }
        for position, section in enumerate(worded(facts, last))
    ]
    return {
        Registration: [registration],
        RegistrationPerson: people,
        RegistrationSection: sections,
    }


def _people(facts: Facts) -> list[tuple[Role, Party]]:
    owners = [(Role.OWNER, facts.owner)] if facts.owner else []
    return owners + [(Role.REPRESENTATIVE, party) for party in facts.representatives]

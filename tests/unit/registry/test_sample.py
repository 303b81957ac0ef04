import re
from collections import Counter
from datetime import date

import pytest
from babel.dates import format_date
from sqlalchemy import select
from sqlalchemy.orm import Session
from stdnum.co import nit

from central.certificates.catalogue import catalogue
from central.certificates.renewal import renewal_state
from central.db.engine import make_engine
from central.db.tables import metadata
from central.registry.registry import find
from central.registry.sample.facts import Facts
from central.registry.sample.invented import invented
from central.registry.sample.known import known
from central.registry.sample.sections import worded
from central.registry.sample.seed import seed_registry
from central.registry.tables import Kind, Registration, RegistrationPerson, RegistrationSection
from central.settings import Settings
from kiosk.documents.model import from_json, plain_text
from tests.support.registry import CHAMBER, TODAY, YEAR, sample_registry

LAST = date(YEAR, 3, 1)


def every_fact(count: int = 120) -> list[Facts]:
    return [*known(YEAR), *invented(count, YEAR)]


def written(db: Session) -> list[tuple[str, ...]]:
    rows = db.execute(
        select(Registration.number, Registration.name, RegistrationSection.blocks)
        .join(RegistrationSection, RegistrationSection.registration_id == Registration.id)
        .order_by(Registration.number, RegistrationSection.position)
    )
    return [tuple(row) for row in rows]


def seeded(companies: int) -> list[tuple[str, ...]]:
    engine = make_engine("sqlite://")
    metadata.create_all(engine)
    with Session(engine) as db:
        seed_registry(db, CHAMBER, companies, TODAY)
        rows = written(db)
    engine.dispose()
    return rows


def test_the_registry_is_the_same_every_time() -> None:
    assert seeded(12) == seeded(12)


def test_more_companies_leave_the_first_ones_as_they_were() -> None:
    few, many = seeded(5), seeded(15)
    assert set(few) < set(many)


def test_every_number_is_unique() -> None:
    counted = Counter(facts.number for facts in every_fact())
    assert counted.most_common(1)[0][1] == 1


def test_every_nit_is_valid_and_in_the_range_kept_for_samples() -> None:
    for facts in every_fact():
        assert nit.is_valid(facts.nit.number + facts.nit.check_digit), facts.number
        person = facts.kind in {Kind.NATURAL_PERSON, Kind.ESTABLISHMENT}
        assert int(facts.nit.number) >= (1_990_000_000 if person else 990_000_000)
        assert len(facts.nit.number) == (10 if person else 9)


def test_every_person_is_invented(db: Session) -> None:
    numbers = db.scalars(select(RegistrationPerson.id_number)).all()
    assert numbers
    assert all(int(number) >= 1_990_000_000 for number in numbers)


def test_contact_data_reach_nobody() -> None:
    for facts in every_fact():
        assert facts.email.endswith("@example.invalid")
        assert re.fullmatch(r"300 000 00\d\d", facts.phone)


def test_the_identity_numbers_in_the_texts_reach_nobody(db: Session) -> None:
    texts = (
        plain_text(from_json(blocks)) for blocks in db.scalars(select(RegistrationSection.blocks))
    )
    numbers = [
        int(number.replace(".", ""))
        for text in texts
        for number in re.findall(r"(?:C\.C\.|NIT:?) ([\d.]{9,})", text)
    ]
    assert len(numbers) > 20
    assert min(numbers) >= 990_000_000


def test_every_kind_is_there() -> None:
    assert {facts.kind for facts in every_fact()} == set(Kind)


def test_some_registrations_are_not_renewed() -> None:
    years = Counter(facts.last_renewed_year for facts in every_fact())
    assert years[YEAR] > 100
    assert sum(years.values()) - years[YEAR] - years[None] > 5


@pytest.mark.parametrize("facts", known(YEAR), ids=lambda facts: facts.name)
def test_every_known_registration_has_something_to_certify(facts: Facts) -> None:
    assert len(worded(facts, LAST)) >= 3


def test_no_template_field_is_left_open() -> None:
    for facts in every_fact():
        for section in worded(facts, LAST):
            assert not re.search(r"[{}]", repr(section.blocks)), section.title


def test_nothing_is_entered_after_the_day_of_the_sample() -> None:
    for last in (LAST, date(YEAR, 1, 2)):
        for facts in every_fact(40):
            for section in worded(facts, last):
                if "Término" not in section.title:
                    assert all(day <= last for day in days_in(repr(section.blocks))), section


def days_in(text: str) -> list[date]:
    """All days that a text names in words."""
    months = {format_date(date(YEAR, n, 1), "MMMM", locale="es_CO"): n for n in range(1, 13)}
    found = re.findall(r"(\d{1,2}) de (\w+) de (\d{4})\b", text)
    return [date(int(year), months[month], int(day)) for day, month, year in found]


@pytest.mark.parametrize("today", [date(2027, 1, 2), date(2029, 2, 28), date(2031, 12, 31)])
def test_the_sample_is_of_the_present_year_whenever_it_is_made(today: date) -> None:
    pages = {("00041018", "CerMat"): 1, ("00052310", "CerExi"): 3, ("00018842", "CerExi"): 6}
    with sample_registry(companies=0, today=today) as db:
        for (number, type_), length in pages.items():
            found = find(db, CHAMBER, number)
            assert found is not None
            assert renewal_state(found.last_renewed_year, today) == "renewed"
            items = catalogue(db, Settings(demo=True), found, today).items
            assert {item.certificate_type: item.pages for item in items}[type_] == length


def test_reforms_are_in_order_of_time(db: Session) -> None:
    river = next(facts for facts in known(YEAR) if facts.number == "00018842")
    reforms = next(w for w in worded(river, LAST) if w.title == "Reformas de los estatutos")
    entries = [int(number) for number in re.findall(r"No\. (\d+) del [^']* libro", repr(reforms))]
    assert len(entries) == river.reforms
    assert entries == sorted(entries)

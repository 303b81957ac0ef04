from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from central.registry.registry import find, owned_by, search, sections, summary
from kiosk.identity import IdType, PersonId
from tests.support.registry import CHAMBER


def names(db: Session, text: str, page: int = 1, size: int = 20) -> list[str]:
    return [found.name for found in search(db, CHAMBER, text, page, size)[0]]


def test_a_number_finds_its_registration(db: Session) -> None:
    found = find(db, CHAMBER, "00041018")
    assert found is not None
    assert found.name == "Café de la Loma"


def test_another_chamber_has_none_of_it(db: Session) -> None:
    assert find(db, "16", "00041018") is None
    assert search(db, "16", "nogal", 1, 5) == ([], 0)
    assert owned_by(db, "16", PersonId(IdType.CC, "1990000001")) == []


@pytest.mark.parametrize(
    "text",
    ["990000101", "9900001018", "990.000.101-8", "990 000 101", "00052310", "nogal",
     "DISTRIBUCIONES  el nogál", "nogal distribuciones", "el nogal s.a.s."],
)  # fmt: skip
def test_a_company_is_found_by_number_nit_or_name(db: Session, text: str) -> None:
    assert names(db, text) == ["Distribuciones El Nogal S.A.S."]


@pytest.mark.parametrize("text", ["00052310", "990000101", "990.000.101-8"])
def test_a_number_is_looked_up_and_never_read_for_among_all(db: Session, text: str) -> None:
    """In a chamber with a million companies that was the difference of seconds to milliseconds."""
    ran: list[tuple[str, Any]] = []
    engine = db.get_bind()

    def note(_c: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        ran.append((statement, values))

    event.listen(engine, "before_cursor_execute", note)
    try:
        assert names(db, text)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert len(ran) == 2  # how many, and the page
    for statement, values in ran:
        plan = db.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
        reads = [row.detail for row in plan if "registrations" in row.detail]
        assert len(reads) == 3
        assert all("AND n" in read for read in reads), reads  # a number or nit, not a chamber


def test_a_wrong_check_digit_finds_nobody(db: Session) -> None:
    assert names(db, "990.000.101-7") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("ninez", "Fundación Niñez y Páramo"), ("CAFE DE", "Café de la Loma"), ("peña", None)],
)
def test_accents_and_case_do_not_matter(db: Session, text: str, name: str | None) -> None:
    found = names(db, text)
    assert found
    assert name is None or name in found


@pytest.mark.parametrize("text", ["%", "_", "%%%", "'; drop table registrations; --", "  ", "zzz"])
def test_signs_that_mean_something_to_a_database_mean_nothing_here(db: Session, text: str) -> None:
    assert search(db, CHAMBER, text, 1, 5) == ([], 0)


def test_pages_are_disjoint_and_add_up(db: Session) -> None:
    _, total = search(db, CHAMBER, "a", 1, 3)
    assert 10 < total <= 50
    seen = [
        row.number
        for page in range(1, total // 3 + 2)
        for row in search(db, CHAMBER, "a", page, 3)[0]
    ]
    assert len(seen) == len(set(seen)) == total
    assert search(db, CHAMBER, "a", 10_000, 5) == ([], total)


def test_a_person_owns_what_is_theirs_and_what_they_represent(db: Session) -> None:
    owned = owned_by(db, CHAMBER, PersonId(IdType.CC, "1990000001"))
    assert {row.number for row in owned} == {"00041017", "00041018", "00052310"}


def test_a_company_owns_its_own_registrations(db: Session) -> None:
    owned = owned_by(db, CHAMBER, PersonId(IdType.NIT, "990000102", "5"))
    assert {row.number for row in owned} == {"00018842", "00000077"}


def test_a_stranger_owns_nothing(db: Session) -> None:
    assert owned_by(db, CHAMBER, PersonId(IdType.CC, "1999999999")) == []


def test_a_summary_shows_the_nit_with_dots_and_check_digit(db: Session) -> None:
    found = find(db, CHAMBER, "00052310")
    assert found is not None
    shown = summary(found)
    assert (shown.nit, shown.kind, shown.last_renewed_year) == (
        "990.000.101-8",
        "legal_person",
        2026,
    )


def test_each_certificate_type_has_its_own_sections(db: Session) -> None:
    found = find(db, CHAMBER, "00052310")
    assert found is not None
    existence = [section.title for section in sections(db, found, "CerExi")]
    mercantile = [section.title for section in sections(db, found, "CerMat")]
    books = [section.title for section in sections(db, found, "CerLibRegMer")]
    assert "Objeto social" in existence
    assert "Objeto social" not in mercantile
    assert [title for title in existence if title in mercantile] == mercantile
    assert books == ["Libros inscritos"]
    assert sections(db, found, "CerPro") == ()

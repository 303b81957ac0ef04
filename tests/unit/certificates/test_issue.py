from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from central.certificates.issue import Issue, build, issue_for
from central.certificates.receipt import build_receipt
from central.registry.registry import find
from central.registry.tables import Registration
from central.settings import Chamber, Settings
from kiosk.documents.model import Heading, Logo, Watermark, from_json, plain_text, to_json
from kiosk.documents.pdf import page_count
from tests.support.receipts import make_receipt
from tests.support.registry import CHAMBER

ISSUE = Issue(
    chamber_name="Cámara de Comercio de Ejemplo",
    code="ABCD2345",
    issued_at=datetime(2026, 11, 21, 15, tzinfo=UTC),
    order_number="2026000123",
    operation_number="0f3a77c1",
    price=12_100,
    verification_url="https://camara.invalid/v/ABCD2345",
)


def registration(db: Session, number: str) -> Registration:
    found = find(db, CHAMBER, number)
    assert found is not None
    return found


def watermarks(db: Session, number: str, at: datetime, type_: str = "CerExi") -> list[str]:
    document = build(db, registration(db, number), type_, replace(ISSUE, issued_at=at))
    return [block.text for block in document.blocks if isinstance(block, Watermark)]


def test_a_certificate_says_what_the_registry_knows(db: Session) -> None:
    text = plain_text(build(db, registration(db, "00052310"), "CerExi", ISSUE))
    for said in ("990.000.101-8", "OBJETO SOCIAL", "ANA LUCÍA ROJAS PEÑA", "BODEGA EL NOGAL"):
        assert said in text
    assert "VALOR DEL CERTIFICADO : $12.100" in text


def test_a_certificate_follows_the_chambers_settings(db: Session) -> None:
    settings = Settings(
        chamber=Chamber(
            name="Cámara del Páramo", logo="otra", secretary="Secretaria", signature=""
        ),
        public_address="https://camara.invalid/portal/",
        verification_days=None,
        verification_limit=3,
    )
    issue = issue_for(
        settings,
        code=ISSUE.code,
        issued_at=ISSUE.issued_at,
        order_number="000001",
        operation_number="0f3a77c1",
        price=12_100,
    )
    document = build(db, registration(db, "00052310"), "CerExi", issue)
    text = plain_text(document)
    assert "en https://camara.invalid/portal/v/ABCD2345 con" in text
    assert "puede hacerse hasta 3 veces." in text
    assert "DEMOSTRACIÓN" not in text
    logos = [(block.name, block.text) for block in document.blocks if isinstance(block, Logo)]
    assert logos == [("otra", "Cámara del Páramo")]


def test_the_certificate_keeps_the_registrys_order(db: Session) -> None:
    document = build(db, registration(db, "00018842"), "CerExi", ISSUE)
    heads = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 3]
    assert heads.index("CONSTITUCIÓN") < heads.index("OBJETO SOCIAL") < heads.index("CAPITAL")
    assert heads != sorted(heads)


def test_the_same_issue_gives_the_same_frozen_text(db: Session) -> None:
    row = registration(db, "00052310")
    text = to_json(build(db, row, "CerExi", ISSUE))
    assert text == to_json(build(db, row, "CerExi", ISSUE))
    assert to_json(from_json(text)) == text


@pytest.mark.parametrize(
    ("at", "marks", "reminded"),
    [
        (datetime(2026, 12, 1, tzinfo=UTC), [], False),
        (datetime(2027, 3, 31, 23, tzinfo=UTC), [], True),
        (datetime(2027, 4, 1, 4, 59, tzinfo=UTC), [], True),
        (datetime(2027, 4, 1, 5, 0, tzinfo=UTC), ["MATRÍCULA NO RENOVADA"], False),
    ],
    ids=["renewed", "due", "still the last day in Bogotá", "overdue"],
)
def test_renewal_is_judged_by_the_colombian_day(
    db: Session, at: datetime, marks: list[str], reminded: bool
) -> None:
    assert watermarks(db, "00052310", at) == marks
    document = build(db, registration(db, "00052310"), "CerExi", replace(ISSUE, issued_at=at))
    assert ("DEBE RENOVARSE" in plain_text(document)) is reminded


def test_a_registration_that_is_behind_is_marked(db: Session) -> None:
    assert watermarks(db, "00033905", ISSUE.issued_at) == ["MATRÍCULA NO RENOVADA"]


def test_a_bidder_is_never_behind_and_has_its_own_page_marks(db: Session) -> None:
    document = build(db, registration(db, "00000077"), "CerPro", ISSUE)
    assert not any(isinstance(block, Watermark) for block in document.blocks)
    assert document.meta["register"] == "bidder"
    assert page_count(document) == 3


def test_pending_procedures_are_on_the_paper(db: Session) -> None:
    text = plain_text(build(db, registration(db, "00033905"), "CerExi", ISSUE))
    assert "TRÁMITES EN PROCESO" in text


@pytest.mark.parametrize("type_", ["CerPro", "CerEsadl", "Nothing"])
def test_a_type_the_registration_may_not_have_is_refused(db: Session, type_: str) -> None:
    with pytest.raises(ValueError, match="no certificate"):
        build(db, registration(db, "00052310"), type_, ISSUE)


def test_a_receipt_for_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="captured line"):
        build_receipt(make_receipt(lines=0))
    assert build_receipt(make_receipt()).kind == "cash_receipt"

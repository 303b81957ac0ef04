from datetime import date

import pytest
from sqlalchemy.orm import Session

from central.certificates.catalogue import catalogue
from central.certificates.types import TYPES, allowed_types, type_of
from central.registry.registry import find
from central.registry.tables import Kind, Registration
from central.settings import Chamber, Settings
from kiosk.contract.messages import Catalogue
from tests.support.registry import CHAMBER

ON = date(2026, 5, 4)
DEMO = Settings(demo=True)


def of(db: Session, number: str, on: date = ON, settings: Settings = DEMO) -> Catalogue:
    found = find(db, CHAMBER, number)
    assert found is not None
    return catalogue(db, settings, found, on)


@pytest.mark.parametrize(
    ("number", "offered"),
    [
        ("00041017", {"CerMat": 6_100}),
        ("00041018", {"CerMat": 6_100}),
        ("00052310", {"CerExi": 12_100, "CerMat": 6_100}),
        ("S0000501", {"CerEsadl": 12_100}),
        ("00000077", {}),
    ],
    ids=["natural person", "establishment", "company", "nonprofit", "bidder without price"],
)
def test_each_kind_is_offered_its_certificates(
    db: Session, number: str, offered: dict[str, int]
) -> None:
    assert {item.certificate_type: item.price for item in of(db, number).items} == offered


@pytest.mark.parametrize(
    ("number", "type_", "pages"),
    [("00041018", "CerMat", 1), ("00052310", "CerExi", 3), ("00018842", "CerExi", 6)],
)
def test_the_well_known_certificates_have_their_lengths(
    db: Session, number: str, type_: str, pages: int
) -> None:
    item = next(item for item in of(db, number).items if item.certificate_type == type_)
    assert item.pages == pages
    assert item.roll_mm > 150 * pages


def test_the_length_is_that_of_this_chambers_own_words(db: Session) -> None:
    wordy = Chamber(name="Cámara de Comercio " + "de la Región del Ejemplo Más Largo " * 60)
    short, long = (
        of(db, "00041018", settings=Settings(chamber=chamber)).items[0]
        for chamber in (Chamber(), wordy)
    )
    assert long.pages > short.pages
    assert long.roll_mm > short.roll_mm


def test_an_item_says_what_it_is_for(db: Session) -> None:
    for item in of(db, "00052310").items:
        type_ = type_of(item.certificate_type)
        assert type_ is not None
        assert (item.name, item.purpose, item.service_code) == (
            type_.name,
            type_.purpose,
            type_.service_code,
        )


def test_pending_procedures_and_a_late_renewal_are_said_before_payment(db: Session) -> None:
    warnings = of(db, "00033905").warnings
    assert any("TRÁMITES EN PROCESO" in text for text in warnings)
    assert any("NO ESTÁ RENOVADA" in text for text in warnings)
    assert of(db, "00052310").warnings == ()


def test_before_the_first_price_nothing_is_offered(db: Session) -> None:
    assert of(db, "00052310", date(2024, 6, 1)).items == ()


def make_registration(kind: Kind, category: str = "1", bidder_state: str = "") -> Registration:
    return Registration(kind=kind, category=category, bidder_state=bidder_state)


@pytest.mark.parametrize(
    ("registration", "codes"),
    [
        (make_registration(Kind.LEGAL_PERSON), {"CerExi", "CerMat", "CerLibRegMer"}),
        (make_registration(Kind.LEGAL_PERSON, "2"), {"CerMat", "CerLibRegMer"}),
        (make_registration(Kind.NATURAL_PERSON), {"CerMat", "CerLibRegMer"}),
        (make_registration(Kind.ESTABLISHMENT), {"CerMat"}),
        (make_registration(Kind.NONPROFIT), {"CerEsadl", "CerLibRegEsadl"}),
        (make_registration(Kind.NONPROFIT, "3"), {"CerLibRegEsadl"}),
        (make_registration(Kind.BIDDER, bidder_state="00"), {"CerPro"}),
        (make_registration(Kind.BIDDER, bidder_state="02"), {"CerPro"}),
        (make_registration(Kind.BIDDER, bidder_state="01"), set()),
    ],
)
def test_the_rules_of_who_may_have_what(registration: Registration, codes: set[str]) -> None:
    assert {type_.code for type_ in allowed_types(registration)} == codes


def test_type_codes_fit_the_wire() -> None:
    assert len({type_.code for type_ in TYPES}) == len(TYPES) == 6
    assert all(type_.code.isalnum() and len(type_.code) <= 20 for type_ in TYPES)
    assert type_of("CerMatX") is None

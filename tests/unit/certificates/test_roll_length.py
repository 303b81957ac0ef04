"""The catalogue's estimate against the layout that the printer driver makes."""

import pytest
from sqlalchemy.orm import Session

from central.certificates.issue import build
from central.registry.registry import find
from drivers.printer.layout import lay_out
from drivers.printer.profile import load_profile
from kiosk.documents.roll_estimate import roll_length_mm
from tests.support.registry import CHAMBER
from tests.unit.certificates.test_issue import ISSUE


@pytest.mark.parametrize(
    ("number", "type_"),
    [
        ("00041018", "CerMat"),
        ("00041017", "CerMat"),
        ("00052310", "CerExi"),
        ("00018842", "CerExi"),
        ("S0000501", "CerEsadl"),
    ],
)
def test_the_estimate_is_within_a_tenth_of_the_strip(db: Session, number: str, type_: str) -> None:
    registration = find(db, CHAMBER, number)
    assert registration is not None
    document = build(db, registration, type_, ISSUE)
    printed = lay_out(document, load_profile("epson-tm-t20iii")).length_mm
    assert roll_length_mm(document) == pytest.approx(printed, rel=0.10)

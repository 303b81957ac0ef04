"""Bank slips: handed out by agreement, payable at a desk all the same, led back by reference."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from central.db.ids import new_id
from central.payments.slip import number_in
from central.settings import Collection, Settings
from kiosk.contract.staff import settlements as m
from tests.support.central import START, Central, fresh_database, make_central
from tests.support.settlements import (
    ANA_HAS,
    PATH,
    Cashier,
    balance,
    good,
    nothing_wrong,
    refused,
    state,
)
from tests.support.staff import hired

GLN = "7700000000002"
AGREED = Collection(gln=GLN, banks=("Banco de Ejemplo",))


@pytest.fixture
def agreed(tmp_path: Path) -> Iterator[Central]:
    """A central whose chamber has a collection agreement."""
    made = make_central(tmp_path, fresh_database(tmp_path, "sqlite"), collection=AGREED)
    yield made
    made.close()


def test_a_slip_says_what_the_bank_reads(agreed: Central) -> None:
    carlos = Cashier(agreed)
    made = carlos.makes(120_000)
    assert made.has_slip
    given = m.SlipGiven.model_validate(good(carlos.slip(made)))
    assert (given.gln, given.reference, given.amount_digits) == (GLN, "9900000000001", 8)
    assert (given.settlement.state, given.banks) == ("at-bank", ("Banco de Ejemplo",))
    assert given.last_day == made.expires_at.date()
    assert m.SlipGiven.model_validate(good(carlos.slip(made))).reference == given.reference


def test_a_slip_in_somebodys_pocket_keeps_no_desk_from_taking_it(agreed: Central) -> None:
    carlos = Cashier(agreed)
    made = carlos.makes()
    good(carlos.slip(made))
    carlos.takes(made)
    assert refused(carlos.slip(made)) == "settlement-locked"
    assert state(carlos.lets_go(made)).state == "at-bank"
    carlos.takes(made)
    good(carlos.pays(made))
    assert refused(carlos.slip(made)) == "settlement-closed"
    assert balance(agreed) == ANA_HAS + 20_000
    nothing_wrong(agreed)


def test_the_bank_reports_by_the_reference_of_its_slip(agreed: Central) -> None:
    carlos, marta = Cashier(agreed), hired(agreed, "marta")
    marta.sign_in()
    reference = good(carlos.slip(carlos.makes()))["reference"]
    values: dict[str, Any] = {"reference": reference, "amount": 20_000, "paid_on": START.date()}
    path = f"{PATH}/report"
    answer = good(marta.ask(path, m.ReportPayment, payment_id=new_id(), **values))
    assert answer["exception"] is None
    answer = good(marta.ask(path, m.ReportPayment, payment_id=new_id(), **values))
    assert answer["exception"]["why"] == "paid-before"
    assert balance(agreed) == ANA_HAS + 20_000
    nothing_wrong(agreed)


def test_without_an_agreement_there_is_no_slip(office: Central) -> None:
    carlos = Cashier(office)
    made = carlos.makes()
    assert not made.has_slip
    assert refused(carlos.slip(made)) == "not-possible"
    assert carlos.finds(made.number).state == "open"


@pytest.mark.parametrize(
    ("code", "form", "reference", "number"),
    [
        ("99", "chamber", "9900000000123", "000123"),
        ("07", "chamber", "0700000000123", "000123"),
        ("07", "chamber", "700000000123", "000123"),
        ("07", "chamber", " 0700001234567 ", "1234567"),
        ("99", "chamber", "123", "000123"),
        ("99", "chamber", "1600000000123", "1600000000123"),  # another chamber's
        ("99", "number", "00000123", "000123"),
        ("99", "number", "9900000000123", "9900000000123"),
    ],
)
def test_a_reference_leads_back(code: str, form: Any, reference: str, number: str) -> None:
    settings = Settings(
        chamber={"code": code},  # type: ignore[arg-type]
        collection=Collection(gln=GLN, reference_format=form),
    )
    assert number_in(settings, reference) == number


@pytest.mark.parametrize("gln", ["7700000000003", "77", "770000000000x"])
def test_an_agreement_with_a_wrong_number_is_no_setting(gln: str) -> None:
    with pytest.raises(ValidationError, match="GLN"):
        Collection(gln=gln)

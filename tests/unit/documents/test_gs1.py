"""The bank's symbol: read back by a reader that is not ours."""

from datetime import date
from typing import Any

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.documents.bars import QUIET_BARS, widths
from kiosk.documents.gs1 import GS, BankReference, gln_is_right

GLN = "7700000000002"
VECTOR = BankReference(GLN, "1600000123456", 100_000, date(2026, 12, 31))
MODULE_PX, HEIGHT_PX = 2, 60


def picture(data: str) -> Image.Image:
    """The bars with their quiet zones."""
    side = (sum(widths(data)) + 2 * QUIET_BARS) * MODULE_PX
    image = Image.new("L", (side, HEIGHT_PX), 255)
    at = QUIET_BARS * MODULE_PX
    for number, width in enumerate(widths(data)):
        if number % 2 == 0:
            image.paste(0, (at, 0, at + width * MODULE_PX, HEIGHT_PX))
        at += width * MODULE_PX
    return image


def read(data: str) -> tuple[str, str]:
    """What stands in the symbol: its elements, and the type the reader saw."""
    (found,) = zxingcpp.read_barcodes(picture(data), text_mode=zxingcpp.TextMode.HRI)
    return found.text, found.symbology_identifier


def test_the_vector_of_an_agreement() -> None:
    assert VECTOR.data == f"415{GLN}80201600000123456{GS}390000100000{GS}9620261231"
    assert VECTOR.text == f"(415){GLN}(8020)1600000123456(3900)00100000(96)20261231"


def test_a_reader_finds_its_elements() -> None:
    assert read(VECTOR.data) == (VECTOR.text, "]C1")


@settings(max_examples=40)
@given(
    reference=st.text("0123456789ABCXYZ", min_size=1, max_size=25),
    amount=st.integers(0, 99_999_999),
    last_day=st.none() | st.dates(date(2026, 1, 1), date(2099, 12, 31)),
)
def test_whatever_is_in_it_is_read_back(reference: str, amount: int, last_day: date | None) -> None:
    made = BankReference(GLN, reference, amount, last_day)
    assert read(made.data) == (made.text, "]C1")


@pytest.mark.parametrize(
    "changes",
    [
        {"gln": "7700000000003"},
        {"gln": "770000000000"},
        {"gln": "77000000000٠2"},
        {"reference": "1" * 26},
        {"reference": "16-0001"},
        {"reference": ""},
        {"amount_pesos": 100_000_000},
        {"amount_pesos": -1},
    ],
    ids=str,
)
def test_what_no_reader_would_take_is_refused(changes: dict[str, Any]) -> None:
    values: dict[str, Any] = {"gln": GLN, "reference": "16", "amount_pesos": 1_000}
    with pytest.raises(ValueError, match=r"GLN|reference|amount"):
        BankReference(**(values | changes))


def test_an_open_value_has_no_amount_and_an_open_end_no_day() -> None:
    assert BankReference(GLN, "16", 0).text == f"(415){GLN}(8020)16"
    assert BankReference(GLN, "16", 5, amount_digits=10).data.endswith(f"{GS}39000000000005")


@given(st.text("0123456789", min_size=12, max_size=12))
def test_one_check_digit_is_right(body: str) -> None:
    assert sum(gln_is_right(body + digit) for digit in "0123456789") == 1

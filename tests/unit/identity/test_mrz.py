import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.identity import IdType, PersonId
from kiosk.identity.mrz import read_mrz
from tests.support.cards import NUMBER, digital

ANA = PersonId(IdType.CC, NUMBER)


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\r"])
def test_the_digital_card_tells_number_and_names(end: str) -> None:
    holder = read_mrz(end.join(digital()) + end)
    assert holder is not None
    assert (holder.person, holder.names) == (ANA, "NANEZ ROJAS ANA LUCIA")


@pytest.mark.parametrize(
    "text",
    ["", "<" * 90, "".join(digital(country="PER")), "".join(digital())[:-1]],
    ids=["nothing", "blank", "another-country", "cut-off"],
)
def test_what_is_no_colombian_card_is_refused(text: str) -> None:
    assert read_mrz(text) is None


@given(st.integers(5, 59), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"))
def test_one_wrong_character_never_makes_another_person(position: int, char: str) -> None:
    zone = "".join(digital())
    holder = read_mrz(zone[:position] + char + zone[position + 1 :])
    assert holder is None or holder.person == ANA

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.identity import IdType, PersonId
from kiosk.identity.cedula import read_cedula
from tests.support.cards import NUMBER, yellow

ANA = PersonId(IdType.CC, NUMBER)


@pytest.mark.parametrize(
    "payload",
    [
        yellow(),
        b"]L0" + yellow(),
        b"\x00" + yellow(),  # a reader that adds a byte
        yellow(marker=b""),
        yellow(blood=b"AB+"),
        yellow(prefix=b"03"),
    ],
    ids=["whole", "aim-prefix", "shifted", "no-marker", "long-blood-group", "other-prefix"],
)
def test_a_card_tells_number_and_names(payload: bytes) -> None:
    holder = read_cedula(payload)
    assert holder is not None
    assert (holder.person, holder.names) == (ANA, "ÑÁÑEZ ROJAS ANA LUCÍA")


def test_a_reader_that_drops_nulls_loses_only_the_space_between_the_names() -> None:
    holder = read_cedula(yellow().replace(b"\x00", b""))
    assert holder is not None
    assert (holder.person, holder.names) == (ANA, "ÑÁÑEZROJASANALUCÍA")


def test_an_old_short_number_loses_its_zeros() -> None:
    holder = read_cedula(yellow("19900001"))
    assert holder is not None
    assert holder.person.number == "19900001"


def test_a_minor_has_an_identity_card() -> None:
    holder = read_cedula(yellow(prefix=b"I3"))
    assert holder is not None
    assert holder.person.id_type is IdType.TI


def test_a_card_that_was_cut_off_never_tells_a_wrong_number() -> None:
    cuts = [part for at in range(531) for part in (yellow()[:at], yellow()[at:])]
    assert {holder.person for cut in cuts if (holder := read_cedula(cut))} == {ANA}


def test_an_impossible_birth_date_is_no_card() -> None:
    assert read_cedula(yellow().replace(b"19800229", b"19810229")) is None


def test_nothing_of_the_fingerprints_is_kept() -> None:
    assert "FINGER" not in repr(read_cedula(yellow(fingerprints=b"FINGER" * 60)))


@given(st.binary(max_size=600))
def test_no_bytes_break_it(payload: bytes) -> None:
    assert read_cedula(payload) is None


@given(st.data())
def test_a_damaged_card_is_read_right_or_not_at_all(data: st.DataObject) -> None:
    card = bytearray(yellow())
    position = data.draw(st.integers(58, 530))
    card[position] = data.draw(st.integers(0, 255))
    holder = read_cedula(bytes(card))
    assert holder is None or holder.person == ANA

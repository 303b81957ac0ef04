import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.registry.names import name_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("CAFÉ DE LA LOMA", "cafe de la loma"),
        ("  Ñáñez   &  Güiza, S.A.S.  ", "nanez guiza sas"),
        ("María-José", "maria jose"),
        ("···", ""),
        ("𝑨ndes ＣＯＭＥＲＣＩＡＬ ª", "andes comercial a"),
    ],
)
def test_accents_case_and_punctuation_go(name: str, key: str) -> None:
    assert name_key(name) == key


def test_no_single_letter_of_unicode_has_two_keys() -> None:
    changed = [
        point for point in range(0x110000) if name_key(name_key(chr(point))) != name_key(chr(point))
    ]
    assert changed == []


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(text: str) -> None:
    key = name_key(text)
    assert name_key(key) == key
    assert "  " not in key

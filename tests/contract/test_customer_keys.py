"""What a customer's key may be."""

import pytest

from kiosk.contract.customer_keys import KEY_MAX, key_fault

ID = "1990000001"


@pytest.mark.parametrize(
    ("key", "fault"),
    [
        ("", "short"),
        ("48210", "short"),
        ("482107", ""),
        ("x9" * 16 + "y", "long"),
        ("abcd9" * 6 + "xy", ""),
        ("48 2107", ""),
        (" 482107", "signs"),
        ("4821\t07", "signs"),
        ("222222", "easy"),
        ("121212", "easy"),
        ("123456", "easy"),
        ("098765", "easy"),
        ("Qwerty", "easy"),
        ("990000", "own-id"),
        (ID, "own-id"),
        (f"x{ID}", "own-id"),
        ("Clavé-ñ7", ""),
    ],
)
def test_a_key_and_its_fault(key: str, fault: str) -> None:
    assert key_fault(key, ID) == fault


def test_a_short_document_may_be_part_of_a_key() -> None:
    assert key_fault("982017", "982") == ""
    assert KEY_MAX == 32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.identity.scanned import CertificateCode, read_symbol
from tests.support.cards import digital, yellow


@pytest.mark.parametrize("payload", [yellow(), b"]L0" + yellow(), "".join(digital()).encode()])
def test_a_card_is_a_holder(payload: bytes) -> None:
    assert "1990000001" in repr(read_symbol(payload))


@pytest.mark.parametrize(
    "payload",
    [
        b"https://camara.invalid/v/ABCD2345",
        b"]Q1https://camara.invalid:8443/verificar/v/ABCD2345\r\n",
    ],
)
def test_the_symbol_of_a_certificate_is_its_code(payload: bytes) -> None:
    assert read_symbol(payload) == CertificateCode("ABCD2345")


@pytest.mark.parametrize(
    "payload",
    [b"", b"5901234123457", b"https://camara.invalid/v/abc", b"javascript:/v/ABCD2345"],
)
def test_anything_else_is_none_of_ours(payload: bytes) -> None:
    assert read_symbol(payload) is None


@given(st.binary(max_size=1_200))
def test_no_bytes_break_it(payload: bytes) -> None:
    read_symbol(payload)

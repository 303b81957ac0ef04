import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.identity.scanned import CertificateCode, ServiceCode, read_symbol
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


def test_a_service_card_is_its_code() -> None:
    assert read_symbol(b"]C1DISPENSADOR:SERVICIO:CAMARA99-2026\r") == ServiceCode("CAMARA99-2026")


@pytest.mark.parametrize("code", [b"short", b"camara99-2026", b"X" * 41, b"CAMARA99 2026"])
def test_what_only_looks_like_a_service_card_is_none(code: bytes) -> None:
    assert read_symbol(b"DISPENSADOR:SERVICIO:" + code) is None


@pytest.mark.parametrize(
    "payload",
    [b"", b"5901234123457", b"https://camara.invalid/v/abc", b"javascript:/v/ABCD2345"],
)
def test_anything_else_is_none_of_ours(payload: bytes) -> None:
    assert read_symbol(payload) is None


@given(st.binary(max_size=1_200))
def test_no_bytes_break_it(payload: bytes) -> None:
    read_symbol(payload)

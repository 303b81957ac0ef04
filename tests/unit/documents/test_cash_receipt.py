import pytest

from kiosk.documents.cash_receipt import cash_receipt
from kiosk.documents.model import Banner, Field, Table, plain_text
from tests.support.receipts import make_receipt


def test_the_elements_stand_in_the_registry_services_order() -> None:
    text = plain_text(
        cash_receipt(
            make_receipt(
                copy_number=1,
                fiscal_number="SETP990000001",
                holder_address="Calle 12 # 4-56",
                holder_phone="300 000 0001",
            )
        )
    )
    elements = [
        "Cámara de Comercio de Ejemplo",
        "COPIA 1",
        "NIT 990000000-2",
        "RECIBO No. K01-000042",
        "SETP990000001",
        "Número de operación",
        "Liquidación virtual",
        "Fecha: 2026/11/21 - 18:04:05",
        "Expedición: Virtual",
        "Código de recuperación: K7PQ2M",
        "Cajero",
        "Nombre: Ana Lucía Rojas Peña",
        "Identificación: 1.990.000.001",
        "Dirección",
        "Teléfono",
        "Cant",
        "Mat/Ins",
        "Valor Total",
        "Descuento",
        "IVA",
        "NETO",
        "CON CARGO AL CUPO DE PREPAGO",
        "Saldo del prepago: $87.800",
        "ABCD2345",
        "Conserve este recibo",
    ]
    start = 0
    for element in elements:
        assert element in text[start:], f"{element!r} is missing or out of order"
        start = text.index(element, start)


def test_net_is_total_less_discount_plus_vat() -> None:
    document = cash_receipt(make_receipt(lines=2, discount_pesos=1_000, vat_pesos=300))
    fields = {block.label: block.value for block in document.blocks if isinstance(block, Field)}
    assert fields["Valor Total"] == "$24.400"
    assert fields["NETO"] == "$23.700"


def test_a_description_has_at_most_fifteen_characters() -> None:
    table = next(b for b in cash_receipt(make_receipt()).blocks if isinstance(b, Table))
    assert [row[2] for row in table.rows] == ["Cert. matrícula"]


def test_every_verification_code_is_cited() -> None:
    text = plain_text(cash_receipt(make_receipt(lines=3)))
    assert all(f"ABCD{number}" in text for number in range(2345, 2351))


def test_a_balance_that_is_not_to_be_shown_is_not() -> None:
    text = plain_text(cash_receipt(make_receipt(balance_after_pesos=None)))
    assert "Saldo" not in text


@pytest.mark.parametrize(("demonstration", "banners"), [(False, 0), (True, 1)])
def test_a_demonstration_says_so(demonstration: bool, banners: int) -> None:
    document = cash_receipt(make_receipt(demonstration=demonstration))
    assert len([block for block in document.blocks if isinstance(block, Banner)]) == banners


def test_no_fiscal_number_is_invented() -> None:
    assert "factura" not in plain_text(cash_receipt(make_receipt()))

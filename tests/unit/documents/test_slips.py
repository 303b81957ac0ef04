from datetime import UTC, datetime

from kiosk.documents.claim_slip import ClaimData, claim_slip
from kiosk.documents.model import Field, from_json, plain_text, to_json
from kiosk.documents.voucher import VoucherData, VoucherLine, voucher

AT = datetime(2026, 11, 21, 23, 4, 5, tzinfo=UTC)


def make_voucher(*outcomes: str) -> VoucherData:
    return VoucherData(
        chamber_name="Cámara de Comercio de Ejemplo",
        kiosk_id="K01",
        issued_at=AT,
        order_number="2026000123",
        recovery_code="K7PQ2M",
        holder_mask="••••• 001",
        lines=(VoucherLine("Certificado de matrícula", "00041018", 6_100, outcomes),),  # type: ignore[arg-type]
        balance_after_pesos=87_800,
        complaints="servicio@example.invalid",
    )


def test_a_voucher_charges_printed_copies_only_and_says_where_to_claim_the_rest() -> None:
    document = voucher(make_voucher("printed", "pending", "released"))
    fields = {block.label: block.value for block in document.blocks if isinstance(block, Field)}
    assert fields["TOTAL COBRADO"] == "$6.100"
    assert fields["Copia 1"] == "impreso y cobrado"
    assert "código de recuperación" in fields["Copia 2"]
    assert fields["Copia 3"] == "no impreso, no cobrado"


def test_a_voucher_says_that_it_is_no_invoice() -> None:
    assert "no es una factura" in plain_text(voucher(make_voucher("printed")))


def test_a_claim_slip_tells_known_from_unknown_and_reads_back() -> None:
    document = claim_slip(
        ClaimData(
            chamber_name="Cámara de Comercio de Ejemplo",
            kiosk_id="K01",
            printed_at=AT,
            order_number="2026000123",
            recovery_code="K7PQ2M",
            held_pesos=6_100,
            known=("La copia 1 se imprimió y se cobró.",),
            unknown=("No sabemos si la copia 2 salió completa.",),
        )
    )
    text = plain_text(document)
    known, unknown = text.index("La copia 1"), text.index("No sabemos")
    assert text.index("LO QUE SABEMOS") < known < text.index("LO QUE FALTA") < unknown
    assert "CÓDIGO DE RECUPERACIÓN K7PQ2M" in text
    assert "Valor reservado: $6.100" in text
    assert from_json(to_json(document)) == document

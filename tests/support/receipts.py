"""A cash receipt for tests."""

from datetime import UTC, datetime
from typing import Any

from kiosk.documents.cash_receipt import ReceiptData, ReceiptLine


def make_receipt(lines: int = 1, **changes: Any) -> ReceiptData:
    """A receipt of ``lines`` certificates at 6.100 pesos, two copies of each."""
    values: dict[str, Any] = {
        "chamber_name": "Cámara de Comercio de Ejemplo",
        "chamber_nit": "990000000-2",
        "receipt_number": "K01-000042",
        "operation_number": "0f3a77c1",
        "settlement_number": "2026000123",
        "issued_at": datetime(2026, 11, 21, 23, 4, 5, tzinfo=UTC),
        "recovery_code": "K7PQ2M",
        "cashier": "Dispensador K01",
        "holder_name": "Ana Lucía Rojas Peña",
        "holder_id": "1.990.000.001",
        "lines": tuple(
            ReceiptLine(
                quantity=2,
                service_code="01010101",
                description="Certificado de matrícula mercantil",
                registration_number=f"{41_000 + number:08d}",
                value_pesos=12_200,
                codes=(f"ABCD{2345 + 2 * number}", f"ABCD{2346 + 2 * number}"),
            )
            for number in range(lines)
        ),
        "balance_after_pesos": 87_800,
    }
    return ReceiptData(**{**values, **changes})

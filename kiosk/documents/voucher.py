"""Builds the dispenser's voucher ("comprobante"): not fiscal, safe to drop on the floor.

The holder is masked to the last three characters; the outcome of every copy is said, with where to
claim what is pending.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kiosk.documents.cash_receipt import PREPAID
from kiosk.documents.certificate_texts import DEMONSTRATION
from kiosk.documents.model import (
    Banner,
    Block,
    Document,
    Field,
    Heading,
    Logo,
    Paragraph,
    Rule,
    Space,
)
from kiosk.documents.paper_time import paper_instant
from kiosk.money import format_pesos

CopyOutcome = Literal["printed", "pending", "released"]
_OUTCOMES: dict[CopyOutcome, str] = {
    "printed": "impreso y cobrado",
    "pending": "pendiente: reclámelo con el código de recuperación",
    "released": "no impreso, no cobrado",
}


@dataclass(frozen=True)
class VoucherLine:
    """One certificate of the purchase and what became of each of its copies."""

    name: str
    registration_number: str
    price_pesos: int
    outcomes: tuple[CopyOutcome, ...]


@dataclass(frozen=True)
class VoucherData:
    """What a voucher says; ``holder_mask`` is already masked (``••••• 001``)."""

    chamber_name: str
    kiosk_id: str
    issued_at: datetime
    order_number: str
    recovery_code: str
    holder_mask: str
    lines: tuple[VoucherLine, ...]
    receipt_number: str = ""
    balance_after_pesos: int | None = None
    complaints: str = ""
    logo: str = "camara-de-comercio"
    demonstration: bool = False


def voucher(data: VoucherData) -> Document:
    """Set a voucher as a document; the total covers the printed copies only."""
    return Document(
        kind="voucher",
        title=f"Comprobante {data.order_number}",
        blocks=tuple(_blocks(data)),
        meta={"order_number": data.order_number},
    )


def _blocks(data: VoucherData) -> Iterator[Block]:
    yield Logo(data.logo, data.chamber_name)
    if data.demonstration:
        yield Banner(DEMONSTRATION)
    yield Field("Dispensador", data.kiosk_id)
    yield Field("Fecha", paper_instant(data.issued_at))
    yield Heading("COMPROBANTE", 1)
    if data.receipt_number:
        yield Field("Recibo No.", data.receipt_number)
    yield Field("Número de orden", data.order_number)
    yield Field("Código de recuperación", data.recovery_code, strong=True)
    yield Field("Titular", data.holder_mask)
    yield Rule()
    for line in data.lines:
        yield from _line(line)
    yield Rule()
    charged = sum(line.price_pesos * line.outcomes.count("printed") for line in data.lines)
    yield Field("TOTAL COBRADO", format_pesos(charged), strong=True)
    yield Field("Forma de pago", PREPAID)
    if data.balance_after_pesos is not None:
        yield Field("Saldo del prepago", format_pesos(data.balance_after_pesos), strong=True)
    yield Space()
    yield Paragraph("Este comprobante no es una factura ni un documento equivalente.", "small")
    if data.complaints:
        yield Paragraph(f"Peticiones, quejas y reclamos: {data.complaints}", "small")


def _line(line: VoucherLine) -> Iterator[Block]:
    yield Paragraph(line.name, "strong")
    yield Field("Matrícula", line.registration_number)
    yield Field("Valor de cada copia", format_pesos(line.price_pesos))
    for number, outcome in enumerate(line.outcomes, start=1):
        yield Field(f"Copia {number}", _OUTCOMES[outcome])

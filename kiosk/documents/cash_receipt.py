"""Builds the cash receipt ("recibo de caja"), 106 x 140 mm on paper.

The order is that of the chambers' registry service. The prepaid key is never printed, whatever
other systems do. Times are 24 h. The fiscal document is the chamber's: its number is printed only
when it is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.documents.certificate_texts import COPY, DEMONSTRATION
from kiosk.documents.model import (
    Banner,
    Block,
    Column,
    Document,
    Field,
    Heading,
    Logo,
    Paragraph,
    Rule,
    Space,
    Table,
)
from kiosk.documents.paper_time import paper_instant
from kiosk.money import format_pesos

PREPAID = "CON CARGO AL CUPO DE PREPAGO"
_DESCRIPTION_CHARS = 15
_TABLE = (
    Column("Cant", 3, "right"),
    Column("Servicio", 5),
    Column("Descripción", 8),
    Column("Base/Activos", 7, "right"),
    Column("Año", 3),
    Column("Mat/Ins", 6),
    Column("Valor", 6, "right"),
)


@dataclass(frozen=True)
class ReceiptLine:
    """One service sold: ``value_pesos`` is for all copies, ``codes`` their verification codes."""

    quantity: int
    service_code: str
    description: str
    registration_number: str
    value_pesos: int
    codes: tuple[str, ...] = ()
    base_pesos: int = 0
    year: str = ""


@dataclass(frozen=True)
class ReceiptData:
    """What a cash receipt says.

    ``balance_after_pesos`` is ``None`` where the chamber does not print balances.
    ``holder_id`` comes ready: thousands separated, a NIT with its check digit. ``cashier`` names
    the dispenser or person.
    """

    chamber_name: str
    chamber_nit: str
    receipt_number: str
    operation_number: str
    settlement_number: str
    issued_at: datetime
    recovery_code: str
    cashier: str
    holder_name: str
    holder_id: str
    lines: tuple[ReceiptLine, ...]
    holder_address: str = ""
    holder_phone: str = ""
    discount_pesos: int = 0
    vat_pesos: int = 0
    payment_form: str = PREPAID
    balance_after_pesos: int | None = None
    fiscal_number: str = ""
    logo: str = "camara-de-comercio"
    copy_number: int = 0
    demonstration: bool = False


def cash_receipt(data: ReceiptData) -> Document:
    """Set a cash receipt as a document."""
    return Document(
        kind="cash_receipt",
        title=f"Recibo de caja {data.receipt_number}",
        blocks=tuple(_blocks(data)),
        footer=f"Recibo No. {data.receipt_number}",
        meta={"receipt_number": data.receipt_number, "issued_at": data.issued_at.isoformat()},
    )


def mark_receipt_copy(document: Document, number: int) -> Document:
    """A frozen receipt with the mark of a copy, where ``copy_number`` puts it."""
    first = [block == Banner(DEMONSTRATION) or isinstance(block, Logo) for block in document.blocks]
    at = (*first, False).index(False)
    mark = Banner(f"{COPY} {number}")
    return replace(document, blocks=(*document.blocks[:at], mark, *document.blocks[at:]))


def _blocks(data: ReceiptData) -> Iterator[Block]:
    yield Logo(data.logo, data.chamber_name)
    if data.demonstration:
        yield Banner(DEMONSTRATION)
    if data.copy_number:
        yield Banner(f"{COPY} {data.copy_number}")
    yield Paragraph(f"NIT {data.chamber_nit}", "body", "center")
    yield Heading(f"RECIBO No. {data.receipt_number}", 2)
    if data.fiscal_number:
        yield Paragraph(
            f"Documento equivalente a la factura No. {data.fiscal_number}", "small", "center"
        )
    yield Field("Número de operación", data.operation_number)
    yield Field("Liquidación virtual", data.settlement_number)
    yield Field("Fecha", paper_instant(data.issued_at))
    yield Field("Expedición", "Virtual")
    yield Field("Código de recuperación", data.recovery_code)
    yield Field("Cajero", data.cashier)
    yield Field("Nombre", data.holder_name)
    yield Field("Identificación", data.holder_id)
    if data.holder_address:
        yield Field("Dirección", data.holder_address)
    if data.holder_phone:
        yield Field("Teléfono", data.holder_phone)
    yield Rule()
    yield Table(_TABLE, tuple(_row(line) for line in data.lines))
    yield Rule()
    yield from _totals(data)
    yield Rule()
    yield Paragraph("Códigos de verificación de los certificados:", "strong")
    for line in data.lines:
        if line.codes:
            yield Field(f"Códigos {line.registration_number}", " ".join(line.codes))
    yield Space()
    yield Paragraph(
        "Conserve este recibo: con el código de recuperación puede consultar el estado de su "
        "compra y retomarla en cualquier dispensador o en la ventanilla.",
        "small",
    )


def _row(line: ReceiptLine) -> tuple[str, ...]:
    return (
        str(line.quantity),
        line.service_code,
        _short(line.description),
        format_pesos(line.base_pesos),
        line.year,
        line.registration_number,
        format_pesos(line.value_pesos),
    )


def _short(description: str) -> str:
    """The first 15 characters, not spent on the word that every certificate begins with.

    >>> _short("Certificado de matrícula mercantil")
    'Cert. matrícula'
    """
    return description.replace("Certificado de ", "Cert. ")[:_DESCRIPTION_CHARS].rstrip()


def _totals(data: ReceiptData) -> Iterator[Block]:
    total = sum(line.value_pesos for line in data.lines)
    yield Field("Valor Total", format_pesos(total))
    yield Field("Descuento", format_pesos(data.discount_pesos))
    yield Field("IVA", format_pesos(data.vat_pesos))
    yield Field("NETO", format_pesos(total - data.discount_pesos + data.vat_pesos), strong=True)
    yield Field("Forma de pago", data.payment_form)
    if data.balance_after_pesos is not None:
        yield Field("Saldo del prepago", format_pesos(data.balance_after_pesos), strong=True)

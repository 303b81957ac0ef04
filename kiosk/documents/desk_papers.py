"""Papers of the cash desk: the receipt of a top-up, that of its reversal, and a shift's close.

No key is ever on them. The holder is masked as everywhere at a desk; the identity number is there,
because a receipt for money is worth nothing without it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

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

FORMS = {
    "01": "Efectivo",
    "02": "Cheque",
    "03": "Tarjeta débito",
    "04": "Tarjeta crédito",
    "06": "Consignación",
}
PROVISIONAL = "PROVISIONAL: SIN CONEXIÓN CON LA CÁMARA"
_BELIEVED = (
    "Lo esperado es lo que sabe este computador. La cámara lo recalcula cuando haya conexión, y la "
    "diferencia queda como un cierre aparte."
)
_LOGO = "camara-de-comercio"
_LINES = (
    Column("Forma", 5),
    Column("Esperado", 6, "right"),
    Column("Contado", 6, "right"),
    Column("Diferencia", 6, "right"),
)
_PIECES = (
    Column("Denominación", 6, "right"),
    Column("Cant", 4, "right"),
    Column("Valor", 6, "right"),
)


@dataclass(frozen=True)
class MovementPaper:
    """What the receipt of money in or back says; ``number`` has the desk before it."""

    chamber_name: str
    kind: Literal["top_up", "reversal"]
    number: str
    made_at: datetime
    cashier: str
    holder_name: str
    holder_id: str
    payment_form: str
    amount_pesos: int
    given_pesos: int | None = None
    reference: str = ""
    settlement: str = ""
    reversed_number: str = ""
    is_copy: bool = False
    copy_number: int = 0
    demonstration: bool = False


@dataclass(frozen=True)
class CountedLine:
    """One payment form of a close, in pesos."""

    form: str
    expected_pesos: int
    counted_pesos: int


@dataclass(frozen=True)
class ClosePaper:
    """What a shift's close says; ``pieces`` are (denomination, count), ``unsent`` is unclear.

    ``provisional``: central did not answer; what is expected is what the desk believes.
    """

    chamber_name: str
    desk: str
    cashier: str
    opened_at: datetime
    closed_at: datetime
    number: int
    base_pesos: int
    lines: tuple[CountedLine, ...]
    pieces: tuple[tuple[int, int], ...]
    unsent: int = 0
    explained: str = ""
    provisional: bool = False
    demonstration: bool = False


def movement_paper(data: MovementPaper) -> Document:
    """Set the receipt of a top-up or of its reversal."""
    return Document(
        kind="cash_receipt",
        title=f"Recibo de caja {data.number}",
        blocks=tuple(_movement(data)),
        footer=f"Recibo No. {data.number}",
        meta={"receipt_number": data.number, "issued_at": data.made_at.isoformat()},
    )


def close_paper(data: ClosePaper) -> Document:
    """Set a shift's close."""
    return Document(
        kind="voucher",
        title=f"Cierre de turno {data.desk} {paper_instant(data.closed_at)}",
        blocks=tuple(_close(data)),
    )


def _movement(data: MovementPaper) -> Iterator[Block]:
    back = data.kind == "reversal"
    yield Logo(_LOGO, data.chamber_name)
    if data.demonstration:
        yield Banner(DEMONSTRATION)
    if data.is_copy:
        yield Banner(f"{COPY} {data.copy_number or ''}".rstrip())
    yield Heading("REVERSIÓN DE RECARGA" if back else "PREPAGO DE SERVICIOS", 1)
    yield Heading(f"RECIBO No. {data.number}", 2)
    if data.reversed_number:
        yield Field("Reversa el recibo No.", data.reversed_number)
    if data.settlement:
        yield Field("Liquidación No.", data.settlement)
    yield Field("Fecha", paper_instant(data.made_at))
    yield Field("Cajero", data.cashier)
    yield Field("Titular", data.holder_name)
    yield Field("Identificación", data.holder_id)
    yield Rule()
    label = "VALOR DEVUELTO" if back else "VALOR RECARGADO"
    yield Field(label, format_pesos(data.amount_pesos), strong=True)
    yield Field("Forma de pago", FORMS[data.payment_form])
    if data.reference:
        yield Field("Número del comprobante", data.reference)
    if data.given_pesos is not None:
        yield Field("Recibido", format_pesos(data.given_pesos))
        yield Field("Cambio", format_pesos(data.given_pesos - data.amount_pesos), strong=True)
    yield Rule()
    yield Space()
    if back:
        yield Paragraph("Firma de quien recibe la devolución: ____________________", "body")
    else:
        yield Paragraph(
            "El valor queda disponible de inmediato en su cuenta de prepago. Conserve este recibo: "
            "con él se atiende cualquier reclamo.",
            "small",
        )


def _close(data: ClosePaper) -> Iterator[Block]:
    yield Logo(_LOGO, data.chamber_name)
    if data.demonstration:
        yield Banner(DEMONSTRATION)
    yield Heading("CIERRE DE TURNO", 1)
    if data.provisional:
        yield Banner(PROVISIONAL)
    yield Field("Caja", data.desk)
    yield Field("Cajero", data.cashier)
    yield Field("Apertura", paper_instant(data.opened_at))
    yield Field("Cierre", paper_instant(data.closed_at))
    if not data.provisional:
        yield Field("Cierre número", str(data.number))
    yield Field("Base", format_pesos(data.base_pesos))
    yield Heading("CONTEO DE EFECTIVO", 2)
    rows = tuple(
        (format_pesos(each), str(count), format_pesos(each * count)) for each, count in data.pieces
    )
    yield Table(_PIECES, rows)
    if data.provisional:
        yield Paragraph(_BELIEVED, "small")
    yield Heading("ESPERADO Y CONTADO", 2)
    yield Table(_LINES, tuple(_line(line) for line in data.lines))
    total = sum(line.counted_pesos - line.expected_pesos for line in data.lines)
    yield Field("DIFERENCIA", format_pesos(total), strong=True)
    if (total or data.explained) and not data.provisional:
        yield Field("Explicación", data.explained or "pendiente")
    if data.unsent:
        yield Banner(f"MOVIMIENTOS SIN CONFIRMAR: {data.unsent}")
    yield Rule()
    yield Space()
    yield Paragraph("Firma del cajero: ______________________________")
    yield Space()
    yield Paragraph("Firma de quien recibe: __________________________")


def _line(line: CountedLine) -> tuple[str, ...]:
    return (
        FORMS.get(line.form, line.form),
        format_pesos(line.expected_pesos),
        format_pesos(line.counted_pesos),
        format_pesos(line.counted_pesos - line.expected_pesos),
    )

"""Builds the claim slip: what is known after an interruption, what is not, and what to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.documents.certificate_texts import DEMONSTRATION
from kiosk.documents.model import (
    Banner,
    Block,
    Document,
    Field,
    Heading,
    Logo,
    Paragraph,
    QrCode,
    Rule,
    Space,
)
from kiosk.documents.paper_time import paper_instant
from kiosk.identity.scanned import recovery_symbol
from kiosk.money import format_pesos


@dataclass(frozen=True)
class ClaimData:
    """An undecided purchase; ``known`` and ``unknown`` are sentences, most important first."""

    chamber_name: str
    kiosk_id: str
    printed_at: datetime
    order_number: str
    recovery_code: str
    held_pesos: int
    known: tuple[str, ...]
    unknown: tuple[str, ...]
    operation_numbers: tuple[str, ...] = ()
    complaints: str = ""
    logo: str = "camara-de-comercio"
    demonstration: bool = False


def claim_slip(data: ClaimData) -> Document:
    """Set a claim slip as a document."""
    return Document(
        kind="claim_slip",
        title=f"Reclamo {data.recovery_code}",
        blocks=tuple(_blocks(data)),
        meta={"order_number": data.order_number},
    )


def _blocks(data: ClaimData) -> Iterator[Block]:
    yield Logo(data.logo, data.chamber_name)
    if data.demonstration:
        yield Banner(DEMONSTRATION)
    yield Heading("SU COMPRA SE INTERRUMPIÓ", 1)
    yield Paragraph("Su dinero está a salvo. Guarde este papel.", "strong", "center")
    yield Heading(f"CÓDIGO DE RECUPERACIÓN {data.recovery_code}", 2)
    yield QrCode(recovery_symbol(data.recovery_code), "Acérquelo al lector de un dispensador")
    yield Rule()
    yield Field("Dispensador", data.kiosk_id)
    yield Field("Fecha", paper_instant(data.printed_at))
    yield Field("Número de orden", data.order_number)
    yield Field("Valor reservado", format_pesos(data.held_pesos), strong=True)
    for number in data.operation_numbers:
        yield Field("Operación", number)
    yield Rule()
    yield Heading("LO QUE SABEMOS", 3)
    yield from (Paragraph(sentence) for sentence in data.known)
    if data.unknown:
        yield Heading("LO QUE FALTA POR CONFIRMAR", 3)
        yield from (Paragraph(sentence) for sentence in data.unknown)
    yield Heading("QUÉ PUEDE HACER", 3)
    yield Paragraph(
        "En cualquier dispensador, o en la ventanilla, presente el código de recuperación: podrá "
        "imprimir lo que falta o recuperar el valor reservado. Lo que no se imprimió no se cobra."
    )
    yield Space()
    if data.complaints:
        yield Paragraph(f"Peticiones, quejas y reclamos: {data.complaints}", "small")

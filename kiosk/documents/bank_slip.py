"""The bank slip of a settlement ("volante de pago"): payer's copy, and the bank's with its bars.

Content and order: the registry's slip (title, chamber, payer, settlement; in the bank's copy the
value to pay, how, and the date to be filled in by hand; banks that collect; the chamber's address).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.documents.certificate_texts import DEMONSTRATION
from kiosk.documents.gs1 import BankReference
from kiosk.documents.model import (
    BankBars,
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
from kiosk.documents.paper_time import BOGOTA, paper_instant
from kiosk.money import format_pesos

NAME_MAX = 30
_LOGO = "camara-de-comercio"
_CONCEPT = "Prepago de servicios"
_BOX = "[   ]"


@dataclass(frozen=True)
class SlipPaper:
    """What a slip says; ``reference`` is what the bank reads, ``banks`` are those that collect."""

    chamber_name: str
    chamber_nit: str
    chamber_address: str
    number: str
    recovery_code: str
    holder_name: str
    holder_id: str
    made_at: datetime
    expires_at: datetime
    reference: BankReference
    banks: tuple[str, ...]
    demonstration: bool = False


def bank_slip(data: SlipPaper) -> Document:
    """Set both copies."""
    return Document(
        kind="bank_slip",
        title=f"Volante de pago {data.number}",
        blocks=(*_copy(data, for_bank=False), Space(2), *_copy(data, for_bank=True)),
        footer=f"Volante de pago {data.number}",
        meta={"settlement": data.number, "issued_at": data.made_at.isoformat()},
    )


def _copy(data: SlipPaper, *, for_bank: bool) -> Iterator[Block]:
    if not for_bank:
        yield Logo(_LOGO, data.chamber_name)
    if data.demonstration:
        yield Banner(DEMONSTRATION)
    yield Heading("VOLANTE DE PAGO EN BANCOS", 1)
    yield Heading("COPIA PARA EL BANCO" if for_bank else "COPIA PARA EL CLIENTE", 2)
    yield Field("Entidad", data.chamber_name)
    yield Field("NIT", data.chamber_nit)
    yield Field("Referencia de pago", data.reference.reference, strong=True)
    if not for_bank:
        yield Field("Liquidación No.", data.number)
        yield Field("Código de recuperación", data.recovery_code)
    yield Field("Pagador", data.holder_name[:NAME_MAX])
    yield Field("Identificación", data.holder_id)
    yield Rule()
    yield Field("Fecha", paper_instant(data.made_at))
    yield Field("Pague hasta", f"{data.expires_at.astimezone(BOGOTA):%d/%m/%Y}")
    amount = format_pesos(data.reference.amount_pesos)
    yield Field("Concepto", f"{_CONCEPT}: {amount}")
    yield Field("VALOR A PAGAR", amount, strong=True)
    if for_bank:
        yield Field("Forma de pago", f"Efectivo {_BOX}   Cheque {_BOX}")
        yield Field("Cheque No.", "______________________")
        yield Field("Fecha de pago (AAAA-MM-DD)", "________-____-____")
        yield BankBars(data.reference.data, data.reference.text)
    else:
        yield Paragraph("Pague en: " + ", ".join(data.banks) + ".")
        yield Paragraph(
            "El saldo se abona cuando el banco informa el pago a la cámara. También puede pagarse "
            "en cualquier caja de la cámara con el número o el código de recuperación.",
            "small",
        )
    yield Paragraph(data.chamber_address, "small", "center")

"""What mails about purchases say.

No id number, key or code stands in their text, because mail is read on the way. The codes are in
the attached papers, which the person asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from central.settings import Chamber
from kiosk.documents.paper_time import paper_instant
from kiosk.money import format_pesos


@dataclass(frozen=True)
class Bought:
    """One charged copy; ``price`` in pesos."""

    certificate_name: str
    registration_name: str
    price: int


def alert_subject(chamber: Chamber) -> str:
    """Subject of the alert to the owner of the account."""
    return f"{chamber.short_name}: compra con cargo a su cuenta de prepago"


def alert_body(chamber: Chamber, place: str, bought: Sequence[Bought], now: datetime) -> str:
    """The alert; it never invites to follow a link, because false ones would copy it."""
    lines = "\n".join(
        f"  - {each.certificate_name} · {each.registration_name} · {format_pesos(each.price)}"
        for each in bought
    )
    total = format_pesos(sum(each.price for each in bought))
    return (
        "Se registró una compra con cargo a su cuenta de prepago.\n\n"
        f"Fecha: {paper_instant(now)}\n"
        f"Lugar: Dispensador {place}\n"
        f"{lines}\n"
        f"Total: {total}\n\n"
        "Si usted no hizo ni autorizó esta compra, comuníquese con la cámara "
        f"al teléfono {chamber.phone}.\n\n"
        f"{chamber.name}\n"
        "Mensaje automático. Nunca le pediremos su clave por correo.\n"
    )


def papers_subject(chamber: Chamber, receipt_number: str) -> str:
    """Subject of the mail with the receipt and the certificates."""
    return f"{chamber.short_name}: recibo {receipt_number} y certificados"


def papers_body(chamber: Chamber, receipt_number: str, certificates: int, demo: bool) -> str:
    """The text around the attached papers."""
    count = "1 certificado" if certificates == 1 else f"{certificates} certificados"
    mark = "DEMOSTRACIÓN: estos documentos no tienen validez.\n\n" if demo else ""
    return (
        f"{mark}Como usted lo pidió, adjuntamos el recibo de caja {receipt_number} y {count} "
        "con firma electrónica de la cámara.\n\n"
        "Quien reciba un certificado puede comprobarlo con su código en la página de "
        "verificación que aparece en él.\n\n"
        f"{chamber.name} · {chamber.phone}\n"
        "Mensaje automático. Nunca le pediremos su clave por correo.\n"
    )

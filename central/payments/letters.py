"""What the mail about a settlement says: how much, until when, and what pays it.

The recovery code stands in it because it is how its owner finds the settlement again. It opens no
account and shows nothing of a person; whoever has it can pay the settlement, and no more.
"""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from central.mail.outbox import Letter, queue
from central.payments.tables import Settlement
from central.people.addresses import addresses_of
from central.people.tables import Holder
from central.services import Services
from central.settings import Chamber
from kiosk.documents.paper_time import paper_instant
from kiosk.money import format_pesos

KIND = "settlement-made"


def tell_made(db: Session, services: Services, row: Settlement, holder: Holder) -> None:
    """Queue the mail of a settlement that was made just now; without an address nothing is."""
    settings = services.settings
    if not settings.mail.host:
        return
    body = _body(settings.chamber, row, settings.collection.banks)
    subject = f"{settings.chamber.short_name}: liquidación {row.number} para recargar su prepago"
    for number, address in enumerate(addresses_of(db, holder), 1):
        letter = Letter(KIND, address, subject, body)
        queue(db, services.chamber, f"{KIND}:{row.id}:{number}", letter, row.made_at, 0)


def _body(chamber: Chamber, row: Settlement, banks: Sequence[str]) -> str:
    collecting = f" Con el volante de pago, también en: {', '.join(banks)}.\n" if banks else "\n"
    return (
        "Se creó una liquidación para recargar su cuenta de prepago.\n\n"
        f"Liquidación: {row.number}\n"
        f"Código de recuperación: {row.recovery_code}\n"
        f"Valor: {format_pesos(row.amount)}\n"
        f"Se puede pagar hasta: {paper_instant(row.expires_at)}\n\n"
        "Páguela en cualquier caja de la cámara con el número o con el código."
        f"{collecting}"
        "El saldo se abona cuando el pago queda registrado; el valor no vence.\n\n"
        "Si usted no la pidió, no haga nada: sin pago nada cambia.\n\n"
        f"{chamber.name} · {chamber.phone}\n"
        "Mensaje automático. Nunca le pediremos su clave por correo.\n"
    )

"""The receipt of an order by mail: by itself after a sale at the desk, and again when asked for.

A dispenser's buyer says there whether one is wanted; at a desk nobody is asked, as with a top-up.
Only the address on file is written to.
"""

import hashlib
from datetime import datetime

from sqlalchemy.orm import Session

from central.mail.outbox import Letter, queue
from central.people.addresses import addresses_of
from central.people.tables import Holder
from central.services import Services

KIND = "order-receipt"


def mail_by_itself(
    db: Session, services: Services, order_id: str, number: str, holder: Holder, now: datetime
) -> None:
    """Queue a receipt that was issued just now; without an address nothing is."""
    if not services.settings.mail.host:
        return
    for address in addresses_of(db, holder):
        # Another address is another mail; the key itself shows none.
        key = f"{KIND}:{order_id}:{hashlib.sha256(address.encode()).hexdigest()[:16]}"
        queue(db, services.chamber, key, letter(services, order_id, number, address, 0), now, 0)


def letter(
    services: Services, order_id: str, number: str, address: str, copy_number: int
) -> Letter:
    """No name, document or key stands in its words: mail is read on the way."""
    chamber = services.settings.chamber
    mark = "DEMOSTRACIÓN: este documento no tiene validez.\n\n" if services.settings.demo else ""
    copied = f" (copia {copy_number})" if copy_number else ""
    body = (
        f"{mark}Adjuntamos el recibo de caja {number}{copied}, de una compra de certificados.\n\n"
        "Si usted no la hizo ni la autorizó, comuníquese con la cámara al teléfono "
        f"{chamber.phone}.\n\n"
        f"{chamber.name}\n"
        "Mensaje automático. Nunca le pediremos su clave por correo.\n"
    )
    reference = f"receipt:{order_id}:{copy_number}"
    return Letter(KIND, address, f"{chamber.short_name}: recibo {number}", body, (reference,))

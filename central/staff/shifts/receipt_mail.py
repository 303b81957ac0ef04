"""The desk's receipts by mail: by themselves when money moved, and again when somebody asks.

Only the address on file is written to; nobody at a desk types one for this.
"""

import hashlib
from datetime import datetime

from sqlalchemy.orm import Session

from central.mail.failures import MailRefused
from central.mail.outbox import Letter, queue
from central.mail.transport import Attachment
from central.people.addresses import addresses_of, masked_address
from central.problems import Refusal
from central.services import Services
from central.staff.shifts.copies import count_copy
from central.staff.shifts.receipts import Receipt, receipt_in
from central.staff.shifts.search import number_of, numbers_reversed
from kiosk.contract.problems import ProblemCode
from kiosk.documents.desk_papers import MovementPaper, movement_paper
from kiosk.documents.pdf import render_pdf
from kiosk.identity import PersonId, format_id

KIND = "desk-receipt"


def mail_by_itself(db: Session, services: Services, movement_id: str, now: datetime) -> None:
    """Queue the receipt of a movement that was made just now; without an address nothing is."""
    found = receipt_in(db, services.chamber, movement_id)
    assert found is not None, "it was made just now"
    if services.settings.mail.host:
        for address in addresses_of(db, found.holder):
            # Another address is another mail; the key itself shows none.
            key = f"{KIND}:{movement_id}:{hashlib.sha256(address.encode()).hexdigest()[:16]}"
            queue(db, services.chamber, key, _letter(services, found, address, 0), now, 0)


def mail_copy(services: Services, staff_id: str, movement_id: str) -> tuple[str, int]:
    """Send a copy to the address on file; that address, masked, and the copy's number.

    Raises:
        LookupError: there is no such receipt.
        Refusal: ``mail-off``; ``no-mail-address``.
    """
    now = services.now()

    def work(db: Session) -> tuple[str, int]:
        if not services.settings.mail.host:
            raise Refusal(ProblemCode.MAIL_OFF)
        found = receipt_in(db, services.chamber, movement_id)
        if found is None:
            raise LookupError("there is no such receipt")
        addresses = addresses_of(db, found.holder)
        if not addresses:
            raise Refusal(ProblemCode.NO_MAIL_ADDRESS)
        number = count_copy(db, services, staff_id, movement_id, "mailed")
        key = f"{KIND}:{movement_id}:copy-{number}"
        queue(db, services.chamber, key, _letter(services, found, addresses[0], number), now, 0)
        return masked_address(addresses[0]), number

    return services.database.run(work)


def attachment(services: Services, reference: str) -> Attachment:
    """The PDF that a queued mail names: ``<movement id>:<number of the copy, 0 is none>``.

    Raises:
        MailRefused: there is no such receipt.
    """
    movement_id, _, copy_number = reference.partition(":")

    def work(db: Session) -> tuple[Receipt, str] | None:
        found = receipt_in(db, services.chamber, movement_id)
        return (found, numbers_reversed(db, [found]).get(movement_id, "")) if found else None

    found = services.database.run(work)
    if found is None:
        raise MailRefused("no-such-paper")
    receipt, reverses = found
    paper = movement_paper(_paper(services, receipt, reverses, int(copy_number)))
    return Attachment(f"recibo-{number_of(receipt.movement)}.pdf", render_pdf(paper))


def _paper(services: Services, found: Receipt, reverses: str, copy_number: int) -> MovementPaper:
    made, holder = found.movement, found.holder
    person = PersonId(holder.id_type, holder.id_number, holder.check_digit)
    return MovementPaper(
        chamber_name=services.settings.chamber.name,
        kind=made.kind.value,
        number=number_of(made),
        made_at=made.at,
        cashier=found.cashier,
        holder_name=found.holder_name,
        holder_id=f"{holder.id_type.value} {format_id(person)}",
        payment_form=made.payment_form,
        amount_pesos=made.amount,
        given_pesos=made.given,
        reference=made.reference,
        reversed_number=reverses,
        settlement=found.settlement,
        is_copy=copy_number > 0,
        copy_number=copy_number,
        demonstration=services.settings.demo,
    )


def _letter(services: Services, found: Receipt, address: str, copy_number: int) -> Letter:
    """No name, document or key stands in its words: mail is read on the way."""
    chamber, made = services.settings.chamber, found.movement
    number = number_of(made)
    what = "la reversión de una recarga" if made.reverses else "una recarga de prepago"
    mark = "DEMOSTRACIÓN: este documento no tiene validez.\n\n" if services.settings.demo else ""
    copied = f" (copia {copy_number})" if copy_number else ""
    body = (
        f"{mark}Adjuntamos el recibo de caja {number}{copied}, de {what}.\n\n"
        "Si usted no la pidió ni la autorizó, comuníquese con la cámara al teléfono "
        f"{chamber.phone}.\n\n"
        f"{chamber.name}\n"
        "Mensaje automático. Nunca le pediremos su clave por correo.\n"
    )
    reference = f"{KIND}:{made.id}:{copy_number}"
    return Letter(KIND, address, f"{chamber.short_name}: recibo {number}", body, (reference,))

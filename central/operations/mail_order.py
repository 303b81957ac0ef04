"""``POST /v1/orders/mail``: the papers of a finished order, to the buyer's registered address."""

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.certificates.chamber_certificate import NoChamberCertificate
from central.devices.caller import Caller, must_be_active
from central.mail.failures import MailDelayed, MailRefused
from central.mail.outbox import Letter, queue, unpark
from central.mail.transport import Attachment
from central.operations.letters import papers_body, papers_subject
from central.operations.papers import certificate_pdf, receipt_pdf
from central.operations.receipts import number_of, receipt_of
from central.operations.tables import OperationKind, OperationRow, Order, ReceiptRow
from central.people.addresses import masked_address
from central.people.sessions import signed_in
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from central.staff.shifts import receipt_mail as desk_receipts
from kiosk.contract import messages as m
from kiosk.contract.messages import OperationState
from kiosk.contract.problems import ProblemCode

KIND = "order-papers"


def mail_order(services: Services, caller: Caller, message: m.MailOrder) -> m.OrderMailed:
    """Queue receipt and signed certificates for the signed-in buyer; a repeat sends nothing more.

    A mail that was given up is tried again.

    Raises:
        Refusal: ``session-expired``, ``not-found`` (also somebody else's order),
            ``receipt-pending``, ``mail-off``, ``no-mail-address``.
    """
    must_be_active(caller)
    now = services.now()

    def work(db: Session) -> m.OrderMailed:
        person = signed_in(db, caller, message.session, now)
        if not services.settings.mail.host:
            raise Refusal(ProblemCode.MAIL_OFF)
        order = db.get(Order, message.order_id, with_for_update=True)
        if order is None or order.person_id != person.id:
            raise Refusal(ProblemCode.NOT_FOUND)
        if not person.email:
            raise Refusal(ProblemCode.NO_MAIL_ADDRESS)
        receipt = receipt_of(db, services, caller, order, now)
        key = f"{KIND}:{order.id}:{_digest(person.email)}"
        letter = _letter(db, services, order, receipt, person.email)
        if queue(db, caller.chamber, key, letter, now, 0) or unpark(db, caller.chamber, key, now):
            audit(db, caller.chamber, now, person.id, "order-mailed", order.id, caller.device_id)
        return m.OrderMailed(order_id=order.id, sent_to=masked_address(person.email))

    return services.database.run(work)


def attachment(services: Services, reference: str) -> Attachment:
    """The paper a queued mail names.

    Raises:
        MailDelayed: this central cannot sign PDFs at the moment.
        MailRefused: there is no such paper.
    """
    what, _, id_ = reference.partition(":")
    try:
        if what == "receipt":
            order_id, _, copy_number = id_.partition(":")
            return Attachment("recibo.pdf", receipt_pdf(services, order_id, int(copy_number or 0)))
        if what == desk_receipts.KIND:
            return desk_receipts.attachment(services, id_)
        if what == "certificate":
            return Attachment(f"certificado-{id_[-12:]}.pdf", certificate_pdf(services, id_))
    except NoChamberCertificate as error:
        raise MailDelayed("no-chamber-certificate") from error
    except LookupError as error:
        raise MailRefused("no-such-paper") from error
    raise MailRefused("no-such-paper")


def _letter(
    db: Session, services: Services, order: Order, receipt: ReceiptRow, address: str
) -> Letter:
    charged = db.scalars(
        select(OperationRow.id)
        .where(
            OperationRow.chamber_code == order.chamber_code,
            OperationRow.order_id == order.id,
            OperationRow.kind == OperationKind.SALE,
            OperationRow.state == OperationState.CAPTURED,
        )
        .order_by(OperationRow.created_at, OperationRow.id)
    ).all()
    settings = services.settings
    number = number_of(receipt)
    return Letter(
        KIND,
        address,
        papers_subject(settings.chamber, number),
        papers_body(settings.chamber, number, len(charged), settings.demo),
        (f"receipt:{order.id}", *(f"certificate:{id_}" for id_ in charged)),
    )


def _digest(address: str) -> str:
    """Another address is another mail; the key itself shows none."""
    return hashlib.sha256(address.encode()).hexdigest()[:16]

"""Copies of the receipts of orders: free, counted in the trail, on paper or by mail."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.mail.outbox import queue
from central.operations.tables import ReceiptRow
from central.people.addresses import addresses_of, masked_address
from central.problems import Refusal
from central.services import Services
from central.staff.shifts.copies import How, next_copy
from central.staff.shifts.order_mail import KIND, letter
from central.staff.shifts.order_receipts import OrderReceipt, order_receipt_in
from kiosk.contract.problems import ProblemCode
from kiosk.documents.cash_receipt import mark_receipt_copy
from kiosk.documents.model import Document, from_json


def copy_order(services: Services, staff_id: str, order_id: str) -> tuple[Document, str, int]:
    """The marked receipt, which may be printed; its number, and that of the copy.

    Raises:
        LookupError: there is no such receipt.
    """

    def work(db: Session) -> tuple[Document, str, int]:
        found, number = _counted(db, services, staff_id, order_id, "printed")
        return mark_receipt_copy(from_json(found.row.content), number), found.number, number

    return services.database.run(work)


def mail_order_copy(services: Services, staff_id: str, order_id: str) -> tuple[str, int]:
    """Send a copy to the address on file; that address, masked, and the copy's number.

    Raises:
        LookupError: there is no such receipt.
        Refusal: ``mail-off``; ``no-mail-address``.
    """
    now = services.now()

    def work(db: Session) -> tuple[str, int]:
        if not services.settings.mail.host:
            raise Refusal(ProblemCode.MAIL_OFF)
        found, number = _counted(db, services, staff_id, order_id, "mailed")
        addresses = addresses_of(db, found.holder)
        if not addresses:
            raise Refusal(ProblemCode.NO_MAIL_ADDRESS)  # undoes the count
        key = f"{KIND}:{order_id}:copy-{number}"
        mail = letter(services, order_id, found.number, addresses[0], number)
        queue(db, services.chamber, key, mail, now, 0)
        return masked_address(addresses[0]), number

    return services.database.run(work)


def _counted(
    db: Session, services: Services, staff_id: str, order_id: str, how: How
) -> tuple[OrderReceipt, int]:
    # Locked: two desks that copy one receipt at once make two numbers of it.
    locked = select(ReceiptRow.id).where(
        ReceiptRow.chamber_code == services.chamber, ReceiptRow.order_id == order_id
    )
    if db.scalar(locked.with_for_update()) is None:
        raise LookupError("there is no such receipt")
    found = order_receipt_in(db, services.chamber, order_id)
    assert found is not None, "it was locked just now"
    return found, next_copy(db, services, staff_id, order_id, how)

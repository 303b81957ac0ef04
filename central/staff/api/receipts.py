"""Receipts of the desk looked up, copied and mailed."""

from central.problems import Refusal
from central.services import Services
from central.staff.api.desk import movement_told
from central.staff.reports.made import Span
from central.staff.sessions import SignedIn
from central.staff.shifts import copies, receipt_mail, search
from central.staff.shifts.search import Wanted
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import receipts as m
from kiosk.identity import InvalidId, parse_id


def find(services: Services, who: SignedIn, message: m.FindReceipts) -> m.FoundReceipts:
    """What fits.

    Raises:
        Refusal: ``account-unknown``.
    """
    try:
        found, cut = search.find_receipts(services, who.staff_id, _wanted(message))
    except (InvalidId, LookupError) as error:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN) from error
    return m.FoundReceipts(
        receipts=tuple(
            m.FoundReceipt(
                movement=movement_told(each.receipt),
                reverses_number=each.reverses,
                copies=each.copies,
                mail_to=each.mail_to,
            )
            for each in found
        ),
        cut=cut,
    )


def copy(services: Services, who: SignedIn, message: m.CopyReceipt) -> m.ReceiptCopied:
    """Count a copy that is to be printed.

    Raises:
        Refusal: ``not-found``.
    """
    try:
        found, number = copies.copy(services, who.staff_id, message.movement_id)
    except LookupError as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error
    reverses = services.database.run(lambda db: search.numbers_reversed(db, [found]))
    return m.ReceiptCopied(
        movement=movement_told(found),
        reverses_number=reverses.get(found.movement.id, ""),
        copy_number=number,
    )


def mail(services: Services, who: SignedIn, message: m.MailReceipt) -> m.ReceiptMailed:
    """Send a copy to the address on file.

    Raises:
        Refusal: ``not-found``, ``mail-off``, ``no-mail-address``.
    """
    try:
        sent_to, number = receipt_mail.mail_copy(services, who.staff_id, message.movement_id)
    except LookupError as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error
    return m.ReceiptMailed(sent_to=sent_to, copy_number=number)


def _wanted(message: m.FindReceipts) -> Wanted:
    place, _, digits = (message.number or "").rpartition("-")
    identity = span = None
    if message.id_type is not None and message.id_number is not None:
        identity = parse_id(message.id_type, message.id_number)
    if message.first_day is not None and message.last_day is not None:
        span = Span(message.first_day, message.last_day)
    return Wanted(place.upper(), int(digits) if digits else None, identity, span)

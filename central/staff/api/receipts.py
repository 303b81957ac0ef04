"""Receipts, of money at the desk and of orders: looked up, copied and mailed."""

from central.problems import Refusal
from central.services import Services
from central.staff.api.desk import movement_told
from central.staff.reports.made import Span
from central.staff.sessions import SignedIn
from central.staff.shifts import copies, order_copies, receipt_mail, search
from central.staff.shifts.order_receipts import OrderReceipt
from central.staff.shifts.search import Found, FoundOrder, Wanted
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import receipts as m
from kiosk.documents.model import to_json
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
        receipts=tuple(_told(each) for each in found),
        cut=cut,
    )


def _told(found: Found | FoundOrder) -> m.FoundReceipt | m.FoundOrderReceipt:
    if isinstance(found, FoundOrder):
        order = _order_told(found.receipt)
        return m.FoundOrderReceipt(order=order, copies=found.copies, mail_to=found.mail_to)
    return m.FoundReceipt(
        movement=movement_told(found.receipt),
        reverses_number=found.reverses,
        copies=found.copies,
        mail_to=found.mail_to,
    )


def _order_told(receipt: OrderReceipt) -> m.OrderReceipt:
    """What the receipt of an order says."""
    order, holder = receipt.order, receipt.holder
    return m.OrderReceipt(
        order_id=order.id,
        number=receipt.number,
        at=receipt.row.issued_at,
        place=receipt.place,
        order_number=order.order_number,
        recovery_code=order.recovery_code,
        cashier=receipt.sold.cashier,
        paid=receipt.sold.paid,
        total=receipt.row.total,
        holder_name=receipt.holder_name,
        holder_id_type=holder.id_type,
        holder_id_number=holder.id_number + holder.check_digit,
        lines=tuple(m.OrderReceiptLine(**vars(line)) for line in receipt.lines),
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


def copy_order(
    services: Services, who: SignedIn, message: m.CopyOrderReceipt
) -> m.OrderReceiptCopied:
    """Count a copy of an order's receipt that is to be printed.

    Raises:
        Refusal: ``not-found``.
    """
    try:
        document, number, copy_number = order_copies.copy_order(
            services, who.staff_id, message.order_id
        )
    except LookupError as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error
    return m.OrderReceiptCopied(
        order_id=message.order_id,
        number=number,
        document=to_json(document),
        copy_number=copy_number,
    )


def mail_order(services: Services, who: SignedIn, message: m.MailOrderReceipt) -> m.ReceiptMailed:
    """Send a copy of an order's receipt to the address on file.

    Raises:
        Refusal: ``not-found``, ``mail-off``, ``no-mail-address``.
    """
    try:
        sent_to, number = order_copies.mail_order_copy(services, who.staff_id, message.order_id)
    except LookupError as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error
    return m.ReceiptMailed(sent_to=sent_to, copy_number=number)


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

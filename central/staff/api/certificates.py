"""Certificates that were sold: looked up, and allowed to be printed again."""

from central.problems import Refusal
from central.services import Services
from central.staff.api.outcomes import refusals
from central.staff.copies.allow import Wish, allow
from central.staff.copies.find import Sold, find_sold
from central.staff.sessions import SignedIn
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import certificates as m
from kiosk.identity import InvalidId, parse_id


def find(services: Services, who: SignedIn, message: m.FindCertificates) -> m.SoldCertificates:
    """What fits.

    Raises:
        Refusal: ``account-unknown``: nobody here has this document.
    """
    identity = None
    try:
        if message.id_type is not None and message.id_number is not None:
            identity = parse_id(message.id_type, message.id_number)
        found, cut = find_sold(services, who.staff_id, message.code or "", identity)
    except (InvalidId, LookupError) as error:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN) from error
    return m.SoldCertificates(certificates=tuple(_told(each) for each in found), cut=cut)


def copy(services: Services, who: SignedIn, message: m.AllowCopy) -> m.CopyAllowed:
    """Allow one more paper of a certificate.

    Raises:
        Refusal: ``not-possible`` away from a paired desk; ``not-found``, ``certificate-void``,
            ``certificate-in-process``, ``reprint-limit``, ``fingerprint-mismatch``.
    """
    if who.place.device is None:
        raise Refusal(ProblemCode.NOT_POSSIBLE, "only a paired desk can print")
    wish = Wish(who.login, who.place.device, message.copy_id, message.op_id, message.reason)
    with refusals():
        allow(services, wish)
    return m.CopyAllowed(copy_id=message.copy_id)


def _told(sold: Sold) -> m.SoldCertificate:
    operation, order, status = sold.operation, sold.order, sold.status
    return m.SoldCertificate(
        op_id=operation.id,
        verification_code=operation.verification_code or "",
        state=status.state,
        certificate_type=status.certificate_type,
        certificate_name=status.certificate_name,
        registration_number=status.registration_number,
        registration_name=status.registration_name,
        order_number=order.order_number,
        recovery_code=order.recovery_code,
        receipt_number=sold.receipt_number,
        place=sold.place,
        sold_at=operation.created_at,
        price=operation.price,
        holder_name=sold.holder_name,
        copies=status.copies,
        free=sold.free,
    )

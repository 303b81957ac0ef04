"""Certificates that were sold, looked up at a desk and printed again as copies."""

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from kiosk.contract.messages import Id, Instant, Number, Pesos, Reply
from kiosk.contract.staff.base import Reasoned, StaffMessage
from kiosk.identity import IdType

SoldCode = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9A-Za-z_-]{1,46}$")
]


class FindCertificates(StaffMessage):
    """``POST /v1/staff/certificates/find``: what was sold; all that is given has to fit.

    ``code`` is what stands on a paper: the verification code, the order's number or recovery code,
    or the receipt's number. The document is the account holder's or the buyer's. Every look is in
    the trail.
    """

    code: SoldCode | None = None
    id_type: IdType | None = None
    id_number: Number | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if (self.id_type is None) != (self.id_number is None):
            raise ValueError("a document has a type and a number")
        if self.code is None and self.id_type is None:
            raise ValueError("a code or a customer")
        return self


class SoldCertificate(Reply):
    """One certificate that was sold, or is being sold; ``place`` is the point of sale.

    ``state`` is what its verification code is worth now, ``copies`` came out so far, ``free`` are
    left. ``receipt_number`` is empty while its order has none. The holder is masked.
    """

    op_id: str
    verification_code: str
    state: Literal["valid", "in_process", "void"]
    certificate_type: str
    certificate_name: str
    registration_number: str
    registration_name: str
    order_number: str
    recovery_code: str
    receipt_number: str
    place: str
    sold_at: Instant
    price: Pesos
    holder_name: str
    copies: int
    free: int


class SoldCertificates(Reply):
    """Newest first; ``cut``: there are more."""

    certificates: tuple[SoldCertificate, ...]
    cut: bool


class AllowCopy(Reasoned):
    """``POST /v1/staff/certificates/copy``: leave to print a certificate again, at this desk.

    ``copy_id`` is what the copy will be as an operation of this desk's device, which asks for it
    then; the same wish may be repeated.
    """

    copy_id: Id
    op_id: Id


class CopyAllowed(Reply):
    """The device may begin now."""

    copy_id: str

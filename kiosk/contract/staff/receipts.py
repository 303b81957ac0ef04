"""Receipts looked up again, of money at the desk and of orders; copied and mailed."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from kiosk.contract.messages import Day, Id, Instant, Number, Pesos, Reply
from kiosk.contract.staff.base import StaffMessage
from kiosk.contract.staff.desk import DeskMovement
from kiosk.identity import IdType

ReceiptNumber = Annotated[str, StringConstraints(pattern=r"^([0-9A-Za-z_-]{1,36}-)?[0-9]{1,9}$")]
"""As it is printed (``C01-000007``), or its digits alone: then of whatever desk."""
DAYS_MAX = 366


class FindReceipts(StaffMessage):
    """``POST /v1/staff/receipts/find``: all that is given has to fit; the newest ones.

    By customer every look is in the trail, as of an account.
    """

    number: ReceiptNumber | None = None
    id_type: IdType | None = None
    id_number: Number | None = None
    first_day: Day | None = None
    last_day: Day | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if (self.id_type is None) != (self.id_number is None):
            raise ValueError("a document has a type and a number")
        if (self.first_day is None) != (self.last_day is None):
            raise ValueError("a span has two ends")
        if self.first_day is not None and self.last_day is not None:
            if not 0 <= (self.last_day - self.first_day).days < DAYS_MAX:
                raise ValueError(f"from 1 to {DAYS_MAX} days, the first one first")
        elif self.number is None and self.id_type is None:
            raise ValueError("a number, a customer or days")
        return self


class FoundReceipt(Reply):
    """A receipt; ``reverses_number`` is that of the receipt it takes back.

    ``copies`` were made of it, on paper or by mail; ``mail_to`` is the masked address on file,
    empty if there is none or central sends no mail.
    """

    movement: DeskMovement
    reverses_number: str
    copies: int
    mail_to: str


class OrderReceiptLine(Reply):
    """One certificate of an order, so many copies of it."""

    quantity: int
    name: str
    registration_number: str


class OrderReceipt(Reply):
    """What the receipt of an order says; ``paid`` and ``cashier`` are in its own words.

    ``place`` is the point of sale, the ``number`` has its series before it. The holder is masked,
    a company's name is public.
    """

    order_id: str
    number: str
    at: Instant
    place: str
    order_number: str
    recovery_code: str
    cashier: str
    paid: str
    total: Pesos
    holder_name: str
    holder_id_type: IdType
    holder_id_number: str
    lines: tuple[OrderReceiptLine, ...]


class FoundOrderReceipt(Reply):
    """The receipt of an order; ``copies`` and ``mail_to`` as of every receipt."""

    order: OrderReceipt
    copies: int
    mail_to: str


class FoundReceipts(Reply):
    """Newest first; ``cut``: there are more."""

    receipts: tuple[FoundReceipt | FoundOrderReceipt, ...]
    cut: bool


class CopyReceipt(StaffMessage):
    """``POST /v1/staff/receipts/copy``: counts a copy, which may be printed then."""

    movement_id: Id


class ReceiptCopied(Reply):
    """What to print; ``copy_number`` is the copy's own, from 1."""

    movement: DeskMovement
    reverses_number: str
    copy_number: Annotated[int, Field(ge=1)]


class CopyOrderReceipt(StaffMessage):
    """``POST /v1/staff/receipts/copy-order``: counts a copy of an order's receipt."""

    order_id: Id


class OrderReceiptCopied(Reply):
    """The ``document`` to print, marked; ``copy_number`` is the copy's own, from 1."""

    order_id: str
    number: str
    document: str
    copy_number: Annotated[int, Field(ge=1)]


class MailOrderReceipt(StaffMessage):
    """``POST /v1/staff/receipts/mail-order``: a copy to the address on file, and to no other."""

    order_id: Id


class MailReceipt(StaffMessage):
    """``POST /v1/staff/receipts/mail``: a copy to the address on file, and to no other."""

    movement_id: Id


class ReceiptMailed(Reply):
    """Where it goes, masked."""

    sent_to: str
    copy_number: Annotated[int, Field(ge=1)]

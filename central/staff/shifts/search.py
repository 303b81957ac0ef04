"""Looking for receipts, of money at a desk and of orders: by number, customer and days.

All that is given has to fit.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from central.operations.tables import Order, ReceiptRow
from central.people.addresses import addresses_of, masked_address
from central.people.prepaid_key import find_holder
from central.people.sessions import find_person
from central.people.tables import Holder
from central.records.record import audit
from central.services import Services
from central.staff.reports.made import Span
from central.staff.shifts.copies import copies_of
from central.staff.shifts.order_receipts import (
    OrderReceipt,
    all_order_receipts,
    order_receipt_from,
)
from central.staff.shifts.receipts import Receipt, all_receipts, receipt_from
from central.staff.shifts.tables import DeskMovement
from kiosk.identity import PersonId

SHOWN_MAX = 100


@dataclass(frozen=True)
class Wanted:
    """``place`` may be empty: the number of whatever desk."""

    place: str = ""
    number: int | None = None
    identity: PersonId | None = None
    span: Span | None = None


@dataclass(frozen=True)
class Found:
    """A receipt, what it takes back, its copies, and the masked address it could be mailed to."""

    receipt: Receipt
    reverses: str
    copies: int
    mail_to: str


@dataclass(frozen=True)
class FoundOrder:
    """The receipt of an order, its copies, and the masked address it could be mailed to."""

    receipt: OrderReceipt
    copies: int
    mail_to: str


@dataclass(frozen=True)
class _Whose:
    """A customer: by account and by who bought; empty ids are nobody's."""

    account_id: str = ""
    holder_id: str = ""
    person_id: str = ""


def find_receipts(
    services: Services, staff_id: str, wanted: Wanted
) -> tuple[list[Found | FoundOrder], bool]:
    """The newest ones, and whether there are more.

    Raises:
        LookupError: nobody is registered or has an account with this identity.
    """
    now, chamber = services.now(), services.chamber

    def work(db: Session) -> tuple[list[Found | FoundOrder], bool]:
        whose = _whose(db, chamber, wanted.identity) if wanted.identity is not None else None
        subject = (whose.account_id or whose.person_id) if whose else ""
        audit(db, chamber, now, staff_id, "receipts-searched", subject, _said(wanted))
        moved = db.execute(_movements(chamber, wanted, whose).limit(SHOWN_MAX + 1)).all()
        bought = db.execute(_orders(chamber, wanted, whose).limit(SHOWN_MAX + 1)).all()
        receipts: list[Receipt | OrderReceipt] = [receipt_from(db, *row) for row in moved]
        receipts += [order_receipt_from(db, *row) for row in bought]
        receipts.sort(key=_when, reverse=True)
        return _with_copies(db, services, receipts[:SHOWN_MAX]), len(receipts) > SHOWN_MAX

    return services.database.run(work)


def _whose(db: Session, chamber: str, identity: PersonId) -> _Whose:
    holder, person = find_holder(db, chamber, identity), find_person(db, chamber, identity)
    if holder is None and person is None:
        raise LookupError("nobody here has this document")
    return _Whose(
        holder.account_id if holder else "",
        holder.id if holder else "",
        person.id if person else "",
    )


def _said(wanted: Wanted) -> str:
    """What was looked for besides a customer, for the trail."""
    number = f"{wanted.place or '*'}-{wanted.number}" if wanted.number is not None else ""
    span = f"{wanted.span.first_day} {wanted.span.last_day}" if wanted.span else ""
    return f"{number} {span}".strip()


def _movements(
    chamber: str, wanted: Wanted, whose: _Whose | None
) -> Select[DeskMovement, str, Holder, bool, str | None]:
    rows = all_receipts(chamber)
    if whose is not None:
        rows = rows.where(DeskMovement.account_id == whose.account_id)
    if wanted.number is not None:
        rows = rows.where(DeskMovement.receipt_number == wanted.number)
    if wanted.place:
        rows = rows.where(DeskMovement.place == wanted.place)
    if wanted.span is not None:
        rows = rows.where(DeskMovement.at >= wanted.span.start, DeskMovement.at < wanted.span.end)
    return rows.order_by(DeskMovement.at.desc(), DeskMovement.id.desc())


def _orders(
    chamber: str, wanted: Wanted, whose: _Whose | None
) -> Select[ReceiptRow, Order, Holder, str]:
    """Of the holder's account, and of what the person bought, whoever's account paid."""
    rows = all_order_receipts(chamber)
    if whose is not None:
        rows = rows.where(
            or_(Order.holder_id == whose.holder_id, Order.person_id == whose.person_id)
        )
    if wanted.number is not None:
        rows = rows.where(ReceiptRow.number == wanted.number)
    if wanted.place:
        rows = rows.where(ReceiptRow.point_of_sale == wanted.place)
    if wanted.span is not None:
        start, end = wanted.span.start, wanted.span.end
        rows = rows.where(ReceiptRow.issued_at >= start, ReceiptRow.issued_at < end)
    return rows.order_by(ReceiptRow.issued_at.desc(), ReceiptRow.id.desc())


def _when(receipt: Receipt | OrderReceipt) -> tuple[datetime, str]:
    if isinstance(receipt, OrderReceipt):
        return receipt.row.issued_at, receipt.row.id
    return receipt.movement.at, receipt.movement.id


def number_of(movement: DeskMovement) -> str:
    """A receipt's number as it is printed."""
    return f"{movement.place}-{movement.receipt_number:06d}"


def numbers_reversed(db: Session, receipts: list[Receipt]) -> dict[str, str]:
    """The number of what is taken back, by the id of what takes it back."""
    backs = {each.movement.reverses: each.movement.id for each in receipts}
    rows = db.scalars(select(DeskMovement).where(DeskMovement.id.in_(filter(None, backs))))
    return {backs[row.id]: number_of(row) for row in rows}


def _with_copies(
    db: Session, services: Services, receipts: list[Receipt | OrderReceipt]
) -> list[Found | FoundOrder]:
    moved = [each for each in receipts if isinstance(each, Receipt)]
    reversed_ = numbers_reversed(db, moved)
    copies = copies_of(db, services.chamber, [_id(each) for each in receipts])
    mails: dict[str, str] = {}
    for each in receipts:
        if services.settings.mail.host and each.holder.id not in mails:
            addresses = addresses_of(db, each.holder)
            mails[each.holder.id] = masked_address(addresses[0]) if addresses else ""
    return [
        FoundOrder(each, copies.get(_id(each), 0), mails.get(each.holder.id, ""))
        if isinstance(each, OrderReceipt)
        else Found(
            each,
            reversed_.get(each.movement.id, ""),
            copies.get(_id(each), 0),
            mails.get(each.holder.id, ""),
        )
        for each in receipts
    ]


def _id(receipt: Receipt | OrderReceipt) -> str:
    """What its copies are counted under."""
    return receipt.order.id if isinstance(receipt, OrderReceipt) else receipt.movement.id

"""Looking for receipts of the desk: by number, customer and days; all that is given has to fit."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.people.addresses import addresses_of, masked_address
from central.people.prepaid_key import find_holder
from central.records.record import audit
from central.services import Services
from central.staff.reports.made import Span
from central.staff.shifts.copies import copies_of
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


def find_receipts(services: Services, staff_id: str, wanted: Wanted) -> tuple[list[Found], bool]:
    """The newest ones, and whether there are more.

    Raises:
        LookupError: nobody has an account with this identity.
    """
    now = services.now()

    def work(db: Session) -> tuple[list[Found], bool]:
        rows = all_receipts(services.chamber)
        subject, said = "", ""
        if wanted.identity is not None:
            holder = find_holder(db, services.chamber, wanted.identity)
            if holder is None:
                raise LookupError("nobody has a prepaid account with this identity")
            rows = rows.where(DeskMovement.account_id == holder.account_id)
            subject = holder.account_id
        if wanted.number is not None:
            rows = rows.where(DeskMovement.receipt_number == wanted.number)
            said = f"{wanted.place or '*'}-{wanted.number}"
        if wanted.place:
            rows = rows.where(DeskMovement.place == wanted.place)
        if wanted.span is not None:
            rows = rows.where(
                DeskMovement.at >= wanted.span.start, DeskMovement.at < wanted.span.end
            )
            said = f"{said} {wanted.span.first_day} {wanted.span.last_day}".strip()
        audit(db, services.chamber, now, staff_id, "receipts-searched", subject, said)
        newest = rows.order_by(DeskMovement.at.desc(), DeskMovement.id.desc())
        found = db.execute(newest.limit(SHOWN_MAX + 1)).all()
        receipts = [receipt_from(db, *row) for row in found[:SHOWN_MAX]]
        return _with_copies(db, services, receipts), len(found) > SHOWN_MAX

    return services.database.run(work)


def number_of(movement: DeskMovement) -> str:
    """A receipt's number as it is printed."""
    return f"{movement.place}-{movement.receipt_number:06d}"


def numbers_reversed(db: Session, receipts: list[Receipt]) -> dict[str, str]:
    """The number of what is taken back, by the id of what takes it back."""
    backs = {each.movement.reverses: each.movement.id for each in receipts}
    rows = db.scalars(select(DeskMovement).where(DeskMovement.id.in_(filter(None, backs))))
    return {backs[row.id]: number_of(row) for row in rows}


def _with_copies(db: Session, services: Services, receipts: list[Receipt]) -> list[Found]:
    ids = [each.movement.id for each in receipts]
    copies, reversed_ = copies_of(db, services.chamber, ids), numbers_reversed(db, receipts)
    mails: dict[str, str] = {}
    for each in receipts:
        if services.settings.mail.host and each.holder.id not in mails:
            addresses = addresses_of(db, each.holder)
            mails[each.holder.id] = masked_address(addresses[0]) if addresses else ""
    return [
        Found(
            each,
            reversed_.get(each.movement.id, ""),
            copies.get(each.movement.id, 0),
            mails.get(each.holder.id, ""),
        )
        for each in receipts
    ]

"""A settlement as a desk sees it: whose it is, where it stands, who has it, what paid it."""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from central.payments.keeping import standing
from central.payments.lock import Lock, lock_of
from central.payments.make import NUMBER_DIGITS
from central.payments.states import State
from central.payments.tables import Settlement
from central.people.tables import Holder
from central.records.record import audit
from central.services import Services
from central.staff.sessions import SignedIn
from central.staff.shifts.receipts import Receipt, receipt_in, shown_name


@dataclass(frozen=True)
class SeenSettlement:
    """``state`` is where it stands now; ``receipt`` of the desk's payment, if a desk took it."""

    settlement: Settlement
    state: State
    holder: Holder
    holder_name: str
    lock: Lock | None
    receipt: Receipt | None


def find(services: Services, who: SignedIn, code: str) -> SeenSettlement | None:
    """By its number (with or without leading zeros) or its recovery code, as people type them."""
    typed = code.strip().upper()
    number = typed.zfill(NUMBER_DIGITS) if typed.isdigit() else ""
    wanted = select(Settlement).where(
        Settlement.chamber_code == services.chamber,
        or_(Settlement.recovery_code == typed, Settlement.number == number),
    )

    def work(db: Session) -> SeenSettlement | None:
        row = db.scalar(wanted)
        found = row.id if row is not None else ""
        audit(db, services.chamber, services.now(), who.staff_id, "settlement-seen", found)
        return seen(db, services, row) if row is not None else None

    return services.database.run(work)


def look_at(services: Services, settlement_id: str) -> SeenSettlement:
    """By its id, after something was done with it.

    Raises:
        LookupError: there is no such settlement.
    """

    def work(db: Session) -> SeenSettlement:
        row = db.get(Settlement, settlement_id)
        if row is None or row.chamber_code != services.chamber:
            raise LookupError("there is no such settlement")
        return seen(db, services, row)

    return services.database.run(work)


def seen(db: Session, services: Services, row: Settlement) -> SeenSettlement:
    """A settlement with everything around it."""
    now = services.now()
    holder = db.scalars(
        select(Holder).where(
            Holder.chamber_code == services.chamber, Holder.account_id == row.account_id
        )
    ).one()
    paid = receipt_in(db, services.chamber, row.payment_id) if row.payment_id else None
    return SeenSettlement(
        settlement=row,
        state=standing(row, now),
        holder=holder,
        holder_name=shown_name(db, holder),
        lock=lock_of(db, services, row, now),
        receipt=paid,
    )

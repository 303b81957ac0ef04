"""Copies of the desk's receipts: free, counted in the trail, on paper or by mail."""

from collections.abc import Collection
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.records.record import audit
from central.records.tables import AuditEntry
from central.services import Services
from central.staff.shifts.receipts import Receipt, receipt_in
from central.staff.shifts.tables import DeskMovement

COPIED = "receipt-copied"
How = Literal["printed", "mailed"]


def copies_of(db: Session, chamber: str, ids: Collection[str]) -> dict[str, int]:
    """How many there are of some receipts, of movements or orders; one without is not there."""
    rows = db.execute(
        select(AuditEntry.subject, func.count())
        .where(
            AuditEntry.chamber_code == chamber,
            AuditEntry.action == COPIED,
            AuditEntry.subject.in_(ids),
        )
        .group_by(AuditEntry.subject)
    )
    return {subject: int(count) for subject, count in rows}


def count_copy(db: Session, services: Services, staff_id: str, movement_id: str, how: How) -> int:
    """The number of one more copy.

    Raises:
        LookupError: there is no such receipt.
    """
    # Locked: two desks that copy one receipt at once make two numbers of it.
    made = db.get(DeskMovement, movement_id, with_for_update=True)
    if made is None or made.chamber_code != services.chamber:
        raise LookupError("there is no such receipt")
    return next_copy(db, services, staff_id, movement_id, how)


def next_copy(db: Session, services: Services, staff_id: str, receipt_id: str, how: How) -> int:
    """The number of one more copy of a receipt that the caller locked."""
    number = copies_of(db, services.chamber, [receipt_id]).get(receipt_id, 0) + 1
    detail = f"{number} {how}"
    audit(db, services.chamber, services.now(), staff_id, COPIED, receipt_id, detail)
    return number


def copy(services: Services, staff_id: str, movement_id: str) -> tuple[Receipt, int]:
    """A receipt that may be printed again, and the number of that copy.

    Raises:
        LookupError: there is no such receipt.
    """

    def work(db: Session) -> tuple[Receipt, int]:
        number = count_copy(db, services, staff_id, movement_id, "printed")
        found = receipt_in(db, services.chamber, movement_id)
        assert found is not None, "it was locked just now"
        return found, number

    return services.database.run(work)

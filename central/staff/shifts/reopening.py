"""When a shift was opened again, by whom and why: the trail knows it, its cashier has to see it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.records.tables import AuditEntry
from central.staff.tables import StaffMember

REOPENED = "shift-reopened"
_ASKED_AT_ONCE = 500


@dataclass(frozen=True)
class Reopening:
    """One time; ``by`` is a login."""

    at: datetime
    by: str
    reason: str


def reopenings(
    db: Session, chamber: str, shift_ids: Collection[str]
) -> dict[str, tuple[Reopening, ...]]:
    """Those of some shifts, oldest first; a shift that never was is not there."""
    found: defaultdict[str, tuple[Reopening, ...]] = defaultdict(tuple)
    every = sorted(shift_ids)
    for start in range(0, len(every), _ASKED_AT_ONCE):
        rows = db.execute(
            select(AuditEntry.subject, AuditEntry.at, AuditEntry.detail, StaffMember.login)
            .join(StaffMember, StaffMember.id == AuditEntry.actor)
            .where(
                AuditEntry.chamber_code == chamber,
                AuditEntry.action == REOPENED,
                AuditEntry.subject.in_(every[start : start + _ASKED_AT_ONCE]),
            )
            .order_by(AuditEntry.at, AuditEntry.id)
        )
        for row in rows:
            found[row.subject] += (Reopening(row.at, row.login, row.detail),)
    return dict(found)

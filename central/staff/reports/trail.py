"""Who did something, why, and who allowed it, out of the audit trail and the approvals."""

import re
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.records.tables import AuditEntry
from central.staff.reports.names import batches
from central.staff.rules import Action
from central.staff.tables import Approval

_IDS = re.compile(r"^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?: |$)){1,2}")
"""Before the reason stands the id of what was done, and of the approval that was used up."""


class Why(NamedTuple):
    """Who did it (a row id), and the reason they gave."""

    actor: str
    reason: str


def trail(db: Session, chamber: str, action: str, subjects: Collection[str]) -> dict[str, Why]:
    """The newest entry about each subject."""
    found: dict[str, Why] = {}
    for some in batches(subjects):
        entries = db.scalars(
            select(AuditEntry)
            .where(
                AuditEntry.chamber_code == chamber,
                AuditEntry.action == action,
                AuditEntry.subject.in_(some),
            )
            .order_by(AuditEntry.at, AuditEntry.id)
        )
        found |= {row.subject: Why(row.actor, _IDS.sub("", row.detail)) for row in entries}
    return found


def approvers(
    db: Session, chamber: str, action: Action, subjects: Collection[str]
) -> dict[str, str]:
    """The row id of whose approval was used up for each subject that needed one."""
    found: dict[str, str] = {}
    for some in batches(subjects):
        rows = db.execute(
            select(Approval.subject, Approval.staff_id)
            .where(
                Approval.chamber_code == chamber,
                Approval.action == action.value,
                Approval.subject.in_(some),
                Approval.used_at.is_not(None),
            )
            .order_by(Approval.used_at, Approval.id)
        )
        found |= {row.subject: row.staff_id for row in rows}
    return found

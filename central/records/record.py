"""Writing the audit trail and incidents, inside the transaction of what they tell about."""

from datetime import datetime
from enum import StrEnum

import structlog
from sqlalchemy import insert
from sqlalchemy.orm import Session

from central.db.base import table_of
from central.db.ids import new_id
from central.records.tables import AuditEntry, Incident

log = structlog.get_logger("central.records")
_INTO_AUDIT = insert(table_of(AuditEntry))


class IncidentKind(StrEnum):
    """Why people are called."""

    DEVICE_CLONED = "device-cloned"
    LATE_CAPTURE = "late-capture"
    CAPTURE_AFTER_VOID = "capture-after-void"
    CAPTURE_UNKNOWN = "capture-unknown"
    VOID_AFTER_CAPTURE = "void-after-capture"
    FOREIGN_OPERATION = "foreign-operation"
    CAPTURE_QUARANTINED = "capture-quarantined"
    SPRAYING = "spraying"
    OPERATION_STALE = "operation-stale"
    AUDIT_CHAIN_BROKEN = "audit-chain-broken"
    DAY_CLOSE_DIFFERENCE = "day-close-difference"


def audit(
    db: Session,
    chamber: str,
    now: datetime,
    actor: str,
    action: str,
    subject: str,
    detail: str = "",
) -> None:
    """Add a line to the trail."""
    row = {
        "id": new_id(),
        "chamber_code": chamber,
        "at": now,
        "actor": actor,
        "action": action,
        "subject": subject,
        "detail": detail,
    }
    db.execute(_INTO_AUDIT, row)


def incident(
    db: Session,
    chamber: str,
    now: datetime,
    kind: IncidentKind,
    *,
    device_id: str = "",
    op_id: str = "",
    detail: str = "",
) -> None:
    """Call people, in the table and in the log."""
    db.add(
        Incident(
            id=new_id(),
            chamber_code=chamber,
            at=now,
            kind=kind.value,
            device_id=device_id,
            op_id=op_id,
            detail=detail,
        )
    )
    log.error("incident", kind=kind.value, device_id=device_id, op_id=op_id, detail=detail)

"""What the kiosks told of a day, for its reconciliation."""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.daily.tables import CheckpointRow, DayCloseRow


def closes_of(db: Session, chamber: str, day: date) -> dict[str, str]:
    """What central found different in each kiosk's newest count of a day; empty: they agree."""
    rows = db.execute(
        select(DayCloseRow.device_id, DayCloseRow.detail)
        .where(DayCloseRow.chamber_code == chamber, DayCloseRow.day == day)
        .order_by(DayCloseRow.compared_at, DayCloseRow.id)
    )
    return {row.device_id: row.detail for row in rows}


def checkpoints_of(db: Session, chamber: str, start: datetime, end: datetime) -> dict[str, int]:
    """How long each audit chain was when central last vouched for it in that time."""
    rows = db.execute(
        select(CheckpointRow.device_id, func.max(CheckpointRow.size).label("size"))
        .where(
            CheckpointRow.chamber_code == chamber,
            CheckpointRow.continues.is_(True),
            CheckpointRow.received_at >= start,
            CheckpointRow.received_at < end,
        )
        .group_by(CheckpointRow.device_id)
    )
    return {row.device_id: row.size for row in rows}

"""Table of alerts: an open row is something wrong now, a closed one is history."""

from datetime import datetime

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime

_OPEN = text("closed_at IS NULL")


class Alert(Base):
    """``rule`` holds for ``subject`` (a device's id, mostly) from ``opened_at`` on.

    The unique index allows one open row for each rule and subject, however many processes look.
    """

    __tablename__ = "alerts"
    __table_args__ = (
        Index(
            "uq_alerts_open",
            "chamber_code",
            "rule",
            "subject",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(None, "chamber_code", "opened_at"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    rule: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(64))
    detail: Mapped[str] = mapped_column(Text)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

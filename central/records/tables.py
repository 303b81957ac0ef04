"""Tables of the audit trail (append-only by triggers, see the migration) and of incidents."""

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime


class AuditEntry(Base):
    """One thing somebody did. ``actor`` and ``subject`` are row ids, never names or numbers."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "chamber_code", "at"), Index(None, "chamber_code", "subject"))

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(String(64))
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(64), default="")
    detail: Mapped[str] = mapped_column(Text, default="")


class Incident(Base):
    """Something that should not happen and that a person settles; ``kind`` is a stable code."""

    __tablename__ = "incidents"
    __table_args__ = (Index(None, "chamber_code", "kind", "at"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    kind: Mapped[str] = mapped_column(String(40))
    device_id: Mapped[str] = mapped_column(String(36), default="")
    op_id: Mapped[str] = mapped_column(String(36), default="")
    detail: Mapped[str] = mapped_column(Text, default="")
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

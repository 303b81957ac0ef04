"""Table of verifications: how often a code was asked for, and when first."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime


class VerificationCheck(Base):
    """One row a code; nothing is kept of who asked."""

    __tablename__ = "verification_checks"
    __table_args__ = (
        UniqueConstraint("chamber_code", "code"),
        CheckConstraint("times > 0", name="times_positive"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    code: Mapped[str] = mapped_column(String(12))
    times: Mapped[int] = mapped_column(Integer)
    first_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_at: Mapped[datetime] = mapped_column(UtcDateTime)

"""Table of staff members."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime, text_enum


class Role(StrEnum):
    """What somebody may do."""

    CASHIER = "cashier"
    TECHNICIAN = "technician"
    OPERATOR = "operator"


class StaffMember(Base):
    """Somebody who works here; ``totp_step`` is the last time step accepted as second factor."""

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("chamber_code", "login"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    login: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[Role] = mapped_column(text_enum(Role, "role"))
    key_hash: Mapped[str] = mapped_column(String(200))
    totp_step: Mapped[int] = mapped_column(BigInteger, default=0)
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

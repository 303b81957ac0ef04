"""Who allowed which copy of a certificate at a desk, and why."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime


class DeskCopy(Base):
    """Leave for one copy of ``of_op_id`` at one desk; ``id`` is the copy's own operation.

    It is written before the desk begins and never changed; what became of the copy stands in its
    operation. Without such an operation nothing was ever begun.
    """

    __tablename__ = "desk_copies"
    __table_args__ = (
        Index(None, "chamber_code", "of_op_id"),
        CheckConstraint("reason <> ''", name="has_a_reason"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    of_op_id: Mapped[str] = mapped_column(ForeignKey("operations.id"))
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    staff_id: Mapped[str] = mapped_column(String(36), ForeignKey("staff.id"))
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)

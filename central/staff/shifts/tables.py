"""Tables of shifts: they, their closes, and every movement of money at a desk."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String, Text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime, text_enum


class CloseKind(StrEnum):
    """Counted by the cashier, or the same count against what the ledger says later.

    Provisional: counted at a desk that had no connection, against what that desk believed.
    """

    COUNTED = "counted"
    RECOMPUTED = "recomputed"
    PROVISIONAL = "provisional"


class MovementKind(StrEnum):
    """Money in, or back."""

    TOP_UP = "top_up"
    REVERSAL = "reversal"


class Shift(Base):
    """A cashier's shift. ``open_of`` is its cashier while it is open: one at a time, by the key."""

    __tablename__ = "shifts"
    __table_args__ = (
        Unique("chamber_code", "open_of"),
        Index(None, "chamber_code", "opened_at"),
        CheckConstraint("base >= 0", name="base_not_negative"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    open_of: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    place: Mapped[str] = mapped_column(String(36))
    base: Mapped[int] = mapped_column(BigInteger)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ShiftClose(Base):
    """One close of a shift; ``lines`` and ``pieces`` are JSON, as they were then.

    ``explained`` is set once; nothing else of it ever changes.
    """

    __tablename__ = "shift_closes"
    __table_args__ = (Unique("chamber_code", "shift_id", "number"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    shift_id: Mapped[str] = mapped_column(ForeignKey("shifts.id"))
    number: Mapped[int] = mapped_column(Integer)
    kind: Mapped[CloseKind] = mapped_column(text_enum(CloseKind, "kind"))
    base: Mapped[int] = mapped_column(BigInteger)
    pieces: Mapped[str] = mapped_column(Text)
    lines: Mapped[str] = mapped_column(Text)
    unsent: Mapped[int] = mapped_column(Integer)
    explained: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class DeskMovement(Base):
    """Money taken or given back in a shift, and the posting behind it; never changed.

    ``reverses`` is the top-up a reversal takes back: once, by the key.
    """

    __tablename__ = "desk_movements"
    __table_args__ = (
        Unique("chamber_code", "reverses"),
        Unique("chamber_code", "place", "receipt_number"),
        Index(None, "chamber_code", "shift_id"),
        CheckConstraint("amount > 0", name="amount_positive"),
        CheckConstraint("given IS NULL OR given >= amount", name="given_is_enough"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    shift_id: Mapped[str] = mapped_column(ForeignKey("shifts.id"))
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    place: Mapped[str] = mapped_column(String(36))
    receipt_number: Mapped[int] = mapped_column(Integer)
    kind: Mapped[MovementKind] = mapped_column(text_enum(MovementKind, "kind"))
    payment_form: Mapped[str] = mapped_column(String(2))
    amount: Mapped[int] = mapped_column(BigInteger)
    given: Mapped[int | None] = mapped_column(BigInteger)
    reference: Mapped[str] = mapped_column(String(40), default="")
    account_id: Mapped[str] = mapped_column(ForeignKey("ledger_accounts.id"))
    posting_id: Mapped[str] = mapped_column(ForeignKey("ledger_postings.id"))
    reverses: Mapped[str | None] = mapped_column(ForeignKey("desk_movements.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)

"""What stands behind an order that the staff opened."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import text_enum


class SaleKind(StrEnum):
    """What pays."""

    KEY = "key"  # the holder's account, by their prepaid key
    PAYMENT = "payment"  # money taken for it in a shift
    EXPENSE = "expense"  # nobody: the chamber bears it


class DeskSale(Base):
    """A sale by the staff; ``id`` is its order's. It is written with the order and never changed.

    ``payment_id`` pays for one order only, by the key. ``reason`` is that of an expense.
    """

    __tablename__ = "desk_sales"
    __table_args__ = (
        UniqueConstraint("chamber_code", "payment_id"),
        CheckConstraint("(kind = 'payment') = (payment_id IS NOT NULL)", name="paid_by_a_payment"),
        CheckConstraint("(kind = 'expense') = (shift_id IS NULL)", name="sold_in_a_shift"),
        CheckConstraint("kind <> 'expense' OR reason <> ''", name="expense_has_a_reason"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    kind: Mapped[SaleKind] = mapped_column(text_enum(SaleKind, "kind"))
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    shift_id: Mapped[str | None] = mapped_column(ForeignKey("shifts.id"))
    payment_id: Mapped[str | None] = mapped_column(ForeignKey("desk_movements.id"))
    reason: Mapped[str] = mapped_column(Text, default="")

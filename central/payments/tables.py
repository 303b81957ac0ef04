"""Tables of settlements, and of payments that could not be credited."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
)
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime, text_enum
from central.payments.states import State


class Why(StrEnum):
    """Why a reported payment was not credited."""

    UNKNOWN = "unknown"
    AMOUNT_DIFFERS = "amount-differs"
    PAID_BEFORE = "paid-before"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    SENT_BACK = "sent-back"


class Outcome(StrEnum):
    """What somebody did about such a payment."""

    APPLIED = "applied"  # credited to the account of a settlement
    RETURNED = "returned"  # given back to the bank, and never in the ledger
    OUTSIDE = "outside"  # settled in some other way; nothing moved here


class Settlement(Base):
    """Money to be paid into one prepaid account.

    The lock is the desk that is taking it: cashier, session, place, since when, and the movement
    under which alone it may be paid. ``payment_id`` is the ledger's id of the one payment.
    """

    __tablename__ = "settlements"
    __table_args__ = (
        Unique("chamber_code", "number"),
        Unique("chamber_code", "recovery_code"),
        Unique("chamber_code", "payment_id"),
        Index(None, "chamber_code", "state", "expires_at"),
        CheckConstraint("amount > 0", name="amount_positive"),
        CheckConstraint("(state = 'paid') = (payment_id IS NOT NULL)", name="paid_by_a_payment"),
        CheckConstraint("(state = 'at-desk') = (locked_by IS NOT NULL)", name="locked_at_a_desk"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    number: Mapped[str] = mapped_column(String(20))
    recovery_code: Mapped[str] = mapped_column(String(6))
    account_id: Mapped[str] = mapped_column(ForeignKey("ledger_accounts.id"))
    amount: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[State] = mapped_column(text_enum(State, "state"))
    made_by: Mapped[str] = mapped_column(String(36))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    slip_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    locked_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    locked_session: Mapped[str | None] = mapped_column(String(36))
    locked_place: Mapped[str | None] = mapped_column(String(36))
    locked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    locked_movement: Mapped[str | None] = mapped_column(String(36))
    payment_id: Mapped[str | None] = mapped_column(String(36))
    paid_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class PaymentException(Base):
    """A payment that was reported and not credited: somebody has to look at it.

    ``id`` is the payment's own, so that a report that comes twice is one line; ``reference`` is
    what it named, ``settlement_id`` what was found by that. ``bank``, ``file`` and ``line`` say
    where it stood (empty and 0: no file told it), ``centavos`` is what came beside ``amount``
    pesos. ``decision_id`` is the deed's own: under it money was posted, if any was.
    """

    __tablename__ = "payment_exceptions"
    __table_args__ = (
        Unique("chamber_code", "decision_id"),
        Index(None, "chamber_code", "settled_at"),
        CheckConstraint(
            "(settled_at IS NULL) = (outcome IS NULL) "
            "AND (outcome IS NULL) = (decision_id IS NULL)",
            name="decided_once",
        ),
        CheckConstraint(
            "(applied_to IS NOT NULL) = (outcome IS NOT NULL AND outcome = 'applied')",
            name="applied_to_something",
        ),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    settlement_id: Mapped[str | None] = mapped_column(ForeignKey("settlements.id"))
    reference: Mapped[str] = mapped_column(String(48))
    payment_form: Mapped[str] = mapped_column(String(2))
    amount: Mapped[int] = mapped_column(BigInteger)
    why: Mapped[Why] = mapped_column(text_enum(Why, "why"))
    reported_by: Mapped[str] = mapped_column(String(36))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    note: Mapped[str] = mapped_column(Text, default="")
    bank: Mapped[str] = mapped_column(String(3), default="", server_default="")
    file: Mapped[str] = mapped_column(String(20), default="", server_default="")
    line: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    centavos: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    outcome: Mapped[Outcome | None] = mapped_column(text_enum(Outcome, "outcome"))
    decision_id: Mapped[str | None] = mapped_column(String(36))
    applied_to: Mapped[str | None] = mapped_column(ForeignKey("settlements.id"))


class BankFileRow(Base):
    """A bank's file that was imported; ``digest`` is the SHA-256 of its content."""

    __tablename__ = "bank_files"
    __table_args__ = (Unique("chamber_code", "bank", "made_on", "made_at", "modifier"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    bank: Mapped[str] = mapped_column(String(3))
    made_on: Mapped[date] = mapped_column(Date)
    made_at: Mapped[str] = mapped_column(String(4))
    modifier: Mapped[str] = mapped_column(String(1))
    digest: Mapped[str] = mapped_column(String(64))
    rows: Mapped[int] = mapped_column(Integer)
    total: Mapped[int] = mapped_column(BigInteger)
    credited: Mapped[int] = mapped_column(Integer)
    imported_by: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)

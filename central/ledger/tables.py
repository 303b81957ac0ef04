"""Tables of the ledger; their CHECKs are the last guard of the money rules.

A posting is one row with a debit and a credit account: balanced by construction. Postings are
append-only (triggers in the first migration). Account rows keep the sums ``posted`` and ``held``,
changed in the same transaction as the rows they sum; ``verify`` recomputes them.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime, text_enum


class AccountKind(StrEnum):
    """What an account stands for; ``holder`` names which one of its kind."""

    PREPAID = "prepaid"  # holder: the owner of the money
    CASH_IN = "cash_in"  # holder: a payment form
    REVENUE = "revenue"  # holder: a service code
    CORRECTION = "correction"  # holder: a reason


class PostingKind(StrEnum):
    """Why money moved."""

    TOP_UP = "top_up"
    PURCHASE = "purchase"
    REFUND = "refund"
    CORRECTION = "correction"


class HoldState(StrEnum):
    """A hold reserves money; ``CAPTURED`` and a final ``RELEASED`` end it."""

    LIVE = "live"
    RELEASED = "released"
    CAPTURED = "captured"


class Account(Base):
    """An account: ``posted`` is credits minus debits in pesos, ``held`` the sum of its live holds.

    ``overdrawn`` is the flag of a late capture: without it a prepaid account can never owe money.
    """

    __tablename__ = "ledger_accounts"
    __table_args__ = (
        UniqueConstraint("chamber_code", "kind", "holder"),
        CheckConstraint("held >= 0", name="held_not_negative"),
        CheckConstraint("held = 0 OR kind = 'prepaid'", name="only_prepaid_is_held"),
        CheckConstraint(
            "kind <> 'prepaid' OR overdrawn OR posted - held >= 0", name="available_not_negative"
        ),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    kind: Mapped[AccountKind] = mapped_column(text_enum(AccountKind, "kind"))
    holder: Mapped[str] = mapped_column(String(40))
    posted: Mapped[int] = mapped_column(BigInteger, default=0)
    held: Mapped[int] = mapped_column(BigInteger, default=0)
    overdrawn: Mapped[bool] = mapped_column(default=False)


class Hold(Base):
    """Money of a prepaid account that waits for the outcome of one operation."""

    __tablename__ = "ledger_holds"
    __table_args__ = (
        UniqueConstraint("chamber_code", "op_id"),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    op_id: Mapped[str] = mapped_column(String(36))
    account_id: Mapped[str] = mapped_column(ForeignKey("ledger_accounts.id"))
    amount: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[HoldState] = mapped_column(text_enum(HoldState, "state"))
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Posting(Base):
    """One movement of money from the debit to the credit account; never changed, never deleted.

    The unique key makes a second capture of one operation impossible, whatever the code does.
    """

    __tablename__ = "ledger_postings"
    __table_args__ = (
        UniqueConstraint("chamber_code", "op_id", "kind"),
        CheckConstraint("amount > 0", name="amount_positive"),
        CheckConstraint("debit_account <> credit_account", name="two_accounts"),
        Index(None, "debit_account", "at"),
        Index(None, "credit_account", "at"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    debit_account: Mapped[str] = mapped_column(ForeignKey("ledger_accounts.id"))
    credit_account: Mapped[str] = mapped_column(ForeignKey("ledger_accounts.id"))
    amount: Mapped[int] = mapped_column(BigInteger)
    op_id: Mapped[str] = mapped_column(String(36))
    kind: Mapped[PostingKind] = mapped_column(text_enum(PostingKind, "kind"))
    description: Mapped[str] = mapped_column(String(200), default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime)

"""Tables of the staff: who works here, who is signed in, what a second person allowed."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime, text_enum


class Role(StrEnum):
    """What somebody is here; what each may do stands in ``central.staff.rules``."""

    CASHIER = "cashier"
    SUPERVISOR = "supervisor"
    TECHNICIAN = "technician"
    ADMINISTRATOR = "administrator"


class StaffMember(Base):
    """Somebody who works here.

    ``seed`` is the encrypted seed of the second factor; it counts from ``confirmed_at``, when a
    code of it was first typed. ``totp_step`` is the last time step whose code was accepted.
    ``email`` is where changes of the key are told. ``given_until``: the key was handed over, and
    opens nothing but the way to one's own, until then; None: it is one's own.
    """

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("chamber_code", "login"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    login: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254), default="", server_default="")
    role: Mapped[Role] = mapped_column(text_enum(Role, "role"))
    key_hash: Mapped[str] = mapped_column(String(200))
    given_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seed: Mapped[str | None] = mapped_column(String(120))
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    totp_step: Mapped[int] = mapped_column(BigInteger, default=0)
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StaffSession(Base):
    """A signed-in member; only the SHA-256 of the token is kept.

    ``place`` is the device it was opened at, or ``office``: elsewhere the token is worth nothing.
    """

    __tablename__ = "staff_sessions"
    __table_args__ = (
        UniqueConstraint("chamber_code", "token_hash"),
        Index(None, "chamber_code", "staff_id", "closed_at"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    token_hash: Mapped[str] = mapped_column(String(64))
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    place: Mapped[str] = mapped_column(String(36))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Approval(Base):
    """A second person's leave for one action on one thing, once and for a short time.

    ``subject`` is the id of the thing, ``staff_id`` who allowed it, ``used_by`` who did it.
    """

    __tablename__ = "staff_approvals"
    __table_args__ = (Index(None, "chamber_code", "action", "subject"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(36))
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    used_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))

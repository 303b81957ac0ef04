"""Tables of people: persons, holders of prepaid accounts, key throttles, sessions."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime, text_enum
from kiosk.identity import IdType


class Person(Base):
    """Somebody who may sign in; without ``secure_key_hash`` the key was never set."""

    __tablename__ = "persons"
    __table_args__ = (UniqueConstraint("chamber_code", "id_type", "id_number"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    id_type: Mapped[IdType] = mapped_column(text_enum(IdType, "id_type"))
    id_number: Mapped[str] = mapped_column(String(20))
    check_digit: Mapped[str] = mapped_column(String(1), default="")
    first_name: Mapped[str] = mapped_column(String(60))
    second_name: Mapped[str] = mapped_column(String(60), default="")
    first_surname: Mapped[str] = mapped_column(String(60))
    second_surname: Mapped[str] = mapped_column(String(60), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    mobile: Mapped[str] = mapped_column(String(20), default="")
    secure_key_hash: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Holder(Base):
    """Owner of a prepaid account: a person or a company, who need not be able to sign in.

    ``email`` is where purchases with it are told; empty: see ``people.addresses``.
    """

    __tablename__ = "holders"
    __table_args__ = (
        UniqueConstraint("chamber_code", "id_type", "id_number"),
        UniqueConstraint("chamber_code", "account_id"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    id_type: Mapped[IdType] = mapped_column(text_enum(IdType, "id_type"))
    id_number: Mapped[str] = mapped_column(String(20))
    check_digit: Mapped[str] = mapped_column(String(1), default="")
    name: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(20), default="")
    email: Mapped[str] = mapped_column(String(254), default="", server_default="")
    account_id: Mapped[str] = mapped_column(ForeignKey("ledger_accounts.id"))
    prepaid_key_hash: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Throttle(Base):
    """Wrong tries of one key. ``subject`` is a digest, because unknown ids have counters too."""

    __tablename__ = "throttles"
    __table_args__ = (UniqueConstraint("chamber_code", "scope", "subject"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    scope: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(64))
    known: Mapped[bool]
    failures: Mapped[int] = mapped_column(Integer)
    wait_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class SignInFailure(Base):
    """A failed sign-in at a terminal, kept as long as the spraying rule looks back."""

    __tablename__ = "sign_in_failures"
    __table_args__ = (Index(None, "chamber_code", "device_id", "at"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    device_id: Mapped[str] = mapped_column(String(36))
    subject: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class PersonSession(Base):
    """A signed-in person at one device. Only the SHA-256 of the token is kept."""

    __tablename__ = "sessions"
    __table_args__ = (UniqueConstraint("chamber_code", "token_hash"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    token_hash: Mapped[str] = mapped_column(String(64))
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    device_id: Mapped[str] = mapped_column(String(36))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

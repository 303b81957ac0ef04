"""Tables of people: persons, holders of prepaid accounts, consents, codes, throttles, sessions."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime, text_enum
from kiosk.identity import IdType


class Person(Base):
    """Somebody who may sign in; without ``secure_key_hash`` the key was never set.

    ``email_confirmed_at``: when a code that went to the present address came back.
    """

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
    email_confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    mobile: Mapped[str] = mapped_column(String(20), default="")
    secure_key_hash: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Holder(Base):
    """Owner of a prepaid account: a person or a company, who need not be able to sign in.

    ``email`` is where purchases with it are told; empty: see ``people.addresses``. ``phone`` is the
    fixed line.
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
    municipality: Mapped[str] = mapped_column(String(80), default="", server_default="")
    phone: Mapped[str] = mapped_column(String(20), default="")
    mobile: Mapped[str] = mapped_column(String(20), default="", server_default="")
    email: Mapped[str] = mapped_column(String(254), default="", server_default="")
    email_confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    account_id: Mapped[str] = mapped_column(ForeignKey("ledger_accounts.id"))
    prepaid_key_hash: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Consent(Base):
    """Somebody agreed that their data are kept; a row is added and never changed.

    ``subject`` is a holder's or person's id, ``version`` and ``text_hash`` what was agreed to,
    ``recorded_by`` who noted it (a staff id; the subject itself where they did so alone).
    """

    __tablename__ = "consents"
    __table_args__ = (Index(None, "chamber_code", "subject"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    subject: Mapped[str] = mapped_column(String(36))
    version: Mapped[str] = mapped_column(String(20))
    text_hash: Mapped[str] = mapped_column(String(64))
    channel: Mapped[str] = mapped_column(String(16))
    place: Mapped[str] = mapped_column(String(36))
    recorded_by: Mapped[str] = mapped_column(String(36))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class OneTimeCode(Base):
    """A code that was sent; of the code itself nothing is kept (see ``people.one_time``).

    ``subject`` is whose it is, ``address_hash`` where it went: another address, another code.
    ``tries`` were counted before they were looked at; ``ended_at``: used, or replaced by another.
    """

    __tablename__ = "one_time_codes"
    __table_args__ = (
        Index(None, "chamber_code", "subject", "made_at"),
        Index(None, "chamber_code", "place", "made_at"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    purpose: Mapped[str] = mapped_column(String(24))
    subject: Mapped[str] = mapped_column(String(36))
    address_hash: Mapped[str] = mapped_column(String(64))
    place: Mapped[str] = mapped_column(String(36))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(Integer, default=0)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


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

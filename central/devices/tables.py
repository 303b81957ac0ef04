"""Tables of devices: the devices, their enrolment codes, seen nonces, last heartbeat."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime, text_enum


class DeviceState(StrEnum):
    """Whether a device may work; ``FROZEN`` is a suspected clone, lifted by people only."""

    ACTIVE = "active"
    FROZEN = "frozen"
    REVOKED = "revoked"


class Device(Base):
    """A dispenser or desk; ``public_key`` is raw Ed25519, base64 (its other half never left it)."""

    __tablename__ = "devices"
    __table_args__ = (UniqueConstraint("chamber_code", "public_key"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    serial: Mapped[str] = mapped_column(String(20))
    public_key: Mapped[str] = mapped_column(String(44))
    point_of_sale: Mapped[str] = mapped_column(String(10))
    state: Mapped[DeviceState] = mapped_column(text_enum(DeviceState, "state"))
    version: Mapped[str] = mapped_column(String(400), default="")
    enrolled_at: Mapped[datetime] = mapped_column(UtcDateTime)
    stopped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class EnrolCode(Base):
    """A one-time code for one device; only its SHA-256 is kept."""

    __tablename__ = "enrol_codes"
    __table_args__ = (UniqueConstraint("chamber_code", "code_hash"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    code_hash: Mapped[str] = mapped_column(String(64))
    serial: Mapped[str | None] = mapped_column(String(20))
    point_of_sale: Mapped[str] = mapped_column(String(10))
    tries_left: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    device_id: Mapped[str | None] = mapped_column(ForeignKey("devices.id"))


class Nonce(Base):
    """A nonce seen from a device, kept while its signature could still be replayed."""

    __tablename__ = "nonces"
    __table_args__ = (UniqueConstraint("chamber_code", "device_id", "nonce"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    nonce: Mapped[str] = mapped_column(String(64))
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class DeviceHealth(Base):
    """The last heartbeat of a device."""

    __tablename__ = "device_health"
    __table_args__ = (UniqueConstraint("chamber_code", "device_id"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    boot_id: Mapped[str] = mapped_column(String(36))
    version: Mapped[str] = mapped_column(String(400))
    printer: Mapped[str] = mapped_column(String(400))
    paper_mm: Mapped[int | None] = mapped_column(BigInteger)
    queue_length: Mapped[int] = mapped_column(BigInteger)
    queue_age_s: Mapped[int] = mapped_column(BigInteger)
    disk_free_mb: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(UtcDateTime)

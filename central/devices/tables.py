"""Tables of devices: they, their enrolment codes, seen nonces, last heartbeat, configuration."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime, text_enum


class DeviceState(StrEnum):
    """Whether a device may work; ``FROZEN`` is a suspected clone, lifted by people only."""

    ACTIVE = "active"
    FROZEN = "frozen"
    REVOKED = "revoked"


class Device(Base):
    """A dispenser or desk; ``public_key`` is raw Ed25519, base64 (its other half never left it).

    ``previous_key`` is accepted beside it until ``previous_until``. All numbers of money messages
    up to ``seq_complete`` are accounted for.
    """

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
    previous_key: Mapped[str | None] = mapped_column(String(44))
    previous_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seq_complete: Mapped[int] = mapped_column(BigInteger, default=0)


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
    """The last heartbeat of a device.

    ``printer_fault_since`` is the first of the heartbeats in a row that told of a fault;
    ``clock_skew_s`` how far the device's own clock is behind central's (negative: ahead);
    ``parked`` a JSON list of numbers of money messages that people must look at.
    """

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
    printer_fault_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    clock_skew_s: Mapped[int] = mapped_column(BigInteger, default=0)
    parked: Mapped[str] = mapped_column(Text, default="[]")
    config_version: Mapped[int] = mapped_column(Integer, default=0)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class DeviceConfiguration(Base):
    """One change of the remote configuration; never edited, the newest of each scope counts.

    ``scope`` is a device's id, or ``*`` for all; ``content`` the JSON object set by ``set_by``.
    """

    __tablename__ = "device_configurations"
    __table_args__ = (UniqueConstraint("chamber_code", "version"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    version: Mapped[int] = mapped_column(Integer)
    scope: Mapped[str] = mapped_column(String(36))
    content: Mapped[str] = mapped_column(Text)
    set_by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class DeviceLog(Base):
    """The last lines of a device's log, as it sent them; a JSON object a line."""

    __tablename__ = "device_logs"

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"), index=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[str] = mapped_column(String(400))
    sent_by: Mapped[str] = mapped_column(String(40))
    line_count: Mapped[int] = mapped_column(Integer)
    lines: Mapped[str] = mapped_column(Text)

"""Tables of checkpoints and day closes. Nothing here is deleted."""

import datetime as dt

from sqlalchemy import BigInteger, Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime


class CheckpointRow(Base):
    """A head of a device's audit chain, signed by the device (``signature``) and by central.

    A row that does not continue the chain is kept as evidence, without central's ``witness``.
    """

    __tablename__ = "checkpoints"
    __table_args__ = (
        UniqueConstraint("chamber_code", "device_id", "size", "head"),
        Index(None, "chamber_code", "received_at"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    size: Mapped[int] = mapped_column(BigInteger)
    head: Mapped[str] = mapped_column(String(64))
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    signature: Mapped[str] = mapped_column(String(88))
    continues: Mapped[bool]
    witness: Mapped[str] = mapped_column(String(88), default="")
    received_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class DayCloseRow(Base):
    """A device's count of a day as it was sent; ``detail`` is what central found different.

    Each distinct count (``fingerprint``: of ``sums`` and ``last_seq``) is a row of its own, so a
    later one never hides an earlier one. The checkpoint is that of the last time it was sent.
    """

    __tablename__ = "day_closes"
    __table_args__ = (
        UniqueConstraint("chamber_code", "device_id", "day", "fingerprint"),
        Index(None, "chamber_code", "day"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    day: Mapped[dt.date] = mapped_column(Date)
    fingerprint: Mapped[str] = mapped_column(String(64))
    sums: Mapped[str] = mapped_column(Text)
    last_seq: Mapped[int] = mapped_column(BigInteger)
    checkpoint_size: Mapped[int] = mapped_column(BigInteger)
    checkpoint_head: Mapped[str] = mapped_column(String(64))
    detail: Mapped[str] = mapped_column(Text, default="")
    received_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    compared_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)

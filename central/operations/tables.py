"""Tables of the purchase protocol. Nothing here is deleted: an id means one thing for ever."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime, text_enum
from kiosk.contract.messages import OperationState


class OperationKind(StrEnum):
    """A reprint costs nothing, points to its sale and carries the same verification code."""

    SALE = "sale"
    REPRINT = "reprint"


class Decision(StrEnum):
    """What a person decided about an uncertain print."""

    PRINTED = "printed"
    VOID = "void"


class Order(Base):
    """A cart: who buys, from whose account, at which device. ``id`` was made by the device.

    ``at_desk``: the staff opened it, as ``desk_sales`` says; then the holder may be nobody who
    could sign in, and ``person_id`` is None.
    """

    __tablename__ = "orders"
    __table_args__ = (
        UniqueConstraint("chamber_code", "order_number"),
        UniqueConstraint("chamber_code", "recovery_code"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    order_number: Mapped[str] = mapped_column(String(20))
    recovery_code: Mapped[str] = mapped_column(String(6))
    fingerprint: Mapped[str] = mapped_column(String(64))
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"), index=True)
    holder_id: Mapped[str] = mapped_column(ForeignKey("holders.id"))
    total: Mapped[int] = mapped_column(BigInteger)
    at_desk: Mapped[bool] = mapped_column(default=False, server_default=false())
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)


class OrderedLine(Base):
    """One certificate of an order, ``quantity`` copies, at the price the person accepted."""

    __tablename__ = "order_lines"
    __table_args__ = (
        UniqueConstraint("chamber_code", "order_id", "registration_number", "certificate_type"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    order_id: Mapped[str] = mapped_column(ForeignKey("orders.id"))
    line_no: Mapped[int] = mapped_column(Integer)
    registration_number: Mapped[str] = mapped_column(String(20))
    registration_name: Mapped[str] = mapped_column(String(200))
    certificate_type: Mapped[str] = mapped_column(String(20))
    certificate_name: Mapped[str] = mapped_column(String(200))
    service_code: Mapped[str] = mapped_column(String(8))
    quantity: Mapped[int] = mapped_column(Integer)
    price: Mapped[int] = mapped_column(BigInteger)


class PurchaseToken(Base):
    """Leave to authorise an order for some minutes; each repeated ``open_order`` makes one more."""

    __tablename__ = "purchase_tokens"
    __table_args__ = (UniqueConstraint("chamber_code", "token_hash"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    token_hash: Mapped[str] = mapped_column(String(64))
    order_id: Mapped[str] = mapped_column(ForeignKey("orders.id"))
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)


class OperationRow(Base):
    """One printed copy; ``id`` is the kiosk's ``op_id``. A tombstone has no order.

    Price, certificate and verification code are frozen at ``authorise`` and never change.
    """

    __tablename__ = "operations"
    __table_args__ = (
        UniqueConstraint("chamber_code", "verification_code"),
        CheckConstraint("price >= 0", name="price_not_negative"),
        CheckConstraint("kind = 'sale' OR price = 0", name="reprint_is_free"),
        Index(None, "chamber_code", "device_id", "state"),
        Index(None, "chamber_code", "order_id"),
        Index(None, "state", "hold_expires_at"),
        # The n of "COPIA n" is given once; a sale points at nothing and is not counted here.
        Index(None, "chamber_code", "of_op_id", "copy_index", unique=True),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    kind: Mapped[OperationKind] = mapped_column(text_enum(OperationKind, "kind"))
    of_op_id: Mapped[str | None] = mapped_column(ForeignKey("operations.id"))
    state: Mapped[OperationState] = mapped_column(text_enum(OperationState, "state"))
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    order_id: Mapped[str | None] = mapped_column(ForeignKey("orders.id"))
    line_id: Mapped[str | None] = mapped_column(ForeignKey("order_lines.id"))
    copy_index: Mapped[int] = mapped_column(Integer, default=1)
    fingerprint: Mapped[str | None] = mapped_column(String(64))
    price: Mapped[int] = mapped_column(BigInteger, default=0)
    reason: Mapped[str] = mapped_column(String(60), default="")
    verification_code: Mapped[str | None] = mapped_column(String(16))
    content: Mapped[str | None] = mapped_column(Text)
    digest: Mapped[str | None] = mapped_column(String(64))
    signature: Mapped[str | None] = mapped_column(String(88))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    hold_expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    captured_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    printed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    evidence: Mapped[str] = mapped_column(String(200), default="")
    late: Mapped[bool] = mapped_column(default=False)
    voided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DeviceMessage(Base):
    """A money message by its ``device_seq``, and what it was answered the last time.

    The same number with another meaning is a cloned device; a gap in the numbers is a lost message.
    """

    __tablename__ = "device_messages"
    __table_args__ = (UniqueConstraint("chamber_code", "device_id", "device_seq"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    device_seq: Mapped[int] = mapped_column(BigInteger)
    digest: Mapped[str] = mapped_column(String(64))
    op_id: Mapped[str] = mapped_column(String(36), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    reply: Mapped[str] = mapped_column(Text, default="")
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answered_at: Mapped[datetime] = mapped_column(UtcDateTime)


class QuarantinedCapture(Base):
    """A capture of a stopped device: not lost, not believed, until a person looked at it.

    ``accepted`` says what that person decided.
    """

    __tablename__ = "quarantined_captures"
    __table_args__ = (UniqueConstraint("chamber_code", "op_id"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    op_id: Mapped[str] = mapped_column(ForeignKey("operations.id"))
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    printed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    evidence: Mapped[str] = mapped_column(String(200))
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    accepted: Mapped[bool | None]


class ResolutionRow(Base):
    """A person's decision about an uncertain print, away from its kiosk; the first one wins."""

    __tablename__ = "resolutions"
    __table_args__ = (UniqueConstraint("chamber_code", "op_id"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    op_id: Mapped[str] = mapped_column(ForeignKey("operations.id"))
    decision: Mapped[Decision] = mapped_column(text_enum(Decision, "decision"))
    decided_by: Mapped[str] = mapped_column(String(64))
    note: Mapped[str] = mapped_column(String(400), default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class ReceiptRow(Base):
    """The numbered cash receipt of an order; numbers have no gap within a point of sale."""

    __tablename__ = "receipts"
    __table_args__ = (
        UniqueConstraint("chamber_code", "order_id"),
        UniqueConstraint("chamber_code", "point_of_sale", "number"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    order_id: Mapped[str] = mapped_column(ForeignKey("orders.id"))
    point_of_sale: Mapped[str] = mapped_column(String(10))
    number: Mapped[int] = mapped_column(BigInteger)
    total: Mapped[int] = mapped_column(BigInteger)
    balance_after: Mapped[int] = mapped_column(BigInteger)
    content: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    signature: Mapped[str] = mapped_column(String(88))
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Counter(Base):
    """A gapless number series: its row is locked until the transaction that took a number ends."""

    __tablename__ = "counters"
    __table_args__ = (UniqueConstraint("chamber_code", "name"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    name: Mapped[str] = mapped_column(String(40))
    value: Mapped[int] = mapped_column(BigInteger)

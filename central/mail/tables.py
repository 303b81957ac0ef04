"""The outbox: a mail is written with what it tells of, and sent later, at least once."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime, text_enum

_KEPT = text("body <> ''")


class MailState(StrEnum):
    """Parked mail is not tried again by itself; its reason says why."""

    WAITING = "waiting"
    SENT = "sent"
    PARKED = "parked"


class OutboxMail(Base):
    """One mail to one recipient; the same ``idempotency_key`` is never queued twice.

    ``attachments`` is a JSON list of references (``receipt:<order_id>``, ``certificate:<op_id>``):
    what they name is rendered when the mail is sent, so that the outbox stays small. Of a mail that
    was sent long ago only its key and times are left: recipient, subject and body are empty.
    """

    __tablename__ = "mail_outbox"
    __table_args__ = (
        UniqueConstraint("chamber_code", "idempotency_key"),
        Index(None, "state", "next_try_at"),
        Index("ix_mail_outbox_bodies", "created_at", sqlite_where=_KEPT, postgresql_where=_KEPT),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    idempotency_key: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(24))
    recipient: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    attachments: Mapped[str] = mapped_column(Text)
    state: Mapped[MailState] = mapped_column(text_enum(MailState, "state"))
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    next_try_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(String(60), default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

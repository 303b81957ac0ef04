"""Tables of certificates: prices, each valid from a day on, and signed PDFs once they are made."""

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Date,
    ForeignKey,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId
from central.db.types import UtcDateTime


class ServicePrice(Base):
    """What a service costs from a day on, in pesos; its history is in the import files."""

    __tablename__ = "service_prices"
    __table_args__ = (
        UniqueConstraint("chamber_code", "service_code", "valid_from"),
        CheckConstraint("price >= 0", name="price_not_negative"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    service_code: Mapped[str] = mapped_column(String(8))
    valid_from: Mapped[date] = mapped_column(Date)
    price: Mapped[int] = mapped_column(BigInteger)


class SignedPdf(Base):
    """The signed PDF of a certificate, kept so that everybody gets the same bytes."""

    __tablename__ = "signed_pdfs"
    __table_args__ = (UniqueConstraint("chamber_code", "op_id"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    op_id: Mapped[str] = mapped_column(ForeignKey("operations.id"))
    digest: Mapped[str] = mapped_column(String(64))
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)

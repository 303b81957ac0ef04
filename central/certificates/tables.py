"""Table of prices: a price holds from its date until the next one's."""

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, Date, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId


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

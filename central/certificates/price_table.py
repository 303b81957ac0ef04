"""The price table as an operator sees and changes it. What was charged is never rewritten."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.certificates.prices import PRICE_MAX_PESOS, import_prices
from central.certificates.tables import ServicePrice
from central.clock import local_day
from central.db.ids import new_id
from central.records.record import audit
from central.services import Services


@dataclass(frozen=True)
class PriceEntry:
    """A price from its first day on; ``today`` if it is the one that counts now."""

    service_code: str
    valid_from: date
    price_pesos: int
    today: bool


def price_table(db: Session, chamber: str, today: date) -> list[PriceEntry]:
    """Every price of a chamber, by service and day."""
    rows = db.scalars(
        select(ServicePrice)
        .where(ServicePrice.chamber_code == chamber)
        .order_by(ServicePrice.service_code, ServicePrice.valid_from)
    ).all()
    present = {row.service_code: row.id for row in rows if row.valid_from <= today}
    return [
        PriceEntry(
            service_code=row.service_code,
            valid_from=row.valid_from,
            price_pesos=row.price,
            today=present.get(row.service_code) == row.id,
        )
        for row in rows
    ]


def import_table(services: Services, file: Path) -> int:
    """``import_prices`` with its line in the trail, which names the file by its content.

    Raises:
        PriceFileError: with every bad line.
        OSError: the file cannot be read.
    """
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    now, chamber = services.now(), services.chamber

    def work(db: Session) -> int:
        count = import_prices(db, chamber, file)
        audit(db, chamber, now, "command", "prices-imported", digest, f"{count} prices")
        return count

    return services.database.run(work)


def change_price(
    services: Services,
    service_code: str,
    valid_from: date,
    pesos: int,
    changed_by: str = "command",
    reason: str = "",
) -> None:
    """``set_price`` as of today, with its line in the trail.

    Raises:
        ValueError: as ``set_price``.
    """
    now = services.now()

    def work(db: Session) -> None:
        set_price(db, services.chamber, service_code, valid_from, pesos, local_day(now))
        detail = f"from {valid_from} {pesos} {reason}".rstrip()
        audit(db, services.chamber, now, changed_by, "price-set", service_code, detail)

    services.database.run(work)


def set_price(
    db: Session, chamber: str, service_code: str, valid_from: date, pesos: int, today: date
) -> None:
    """Set a price from today or a later day on; one set for the same day before is replaced.

    Raises:
        ValueError: a day in the past, a code that is none, or an amount out of bounds.
    """
    if not re.fullmatch(r"[0-9]{8}", service_code):
        raise ValueError("the service code must be 8 digits")
    if valid_from < today:
        raise ValueError(f"a price can change from today ({today}) on, not before")
    if not 0 < pesos <= PRICE_MAX_PESOS:
        raise ValueError(f"the price must be whole pesos from 1 to {PRICE_MAX_PESOS}")
    row = db.scalar(
        select(ServicePrice)
        .where(
            ServicePrice.chamber_code == chamber,
            ServicePrice.service_code == service_code,
            ServicePrice.valid_from == valid_from,
        )
        .with_for_update()
    )
    if row is not None:
        row.price = pesos
        return
    db.add(
        ServicePrice(
            id=new_id(),
            chamber_code=chamber,
            service_code=service_code,
            valid_from=valid_from,
            price=pesos,
        )
    )

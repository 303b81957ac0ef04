"""Prices by service and date: the chamber's data, asked on the day of purchase."""

import csv
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.certificates.tables import ServicePrice
from central.certificates.tariffs import RATES_UVB, YEARS, tariff
from central.certificates.types import type_of
from central.db.base import table_of
from central.db.ids import new_id
from central.registry.tables import Registration

PRICE_MAX_PESOS = 10_000_000
ROWS_MAX = 5_000
# Made once: building a statement takes SQLAlchemy longer than running it.
_prices = table_of(ServicePrice).c
_PRICE_ON = (
    select(_prices.price)
    .where(
        _prices.chamber_code == bindparam("chamber"),
        _prices.service_code == bindparam("service"),
        _prices.valid_from <= bindparam("day"),
    )
    .order_by(_prices.valid_from.desc())
    .limit(1)
)
_COLUMNS = ["service_code", "valid_from", "price"]


class PriceFileError(ValueError):
    """A price file was refused as a whole; ``problems`` names every bad line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class PriceRow:
    """One line of a price file."""

    service_code: str
    valid_from: date
    price_pesos: int


def price_of(
    db: Session, registration: Registration, certificate_type: str, on: date
) -> int | None:
    """What one copy costs on a day, in pesos; ``None`` if it is not sold for this registration."""
    type_ = type_of(certificate_type)
    if type_ is None or not type_.allowed(registration):
        return None
    values = {"chamber": registration.chamber_code, "service": type_.service_code, "day": on}
    return db.scalar(_PRICE_ON, values)


def seed_prices(db: Session, chamber: str) -> int:
    """Put the published tariffs in place of what the table says for their dates; how many rows."""
    rows = [
        PriceRow(service, year.valid_from, tariff(rate, year))
        for year in YEARS
        for service, rate in RATES_UVB.items()
    ]
    return _store(db, chamber, rows)


def import_prices(db: Session, chamber: str, path: Path) -> int:
    """Read a CSV file ``service_code,valid_from,price`` (UTF-8, header, ISO dates, whole pesos).

    All rows or none; a row replaces the price of the same service and date. Gives their number.

    Raises:
        PriceFileError: with every bad line.
        OSError: the file cannot be read.
    """
    return _store(db, chamber, read_prices(path))


def read_prices(path: Path) -> list[PriceRow]:
    """The rows of a price file.

    Raises:
        PriceFileError: with every bad line.
        OSError: the file cannot be read.
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PriceFileError(["the file is not UTF-8 text"]) from error
    lines = list(csv.reader(text.splitlines()))
    if not lines or [cell.strip() for cell in lines[0]] != _COLUMNS:
        raise PriceFileError([f"line 1: the header must be {','.join(_COLUMNS)}"])
    if len(lines) - 1 > ROWS_MAX:
        raise PriceFileError([f"more than {ROWS_MAX} rows"])
    rows: list[PriceRow] = []
    problems: list[str] = []
    seen: set[tuple[str, date]] = set()
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            row = _parse(cells)
        except ValueError as error:
            problems.append(f"line {number}: {error}")
            continue
        key = (row.service_code, row.valid_from)
        if key in seen:
            problems.append(f"line {number}: {row.service_code} has two prices on one day")
        seen.add(key)
        rows.append(row)
    if not rows and not problems:
        problems.append("no prices in the file")
    if problems:
        raise PriceFileError(problems)
    return rows


def _parse(cells: list[str]) -> PriceRow:
    if len(cells) != len(_COLUMNS):
        raise ValueError(f"{len(_COLUMNS)} cells are needed, {len(cells)} found")
    service, day, price = (cell.strip() for cell in cells)
    if not re.fullmatch(r"[0-9]{8}", service):
        raise ValueError("the service code must be 8 digits")
    try:
        valid_from = date.fromisoformat(day)
    except ValueError as error:
        raise ValueError("the date must be written as 2026-01-31") from error
    if not re.fullmatch(r"[0-9]{1,8}", price) or not 0 < int(price) <= PRICE_MAX_PESOS:
        raise ValueError(f"the price must be whole pesos from 1 to {PRICE_MAX_PESOS}")
    return PriceRow(service, valid_from, int(price))


def _store(db: Session, chamber: str, rows: list[PriceRow]) -> int:
    stored = {
        (row.service_code, row.valid_from): row
        for row in db.scalars(select(ServicePrice).where(ServicePrice.chamber_code == chamber))
    }
    for row in rows:
        old = stored.get((row.service_code, row.valid_from))
        if old is not None:
            old.price = row.price_pesos
            continue
        db.add(
            ServicePrice(
                id=new_id(),
                chamber_code=chamber,
                service_code=row.service_code,
                valid_from=row.valid_from,
                price=row.price_pesos,
            )
        )
    db.flush()
    return len(rows)

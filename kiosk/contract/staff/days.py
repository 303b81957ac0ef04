"""Prices from a day on, and a day counted."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kiosk.contract.messages import Day, Pesos, Reply
from kiosk.contract.staff.base import Reasoned, StaffMessage

ServiceCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")]
Price = Annotated[int, Field(ge=1, le=10_000_000, strict=True)]


class ListPrices(StaffMessage):
    """``POST /v1/staff/prices/list``."""


class PriceOfService(Reply):
    """A price from its first day on; ``today``: the one that counts now."""

    service_code: str
    valid_from: date
    price: Pesos
    today: bool


class Prices(Reply):
    """Every price, by service and day."""

    prices: tuple[PriceOfService, ...]


class SetPrice(Reasoned):
    """``POST /v1/staff/prices/set``: from today or a later day on."""

    service_code: ServiceCode
    valid_from: Day
    price: Price


class ReconcileDay(StaffMessage):
    """``POST /v1/staff/days/reconcile``: count a Colombian day three ways."""

    day: Day


class CountedAmount(Reply):
    """How many and how much."""

    count: int
    pesos: int


class ReconciledKiosk(Reply):
    """A kiosk's day; ``close`` is what came of its own count of it (empty: none came yet)."""

    device_id: str
    point_of_sale: str
    operations: CountedAmount
    ledger: CountedAmount
    refunds: CountedAmount
    receipts: CountedAmount
    without_receipt: CountedAmount
    close: Literal["agrees", "differs", ""]
    audit_size: int | None


class ReconciledBanks(Reply):
    """Payments that banks reported: ``left`` to people that day, ``waiting`` at its end.

    ``applied`` by people is part of ``credited``; ``returned`` and ``outside`` never were.
    """

    credited: CountedAmount
    left: CountedAmount
    applied: CountedAmount
    returned: CountedAmount
    outside: CountedAmount
    waiting: CountedAmount


class ReconciledDay(Reply):
    """All kiosks of a day, each difference as a line that names its row, and the banks."""

    day: date
    kiosks: tuple[ReconciledKiosk, ...]
    differences: tuple[str, ...]
    banks: ReconciledBanks

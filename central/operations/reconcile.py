"""One Colombian day, counted three ways: operations, the ledger and receipts, for each kiosk.

Operations and ledger must agree to the peso. Receipts follow when the last operation of an order
is settled, so they may come a day later; what has none yet is shown apart. Nothing is adjusted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from central.clock import BOGOTA
from central.daily.listing import checkpoints_of, closes_of
from central.devices.tables import Device
from central.ledger.tables import Posting, PostingKind
from central.operations.tables import OperationRow, Order, ReceiptRow
from central.payments.bank_day import BankDay, bank_day
from central.services import Services
from kiosk.contract.messages import OperationState

DIFFERENCES_MAX = 1_000


@dataclass(frozen=True)
class Amount:
    """How many and how much (pesos)."""

    count: int = 0
    pesos: int = 0


@dataclass(frozen=True)
class KioskDay:
    """A kiosk's day: what it captured, what the ledger charged and gave back, what was receipted.

    ``without_receipt``: captured this day, in an order that has no receipt yet. ``close`` is what
    came of the kiosk's own count of the day (``agrees``, ``differs``, or nothing yet), and
    ``audit_size`` the length of its audit chain at the day's newest checkpoint that is vouched for.
    """

    device_id: str
    point_of_sale: str
    operations: Amount
    ledger: Amount
    refunds: Amount
    receipts: Amount
    without_receipt: Amount
    close: Literal["agrees", "differs", ""] = ""
    audit_size: int | None = None


@dataclass(frozen=True)
class Day:
    """All kiosks of a day, each difference as a line that names its row, and the banks' payments.

    What of those waits for people is no difference: it is not in the ledger, and is told beside it.
    """

    day: date
    kiosks: tuple[KioskDay, ...]
    differences: tuple[str, ...]
    banks: BankDay


def reconcile(services: Services, day: date) -> Day:
    """Count a day; only a day that is over will not change any more."""
    return services.database.run(lambda db: _reconcile(db, services.chamber, day))


def _reconcile(db: Session, chamber: str, day: date) -> Day:
    start = datetime.combine(day, time.min, BOGOTA)
    end = start + timedelta(days=1)
    operations = _operations(db, chamber, start, end)
    ledger = _postings(db, chamber, PostingKind.PURCHASE, start, end)
    refunds = _postings(db, chamber, PostingKind.REFUND, start, end)
    receipts = _receipts(db, chamber, start, end)
    without = _without_receipt(db, chamber, start, end)
    closes = closes_of(db, chamber, day)
    sizes = checkpoints_of(db, chamber, start, end)
    devices = db.execute(
        select(Device.id, Device.point_of_sale)
        .where(Device.chamber_code == chamber)
        .order_by(Device.point_of_sale, Device.id)
    )
    none = Amount()
    kiosks = tuple(
        KioskDay(
            device_id=device_id,
            point_of_sale=point,
            operations=operations.get(device_id, none),
            ledger=ledger.get(device_id, none),
            refunds=refunds.get(device_id, none),
            receipts=receipts.get(device_id, none),
            without_receipt=without.get(device_id, none),
            close=_outcome(closes.get(device_id)),
            audit_size=sizes.get(device_id),
        )
        for device_id, point in devices
        if device_id in operations | ledger | refunds | receipts | closes | sizes
    )
    own = [f"kiosk {id_}: {told}" for id_, told in sorted(closes.items()) if told]
    banks = bank_day(db, chamber, start, end)
    return Day(day, kiosks, (*_differences(db, chamber, start, end), *own), banks)


def _outcome(detail: str | None) -> Literal["agrees", "differs", ""]:
    if detail is None:
        return ""
    return "differs" if detail else "agrees"


def _operations(db: Session, chamber: str, start: datetime, end: datetime) -> dict[str, Amount]:
    rows = db.execute(
        select(OperationRow.device_id, func.count(), func.sum(OperationRow.price))
        .where(*_captured(chamber, start, end))
        .group_by(OperationRow.device_id)
    )
    return {device_id: Amount(count, int(pesos)) for device_id, count, pesos in rows}


def _postings(
    db: Session, chamber: str, kind: PostingKind, start: datetime, end: datetime
) -> dict[str, Amount]:
    """Postings of the day by the kiosk of their operation (a refund's: where it was bought)."""
    rows = db.execute(
        select(OperationRow.device_id, func.count(), func.sum(Posting.amount))
        .join(
            OperationRow,
            and_(
                OperationRow.id == Posting.op_id,
                OperationRow.chamber_code == Posting.chamber_code,
            ),
        )
        .where(
            Posting.chamber_code == chamber,
            Posting.kind == kind,
            Posting.at >= start,
            Posting.at < end,
        )
        .group_by(OperationRow.device_id)
    )
    return {device_id: Amount(count, int(pesos)) for device_id, count, pesos in rows}


def _receipts(db: Session, chamber: str, start: datetime, end: datetime) -> dict[str, Amount]:
    rows = db.execute(
        select(Order.device_id, func.count(), func.sum(ReceiptRow.total))
        .join(Order, Order.id == ReceiptRow.order_id)
        .where(
            ReceiptRow.chamber_code == chamber,
            ReceiptRow.issued_at >= start,
            ReceiptRow.issued_at < end,
        )
        .group_by(Order.device_id)
    )
    return {device_id: Amount(count, int(pesos)) for device_id, count, pesos in rows}


def _without_receipt(
    db: Session, chamber: str, start: datetime, end: datetime
) -> dict[str, Amount]:
    rows = db.execute(
        select(OperationRow.device_id, func.count(), func.sum(OperationRow.price))
        .outerjoin(
            ReceiptRow,
            and_(
                ReceiptRow.chamber_code == OperationRow.chamber_code,
                ReceiptRow.order_id == OperationRow.order_id,
            ),
        )
        .where(*_captured(chamber, start, end), ReceiptRow.id.is_(None))
        .group_by(OperationRow.device_id)
    )
    return {device_id: Amount(count, int(pesos)) for device_id, count, pesos in rows}


def _differences(db: Session, chamber: str, start: datetime, end: datetime) -> Iterator[str]:
    purchase = and_(
        Posting.chamber_code == OperationRow.chamber_code,
        Posting.op_id == OperationRow.id,
        Posting.kind == PostingKind.PURCHASE,
    )
    uncharged = (
        select(OperationRow.id, OperationRow.price, Posting.amount)
        .outerjoin(Posting, purchase)
        .where(
            *_captured(chamber, start, end),
            or_(
                Posting.id.is_(None),
                Posting.amount != OperationRow.price,
                Posting.at < start,
                Posting.at >= end,
            ),
        )
        .order_by(OperationRow.id)
        .limit(DIFFERENCES_MAX)
    )
    for op_id, price, amount in db.execute(uncharged):
        yield f"operation {op_id}: captured for {price}, the ledger of the day has {amount or 0}"
    orphans = (
        select(Posting.op_id, Posting.amount)
        .outerjoin(OperationRow, purchase)
        .where(
            Posting.chamber_code == chamber,
            Posting.kind == PostingKind.PURCHASE,
            Posting.at >= start,
            Posting.at < end,
            or_(OperationRow.id.is_(None), OperationRow.state != OperationState.CAPTURED),
        )
        .order_by(Posting.op_id)
        .limit(DIFFERENCES_MAX)
    )
    for op_id, amount in db.execute(orphans):
        yield f"operation {op_id}: the ledger charged {amount}, it is not captured"
    yield from _receipt_differences(db, chamber, start, end)


def _receipt_differences(
    db: Session, chamber: str, start: datetime, end: datetime
) -> Iterator[str]:
    """Receipts of the day, or of orders of the day, that do not say what their order was charged.

    A late capture of an order that has its receipt already is one of them.
    """
    touched = select(OperationRow.order_id).where(*_captured(chamber, start, end))
    receipts = db.execute(
        select(ReceiptRow.order_id, ReceiptRow.point_of_sale, ReceiptRow.number, ReceiptRow.total)
        .where(
            ReceiptRow.chamber_code == chamber,
            or_(
                and_(ReceiptRow.issued_at >= start, ReceiptRow.issued_at < end),
                ReceiptRow.order_id.in_(touched),
            ),
        )
        .order_by(ReceiptRow.point_of_sale, ReceiptRow.number)
    ).all()
    wanted = (
        select(ReceiptRow.order_id)
        .where(
            ReceiptRow.chamber_code == chamber,
            ReceiptRow.issued_at >= start,
            ReceiptRow.issued_at < end,
        )
        .union(touched)
        .subquery()
    )
    sums = db.execute(
        select(OperationRow.order_id, func.sum(OperationRow.price))
        .where(
            OperationRow.chamber_code == chamber,
            OperationRow.state == OperationState.CAPTURED,
            OperationRow.order_id.in_(select(wanted.c.order_id)),
        )
        .group_by(OperationRow.order_id)
    )
    charged = {order_id: int(pesos) for order_id, pesos in sums}
    for order_id, point, number, total in receipts:
        taken = charged.get(order_id, 0)
        if taken != total:
            yield f"receipt {point}-{number:06d}: says {total}, its order was charged {taken}"


def _captured(chamber: str, start: datetime, end: datetime) -> tuple[Any, ...]:
    """Charged operations of the day; free reprints have no money to compare."""
    return (
        OperationRow.chamber_code == chamber,
        OperationRow.state == OperationState.CAPTURED,
        OperationRow.captured_at >= start,
        OperationRow.captured_at < end,
        OperationRow.price > 0,
    )

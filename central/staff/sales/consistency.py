"""Does every order of the desk have what pays for it? Part of ``operations.consistency``."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from central.ledger.tables import Posting, PostingKind
from central.operations.tables import OperationKind, OperationRow, Order
from central.people.tables import Holder
from central.staff.sales.tables import DeskSale, SaleKind
from central.staff.shifts.tables import DeskMovement, MovementKind
from kiosk.contract.messages import OperationState

_HOLDS = (OperationState.HELD, OperationState.CAPTURED)


def sale_contradictions(db: Session, chamber: str) -> Iterator[str]:
    """Every contradiction as one line with the row it is about."""
    for what, statement in _questions(chamber):
        for row in db.scalars(statement):
            yield f"{what}: {row}"


@cache
def _questions(chamber: str) -> tuple[tuple[str, Select[Any]], ...]:
    return tuple(_made(chamber))


def _made(chamber: str) -> Iterator[tuple[str, Select[Any]]]:
    sale, paid, back = DeskSale, aliased(DeskMovement), aliased(DeskMovement)
    of_order = and_(sale.chamber_code == Order.chamber_code, sale.id == Order.id)
    yield (
        "an order of the desk that nobody answers for",
        select(Order.id)
        .outerjoin(sale, of_order)
        .where(Order.chamber_code == chamber, Order.at_desk.is_(True), sale.id.is_(None)),
    )
    yield (
        "a payment that does not fit its order",
        select(sale.id)
        .join(Order, of_order)
        .join(Holder, Holder.id == Order.holder_id)
        .outerjoin(paid, paid.id == sale.payment_id)
        .where(
            sale.chamber_code == chamber,
            sale.kind == SaleKind.PAYMENT,
            or_(
                paid.id.is_(None),
                paid.kind != MovementKind.TOP_UP,
                paid.amount < Order.total,
                paid.account_id != Holder.account_id,
                paid.staff_id != sale.staff_id,
                paid.shift_id != sale.shift_id,
            ),
        ),
    )
    yield (
        "one payment behind several orders",
        select(sale.payment_id)
        .where(sale.chamber_code == chamber, sale.payment_id.is_not(None))
        .group_by(sale.payment_id)
        .having(func.count() > 1),
    )
    refunded = exists().where(
        Posting.chamber_code == OperationRow.chamber_code,
        Posting.op_id == OperationRow.id,
        Posting.kind == PostingKind.REFUND,
    )
    yield (
        "held or charged although its payment was given back",
        select(OperationRow.id)
        .join(sale, sale.id == OperationRow.order_id)
        .join(back, back.reverses == sale.payment_id)
        .where(
            OperationRow.chamber_code == chamber,
            OperationRow.state.in_(_HOLDS),
            # Paper that proved to be out after all is charged late, whatever was decided before.
            OperationRow.late.is_(False),
            ~refunded,
        ),
    )
    yield (
        "free without being borne by the chamber, or the other way round",
        select(OperationRow.id)
        .join(Order, Order.id == OperationRow.order_id)
        .join(sale, of_order)
        .where(
            OperationRow.chamber_code == chamber,
            OperationRow.kind == OperationKind.SALE,
            OperationRow.state.in_(_HOLDS),
            or_(
                and_(sale.kind == SaleKind.EXPENSE, OperationRow.price > 0),
                and_(sale.kind != SaleKind.EXPENSE, OperationRow.price == 0),
            ),
        ),
    )

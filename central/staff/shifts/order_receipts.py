"""Receipts of orders, of dispensers and of the desk, as somebody at a desk looks them up."""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from central.devices.tables import Device
from central.operations.receipts import number_of
from central.operations.tables import OperationKind, OperationRow, Order, OrderedLine, ReceiptRow
from central.people.tables import Holder
from central.staff.sales.told import Sold, sold
from central.staff.shifts.receipts import shown_name
from kiosk.contract.messages import OperationState


@dataclass(frozen=True)
class ReceiptLine:
    """One certificate of an order: how many copies of it were charged."""

    quantity: int
    name: str
    registration_number: str


@dataclass(frozen=True)
class OrderReceipt:
    """A receipt with what its paper says besides: who sold it, what paid, whose account it is."""

    row: ReceiptRow
    order: Order
    holder: Holder
    holder_name: str
    place: str
    sold: Sold
    lines: tuple[ReceiptLine, ...]

    @property
    def number(self) -> str:
        """As it is printed."""
        return number_of(self.row)


def all_order_receipts(chamber: str) -> Select[ReceiptRow, Order, Holder, str]:
    """Every receipt of an order, as ``order_receipt_from`` takes it."""
    return (
        select(ReceiptRow, Order, Holder, Device.point_of_sale)
        .join(Order, Order.id == ReceiptRow.order_id)
        .join(Holder, Holder.id == Order.holder_id)
        .join(Device, Device.id == Order.device_id)
        .where(ReceiptRow.chamber_code == chamber, Order.chamber_code == chamber)
    )


def order_receipt_from(
    db: Session, row: ReceiptRow, order: Order, holder: Holder, place: str
) -> OrderReceipt:
    """A row of ``all_order_receipts``."""
    return OrderReceipt(
        row=row,
        order=order,
        holder=holder,
        holder_name=shown_name(db, holder),
        place=place,
        sold=sold(db, order, place),
        lines=tuple(_lines(db, order)),
    )


def order_receipt_in(db: Session, chamber: str, order_id: str) -> OrderReceipt | None:
    """The receipt of an order; None while it has none."""
    found = db.execute(all_order_receipts(chamber).where(Order.id == order_id)).first()
    return order_receipt_from(db, *found) if found else None


def _lines(db: Session, order: Order) -> list[ReceiptLine]:
    charged = db.scalars(
        select(OperationRow.line_id).where(
            OperationRow.chamber_code == order.chamber_code,
            OperationRow.order_id == order.id,
            OperationRow.kind == OperationKind.SALE,
            OperationRow.state == OperationState.CAPTURED,
        )
    ).all()
    lines = db.scalars(
        select(OrderedLine)
        .where(OrderedLine.chamber_code == order.chamber_code, OrderedLine.order_id == order.id)
        .order_by(OrderedLine.line_no)
    )
    return [
        ReceiptLine(charged.count(line.id), line.certificate_name, line.registration_number)
        for line in lines
        if line.id in charged
    ]

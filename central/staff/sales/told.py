"""What a sale's receipt says of who sold it and of what paid."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.operations.tables import Order
from central.staff.sales.tables import DeskSale, SaleKind
from central.staff.shifts.tables import DeskMovement
from central.staff.tables import StaffMember
from kiosk.documents.cash_receipt import PREPAID

SERIES_MARK = "V"
"""Behind the desk's place in the numbers of sales; without it they are those of its payments."""
EXPENSE = "CON CARGO A GASTO ADMINISTRATIVO"
_FORMS = {
    "01": "EFECTIVO",
    "02": "CHEQUE",
    "03": "TARJETA DÉBITO",
    "04": "TARJETA CRÉDITO",
    "06": "CONSIGNACIÓN",
}


@dataclass(frozen=True)
class Sold:
    """The series of its receipt, who is named as cashier, and how it was paid."""

    series: str
    cashier: str
    paid: str


def sold(db: Session, order: Order, point_of_sale: str) -> Sold:
    """How an order was sold at a point of sale, by the staff or by the dispenser itself."""
    if not order.at_desk:
        return Sold(point_of_sale, f"Dispensador {point_of_sale}", PREPAID)
    sale, login = db.execute(
        select(DeskSale, StaffMember.login)
        .join(StaffMember, StaffMember.id == DeskSale.staff_id)
        .where(DeskSale.id == order.id)
    ).one()
    return Sold(point_of_sale + SERIES_MARK, f"Caja {point_of_sale} · {login}", _paid(db, sale))


def _paid(db: Session, sale: DeskSale) -> str:
    match sale.kind:
        case SaleKind.KEY:
            return PREPAID
        case SaleKind.EXPENSE:
            return f"{EXPENSE}: {sale.reason}"
        case SaleKind.PAYMENT:
            paid = db.get_one(DeskMovement, sale.payment_id)
            number = f"{paid.place}-{paid.receipt_number:06d}"
            return f"{_FORMS[paid.payment_form]}, RECIBO {number}"

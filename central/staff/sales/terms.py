"""What an order of the desk may cost, and whether what paid for it still stands."""

from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from central.ledger.refund import posting_of
from central.ledger.tables import PostingKind
from central.operations.tables import OperationRow, Order
from central.staff.sales.tables import DeskSale, SaleKind
from central.staff.shifts.tables import DeskMovement
from kiosk.contract.messages import OperationState

GIVEN_BACK = "payment-given-back"
"""Why a copy is declined whose payment was reversed."""
_MAY_BE_PAPER = (OperationState.HELD, OperationState.EXPIRED, OperationState.CAPTURED)


@dataclass(frozen=True)
class Terms:
    """``refusal`` says why nothing of the order may be held; empty: it may."""

    is_free: bool = False
    refusal: str = ""


SELF_SERVICE = Terms()


def terms_of(db: Session, order: Order) -> Terms:
    """The terms of an order; what a customer opened has none of its own."""
    if not order.at_desk:
        return SELF_SERVICE
    sale = db.get_one(DeskSale, order.id)
    given_back = sale.payment_id is not None and was_reversed(db, sale.payment_id)
    return Terms(sale.kind is SaleKind.EXPENSE, GIVEN_BACK if given_back else "")


def was_reversed(db: Session, payment_id: str) -> bool:
    """A payment was given back."""
    return bool(db.scalar(select(exists().where(DeskMovement.reverses == payment_id))))


def stands_behind_paper(db: Session, chamber: str, payment_id: str) -> bool:
    """Something this payment paid for is on paper or may still be, and was not refunded.

    The order is locked: nothing of it is held meanwhile.
    """
    sale = db.scalar(
        select(DeskSale).where(DeskSale.chamber_code == chamber, DeskSale.payment_id == payment_id)
    )
    if sale is None:
        return False
    db.get_one(Order, sale.id, with_for_update=True)
    operations = db.scalars(
        select(OperationRow).where(
            OperationRow.chamber_code == chamber,
            OperationRow.order_id == sale.id,
            OperationRow.state.in_(_MAY_BE_PAPER),
        )
    )
    return any(posting_of(db, chamber, op.id, PostingKind.REFUND) is None for op in operations)

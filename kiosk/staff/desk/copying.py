"""A receipt on paper once more, wherever one is shown.

Every paper after the first that is proved is a copy: central counts it, and it says COPIA with its
number. One that did not come out is printed again as it was, and is not counted twice.
"""

from dataclasses import replace
from typing import TypeVar

from kiosk.contract.staff import receipts as m
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.papers import movement_on_paper, order_on_paper, same_again
from kiosk.staff.desk.records_state import Receipts
from kiosk.staff.desk.sale.stages import Sold
from kiosk.staff.desk.settlement_state import Settlement
from kiosk.staff.desk.state import Customer, Desk, Reversal, Step, TopUp

COPY = "/v1/staff/receipts/copy"
COPY_ORDER = "/v1/staff/receipts/copy-order"
DAMAGED = "internal"

S = TypeVar("S", TopUp, Reversal, Settlement, Customer, Receipts, Sold)


def print_again(desk: Desk, stage: S, movement_id: str) -> Step:
    """The receipt of a movement: what failed as it was, else a counted copy."""
    return _failed_one(desk, stage) or ask_copy(desk.at(replace(stage, error="")), movement_id)


def print_order_again(desk: Desk, stage: S, order_id: str) -> Step:
    """The same of an order's."""
    if (step := _failed_one(desk, stage)) is not None:
        return step
    desk = desk.asking().at(replace(stage, error=""))
    message = m.CopyOrderReceipt(staff_session=desk.who.session, order_id=order_id)
    return desk, (Ask(desk.request, COPY_ORDER, message, m.OrderReceiptCopied),)


def ask_copy(desk: Desk, movement_id: str) -> Step:
    """Have a copy counted; it is printed when central has done so."""
    desk = desk.asking()
    message = m.CopyReceipt(staff_session=desk.who.session, movement_id=movement_id)
    return desk, (Ask(desk.request, COPY, message, m.ReceiptCopied),)


def copy_counted(desk: Desk, stage: S, copied: m.ReceiptCopied | m.OrderReceiptCopied) -> Step:
    """A copy with its number goes to the paper."""
    if isinstance(copied, m.OrderReceiptCopied):
        try:
            desk, paper, effect = order_on_paper(desk, copied)
        except ValueError:
            return desk.at(replace(stage, error=DAMAGED)), ()
    else:
        desk, paper, effect = movement_on_paper(
            desk,
            copied.movement,
            copied.reverses_number,
            is_copy=True,
            copy_number=copied.copy_number,
        )
    return desk.at(replace(stage, paper=paper, error="")), (effect,)


def is_printing(stage: S) -> bool:
    """A paper is on its way."""
    return stage.paper is not None and stage.paper.is_working


def _failed_one(desk: Desk, stage: S) -> Step | None:
    retry = same_again(desk, stage.paper)
    if retry is None:
        return None
    desk, paper, effect = retry
    return desk.at(replace(stage, paper=paper, error="")), (effect,)

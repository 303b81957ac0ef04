"""A sale that is being printed, and how it ended: told copy by copy, nothing made prettier."""

from dataclasses import replace

from kiosk.contract.staff.receipts import OrderReceiptCopied
from kiosk.identity import IdType
from kiosk.purchase.operation import NOT_PRINTED, PAID
from kiosk.purchase.order import PurchaseResult
from kiosk.staff.desk.copying import copy_counted, is_printing, print_order_again
from kiosk.staff.desk.customers import find, may_reverse
from kiosk.staff.desk.events import Answered, DeskEvent, Failed, Go, PaperEnded
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.front import look
from kiosk.staff.desk.paper import Paper
from kiosk.staff.desk.papers import ended
from kiosk.staff.desk.sale.effects import PrintSaleReceipt
from kiosk.staff.desk.sale.events import SaleEnded, SaleProgressed
from kiosk.staff.desk.sale.stages import Choosing, Paying, Printing, Sold
from kiosk.staff.desk.state import Customer, Desk, Home, Reversal, Step
from kiosk.visit.events import Back, Continue


def printing(desk: Desk, stage: Printing, event: DeskEvent) -> Step:
    """Follow the engine."""
    match event:
        case SaleProgressed(progress=progress):
            return desk.at(replace(stage, progress=progress)), ()
        case SaleEnded(result=result):
            return _told(desk, stage, result)
        case Failed(code=code):
            told = Sold(stage.account, stage.cart, stage.way, stage.payment, error=code)
            return desk.at(told), ()
        case _:
            return desk, ()


def sold(desk: Desk, stage: Sold, event: DeskEvent) -> Step:
    """The receipt again, the money back if nothing came out, or on to the customer."""
    match event:
        case PaperEnded():
            return desk.at(replace(stage, paper=ended(stage.paper, event))), ()
        case Go(to=("print" | "reprint")) if may_print_receipt(stage):
            return _receipt_again(desk, stage)
        case Answered(reply=OrderReceiptCopied() as copied):
            return copy_counted(desk, stage, copied)
        case Failed(code="not-found"):
            return _receipt(desk, stage)  # so far there was the machine's own voucher only
        case Failed(code=code):
            return desk.at(replace(stage, error=code)), ()
        case Go(to="reverse") if may_give_back(desk, stage) and stage.payment is not None:
            return desk.at(Reversal(stage.payment)), ()
        case Continue() | Back():
            return leave_sale(desk, stage)
        case _:
            return desk, ()


def leave_sale(desk: Desk, stage: Choosing | Paying | Sold) -> Step:
    """To the customer's page, as central has it now; or to the first screen."""
    if stage.account is None:
        return look(desk.at(Home()))
    form = Form({"id": stage.account.holder_id_number})
    return find(desk, Customer(IdType(stage.account.holder_id_type), form))


def came_out(result: PurchaseResult | None) -> bool:
    """There is paper for which somebody answers."""
    return result is not None and any(copy.state in PAID for copy in result.copies)


def nothing_came_out(result: PurchaseResult | None) -> bool:
    """No copy is on paper, and none may be."""
    return result is None or all(copy.state in NOT_PRINTED for copy in result.copies)


def may_print_receipt(stage: Sold) -> bool:
    """Something was sold, and its receipt is not on its way."""
    return came_out(stage.result) and not is_printing(stage)


def may_give_back(desk: Desk, stage: Sold) -> bool:
    """Money was taken and nothing came out for it; an engine that broke knows nothing of that."""
    known = stage.error != "internal" and nothing_came_out(stage.result)
    return known and stage.payment is not None and may_reverse(desk, stage.payment)


def _told(desk: Desk, stage: Printing, result: PurchaseResult) -> Step:
    told = Sold(stage.account, stage.cart, stage.way, stage.payment, result)
    return _receipt(desk, told) if came_out(result) else (desk.at(told), ())


def _receipt_again(desk: Desk, stage: Sold) -> Step:
    """The machine's own paper until one is proved; from then on counted copies."""
    assert stage.result is not None, "something was sold"
    own = stage.paper is None or stage.paper.data is None
    if own and (stage.paper is None or stage.paper.state != "done"):
        return _receipt(desk, stage)
    return print_order_again(desk, stage, stage.result.order.order_id)


def _receipt(desk: Desk, stage: Sold) -> Step:
    assert stage.result is not None, "something was sold"
    number = desk.papers + 1
    desk = replace(desk, papers=number).at(replace(stage, paper=Paper(number), error=""))
    holder = stage.account.holder_name if stage.account else desk.setup.chamber
    return desk, (PrintSaleReceipt(number, stage.result.order, holder),)

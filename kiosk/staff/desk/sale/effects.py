"""What is done by the machine under the desk: an order printed, its receipt, or a copy."""

from dataclasses import dataclass

from kiosk.contract import messages as m
from kiosk.purchase.order import Order
from kiosk.staff.desk.copies.effects import PrintCopy
from kiosk.visit.effects import CartItem


@dataclass(frozen=True)
class PrintSale:
    """Hold, print, capture every copy of an opened order; ``is_free``: its copies cost nothing."""

    request: int
    opened: m.OrderOpened
    cart: tuple[CartItem, ...]
    is_free: bool


@dataclass(frozen=True)
class PrintSaleReceipt:
    """Print the receipt of an order that was sold here; ``paper`` is its request."""

    paper: int
    order: Order
    holder: str


SaleEffect = PrintSale | PrintSaleReceipt | PrintCopy

"""Stages of a sale; ``account`` None: the chamber itself is the customer, and bears the cost."""

from dataclasses import dataclass, field
from typing import Literal

from kiosk.contract import messages as m
from kiosk.contract.staff import desk as t
from kiosk.contract.staff import sales as v
from kiosk.contract.staff.shifts import PaymentForm
from kiosk.purchase.order import PurchaseProgress, PurchaseResult
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.paper import Paper
from kiosk.visit.effects import CartItem

PREPAID: Literal["prepaid"] = "prepaid"
EXPENSE: Literal["expense"] = "expense"
Way = PaymentForm | Literal["prepaid", "expense"]
"""What pays: a form of payment taken now, the prepaid account by its key, or the chamber."""


@dataclass(frozen=True)
class Choosing:
    """A registration, what is sold about it, and how many of each; ``chosen`` is a type's code."""

    account: t.DeskAccount | None
    cart: tuple[CartItem, ...] = ()
    form: Form = field(default_factory=Form)
    catalogue: m.Catalogue | None = None
    chosen: str = ""
    error: str = ""


@dataclass(frozen=True)
class Paying:
    """How it is paid.

    Steps: typing, being sure, ``unclear`` after a lost answer, ``recent`` when the same was bought
    a moment ago. ``taken`` is the payment once central said that it was made.
    """

    account: t.DeskAccount | None
    cart: tuple[CartItem, ...]
    way: Way
    form: Form = field(default_factory=Form)
    step: Literal["fill", "sure", "unclear", "recent"] = "fill"
    error: str = ""
    wait_until_s: float = 0.0
    order_id: str = ""
    payment_id: str = ""
    taken: t.DeskMovement | None = None
    opened: v.SaleOpened | None = None


@dataclass(frozen=True)
class Printing:
    """The engine works; nothing can be pressed before it has ended."""

    account: t.DeskAccount | None
    cart: tuple[CartItem, ...]
    way: Way
    payment: t.DeskMovement | None = None
    progress: PurchaseProgress | None = None


@dataclass(frozen=True)
class Sold:
    """How it ended, copy by copy; ``result`` None: nothing was even begun, ``error`` says why."""

    account: t.DeskAccount | None
    cart: tuple[CartItem, ...]
    way: Way
    payment: t.DeskMovement | None
    result: PurchaseResult | None = None
    error: str = ""
    paper: Paper | None = None


SaleStage = Choosing | Paying | Printing | Sold

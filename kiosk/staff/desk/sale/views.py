"""What the screens of a sale draw; the rules of the desk's other views hold here too."""

from dataclasses import dataclass

from kiosk.staff.desk.lines import FieldLine, KeyLine, PaperLine
from kiosk.visit.views import Choice, CopyLine


@dataclass(frozen=True)
class Buyer:
    """Who buys; ``at_expense``: nobody pays, and the other fields are empty."""

    holder: str = ""
    document: str = ""
    available: str = ""
    at_expense: bool = False


@dataclass(frozen=True)
class SoldLine:
    """A certificate of the registration on the screen, and how many of it are in the cart."""

    code: str
    name: str
    price: str
    quantity: int
    selected: bool


@dataclass(frozen=True)
class CartRow:
    """A line of the cart."""

    certificate: str
    registration: str
    quantity: int
    subtotal: str


@dataclass(frozen=True)
class SaleChoosingBody:
    """What is sold. ``found``: a registration is on the screen, with its warnings."""

    buyer: Buyer
    fields: tuple[FieldLine, ...]
    found: bool
    registration: str
    name: str
    warnings: tuple[str, ...]
    items: tuple[SoldLine, ...]
    cart: tuple[CartRow, ...]
    copies: int
    total: str
    no_sale: str
    error: str
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class SalePayingBody:
    """How it is paid. ``stage``: fill | sure | unclear | recent; ``way`` as in ``ways``."""

    stage: str
    buyer: Buyer
    ways: tuple[Choice, ...]
    way: str
    fields: tuple[FieldLine, ...]
    cart: tuple[CartRow, ...]
    total: str
    given: str
    change: str
    reference: str
    reason: str
    recent: tuple[str, ...]
    error: str
    wait_s: int
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class SalePrintingBody:
    """The engine's progress; ``change`` is still to be given to the customer."""

    buyer: Buyer
    copies: tuple[CopyLine, ...]
    current: int
    total: int
    progress: float
    remaining_s: int
    waiting_for: str
    change: str
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class SaleToldBody:
    """How it ended.

    ``ended``: all | some | none | unknown (for a person to decide) | not-begun. ``charged`` is what
    paper came out for, ``kept`` what was paid and stays in the customer's account.
    """

    ended: str
    buyer: Buyer
    copies: tuple[CopyLine, ...]
    trouble: str
    order_number: str
    recovery_code: str
    way: str
    charged: str
    payment_number: str
    change: str
    kept: str
    can_give_back: bool
    error: str
    paper: PaperLine | None
    keys: tuple[KeyLine, ...]


SaleBody = SaleChoosingBody | SalePayingBody | SalePrintingBody | SaleToldBody

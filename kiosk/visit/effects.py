"""What a visit wants done outside.

Orders to the runner, which answers with the same ``request``.
"""

from dataclasses import dataclass

from kiosk.contract import messages as m
from kiosk.identity import PersonId
from kiosk.purchase.order import Order


@dataclass(frozen=True)
class SignIn:
    """Check ID and secure key."""

    request: int
    person: PersonId
    secure_key: str


@dataclass(frozen=True)
class FetchAccount:
    """Balance, movements, own registrations, unfinished purchases."""

    request: int
    session: str


@dataclass(frozen=True)
class SearchRegistrations:
    """One page of a search."""

    request: int
    session: str
    text: str
    page: int
    rows: int


@dataclass(frozen=True)
class FetchCatalogue:
    """Certificates and prices of one registration."""

    request: int
    session: str
    registration_number: str


@dataclass(frozen=True)
class CartItem:
    """A certificate type of one registration, with what the person was shown."""

    registration: m.RegistrationSummary
    item: m.CatalogueItem
    quantity: int


@dataclass(frozen=True)
class OpenOrder:
    """Check the prepaid key and open the order; moves no money."""

    request: int
    session: str
    account: PersonId
    prepaid_key: str
    cart: tuple[CartItem, ...]


@dataclass(frozen=True)
class StartPurchase:
    """Hold, print and capture every copy of the cart."""

    request: int
    order: m.OrderOpened
    cart: tuple[CartItem, ...]


@dataclass(frozen=True)
class PrintReceiptOf:
    """Print the cash receipt of an order, or the voucher while central cannot give it."""

    request: int
    order: Order
    holder_mask: str


@dataclass(frozen=True)
class PrintSlip:
    """Print the claim slip of an order that did not end."""

    request: int
    order: Order


@dataclass(frozen=True)
class ClaimPrint:
    """Print an interrupted operation, whichever dispenser sold it."""

    request: int
    session: str
    operation: m.UnfinishedOperation


@dataclass(frozen=True)
class GiveBack:
    """Ask central for the money of an interrupted operation."""

    request: int
    session: str
    op_id: str


@dataclass(frozen=True)
class LookUpCode:
    """Ask how an order stands, by its recovery code alone."""

    request: int
    code: str


@dataclass(frozen=True)
class CloseSession:
    """Tell central that the person left; best effort."""

    session: str


Effect = (
    SignIn | FetchAccount | SearchRegistrations | FetchCatalogue | OpenOrder | StartPurchase |
    PrintReceiptOf | PrintSlip | ClaimPrint | GiveBack | LookUpCode
    | CloseSession
)  # fmt: skip

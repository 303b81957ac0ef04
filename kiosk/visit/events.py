"""What can happen to a visit.

Intents of the person, answers to effects, time, and the station's health.

An answer carries the ``request`` of the effect it answers; an answer to anything but the newest
request is stale
(the person went on, or left) and changes nothing.
"""

from dataclasses import dataclass

from kiosk.contract import messages as m
from kiosk.flow import read_intent
from kiosk.identity.scanned import Scanned
from kiosk.purchase.order import PurchaseProgress, PurchaseResult
from kiosk.station.capability import Capabilities

# -- intents: what the person means ---------------------------------------------------------------


@dataclass(frozen=True)
class Start:
    """The idle screen was touched."""


@dataclass(frozen=True)
class SetLanguage:
    """``code``: es | en."""

    code: str


@dataclass(frozen=True)
class Choose:
    """A service of the home screen: buy | balance | resume."""

    action: str


@dataclass(frozen=True)
class Back:
    """One step back; nothing is lost but what was typed."""


@dataclass(frozen=True)
class Finish:
    """End the visit and wipe it."""


@dataclass(frozen=True)
class MoreTime:
    """Any touch while the time-out is counted down."""


@dataclass(frozen=True)
class Adjust:
    """Open the preferences of the screens."""


@dataclass(frozen=True)
class SetTextSize:
    """``code``: 100 | 125 | 150, in percent."""

    code: str


@dataclass(frozen=True)
class Prefer:
    """``what``: high_contrast | low_reach | still | more_time."""

    what: str
    on: bool


@dataclass(frozen=True)
class OrdinaryComfort:
    """The ordinary screens after all."""


@dataclass(frozen=True)
class ToggleBalance:
    """Show or hide the balance in the header."""


@dataclass(frozen=True)
class SetIdType:
    """``type``: a value of IdType."""

    type: str


@dataclass(frozen=True)
class KeyPressed:
    """One character of a keypad or keyboard."""

    char: str


@dataclass(frozen=True)
class Erase:
    """The last character is taken back."""


@dataclass(frozen=True)
class Clear:
    """All that was typed is taken back."""


@dataclass(frozen=True)
class Shift:
    """Capital letters on or off."""


@dataclass(frozen=True)
class Show:
    """The secret is shown while the button is held."""

    on: bool


@dataclass(frozen=True)
class Continue:
    """The screen's main button."""


@dataclass(frozen=True)
class Buy:
    """From the account to the registrations."""


@dataclass(frozen=True)
class OpenSearch:
    """Show the keyboard of the registration search."""


@dataclass(frozen=True)
class CloseSearch:
    """Back to the own registrations."""


@dataclass(frozen=True)
class Search:
    """Search for what was typed."""


@dataclass(frozen=True)
class Page:
    """Turn pages: -1 or 1."""

    delta: int


@dataclass(frozen=True)
class SelectRegistration:
    """A registration was chosen."""

    number: str


@dataclass(frozen=True)
class Add:
    """One more copy of a certificate type."""

    code: str


@dataclass(frozen=True)
class Remove:
    """One copy less."""

    code: str


@dataclass(frozen=True)
class ChooseAccount:
    """Pay from another prepaid account."""


@dataclass(frozen=True)
class OwnAccount:
    """Pay from the own account after all."""


@dataclass(frozen=True)
class Pay:
    """Confirmed what is in the cart."""


@dataclass(frozen=True)
class BuyAnyway:
    """Yes, again, although it was bought minutes ago."""


@dataclass(frozen=True)
class PrintReceipt:
    """Print the receipt of this order."""


@dataclass(frozen=True)
class Retry:
    """Try again what failed without being charged."""


@dataclass(frozen=True)
class OpenUnfinished:
    """Look at the purchases that were interrupted."""


@dataclass(frozen=True)
class PrintNow:
    """Print what was interrupted."""


@dataclass(frozen=True)
class AskMoneyBack:
    """Have the money of what was interrupted back; said twice, because the code dies with it."""


Intent = (
    Start | SetLanguage | Adjust | SetTextSize | Prefer | OrdinaryComfort | Choose | Back | Finish
    | MoreTime | ToggleBalance | SetIdType | KeyPressed | Erase | Clear | Shift | Show | Continue
    | Buy | OpenSearch | CloseSearch | Search | Page | SelectRegistration | Add | Remove
    | ChooseAccount | OwnAccount | Pay | BuyAnyway | PrintReceipt | Retry | OpenUnfinished
    | PrintNow | AskMoneyBack
)  # fmt: skip

_INTENTS: dict[str, type[Intent]] = {
    "start": Start,
    "set_language": SetLanguage,
    "adjust": Adjust,
    "set_text_size": SetTextSize,
    "prefer": Prefer,
    "ordinary_comfort": OrdinaryComfort,
    "choose": Choose,
    "back": Back,
    "finish": Finish,
    "more_time": MoreTime,
    "toggle_balance": ToggleBalance,
    "set_id_type": SetIdType,
    "key": KeyPressed,
    "erase": Erase,
    "clear": Clear,
    "shift": Shift,
    "show": Show,
    "continue": Continue,
    "buy": Buy,
    "open_search": OpenSearch,
    "close_search": CloseSearch,
    "search": Search,
    "page": Page,
    "select_registration": SelectRegistration,
    "add": Add,
    "remove": Remove,
    "choose_account": ChooseAccount,
    "own_account": OwnAccount,
    "pay": Pay,
    "buy_anyway": BuyAnyway,
    "print_receipt": PrintReceipt,
    "retry": Retry,
    "open_unfinished": OpenUnfinished,
    "print_now": PrintNow,
    "money_back": AskMoneyBack,
}


def parse_intent(name: str, args: dict[str, object]) -> Intent:
    """Turn what the screen said into a typed event.

    >>> parse_intent("key", {"char": "7"})
    KeyPressed(char='7')

    Raises:
        ValueError: unknown name, or arguments of another shape.
    """
    return read_intent(_INTENTS, name, args)


# -- answers, time and health ---------------------------------------------------------------------


@dataclass(frozen=True)
class Failed:
    """A request came to nothing. ``code``: a ProblemCode value, or ``central-offline``."""

    request: int
    code: str
    retry_after_s: int = 0


@dataclass(frozen=True)
class SignedIn:
    """ID and secure key were right."""

    request: int
    session: m.SessionOpened


@dataclass(frozen=True)
class AccountFetched:
    """The account as it is now."""

    request: int
    account: m.Account


@dataclass(frozen=True)
class RegistrationsFound:
    """A page of a search."""

    request: int
    page: m.RegistrationPage


@dataclass(frozen=True)
class CatalogueFetched:
    """What can be certified about the chosen registration."""

    request: int
    catalogue: m.Catalogue


@dataclass(frozen=True)
class OrderOpened:
    """Central opened the order; no money has moved."""

    request: int
    order: m.OrderOpened


@dataclass(frozen=True)
class PurchaseProgressed:
    """News from the running purchase."""

    request: int
    progress: PurchaseProgress


@dataclass(frozen=True)
class PurchaseEnded:
    """The purchase is over, for better or worse."""

    request: int
    result: PurchaseResult


@dataclass(frozen=True)
class ReceiptEnded:
    """The receipt came out (``error`` empty) or did not.

    ``error``: printer fault, ``central-offline`` or ``receipt-pending``.
    """

    request: int
    error: str


@dataclass(frozen=True)
class SlipEnded:
    """The claim slip came out (``error`` empty) or did not."""

    request: int
    error: str


@dataclass(frozen=True)
class GivenBack:
    """Central's word about the money; the empty ``outcome`` means that it is free again."""

    request: int
    outcome: str


@dataclass(frozen=True)
class OrderFound:
    """What a recovery code stands for."""

    request: int
    order: m.FoundOrder


@dataclass(frozen=True)
class Tick:
    """Time passed."""


@dataclass(frozen=True)
class StationChanged:
    """What the machine can do now is different."""

    capabilities: Capabilities


@dataclass(frozen=True)
class SymbolRead:
    """The barcode reader read something; None: nothing of ours."""

    symbol: Scanned | None


@dataclass(frozen=True)
class ReaderChanged:
    """The barcode reader was plugged in or pulled out."""

    can_scan: bool


Answer = (
    Failed | SignedIn | AccountFetched | RegistrationsFound | CatalogueFetched | OrderOpened
    | PurchaseProgressed | PurchaseEnded | ReceiptEnded | SlipEnded | GivenBack | OrderFound
)  # fmt: skip
Event = Intent | Answer | Tick | StationChanged | SymbolRead | ReaderChanged

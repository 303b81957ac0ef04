"""The state of a visit: what holds for the whole visit, and the stage it is in.

Everything is frozen; a stage module returns a new state. Keys that are being typed live here and
nowhere else, and are
forgotten the moment they are sent.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

from kiosk.contract import messages as m
from kiosk.identity import IdType, PersonId
from kiosk.ports import PrinterFault
from kiosk.purchase.order import PurchaseProgress, PurchaseResult
from kiosk.station.capability import Capabilities
from kiosk.visit.comfort import Comfort, ordinary
from kiosk.visit.effects import CartItem, CloseSession, Effect


@dataclass(frozen=True)
class Setup:
    """Settings a visit needs; seconds and counts."""

    chamber: str
    language: str = "es"
    phone: str = ""
    brand: dict[str, str] = field(default_factory=dict)
    notice: dict[str, str] = field(default_factory=dict)  # a line on the first screen, by language
    elsewhere: dict[str, str] = field(default_factory=dict)  # told while closed, by language
    theme: str = "light"
    idle_s: int = 45
    countdown_s: int = 20
    done_s: int = 30
    session_s: int = 1200
    max_extensions: int = 10
    cart_limit: int = 10
    require_prepaid_key: bool = True


# -- stages ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Attract:
    """Nobody is here."""


@dataclass(frozen=True)
class Home:
    """Choosing a service."""


@dataclass(frozen=True)
class Identification:
    """Typing the ID. ``scanned``: a document was held to the reader, and nothing typed since."""

    id_type: IdType = IdType.CC
    typed: str = ""
    error: str = ""
    scanned: bool = False


@dataclass(frozen=True)
class Typing:
    """A secret being typed.

    ``wait_until_s`` is monotonic time until which central refuses to look.
    """

    text: str = ""
    showing: bool = False
    caps: bool = False
    error: str = ""
    wait_until_s: float = 0.0
    checking: bool = False


@dataclass(frozen=True)
class SecureKey:
    """Typing the secure key."""

    person: PersonId
    key: Typing = Typing()


@dataclass(frozen=True)
class AccountStage:
    """Looking at the account."""

    loading: bool = True
    error: str = ""


@dataclass(frozen=True)
class Registrations:
    """Choosing a registration: own ones, or found by search.

    ``found`` is the last page, which was asked for with ``rows`` of them.
    """

    searching: bool = False
    query: str = ""
    asked: str = ""
    found: m.RegistrationPage | None = None
    page: int = 1
    rows: int = 0
    loading: bool = False
    error: str = ""


@dataclass(frozen=True)
class Certificates:
    """Choosing certificates of one registration; ``back_to`` is the list it was chosen from."""

    registration: m.RegistrationSummary
    back_to: Registrations
    catalogue: m.Catalogue | None = None
    page: int = 1
    loading: bool = True
    error: str = ""


ConfirmStep = Literal["review", "account", "key", "recent"]


@dataclass(frozen=True)
class Confirm:
    """Reviewing and paying; ``opened`` waits for the answer to "again?"."""

    step: ConfirmStep = "review"
    back_to: Certificates | None = None
    account: PersonId | None = None  # None: the own account
    typed_account: str = ""
    account_error: str = ""
    key: Typing = Typing()
    error: str = ""
    opened: m.OrderOpened | None = None


@dataclass(frozen=True)
class Printing:
    """The machine works; nothing times out here."""

    order: m.OrderOpened
    confirm: Confirm
    progress: PurchaseProgress | None = None


@dataclass(frozen=True)
class Done:
    """Everything came out. ``receipt``: offered | printing | printed | failed."""

    result: PurchaseResult
    receipt: Literal["offered", "printing", "printed", "failed"] = "offered"
    receipt_error: str = ""
    balance_known: bool = False  # False until central told the balance after this purchase


@dataclass(frozen=True)
class Failure:
    """Something did not end in paper.

    ``result`` is None when it failed before the purchase began, or when the machine itself failed
    during it; then ``order`` says whose outcome only the journal knows. ``slip`` is the paper with
    the recovery code, where something stays open.
    """

    cause: str
    result: PurchaseResult | None = None
    fault: PrinterFault | None = None
    retry: Confirm | None = None
    order: m.OrderOpened | None = None
    slip: Literal["", "printing", "printed", "failed"] = ""


InterruptedStep = Literal["choose", "sure", "asking", "told"]


@dataclass(frozen=True)
class Interrupted:
    """Deciding about an open operation: the one turned to (``at``), later the ``subject``.

    ``told`` is how it ended: printed | not_printed | uncertain | given_back | charged |
    not_confirmed | refused; ``reason`` says why not.
    """

    step: InterruptedStep = "choose"
    at: int = 0
    subject: m.UnfinishedOperation | None = None
    told: str = ""
    reason: str = ""
    account_known: bool = True  # False until central told the account after a decision


@dataclass(frozen=True)
class ClaimPrinting:
    """An interrupted operation is printed; nothing times out here."""

    operation: m.UnfinishedOperation
    progress: PurchaseProgress | None = None


@dataclass(frozen=True)
class Resume:
    """Typing a recovery code, or looking at what it stands for."""

    typed: str = ""
    error: str = ""
    wait_until_s: float = 0.0
    checking: bool = False
    found: m.FoundOrder | None = None


Stage = (
    Attract | Home | Identification | SecureKey | AccountStage | Registrations | Certificates
    | Confirm | Printing | Done | Failure | Interrupted | ClaimPrinting | Resume
)  # fmt: skip


# -- the visit ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Visit:
    """One machine's visit; between people it is the attract stage with nothing of anybody.

    ``adjusting``: the preferences of the screens lie over the stage, which waits below.
    ``can_scan``: the barcode reader is plugged in.
    """

    setup: Setup
    station: Capabilities
    language: str
    stage: Stage = Attract()
    session: m.SessionOpened | None = None
    signed_in_s: float = 0.0
    account: m.Account | None = None
    cart: tuple[CartItem, ...] = ()
    balance_shown: bool = False
    request: int = 0
    touched_s: float = 0.0
    now_s: float = 0.0
    extensions: int = 0
    claims_offered: bool = False
    comfort: Comfort = field(default_factory=Comfort)
    adjusting: bool = False
    can_scan: bool = False

    @property
    def token(self) -> str:
        """The session's token; only stages behind the sign-in ask for it."""
        assert self.session is not None, "nobody is signed in"
        return self.session.session

    @property
    def ordinary(self) -> Comfort:
        """The screens for a person who has not asked for others."""
        return ordinary(self.setup.theme)

    def at(self, stage: Stage) -> "Visit":
        """The same visit in another stage."""
        return replace(self, stage=stage)

    def asking(self) -> "Visit":
        """The same visit with a new request number; answers to older requests are stale."""
        return replace(self, request=self.request + 1)


Step = tuple[Visit, tuple[Effect, ...]]


def begin(setup: Setup, station: Capabilities) -> Visit:
    """A machine at rest."""
    return Visit(
        setup=setup, station=station, language=setup.language, comfort=ordinary(setup.theme)
    )


def wiped(visit: Visit) -> Step:
    """The machine at rest again.

    Nothing of the person is left, and central is told that the session is over.
    """
    rest = replace(
        begin(visit.setup, visit.station),
        request=visit.request + 1,
        now_s=visit.now_s,
        touched_s=visit.now_s,
        can_scan=visit.can_scan,
    )
    return rest, (CloseSession(visit.token),) if visit.session else ()

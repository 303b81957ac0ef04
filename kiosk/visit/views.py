"""What a screen draws: one frozen ``View`` with the body of the screen that is up.

Amounts, dates and ids are ready text. Codes (``printer``, ``error``, ``money`` …) are sentences
only in the UI's
literal table. Keys are never here, but for the moment in which the person holds "show".
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Choice:
    """Something that can be picked; ``reason`` says why not when it is off."""

    code: str
    enabled: bool = True
    reason: str = ""
    selected: bool = False


@dataclass(frozen=True)
class AttractBody:
    """Screen 1.

    ``printing``: ready | near_end | a printer fault; ``paper``: enough | low | out | unknown;
    ``network``: online | offline. ``limited`` is the code of a reason not to sell that none of the
    three tells (clock, open questions); ``notice`` the chamber's own line, as text.
    """

    printing: str
    paper: str
    network: str
    can_buy: bool
    can_see_balance: bool
    limited: str = ""
    notice: str = ""


@dataclass(frozen=True)
class HomeBody:
    """Screen 2. Action codes: buy, balance, resume."""

    actions: tuple[Choice, ...]


@dataclass(frozen=True)
class IdentificationBody:
    """Screen 3.

    ``typed`` is formatted with dots; ``letters`` asks for the full keyboard; ``error``: a reason
    of InvalidId, or no-document; ``can_scan``: there is a reader; ``scanned``: the number is a
    card's.
    """

    id_types: tuple[Choice, ...]
    typed: str
    letters: bool
    error: str
    can_continue: bool
    can_scan: bool = False
    scanned: bool = False


@dataclass(frozen=True)
class KeyEntry:
    """A secret being typed.

    Only its length, and the text while "show" is held. ``wait_s`` counts a throttle down.
    """

    length: int = 0
    shown: str = ""
    showing: bool = False
    caps: bool = False
    error: str = ""
    wait_s: int = 0
    checking: bool = False
    can_continue: bool = False


@dataclass(frozen=True)
class SecureKeyBody:
    """Screen 4. ``who`` is the masked id."""

    who: str
    key: KeyEntry


@dataclass(frozen=True)
class MovementLine:
    """One movement in plain words.

    ``concept``: top_up | purchase | refund | correction; ``amount`` signed text.
    """

    when: str
    concept: str
    description: str
    amount: str
    incoming: bool


@dataclass(frozen=True)
class UnfinishedLine:
    """A purchase that is not settled; ``state``: waiting | working | silent | claimed | decided."""

    certificate: str
    registration: str
    amount: str
    state: str
    recovery_code: str
    when: str


@dataclass(frozen=True)
class AccountBody:
    """Screen 6. ``loading`` while central answers; ``held`` is empty when nothing is held."""

    loading: bool
    error: str
    has_account: bool
    available: str
    held: str
    movements: tuple[MovementLine, ...]
    unfinished: tuple[UnfinishedLine, ...]
    registrations: int
    can_buy: bool
    buy_reason: str


@dataclass(frozen=True)
class RegistrationLine:
    """A registration to choose; ``kind`` as on the wire; ``in_cart`` counts chosen copies."""

    number: str
    name: str
    nit: str
    kind: str
    municipality: str
    status: str
    in_cart: int = 0


@dataclass(frozen=True)
class ChooseRegistrationBody:
    """Screen 7. ``searching`` shows the keyboard; ``source``: own | found."""

    source: str
    items: tuple[RegistrationLine, ...]
    page: int
    pages: int
    total: int
    searching: bool
    query: str
    loading: bool
    error: str
    cart_count: int


@dataclass(frozen=True)
class CertificateCard:
    """A certificate type with its price and the stepper's state.

    ``length_cm`` of roll, approximate.
    """

    code: str
    name: str
    purpose: str
    price: str
    length_cm: int
    pages: int
    quantity: int
    can_add: bool
    can_remove: bool


@dataclass(frozen=True)
class ChooseCertificatesBody:
    """Screen 8.

    ``error``: insufficient-balance | cart-full | price-changed | central-offline or empty;
    ``warnings`` are registry texts.
    """

    registration: RegistrationLine
    cards: tuple[CertificateCard, ...]
    page: int
    pages: int
    warnings: tuple[str, ...]
    loading: bool
    error: str
    count: int
    total: str
    balance_after: str
    can_continue: bool


@dataclass(frozen=True)
class CartLine:
    """A line of the cart."""

    certificate: str
    registration: str
    quantity: int
    price: str
    subtotal: str


@dataclass(frozen=True)
class ConfirmBody:
    """Screen 9. ``stage``: review | account | key | recent.

    ``account`` stage types a company's NIT (``typed_account``, ``account_error``); ``recent`` asks
    whether to buy again
    what was bought minutes ago (``recent`` are certificate names). ``paper``: enough | low | code
    of a fault; with ``paper_short`` the roll holds ``pages_fit`` pages of this order.
    ``balance_before`` and ``balance_after`` are empty for another's account: its balance needs its
    key.
    """

    stage: str
    lines: tuple[CartLine, ...]
    count: int
    total: str
    account: str
    own_account: bool
    balance_before: str
    balance_after: str
    paper: str
    error: str
    can_pay: bool
    key: KeyEntry
    has_own_account: bool = True
    typed_account: str = ""
    account_error: str = ""
    recent: tuple[str, ...] = ()
    pages_fit: int = 0


@dataclass(frozen=True)
class CopyLine:
    """One copy on the printing and done screens; ``phase`` as ``CopyPhase``."""

    certificate: str
    copy_number: int
    copies: int
    phase: str
    price: str = ""


@dataclass(frozen=True)
class PrintingBody:
    """Screen 10.

    ``progress`` 0..1 from proved paper; ``waiting_for`` a printer fault that somebody can mend, or
    empty.
    """

    copies: tuple[CopyLine, ...]
    current: int
    total: int
    progress: float
    remaining_s: int
    waiting_for: str


@dataclass(frozen=True)
class DoneBody:
    """Screen 11.

    ``receipt``: offered | printing | printed | failed | unavailable; ``reporting`` while central
    has not heard yet.
    """

    copies: tuple[CopyLine, ...]
    printed: int
    charged: str
    released: str
    balance: str
    reporting: bool
    receipt: str
    receipt_error: str
    order_number: str


@dataclass(frozen=True)
class AccessibilityBody:
    """Screen 17. ``text_sizes`` in percent; ``switches`` say by ``selected`` what is on."""

    text_sizes: tuple[Choice, ...]
    switches: tuple[Choice, ...]
    ordinary: bool


@dataclass(frozen=True)
class UnavailableBody:
    """Screen 19.

    ``part``: central | printer | paper | disk | unfinished; ``detail`` a finer code; what still
    works.
    """

    part: str
    detail: str
    can_see_balance: bool
    phone: str


@dataclass(frozen=True)
class HoursLine:
    """Days of the week with the same hours, a line each; ``times`` is empty for closed ones."""

    days: str
    times: str


@dataclass(frozen=True)
class ClosedBody:
    """Outside the opening hours: when it opens (empty: nobody knows), and where else to go.

    ``week`` is empty where exceptions alone say when.
    """

    opens: str
    week: tuple[HoursLine, ...]
    elsewhere: str
    phone: str


@dataclass(frozen=True)
class FailureBody:
    """Screen 20.

    ``code`` like PRN-02; ``cause`` the sentence's code; ``money``: not_charged | charged_partly |
    held_unknown | release_pending. ``slip``: printing | printed | failed, empty where none is
    needed.
    """

    code: str
    cause: str
    money: str
    charged: str
    copies: tuple[CopyLine, ...]
    recovery_code: str
    order_number: str
    operation: str
    phone: str
    can_retry: bool
    slip: str = ""


@dataclass(frozen=True)
class InterruptedBody:
    """Screen 12. ``stage``: choose | sure | asking | told; ``line.state`` says what is known.

    ``print_reason`` says why the machine cannot print now what could be printed; ``told``: printed
    | not_printed | uncertain | given_back | charged | not_confirmed | refused, with ``reason``.
    ``balance`` is empty until central told it after the decision.
    """

    stage: str
    line: UnfinishedLine
    place: str
    order_number: str
    page: int
    pages: int
    can_print: bool
    print_reason: str
    can_give_back: bool
    told: str
    reason: str
    balance: str
    phone: str


@dataclass(frozen=True)
class FoundLine:
    """A copy of an order found by its code; ``state`` also charged | not_charged."""

    certificate: str
    state: str


@dataclass(frozen=True)
class ResumeBody:
    """Screen 13.

    ``stage``: code | found; then the order and its copies are there. ``error``: central's, or
    no-code. ``can_scan``: there is a reader.
    """

    stage: str
    typed: str
    length: int
    error: str
    wait_s: int
    checking: bool
    can_continue: bool
    order_number: str = ""
    when: str = ""
    place: str = ""
    copies: tuple[FoundLine, ...] = ()
    can_scan: bool = False


Body = (
    AttractBody
    | HomeBody
    | IdentificationBody
    | SecureKeyBody
    | AccountBody
    | ChooseRegistrationBody
    | ChooseCertificatesBody
    | ConfirmBody
    | PrintingBody
    | DoneBody
    | AccessibilityBody
    | UnavailableBody
    | ClosedBody
    | FailureBody
    | InterruptedBody
    | ResumeBody
)


@dataclass(frozen=True)
class View:
    """A whole screen. ``screen`` names the QML file (``ChooseCertificates``).

    ``step`` of ``steps`` is 0 outside a purchase. ``balance`` is empty where the header has none;
    ``balance_hidden`` asks for a
    touch first. ``countdown_s`` above 0 dims the screen and asks for a touch. ``busy`` disables
    input for a moment. ``text_scale`` in percent; ``low_reach``: every control in the lower half;
    ``still``: nothing moves; ``can_adjust``: screen 17 may be opened from here.
    """

    screen: str
    body: Body
    chamber: str
    language: str = "es"
    session: str = ""
    balance: str = ""
    balance_hidden: bool = True
    step: int = 0
    steps: int = 5
    step_name: str = ""
    can_go_back: bool = False
    can_finish: bool = False
    countdown_s: int = 0
    busy: bool = False
    theme: str = "light"
    text_scale: int = 100
    low_reach: bool = False
    still: bool = False
    can_adjust: bool = False
    brand: dict[str, str] = field(default_factory=dict)

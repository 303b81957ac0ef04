"""What the screens of a desk draw: one frozen body a screen; amounts and dates are ready text.

Codes (errors, forms, states, actions) are sentences only in the UI's tables. Of a secret there is
its length.
"""

from dataclasses import dataclass

from kiosk.staff.desk.lines import FieldLine as FieldLine
from kiosk.staff.desk.lines import FormLine as FormLine
from kiosk.staff.desk.lines import KeyLine as KeyLine
from kiosk.staff.desk.lines import PaperLine as PaperLine
from kiosk.staff.desk.people.views import PeopleBody
from kiosk.staff.desk.record_views import RecordBody
from kiosk.staff.desk.sale.views import SaleBody
from kiosk.staff.desk.settlement_views import SettlementBodies
from kiosk.staff.entry.view import SignInBody
from kiosk.visit.views import Choice


@dataclass(frozen=True)
class DoorBody:
    """The door; ``reason``: idle | session-expired | central-back | empty.

    ``offline``: there is no line to central; ``told`` is what came of handing in, without sums.
    """

    door: SignInBody
    reason: str
    error: str
    keys: tuple[KeyLine, ...] = ()
    offline: bool = False
    told: str = ""


@dataclass(frozen=True)
class LocalFacts:
    """What this computer knows while central is away.

    ``entered``: central | key | challenge, how who is here came in; ``is_back``: central is there
    again and waits for a sign-in. ``to_hand_in`` notes, ``queued`` messages and ``unclear`` answers
    central has not had or not given.
    """

    entered: str
    is_back: bool
    shift_open: bool
    opened_at: str
    base: str
    to_hand_in: int
    queued: int
    unclear: int


@dataclass(frozen=True)
class HomeBody:
    """The first screen; ``waiting`` operations since ``oldest``, ``unclear`` answers were lost.

    ``drawer``: opened | closed, without central and not handed in yet; ``told`` is what came of
    handing in: taken | superseded | refused (``why`` is the code). ``own``: this role works shifts;
    ``reopened``: by whom it was opened again, and why; ``no_sale``: the code of why no certificate
    can be printed here now.
    """

    place: str
    role: str
    own: bool
    shift_open: bool
    reopened: str
    opened_at: str
    base: str
    waiting: int
    oldest: str
    waiting_money: str
    unclear: int
    drawer: str
    told: str
    no_sale: str
    error: str
    keys: tuple[KeyLine, ...]
    why: str = ""
    local: LocalFacts | None = None


@dataclass(frozen=True)
class OpeningBody:
    """The base of a shift; ``offline``: central did not answer, it can be opened without."""

    fields: tuple[FieldLine, ...]
    error: str
    offline: bool = False
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class AccountLine:
    """A posting of the account."""

    at: str
    concept: str
    amount: str
    incoming: bool


@dataclass(frozen=True)
class PaymentLine:
    """A payment at a desk; ``standing``: stands | reversed | reversal."""

    movement: str
    number: str
    at: str
    form: str
    amount: str
    cashier: str
    standing: str
    selected: bool


@dataclass(frozen=True)
class CustomerBody:
    """Whose account, and what is in it."""

    id_types: tuple[Choice, ...]
    fields: tuple[FieldLine, ...]
    found: bool
    holder: str
    document: str
    available: str
    held: str
    lines: tuple[AccountLine, ...]
    payments: tuple[PaymentLine, ...]
    can_top_up: bool
    no_sale: str
    error: str
    paper: PaperLine | None
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class TopUpBody:
    """Money in. ``stage``: fill | sure | unclear | told; ``before``: it had been done already."""

    stage: str
    holder: str
    document: str
    available: str
    forms: tuple[Choice, ...]
    form: str
    fields: tuple[FieldLine, ...]
    amount: str
    given: str
    change: str
    reference: str
    number: str
    before: bool
    error: str
    paper: PaperLine | None
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class ReversalBody:
    """Money back. ``paid`` is the receipt that is taken back, ``number`` the reversal's own."""

    stage: str
    holder: str
    document: str
    paid: str
    paid_at: str
    paid_by: str
    form: str
    amount: str
    fields: tuple[FieldLine, ...]
    number: str
    before: bool
    error: str
    paper: PaperLine | None
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class ApprovalBody:
    """A second person. ``action``: reverse-top-up | refund; ``about`` names the receipt or code."""

    action: str
    about: str
    amount: str
    asked_by: str
    fields: tuple[FieldLine, ...]
    error: str
    wait_s: int
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class PieceLine:
    """A denomination: the field of its count, and what that comes to."""

    name: str
    value: str
    text: str
    total: str


@dataclass(frozen=True)
class ClosingBody:
    """The close. ``stage``: count | sure | told; no ``lines`` are there before it is told.

    ``provisional``: it is on this computer alone; ``lines`` are what it believes. ``handed_in``: it
    was, and now ``lines`` are central's.
    """

    stage: str
    pieces: tuple[PieceLine, ...]
    fields: tuple[FieldLine, ...]
    cash: str
    vouchers: str
    counted: str
    lines: tuple[FormLine, ...]
    difference: str
    sign: str
    must_explain: bool
    explained: str
    unsent: int
    offline: bool
    provisional: bool
    error: str
    paper: PaperLine | None
    keys: tuple[KeyLine, ...]
    handed_in: bool = False


@dataclass(frozen=True)
class OperationLine:
    """One operation that waits; ``why`` is the code of its reason, ``age`` in ready words."""

    op_id: str
    place: str
    state: str
    why: str
    age: str
    at: str
    amount: str


@dataclass(frozen=True)
class QueueBody:
    """What waits for a person, oldest first; ``searched``: what a code stands for instead."""

    fields: tuple[FieldLine, ...]
    rows: tuple[OperationLine, ...]
    searched: bool
    error: str
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class EventLine:
    """A line of an operation's story: ``code`` has a sentence, ``detail`` an amount or a reason."""

    at: str
    code: str
    detail: str


@dataclass(frozen=True)
class OperationBody:
    """One operation. ``stage``: look | told; ``actions`` are those that are safe for this role."""

    stage: str
    line: OperationLine
    order_number: str
    recovery_code: str
    certificate: str
    registration: str
    events: tuple[EventLine, ...]
    actions: tuple[Choice, ...]
    action: str
    fields: tuple[FieldLine, ...]
    refunded: bool
    error: str
    keys: tuple[KeyLine, ...]


@dataclass(frozen=True)
class UnansweredLine:
    """A movement without an answer."""

    kind: str
    amount: str


@dataclass(frozen=True)
class UnansweredBody:
    """What was not answered. ``told``: '' | made | decided | never, with the receipt of what was.

    ``kind`` of what was decided is its outcome: applied | returned | outside.
    """

    rows: tuple[UnansweredLine, ...]
    told: str
    kind: str
    number: str
    amount: str
    error: str
    keys: tuple[KeyLine, ...] = ()


DeskBody = (
    DoorBody | HomeBody | OpeningBody | CustomerBody | TopUpBody | ReversalBody | ApprovalBody
    | ClosingBody | QueueBody | OperationBody | UnansweredBody | SettlementBodies | RecordBody
    | PeopleBody | SaleBody
)  # fmt: skip


def screen_of(body: DeskBody) -> str:
    """The screen that draws a body.

    >>> screen_of(OpeningBody((), ""))
    'desk/Opening'
    """
    return "desk/" + type(body).__name__.removesuffix("Body")

"""The state of a desk: what holds for everybody, who is signed in, and the stage it is in."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from kiosk.contract.offline_entry import DESK_ROLES
from kiosk.contract.staff import desk as t
from kiosk.contract.staff import operations as o
from kiosk.contract.staff import settlements as m
from kiosk.contract.staff import shifts as s
from kiosk.contract.staff.shifts import PaymentForm, ShiftOpened
from kiosk.identity import IdType
from kiosk.staff.desk.drawer import ShiftNote
from kiosk.staff.desk.effects import DeskEffect
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.paper import Paper as Paper
from kiosk.staff.desk.payments.stages import PaymentCase
from kiosk.staff.desk.people.state import PeopleStage
from kiosk.staff.desk.records_state import RecordStage
from kiosk.staff.desk.sale.stages import SaleStage
from kiosk.staff.desk.settlement_state import SettlementStage
from kiosk.staff.desk.unclear import Unclear
from kiosk.staff.entry.state import Entry, Member
from kiosk.station.capability import Capabilities, Health, judge

NEEDS = "see-cash"
"""Whoever may look at the cash comes in; what each may do there is told by the table of leaves."""
UNKNOWN = judge(Health(printer=None, central_online=False))
"""What a computer can do before it has looked."""
CASH: PaymentForm = "01"
DENOMINATIONS: tuple[s.Denomination, ...] = (
    100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50,
)  # fmt: skip
VOUCHERS: tuple[Literal["02", "03", "04", "06"], ...] = ("02", "03", "04", "06")


@dataclass(frozen=True)
class Setup:
    """What a desk needs to know of its chamber; ``roll``: there is a receipt printer.

    ``folder`` is where its papers are kept.
    """

    chamber: str
    place: str
    roll: bool = False
    language: str = "es"
    brand: dict[str, str] = field(default_factory=dict)
    countdown_s: int = 30
    demonstration: bool = False
    folder: str = ""


# -- stages ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SigningIn:
    """The door; ``reason`` says why somebody stands before it again, ``told`` is as in ``Home``."""

    entry: Entry
    reason: Literal["", "idle", "session-expired", "central-back"] = ""
    told: Literal["", "taken", "superseded", "refused"] = ""


@dataclass(frozen=True)
class Home:
    """What there is to do; ``told`` is what became of notes that were handed in, ``why`` a code."""

    error: str = ""
    told: Literal["", "taken", "superseded", "refused"] = ""
    why: str = ""


@dataclass(frozen=True)
class Opening:
    """The base in the drawer; ``offline``: central did not answer when it was asked to open."""

    form: Form = field(default_factory=Form)
    error: str = ""
    shift_id: str = ""
    offline: bool = False


@dataclass(frozen=True)
class Customer:
    """Whose account; the account once it was found, and the chosen one of its payments."""

    id_type: IdType = IdType.CC
    form: Form = field(default_factory=Form)
    account: t.DeskAccount | None = None
    chosen: str = ""
    error: str = ""
    paper: Paper | None = None

    @property
    def payment(self) -> t.DeskMovement | None:
        """The chosen payment."""
        payments = self.account.payments if self.account else ()
        return next((each for each in payments if each.movement_id == self.chosen), None)


@dataclass(frozen=True)
class TopUp:
    """Money for an account; ``made``: central said so, ``before``: the lost answer had been yes.

    Steps: typing, being sure, ``unclear`` after a lost answer, told.
    """

    account: t.DeskAccount
    payment_form: PaymentForm = CASH
    form: Form = field(default_factory=Form)
    step: Literal["fill", "sure", "unclear", "told"] = "fill"
    error: str = ""
    movement_id: str = ""
    made: t.DeskMovement | None = None
    before: bool = False
    paper: Paper | None = None


@dataclass(frozen=True)
class Reversal:
    """A top-up to be taken back, with the reason; the steps of ``TopUp``."""

    payment: t.DeskMovement
    form: Form = field(default_factory=Form)
    step: Literal["fill", "unclear", "told"] = "fill"
    error: str = ""
    movement_id: str = ""
    made: t.DeskMovement | None = None
    before: bool = False
    paper: Paper | None = None


@dataclass(frozen=True)
class Closing:
    """The blind count; ``closed`` only after it was written down.

    ``offline``: central did not answer when it was asked to close. ``provisional``: what is told
    is what this desk believes. ``handed_in``: it had been, and is central's now.
    """

    form: Form = field(default_factory=Form)
    step: Literal["count", "sure", "told"] = "count"
    error: str = ""
    opened: ShiftOpened | None = None
    closed: s.ShiftClosed | None = None
    pieces: tuple[tuple[int, int], ...] = ()
    close_id: str = ""
    offline: bool = False
    provisional: bool = False
    handed_in: bool = False
    paper: Paper | None = None


@dataclass(frozen=True)
class Queue:
    """What waits for a person; ``found`` by a code somebody brought, else the open and flagged."""

    form: Form = field(default_factory=Form)
    found: tuple[o.ListedOperation, ...] | None = None
    error: str = ""


@dataclass(frozen=True)
class Operation:
    """One operation with its story, and what is to be done about it."""

    story: o.OperationStory
    action: Literal["", "printed", "void", "refund"] = ""
    form: Form = field(default_factory=Form)
    step: Literal["look", "told"] = "look"
    error: str = ""
    movement_id: str = ""


@dataclass(frozen=True)
class Approval:
    """A second person allows what ``back`` wants to do, here and now."""

    back: "Reversal | Operation | PaymentCase"
    form: Form = field(default_factory=Form)
    error: str = ""
    wait_until_s: float = 0.0


@dataclass(frozen=True)
class Unanswered:
    """What was sent and not answered, one after the other; ``told`` is what became of the last."""

    last: t.DeskMovement | None = None
    decided: m.PaymentException | None = None
    never: bool = False
    error: str = ""


Stage = (
    SigningIn | Home | Opening | Customer | TopUp | Reversal | Closing | Queue | Operation
    | Approval | Unanswered | SettlementStage | RecordStage | SaleStage | PeopleStage
)  # fmt: skip


@dataclass(frozen=True)
class Desk:
    """One desk.

    Attributes:
        member: who is signed in; None at the door.
        waiting: the question of ``request`` is under way, and nothing else is taken.
        clock_at: the wall clock when the operations were looked at, for their age.
        fresh_id: for the next movement of money.
        unclear: everybody's; a screen shows one's own.
        notes: of everybody's shifts, as far as this computer knows them.
        papers: how many were asked for.
        station: what this computer can do now, and why not.
        queued: money messages of what was sold here that central has not had yet.
        hand_in_at_s: before that monotonic time notes are not handed in by themselves again.
    """

    setup: Setup
    stage: Stage
    language: str = "es"
    member: Member | None = None
    shift: ShiftOpened | None = None
    operations: tuple[o.ListedOperation, ...] = ()
    clock_at: datetime | None = None
    unclear: tuple[Unclear, ...] = ()
    notes: tuple[ShiftNote, ...] = ()
    now_s: float = 0.0
    touched_s: float = 0.0
    request: int = 0
    waiting: bool = False
    papers: int = 0
    fresh_id: str = ""
    station: Capabilities = UNKNOWN
    queued: int = 0
    hand_in_at_s: float = 0.0

    def at(self, stage: Stage) -> "Desk":
        """At another stage."""
        return replace(self, stage=stage)

    @property
    def who(self) -> Member:
        """Who is signed in; behind the door somebody always is."""
        assert self.member is not None, "nobody is signed in"
        return self.member

    @property
    def mine(self) -> tuple[Unclear, ...]:
        """What is unclear of who is signed in."""
        login = self.member.login if self.member else ""
        return tuple(each for each in self.unclear if each.login == login)

    @property
    def unsent(self) -> int:
        """What central has not heard of, or has not answered, as a close must say."""
        return len(self.mine) + self.queued

    def asking(self) -> "Desk":
        """Waiting for an answer from now on."""
        return replace(self, request=self.request + 1, waiting=True)


Step = tuple[Desk, tuple[DeskEffect, ...]]


def door() -> Entry:
    """Nobody is at the door yet; without central a challenge lets in who answers for a drawer."""
    return Entry(needs=NEEDS, offline=True, roles=DESK_ROLES, role=DESK_ROLES[0])


def begin(
    setup: Setup,
    unclear: tuple[Unclear, ...] = (),
    station: Capabilities = UNKNOWN,
    notes: tuple[ShiftNote, ...] = (),
) -> Desk:
    """Nobody is here yet."""
    stage = SigningIn(door())
    return Desk(
        setup, stage, language=setup.language, unclear=unclear, station=station, notes=notes
    )

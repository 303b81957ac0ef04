"""Drives the pure desk by hand: events in, effects collected, a clock moved by hand."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from kiosk.contract.messages import OperationState
from kiosk.contract.staff import desk as t
from kiosk.contract.staff import operations as o
from kiosk.contract.staff import settlements as m
from kiosk.contract.staff import shifts as s
from kiosk.contract.staff.receipts import ReceiptCopied
from kiosk.identity import IdType
from kiosk.staff.desk import events as e
from kiosk.staff.desk.advance import advance
from kiosk.staff.desk.effects import Ask, DeskEffect, MoveMoney
from kiosk.staff.desk.state import Desk, Setup, begin
from kiosk.staff.desk.unclear import Unclear
from kiosk.staff.desk.view import view
from kiosk.staff.entry.events import LetIn
from kiosk.staff.entry.state import Member
from kiosk.staff.views import StaffView
from kiosk.visit.events import Continue, KeyPressed, Tick

NOW = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
CASHIER = (
    "see-operations",
    "resolve",
    "refund",
    "see-accounts",
    "work-shift",
    "reverse-top-up",
    "see-settlements",
    "make-settlement",
    "see-cash",
)
SESSION = "session-of-carlos-0001"
MOVEMENT = "01900000-0000-7000-8000-00000000000"
SHIFT = s.ShiftOpened(shift_id=f"{MOVEMENT}5", opened_at=NOW, base=50_000)
E = TypeVar("E")


def uuid(number: int) -> str:
    return f"{MOVEMENT}{number}"


def member(**changes: Any) -> Member:
    values: dict[str, Any] = {
        "login": "carlos",
        "name": "Carlos",
        "role": "cashier",
        "actions": CASHIER,
        "until_s": 40_000.0,
        "idle_s": 300.0,
        "session": SESSION,
    }
    return Member(**(values | changes))


def payment(number: int = 1, **changes: Any) -> t.DeskMovement:
    values: dict[str, Any] = {
        "movement_id": uuid(number),
        "kind": "top_up",
        "place": "C01",
        "receipt_number": number,
        "at": NOW,
        "payment_form": "01",
        "amount": 20_000,
        "given": 50_000,
        "reference": "",
        "reverses": "",
        "reversed": False,
        "cashier": "carlos",
        "holder_name": "A••• R•••••",
        "holder_id_type": IdType.CC,
        "holder_id_number": "1990000001",
    }
    return t.DeskMovement(**(values | changes))


def account(*payments: t.DeskMovement) -> t.DeskAccount:
    return t.DeskAccount(
        holder_name="A••• R•••••",
        holder_id_type=IdType.CC,
        holder_id_number="1990000001",
        available=100_000,
        held=0,
        lines=(),
        payments=payments,
    )


def listed(state: OperationState = OperationState.HELD, **changes: Any) -> o.ListedOperation:
    values: dict[str, Any] = {
        "op_id": uuid(7),
        "point_of_sale": "K01",
        "state": state,
        "price": 12_100,
        "created_at": NOW,
        "late": False,
        "incidents": (),
    }
    return o.ListedOperation(**(values | changes))


def story(state: OperationState = OperationState.HELD, *what: str) -> o.OperationStory:
    return o.OperationStory(
        operation=listed(state),
        order_number="000123",
        recovery_code="K7M2QX",
        certificate="CerMat",
        registration_number="00041018",
        events=tuple(o.OperationEvent(at=NOW, what=each) for each in what),
    )


def lock(*, mine: bool = True, live: bool = True) -> m.SettlementLock:
    login = "carlos" if mine else "luisa"
    place = "C01" if mine else "C02"
    return m.SettlementLock(
        login=login, name=login.title(), place=place, at=NOW, mine=mine, live=live
    )


def settlement(**changes: Any) -> m.SettlementState:
    values: dict[str, Any] = {
        "settlement_id": uuid(3),
        "number": "000123",
        "recovery_code": "K7M2QX",
        "state": "open",
        "amount": 20_000,
        "holder_name": "A••• R•••••",
        "holder_id_type": IdType.CC,
        "holder_id_number": "1990000001",
        "made_at": NOW,
        "expires_at": NOW,
        "paid_at": None,
        "lock": None,
        "payment": None,
        "has_slip": True,
    }
    return m.SettlementState(**(values | changes))


def copied(number: int = 1, **changes: Any) -> ReceiptCopied:
    movement = payment(1, **changes)
    return ReceiptCopied(movement=movement, reverses_number="", copy_number=number)


def slip_given() -> m.SlipGiven:
    return m.SlipGiven(
        settlement=settlement(state="at-bank"),
        gln="7700000000002",
        reference="9900000000123",
        amount_digits=8,
        last_day=NOW.date(),
        banks=("Banco",),
        chamber_nit="990.000.000-2",
        chamber_address="Calle 1 # 2-03",
    )


def topped_up(number: int = 9) -> s.ToppedUp:
    return s.ToppedUp(
        top_up_id=uuid(number), place="C01", receipt_number=5, at=NOW, amount=20_000, change=30_000
    )


def reversed_(number: int = 9) -> s.TopUpReversed:
    return s.TopUpReversed(
        reversal_id=uuid(number),
        top_up_id=uuid(1),
        place="C01",
        receipt_number=6,
        at=NOW,
        payment_form="01",
        amount=20_000,
    )


def closed(expected: int, counted: int, **changes: Any) -> s.ShiftClosed:
    form = s.CountedForm(
        payment_form="01", expected=expected, counted=counted, difference=counted - expected
    )
    values: dict[str, Any] = {
        "shift_id": SHIFT.shift_id,
        "number": 1,
        "kind": "counted",
        "at": NOW,
        "base": 50_000,
        "forms": (form,),
        "unsent": 0,
        "explained": "",
    }
    return s.ShiftClosed.model_validate(values | changes)


@dataclass
class Counter:
    """One desk in a test; ``effects`` are those of the last event."""

    desk: Desk = field(default_factory=lambda: begin(Setup("Cámara de Ejemplo", "C01")))
    effects: tuple[DeskEffect, ...] = ()
    now_s: float = 1_000.0

    def send(self, *events: e.DeskEvent) -> "Counter":
        for event in events:
            self.desk, self.effects = advance(self.desk, event, self.now_s)
        return self

    def answer(self, event: Any) -> "Counter":
        """Answer the newest request."""
        return self.send(replace(event, request=self.desk.request))

    def replies(self, reply: Any) -> "Counter":
        return self.answer(e.Answered(0, reply))

    def fails(self, code: str, wait_s: int = 0) -> "Counter":
        return self.answer(e.Failed(0, code, wait_s))

    def enter(self, number: int = 9) -> "Counter":
        """Enter, with the id that the next movement would have."""
        return self.send(e.FreshId(uuid(number)), Continue())

    def fill(self, name: str, text: str) -> "Counter":
        return self.send(e.Type(name, text))

    def secret(self, name: str, text: str) -> "Counter":
        return self.send(*(e.TypeSecret(name, char) for char in text))

    def wait(self, seconds: float) -> "Counter":
        self.now_s += seconds
        return self.send(Tick())

    @property
    def view(self) -> StaffView:
        return view(self.desk)

    @property
    def body(self) -> Any:
        return self.view.body

    def effect(self, kind: type[E]) -> E:
        """The one effect of the last event, which is of that kind."""
        (found,) = self.effects
        assert isinstance(found, kind), found
        return found

    def asked(self, kind: type[E]) -> E:
        """The message of the last question."""
        (found,) = self.effects
        assert isinstance(found, Ask | MoveMoney), found
        assert isinstance(found.message, kind), found.message
        return found.message

    # -- short cuts to a stage

    def at_home(
        self,
        shift: s.ShiftOpened | None = SHIFT,
        operations: tuple[o.ListedOperation, ...] = (),
        **who: Any,
    ) -> "Counter":
        for char in "carlos":
            self.send(KeyPressed(char))
        self.send(Continue(), KeyPressed("k"), Continue())
        self.send(*(KeyPressed(char) for char in "123456")).send(Continue())
        stage: Any = self.desk.stage
        self.send(LetIn(stage.entry.request, member(**who)))
        return self.answer(e.Looked(0, shift, operations, NOW))

    def at_customer(self, *payments: t.DeskMovement, **home: Any) -> "Counter":
        self.at_home(**home).send(e.Go("customer")).fill("id", "1990000001").enter()
        return self.replies(account(*payments))

    def at_sure(self, amount: str = "20000", given: str = "50000") -> "Counter":
        self.at_customer().enter().fill("amount", amount).fill("given", given)
        return self.enter()

    def at_reversal(self, **changes: Any) -> "Counter":
        self.at_customer(payment(1, **changes)).send(e.Go("reverse"))
        return self.fill("reason", "pidió otro valor")

    def at_operation(self, found: o.OperationStory, **who: Any) -> "Counter":
        self.at_home(operations=(found.operation,), **who).send(e.Go("queue"))
        self.send(e.Select("operation", found.operation.op_id))
        return self.replies(found)


def unclear(number: int = 9, login: str = "carlos") -> Unclear:
    return Unclear(uuid(number), "top_up", 20_000, login)

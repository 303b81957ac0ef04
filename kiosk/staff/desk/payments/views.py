"""What the screens of payments that wait for people draw; amounts and dates are ready text."""

from dataclasses import dataclass

from kiosk.staff.desk.lines import FieldLine, KeyLine
from kiosk.visit.views import Choice


@dataclass(frozen=True)
class PaymentRow:
    """One that waits. ``why`` is a code; ``bank`` and ``file`` are empty where nobody knows."""

    payment_id: str
    why: str
    age: str
    reference: str
    bank: str
    file: str
    line: int
    amount: str


@dataclass(frozen=True)
class PaymentsBody:
    """The list; ``total`` is what all of it comes to. ``more`` than are shown wait."""

    rows: tuple[PaymentRow, ...]
    total: str
    more: bool
    asked: bool
    error: str
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class TargetLine:
    """The settlement it is to be applied to; ``pays``: it becomes paid by it."""

    number: str
    state: str
    amount: str
    holder: str
    document: str
    pays: bool


@dataclass(frozen=True)
class PaymentCaseBody:
    """One payment. ``stage``: look | sure | unclear | told.

    ``outcome`` is what was decided about it (applied | returned | outside), ``applied_to`` the
    number of the settlement whose account has the money; ``before``: an answer had been lost.
    """

    stage: str
    row: PaymentRow
    at: str
    centavos: int
    settlement: str
    actions: tuple[Choice, ...]
    action: str
    approved: bool
    fields: tuple[FieldLine, ...]
    target: TargetLine | None
    reason: str
    outcome: str
    applied_to: str
    decided_by: str
    decided_at: str
    note: str
    before: bool
    error: str
    keys: tuple[KeyLine, ...] = ()


PaymentBodies = PaymentsBody | PaymentCaseBody

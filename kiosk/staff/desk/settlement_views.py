"""What the screens of settlements draw; amounts and dates are ready text."""

from dataclasses import dataclass

from kiosk.staff.desk.lines import FieldLine, KeyLine, PaperLine
from kiosk.staff.desk.payments.views import PaymentBodies
from kiosk.visit.views import Choice


@dataclass(frozen=True)
class SettlementsBody:
    """The search."""

    fields: tuple[FieldLine, ...]
    error: str
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class NewSettlementBody:
    """How much somebody wants to pay in."""

    holder: str
    document: str
    fields: tuple[FieldLine, ...]
    error: str
    keys: tuple[KeyLine, ...] = ()


@dataclass(frozen=True)
class SettlementBody:
    """One settlement. ``stage``: look | fill | sure | unclear | told | unlock | cancel.

    ``state``: open | at-bank | at-desk | paid | expired | cancelled. ``locked_by`` has it at
    ``locked_place``; ``mine``: that is who looks, ``live``: they are signed in. ``done`` is what
    became of the last deed, ``before``: it had been paid before the answer was lost.
    """

    stage: str
    number: str
    code: str
    state: str
    holder: str
    document: str
    amount: str
    made_at: str
    expires_at: str
    paid_at: str
    receipt: str
    reversed: bool
    locked_by: str
    locked_place: str
    locked_since: str
    mine: bool
    live: bool
    can_take: bool
    needs_shift: bool
    forms: tuple[Choice, ...]
    form: str
    fields: tuple[FieldLine, ...]
    given: str
    change: str
    reference: str
    done: str
    before: bool
    error: str
    paper: PaperLine | None
    keys: tuple[KeyLine, ...]


SettlementBodies = SettlementsBody | NewSettlementBody | SettlementBody | PaymentBodies

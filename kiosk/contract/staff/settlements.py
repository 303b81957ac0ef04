"""Settlements at a desk: made, found, taken, paid; unlocked or cancelled with a reason."""

import uuid
from typing import Annotated, Literal

from pydantic import StringConstraints

from kiosk.contract.messages import Day, Id, Instant, Number, Pesos, Reply, Text
from kiosk.contract.staff.base import Reasoned, StaffMessage
from kiosk.contract.staff.desk import DeskMovement
from kiosk.contract.staff.shifts import Amount, PaymentForm, Reference
from kiosk.identity import IdType

StateName = Literal["open", "at-bank", "at-desk", "paid", "expired", "cancelled"]
SettlementCode = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{1,20}$")]
"""A number or a recovery code, as it is typed."""


class MakeSettlement(StaffMessage):
    """``POST /v1/staff/settlements/make``: money to be paid into an account, here or elsewhere."""

    settlement_id: Id
    account_id_type: IdType
    account_id_number: Number
    amount: Amount


class FindSettlement(StaffMessage):
    """``POST /v1/staff/settlements/find``: by number or recovery code; a look is in the trail."""

    code: SettlementCode


class SettlementLock(Reply):
    """The desk that has it. ``mine``: who asks; ``live``: its cashier is still signed in."""

    login: str
    name: str
    place: str
    at: Instant
    mine: bool
    live: bool


class SettlementState(Reply):
    """A settlement as a desk may see it; ``payment`` is the receipt, if a desk took the money.

    ``has_slip``: a bank collects for this chamber, so that a slip can be handed out.
    """

    settlement_id: str
    number: str
    recovery_code: str
    state: StateName
    amount: Pesos
    holder_name: str
    holder_id_type: IdType
    holder_id_number: str
    made_at: Instant
    expires_at: Instant
    paid_at: Instant | None
    lock: SettlementLock | None
    payment: DeskMovement | None
    has_slip: bool = False


class TakeSettlement(StaffMessage):
    """``POST /v1/staff/settlements/take``: this desk takes its money, under ``movement_id``."""

    settlement_id: Id
    movement_id: Id


class LetGoSettlement(StaffMessage):
    """``POST /v1/staff/settlements/let-go``: the desk gives it back; answers where it stands."""

    settlement_id: Id
    movement_id: Id


class PaySettlement(StaffMessage):
    """``POST /v1/staff/settlements/pay``: its money is here; answers the receipt.

    ``amount`` is repeated, so that nobody pays another one than they saw.
    """

    settlement_id: Id
    movement_id: Id
    payment_form: PaymentForm
    amount: Amount
    given: Pesos | None = None
    reference: Reference = ""


class HandSlip(StaffMessage):
    """``POST /v1/staff/settlements/slip``: to be paid at a bank; a desk may still take it."""

    settlement_id: Id


class SlipGiven(Reply):
    """What the slip says beside the settlement; ``banks`` are those that collect."""

    settlement: SettlementState
    gln: str
    reference: str
    amount_digits: int
    last_day: Day
    banks: tuple[Text, ...]
    chamber_nit: Text
    chamber_address: Text


class UnlockSettlement(Reasoned):
    """``POST /v1/staff/settlements/unlock``: free what a desk left behind."""

    settlement_id: Id


class CancelSettlement(Reasoned):
    """``POST /v1/staff/settlements/cancel``: nobody is to pay it any more."""

    settlement_id: Id


class ReportPayment(StaffMessage):
    """``POST /v1/staff/settlements/report``: a bank's statement says that it was paid there."""

    payment_id: Id
    reference: SettlementCode
    amount: Amount
    paid_on: Day


WhyNot = Literal["unknown", "amount-differs", "paid-before", "expired", "cancelled", "sent-back"]


OutcomeName = Literal["applied", "returned", "outside"]


class PaymentException(Reply):
    """A payment that was reported and not credited, and what became of it.

    ``bank``, ``file`` and ``line`` say where it stood; empty and 0: somebody reported it by hand.
    ``can_apply``: the money is there and is whole pesos. ``can_return``: it is there at all.
    ``decision_id`` is what it was decided under, ``applied_to`` the settlement's number.
    """

    payment_id: str
    reference: str
    amount: Pesos
    payment_form: str
    why: WhyNot
    at: Instant
    bank: str = ""
    file: str = ""
    line: int = 0
    centavos: int = 0
    settlement_number: str = ""
    can_apply: bool = False
    can_return: bool = False
    outcome: OutcomeName | None = None
    decision_id: str = ""
    decided_at: Instant | None = None
    decided_by: str = ""
    note: str = ""
    applied_to: str = ""


class PaymentReported(Reply):
    """None: it is credited."""

    exception: PaymentException | None


class ListPaymentExceptions(StaffMessage):
    """``POST /v1/staff/settlements/exceptions``: those nobody settled yet."""


class PaymentExceptions(Reply):
    """Oldest first; ``more``: there are others behind them."""

    exceptions: tuple[PaymentException, ...]
    more: bool = False


class FindPaymentException(StaffMessage):
    """``POST /v1/staff/settlements/find-exception``: how it stands now."""

    payment_id: Id


class FindPaymentDecision(StaffMessage):
    """``POST /v1/staff/settlements/find-decision``: what became of a deed nobody answered."""

    decision_id: Id


class DecidePayment(Reasoned):
    """What all deeds have: an id of their own, and the amount that was seen, repeated."""

    payment_id: Id
    decision_id: Id
    amount: Pesos


class ApplyPayment(DecidePayment):
    """``POST /v1/staff/settlements/apply-exception``: credit it to a settlement's account.

    It needs the approval of a second person, for this payment and this settlement.
    """

    settlement_id: Id


class ReturnPayment(DecidePayment):
    """``POST /v1/staff/settlements/return-exception``: the bank gets it back; approved too."""


class SettlePaymentException(DecidePayment):
    """``POST /v1/staff/settlements/settle-exception``: seen to elsewhere; no money moves here."""


def application(payment_id: str, settlement_id: str) -> str:
    """What a second person approves: this payment to that settlement, and no other pair.

    >>> one, two = "0199f0a0-0000-7000-8000-000000000001", "0199f0a0-0000-7000-8000-000000000002"
    >>> application(one, two) == application(two, one)
    False
    """
    return str(uuid.uuid5(uuid.UUID(payment_id), settlement_id))

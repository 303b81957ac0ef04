"""Settlements at a desk: made, found, taken, paid; unlocked or cancelled with a reason."""

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


class PaymentException(Reply):
    """A payment that was reported and not credited."""

    payment_id: str
    reference: str
    amount: Pesos
    payment_form: str
    why: WhyNot
    at: Instant


class PaymentReported(Reply):
    """None: it is credited."""

    exception: PaymentException | None


class ListPaymentExceptions(StaffMessage):
    """``POST /v1/staff/settlements/exceptions``: those nobody settled yet."""


class PaymentExceptions(Reply):
    """Oldest first."""

    exceptions: tuple[PaymentException, ...]


class SettlePaymentException(Reasoned):
    """``POST /v1/staff/settlements/settle-exception``: somebody saw to it; no money moves here."""

    payment_id: Id

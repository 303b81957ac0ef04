"""A cashier's day: opening a shift, money in and back, the blind count, what came of it."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from kiosk.contract.messages import Id, Instant, Number, Pesos, Reply, SignedPesos
from kiosk.contract.staff.base import Reasoned, StaffMessage
from kiosk.identity import IdType

PaymentForm = Literal["01", "02", "03", "04", "06"]
"""What a desk takes: cash, cheque, debit card, credit card, deposit (the codes of the registry)."""
Denomination = Literal[100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50]
Amount = Annotated[int, Field(ge=1, le=10**12, strict=True)]
Reference = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{0,40}$")]


class OpenShift(StaffMessage):
    """``POST /v1/staff/shifts/open``: ``base`` is the money in the drawer before the first sale.

    ``shift_id`` is made at the desk, so that a lost answer opens no second one.
    """

    base: Pesos
    shift_id: Id | None = None


class ShiftReopening(Reply):
    """A closed shift was opened again; ``by`` is a login."""

    at: Instant
    by: str
    reason: str


class ShiftOpened(Reply):
    """The shift that is open now; ``reopened``: after it had been closed, by whom and why."""

    shift_id: str
    opened_at: Instant
    base: Pesos
    reopened: ShiftReopening | None = None


class TopUp(StaffMessage):
    """``POST /v1/staff/shifts/top-up``: money for a prepaid account.

    ``given`` is what was handed over in cash, ``reference`` the number on a voucher or cheque.
    """

    top_up_id: Id
    account_id_type: IdType
    account_id_number: Number
    payment_form: PaymentForm
    amount: Amount
    given: Pesos | None = None
    reference: Reference = ""


class ToppedUp(Reply):
    """What was credited, the number of its receipt at this ``place``, and the change to give."""

    top_up_id: str
    place: str
    receipt_number: int
    at: Instant
    amount: Pesos
    change: Pesos


class ReverseTopUp(Reasoned):
    """``POST /v1/staff/shifts/reverse``: take a top-up back and give its money back.

    Above the chamber's limit a second person has to approve first.
    """

    reversal_id: Id
    top_up_id: Id


class TopUpReversed(Reply):
    """What to give back, in which form, and the number of the reversal's receipt."""

    reversal_id: str
    top_up_id: str
    place: str
    receipt_number: int
    at: Instant
    payment_form: str
    amount: Pesos


class Pieces(BaseModel):
    """So many coins or notes of one denomination."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    denomination: Denomination
    count: Annotated[int, Field(ge=0, le=100_000, strict=True)]


class Vouchers(BaseModel):
    """The sum of the vouchers of one form."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    payment_form: Literal["02", "03", "04", "06"]
    pesos: Pesos


def counted_once(pieces: tuple[Pieces, ...], vouchers: tuple[Vouchers, ...]) -> None:
    """Each denomination and each form at most once.

    Raises:
        ValueError: one of them was counted twice.
    """
    for kinds in (
        [each.denomination for each in pieces],
        [each.payment_form for each in vouchers],
    ):
        if len(set(kinds)) != len(kinds):
            raise ValueError("counted twice")


class CloseShift(StaffMessage):
    """``POST /v1/staff/shifts/close``: what was counted, before anybody says what it should be.

    ``unsent`` is how many messages the desk could not send yet; ``close_id`` is made at the desk,
    so that a lost answer closes nothing twice.
    """

    pieces: Annotated[tuple[Pieces, ...], Field(max_length=11)]
    vouchers: Annotated[tuple[Vouchers, ...], Field(max_length=4)] = ()
    unsent: Annotated[int, Field(ge=0, lt=2**31)] = 0
    close_id: Id | None = None

    @model_validator(mode="after")
    def _counted_once(self) -> Self:
        counted_once(self.pieces, self.vouchers)
        return self


class CountedForm(Reply):
    """One payment form of a close: ``difference`` is what was counted less what was expected."""

    payment_form: str
    expected: SignedPesos
    counted: Pesos
    difference: SignedPesos


class ShiftClosed(Reply):
    """A close; ``number`` counts those of one shift, ``explained`` is why it differs."""

    shift_id: str
    number: int
    kind: Literal["counted", "recomputed", "provisional"]
    at: Instant
    base: Pesos
    forms: tuple[CountedForm, ...]
    unsent: int
    explained: str


class ExplainShift(Reasoned):
    """``POST /v1/staff/shifts/explain``: why the last close differs; once."""

    shift_id: Id


class ListShifts(StaffMessage):
    """``POST /v1/staff/shifts/list``: the newest ones."""


class ListOwnShifts(StaffMessage):
    """``POST /v1/staff/shifts/mine``: one's own newest ones."""


class ShiftState(Reply):
    """A shift; ``closes`` and when it was ``reopened`` oldest first."""

    shift_id: str
    login: str
    place: str
    base: Pesos
    opened_at: Instant
    closed_at: Instant | None
    closes: tuple[ShiftClosed, ...]
    reopened: tuple[ShiftReopening, ...] = ()


class Shifts(Reply):
    """Newest first."""

    shifts: tuple[ShiftState, ...]


class ReopenShift(Reasoned):
    """``POST /v1/staff/shifts/reopen``: it was closed too early."""

    shift_id: Id


class RecomputeShift(Reasoned):
    """``POST /v1/staff/shifts/recompute``: what the ledger says of a closed shift by now."""

    shift_id: Id

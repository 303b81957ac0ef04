"""What a desk wrote down about a shift while central did not answer, handed in afterwards.

Nothing of it is money: a base and a count. Central judges both against its ledger, and what
differs from what the desk believed becomes a close of its own.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kiosk.contract.messages import Id, Instant, Pesos, Reply, SignedPesos
from kiosk.contract.staff.base import StaffMessage
from kiosk.contract.staff.shifts import (
    PaymentForm,
    Pieces,
    ShiftClosed,
    ShiftOpened,
    Vouchers,
    counted_once,
)

Entered = Literal["central", "key", "challenge"]
"""Without central: with the key of a session it had opened, or with an answer to a challenge."""


class _Part(BaseModel):
    """``entered``: how who noted it had come in, by central's word or without it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: Instant
    entered: Entered = "central"


class ProvisionalOpening(_Part):
    """The base that was in the drawer, by the desk's clock."""

    base: Pesos


class BelievedForm(BaseModel):
    """Money in less money back in one form, as far as the desk was answered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    payment_form: PaymentForm
    pesos: SignedPesos


class ProvisionalClosing(_Part):
    """The blind count; ``moved`` is what the desk believes to have moved, ``close_id`` its own."""

    close_id: Id
    pieces: Annotated[tuple[Pieces, ...], Field(max_length=11)]
    vouchers: Annotated[tuple[Vouchers, ...], Field(max_length=4)] = ()
    moved: Annotated[tuple[BelievedForm, ...], Field(max_length=5)] = ()
    unsent: Annotated[int, Field(ge=0, lt=2**31)] = 0

    @model_validator(mode="after")
    def _counted_once(self) -> Self:
        counted_once(self.pieces, self.vouchers)
        if len({each.payment_form for each in self.moved}) != len(self.moved):
            raise ValueError("believed twice")
        return self


class KeepProvisional(StaffMessage):
    """``POST /v1/staff/shifts/provisional``: handed in as often as needed, kept once.

    ``shift_id`` is central's, or was made at the desk together with ``opened``.
    """

    shift_id: Id
    opened: ProvisionalOpening | None = None
    closed: ProvisionalClosing | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.opened is None and self.closed is None:
            raise ValueError("opened or closed")
        return self


class ProvisionalKept(Reply):
    """What came of it: the shift that is open now, the last close of the one it is about.

    ``superseded``: central knew better (the shift was closed there, or another one was open);
    what the desk had is in the trail and nowhere else.
    """

    shift: ShiftOpened | None
    close: ShiftClosed | None
    superseded: bool

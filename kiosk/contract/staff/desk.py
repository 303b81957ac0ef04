"""What a desk asks about before it moves money, and afterwards: shift, account, movement."""

from typing import Literal

from kiosk.contract.messages import Id, Instant, Number, Pesos, Reply, SignedPesos
from kiosk.contract.staff.base import StaffMessage
from kiosk.contract.staff.shifts import PaymentForm, ShiftOpened
from kiosk.identity import IdType


class FindOwnShift(StaffMessage):
    """``POST /v1/staff/shifts/own``: is a shift of mine open?"""


class OwnShift(Reply):
    """The shift that is open; None: none is. Never what should be in its drawer."""

    shift: ShiftOpened | None


class FindMovement(StaffMessage):
    """``POST /v1/staff/movements/find``: what became of a top-up or reversal nobody answered."""

    movement_id: Id


class DeskMovement(Reply):
    """Money taken or given back at a desk, as its receipt says it.

    ``reversed`` tells of a top-up that it was taken back; a reversal ``reverses`` one.
    ``settlement`` is the number of the one it paid. The holder is masked, a company's name is
    public.
    """

    movement_id: str
    kind: Literal["top_up", "reversal"]
    place: str
    receipt_number: int
    at: Instant
    payment_form: PaymentForm
    amount: Pesos
    given: Pesos | None
    reference: str
    reverses: str
    reversed: bool
    settlement: str = ""
    cashier: str
    holder_name: str
    holder_id_type: IdType
    holder_id_number: str


class FindAccount(StaffMessage):
    """``POST /v1/staff/accounts/find``: whose prepaid account; every look is in the trail."""

    id_type: IdType
    id_number: Number


class AccountLine(Reply):
    """A posting of an account: negative, if it was spent."""

    at: Instant
    concept: Literal["top_up", "purchase", "refund", "correction"]
    amount: SignedPesos


class DeskAccount(Reply):
    """A prepaid account as a desk may see it; the newest lines come first.

    ``payments`` are those of any desk, which may be reversed or printed again.
    """

    holder_name: str
    holder_id_type: IdType
    holder_id_number: str
    available: SignedPesos
    held: Pesos
    lines: tuple[AccountLine, ...]
    payments: tuple[DeskMovement, ...]

"""The states of a settlement and every arrow between them; pure.

A settlement rests (open, or with a slip for the bank) until a desk takes it, a payment is reported,
or its time is over. What is paid or cancelled stays so. What expired is paid only by the report of
a payment made in time; other money that arrives later is a matter for people (``reported``).
Source: the registry's settlement states 01 to 09, with a desk's payment as a state of its own,
because two desks must not take the same money.
"""

from enum import StrEnum


class State(StrEnum):
    """Where a settlement stands; the value is stored and goes over the wire."""

    OPEN = "open"
    AT_BANK = "at-bank"  # a slip was handed out: a bank may report it
    AT_DESK = "at-desk"  # one desk is taking its money, and no other may
    PAID = "paid"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """What happens to a settlement."""

    HAND_SLIP = "hand-slip"
    TAKE = "take"
    LET_GO = "let-go"  # by the desk that has it, or by who may unlock it
    LET_GO_TO_BANK = "let-go-to-bank"  # the same, where a slip had been handed out
    PAY = "pay"  # at the desk that has it
    REPORT = "report"  # somebody else says that it was paid there
    EXPIRE = "expire"
    CANCEL = "cancel"


class NoArrow(ValueError):
    """From this state this step leads nowhere."""


_ARROWS: dict[tuple[State, Step], State] = {
    (State.OPEN, Step.HAND_SLIP): State.AT_BANK,
    (State.AT_BANK, Step.HAND_SLIP): State.AT_BANK,
    (State.OPEN, Step.TAKE): State.AT_DESK,
    (State.AT_BANK, Step.TAKE): State.AT_DESK,
    # The same cashier again, after a crash: the desk before has it no more.
    (State.AT_DESK, Step.TAKE): State.AT_DESK,
    (State.AT_DESK, Step.LET_GO): State.OPEN,
    (State.AT_DESK, Step.LET_GO_TO_BANK): State.AT_BANK,
    (State.AT_DESK, Step.PAY): State.PAID,
    (State.OPEN, Step.REPORT): State.PAID,
    (State.AT_BANK, Step.REPORT): State.PAID,
    # Money that is in the bank is there; the desk is told before it takes any.
    (State.AT_DESK, Step.REPORT): State.PAID,
    # Paid in time and reported later; whether it was in time is judged where it is reported.
    (State.EXPIRED, Step.REPORT): State.PAID,
    # A desk that took it in time may finish: nothing expires in somebody's hands.
    (State.OPEN, Step.EXPIRE): State.EXPIRED,
    (State.AT_BANK, Step.EXPIRE): State.EXPIRED,
    (State.OPEN, Step.CANCEL): State.CANCELLED,
    (State.AT_BANK, Step.CANCEL): State.CANCELLED,
}


def after(state: State, step: Step) -> State:
    """The next state.

    Raises:
        NoArrow: there is no such arrow.

    >>> after(State.AT_BANK, Step.TAKE).value
    'at-desk'
    """
    try:
        return _ARROWS[state, step]
    except KeyError:
        raise NoArrow(f"a settlement that is {state.value} cannot {step.value}") from None


def leads(state: State, step: Step) -> bool:
    """True if there is such an arrow.

    >>> leads(State.PAID, Step.PAY)
    False
    """
    return (state, step) in _ARROWS

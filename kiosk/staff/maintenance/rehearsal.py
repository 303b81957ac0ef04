"""A rehearsed purchase as data: how far it came, what the printer proved, what it means."""

from dataclasses import dataclass

from kiosk.ports import PrinterFault
from kiosk.purchase.operation import State

BEGUN = "rehearsal-begun"
"""In the audit chain, before its first byte: a power cut leaves it without an end."""
EXERCISES = ("cover", "paper", "network", "power")
"""What a technician does while it prints, in the order of the guide."""
_MONEY = {
    State.PRINTED: "charged",
    State.PRINT_FAILED_CLEAN: "released",
    State.WAIT_PERSON: "waits_person",
}


@dataclass(frozen=True)
class Rehearsal:
    """The last one, as far as it came.

    Attributes:
        stage: none | asking | printing | over.
        fraction: of the paper that is proved, 0 to 1.
        waiting_for: what holds it up now.
        verdict: printed | not_printed | unknown | refused (before the first byte) | cut_off (the
            program ended in the middle of it); empty while it runs.
        cause: a code, where it is not printed.
        evidence: the driver's own words.
        money: what a sale's would have come to: charged | charged_later | released | waits_person |
            not_begun.
        seen: the exercises that were seen to happen.
    """

    stage: str = "none"
    fraction: float = 0.0
    waiting_for: PrinterFault | None = None
    verdict: str = ""
    cause: str = ""
    evidence: str = ""
    money: str = ""
    seen: frozenset[str] = frozenset()


CUT_OFF = Rehearsal("over", verdict="cut_off", money="waits_person", seen=frozenset({"power"}))
"""A purchase that was printing when the power went is decided by a person."""


def money_of(state: State, *, begins: bool, still: bool) -> str:
    """What the money of a sale in this state would have come to.

    Args:
        state: after the job: PRINTED, PRINT_FAILED_CLEAN or WAIT_PERSON.
        begins: central answered before the first byte, so that it could have held the money.
        still: central answered after the last one.

    >>> money_of(State.PRINTED, begins=True, still=False)
    'charged_later'
    >>> money_of(State.PRINTED, begins=False, still=True)
    'not_begun'
    """
    if not begins:
        return "not_begun"
    money = _MONEY[state]
    return "charged_later" if money == "charged" and not still else money

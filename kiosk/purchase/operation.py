"""The life of one printed copy, as pure data: its states and the arrows between them.

Every arrow is one committed transaction (state, outbox row, audit row). A state says what is
already true on disk
before the next thing may happen; see docs/ARCHITECTURE.md, "The purchase protocol".
"""

from enum import StrEnum


class State(StrEnum):
    """Kiosk states of an operation."""

    INTENT = "INTENT"
    HELD = "HELD"
    PRINT_STARTED = "PRINT_STARTED"
    PRINT_FAILED_CLEAN = "PRINT_FAILED_CLEAN"
    UNCERTAIN = "UNCERTAIN"
    WAIT_PERSON = "WAIT_PERSON"
    PRINTED = "PRINTED"
    VOIDING = "VOIDING"
    CAPTURED = "CAPTURED"
    VOIDED = "VOIDED"
    DECLINED = "DECLINED"


_S = State
ARROWS: dict[State, frozenset[State]] = {
    _S.INTENT: frozenset({_S.HELD, _S.DECLINED, _S.VOIDING}),
    _S.HELD: frozenset({_S.PRINT_STARTED, _S.VOIDING}),
    _S.PRINT_STARTED: frozenset({_S.PRINTED, _S.PRINT_FAILED_CLEAN, _S.UNCERTAIN}),
    _S.PRINT_FAILED_CLEAN: frozenset({_S.PRINT_STARTED, _S.VOIDING}),
    _S.UNCERTAIN: frozenset({_S.PRINTED, _S.PRINT_FAILED_CLEAN, _S.WAIT_PERSON}),
    _S.WAIT_PERSON: frozenset({_S.PRINTED, _S.PRINT_STARTED, _S.VOIDING}),
    _S.PRINTED: frozenset({_S.CAPTURED}),
    # CAPTURED: somebody else printed it meanwhile, for a claim, and that paper is charged.
    _S.VOIDING: frozenset({_S.VOIDED, _S.CAPTURED}),
    _S.CAPTURED: frozenset(),
    _S.VOIDED: frozenset(),
    _S.DECLINED: frozenset(),
}
TERMINAL = frozenset(state for state, targets in ARROWS.items() if not targets)
PAID = (State.PRINTED, State.CAPTURED)
"""The paper came out; it is charged, or will be."""
NOT_PRINTED = (State.INTENT, State.HELD, State.VOIDING, State.VOIDED, State.DECLINED)
"""No byte was printed, or all of it was taken back; what is held will be released."""
MAX_PRINT_ATTEMPTS = 3
"""The first try and at most two more after a clean failure."""


def may_go(source: State, target: State) -> bool:
    """True if the arrow exists.

    >>> may_go(State.PRINTED, State.CAPTURED), may_go(State.VOIDING, State.PRINT_STARTED)
    (True, False)
    """
    return target in ARROWS[source]

"""Every state and every step of a settlement, written down a second time by hand."""

import pytest

from central.payments.states import NoArrow, State, Step, after, leads

# Rows: states. Columns: the steps in their order. The letter is the state it leads to.
LETTERS = {
    "o": State.OPEN,
    "b": State.AT_BANK,
    "d": State.AT_DESK,
    "p": State.PAID,
    "x": State.EXPIRED,
    "c": State.CANCELLED,
}
STEPS = (
    Step.HAND_SLIP,
    Step.TAKE,
    Step.LET_GO,
    Step.LET_GO_TO_BANK,
    Step.PAY,
    Step.REPORT,
    Step.EXPIRE,
    Step.CANCEL,
)
CELLS = {
    State.OPEN: "bd---pxc",
    State.AT_BANK: "bd---pxc",
    State.AT_DESK: "-dobpp--",
    State.PAID: "--------",
    State.EXPIRED: "-----p--",
    State.CANCELLED: "--------",
}
EVERY_CELL = [
    pytest.param(state, step, letter, id=f"{state.value}-{step.value}")
    for state, letters in CELLS.items()
    for step, letter in zip(STEPS, letters, strict=True)
]


def test_nothing_is_missing_here() -> None:
    assert set(STEPS) == set(Step)
    assert CELLS.keys() == set(State)
    assert set(LETTERS.values()) == set(State)


@pytest.mark.parametrize(("state", "step", "letter"), EVERY_CELL)
def test_an_arrow(state: State, step: Step, letter: str) -> None:
    assert leads(state, step) is (letter != "-")
    if letter == "-":
        with pytest.raises(NoArrow, match=state.value):
            after(state, step)
    else:
        assert after(state, step) is LETTERS[letter]

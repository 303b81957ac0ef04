"""The printer's counters as evidence."""

import pytest

from kiosk.ports import Counters
from kiosk.purchase.evidence import verdict
from kiosk.purchase.operation import State

BEFORE = Counters(cuts=10, printed_cm=500, retracts=2)
PRINTED, CLEAN, PERSON = State.PRINTED, State.PRINT_FAILED_CLEAN, State.WAIT_PERSON


@pytest.mark.parametrize(
    ("after", "cleared", "expected"),
    [
        pytest.param(Counters(11, 530, 2), True, PRINTED, id="cut, whole length"),
        pytest.param(Counters(11, 530, 2), False, PRINTED, id="cut, whole, buffer unknown"),
        pytest.param(Counters(11, None, 2), True, PRINTED, id="cut, no length counter"),
        pytest.param(Counters(10, 500, 2), True, CLEAN, id="nothing moved"),
        pytest.param(Counters(10, 500, 2), False, PERSON, id="nothing moved yet"),
        pytest.param(Counters(11, 530, 3), True, CLEAN, id="retracted"),
        pytest.param(Counters(11, 530, 3), False, PERSON, id="retracted, more to come"),
        pytest.param(Counters(11, 510, 2), True, PERSON, id="a strip that was cut short"),
        pytest.param(Counters(11, 528, 2), True, PRINTED, id="whole, rounded at both ends"),
        pytest.param(Counters(11, 527, 2), True, PERSON, id="the last lines are missing"),
        pytest.param(Counters(11, 535, 2), True, PRINTED, id="a little more than the copy"),
        pytest.param(Counters(11, 600, 2), True, PERSON, id="more paper than the copy"),
        pytest.param(Counters(10, 515, 2), True, PERSON, id="moved without a cut"),
        pytest.param(Counters(12, 560, 2), True, PERSON, id="two cuts"),
        pytest.param(Counters(0, 0, 0), True, PERSON, id="counters were reset"),
        pytest.param(Counters(10, None, 2), True, PERSON, id="no cut, length unknown"),
        pytest.param(Counters(None, 500, 2), True, PERSON, id="cuts unknown"),
        pytest.param(None, True, PERSON, id="unreadable"),
    ],
)
def test_counters_decide_only_what_they_prove(
    after: Counters | None, cleared: bool, expected: State
) -> None:
    assert verdict(BEFORE, after, length_mm=300, cleared=cleared) is expected


def test_counters_at_zero_may_have_been_reset_and_prove_nothing() -> None:
    zero = Counters(0, 0, 0)
    assert verdict(zero, zero, length_mm=300, cleared=True) is PERSON
    assert verdict(zero, Counters(1, 30, 0), length_mm=300, cleared=True) is PRINTED


def test_unknown_before_proves_nothing_after() -> None:
    assert verdict(Counters(), Counters(11, 530, 2), length_mm=300, cleared=True) is PERSON

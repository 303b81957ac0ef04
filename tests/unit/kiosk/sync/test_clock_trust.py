"""Clock trust: the time survives a wall clock that jumps; a wrong wall clock is known as wrong."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.sync.clock_trust import TOLERANCE, ClockTrust
from tests.support.kiosk import START, FakeClock

SECONDS = st.integers(-(10**7), 10**7)
HOUR = timedelta(hours=1)


def test_a_clock_nobody_contradicts_is_believed() -> None:
    clock = FakeClock()
    trust = ClockTrust(clock)
    clock.advance(3600)
    assert trust.trusted
    assert not trust.heard
    assert trust.now() == clock.now()


def test_centrals_time_counts_from_the_middle_of_the_exchange() -> None:
    clock = FakeClock()
    trust = ClockTrust(clock)
    asked_s = clock.monotonic()
    clock.advance(4)
    trust.learn(START + HOUR, asked_s)
    assert trust.now() == START + HOUR + timedelta(seconds=2)
    assert trust.heard
    assert not trust.trusted
    assert trust.offset_s == 3598


@given(jumps=st.lists(st.tuples(SECONDS, st.integers(0, 10_000)), max_size=6))
def test_the_time_is_right_whatever_the_wall_clock_does(jumps: list[tuple[int, int]]) -> None:
    clock = FakeClock()
    trust = ClockTrust(clock)
    trust.learn(START, clock.monotonic())
    real = START
    for jump_s, passed_s in jumps:
        clock.wall += timedelta(seconds=jump_s)
        clock.advance(passed_s)
        real += timedelta(seconds=passed_s)
        assert abs(trust.now() - real) < timedelta(milliseconds=1)
        off = real - clock.now()
        assert abs(trust.offset - off) < timedelta(milliseconds=1)
        if abs(abs(off) - TOLERANCE) > timedelta(seconds=1):
            assert trust.trusted == (abs(off) <= TOLERANCE)


@pytest.mark.parametrize("way", [1, -1])
def test_a_jump_is_seen_before_central_ever_answered_and_its_end_too(way: int) -> None:
    clock = FakeClock()
    trust = ClockTrust(clock)
    clock.wall += way * HOUR
    assert not trust.trusted
    clock.wall -= way * HOUR
    assert trust.trusted


def test_a_clock_that_central_confirms_after_a_jump_is_believed_again() -> None:
    clock = FakeClock()
    trust = ClockTrust(clock)
    clock.wall += HOUR  # it was wrong before, and somebody has set it right
    assert not trust.trusted
    trust.learn(START + HOUR, clock.monotonic())
    assert trust.trusted


@pytest.mark.parametrize(("back", "believed"), [(HOUR, False), (-HOUR, True)])
def test_a_clock_behind_the_machines_own_records_is_not_believed(
    back: timedelta, believed: bool
) -> None:
    trust = ClockTrust(FakeClock(), not_before=START + back)
    assert trust.trusted is believed

"""Opening: whose hours count, by whose time, and what a machine without a time does."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.contract.opening_hours import BOGOTA, read_hours
from kiosk.settings import HoursSettings
from kiosk.station.configuration import RemoteConfiguration
from kiosk.station.opening import Opening
from kiosk.sync.clock_trust import TOLERANCE, ClockTrust
from tests.support.kiosk import FakeKiosk

OFFICE = HoursSettings(week="lu-vi 8:00-17:00", exceptions="2026-11-23 cerrado")


class Hours:
    """An opening and everything it asks."""

    def __init__(self, kiosk: FakeKiosk, own: HoursSettings) -> None:
        self.early: datetime | None = None
        self.clock = kiosk.clock
        self.remote = RemoteConfiguration(kiosk.store, kiosk.clock)
        self.time = ClockTrust(kiosk.clock)
        self.opening = Opening(own, self.remote, self.time, lambda: self.early)

    def at(self, text: str) -> "Hours":
        """Time goes by until then."""
        wanted = datetime.fromisoformat(text).replace(tzinfo=BOGOTA)
        self.clock.advance((wanted - self.clock.now()).total_seconds())
        return self

    def is_open(self) -> bool:
        return self.opening() is None


@pytest.fixture
def hours(kiosk: FakeKiosk) -> Hours:
    kiosk.clock.wall = datetime(2026, 11, 20, 5, tzinfo=UTC)  # midnight in Colombia
    return Hours(kiosk, OFFICE)


def test_the_machine_s_own_hours_count_where_central_says_nothing(hours: Hours) -> None:
    assert not hours.at("2026-11-20T07:59:59").is_open()
    assert hours.at("2026-11-20T08:00").is_open()
    closed = hours.at("2026-11-20T17:00").opening()
    assert closed is not None
    assert (closed.today, closed.week[0]) == (date(2026, 11, 20), read_hours(OFFICE.week).week[0])
    assert closed.opens_at == datetime(2026, 11, 24, 8, tzinfo=BOGOTA)


def test_without_any_setting_it_is_open_always(hours: Hours) -> None:
    hours.opening = Opening(HoursSettings(), hours.remote, hours.time)
    assert hours.at("2026-11-22T03:00").is_open()


def test_what_central_says_wins_key_by_key_and_goes_again(hours: Hours) -> None:
    hours.at("2026-11-21T10:00")
    assert not hours.is_open()
    hours.remote.offer(1, {"opening_week": "sa 9:00-12:00"})
    assert hours.is_open()
    assert not hours.at("2026-11-23T10:00").is_open()  # the machine's own exception still counts
    hours.remote.offer(2, {"opening_week": "", "opening_exceptions": ""})
    assert hours.is_open()
    hours.remote.offer(3, {})
    assert not hours.is_open()


def test_closing_early_wins_over_central_and_is_over_with_the_day(hours: Hours) -> None:
    hours.remote.offer(1, {"opening_week": "lu-do 0:00-24:00", "opening_exceptions": ""})
    hours.early = datetime(2026, 11, 20, 15, 30, tzinfo=BOGOTA)
    assert hours.at("2026-11-20T15:29").is_open()
    closed = hours.at("2026-11-20T15:30").opening()
    assert closed is not None
    assert closed.opens_at == datetime(2026, 11, 21, tzinfo=BOGOTA)
    assert hours.at("2026-11-21T00:00").is_open()


def test_a_clock_that_is_known_to_be_wrong_is_not_asked_when_central_tells_the_time(
    hours: Hours,
) -> None:
    hours.at("2026-11-20T12:00")
    hours.time.learn(hours.clock.now() + timedelta(hours=6), hours.clock.monotonic())
    assert not hours.time.trusted
    assert not hours.is_open()


def test_a_machine_that_does_not_know_the_time_is_open(hours: Hours) -> None:
    hours.at("2026-11-20T23:00")
    assert not hours.is_open()
    # Its own records are newer than its clock, and central has not been heard.
    hours.clock.wall -= TOLERANCE + timedelta(seconds=1)
    assert not hours.time.trusted
    assert hours.is_open()

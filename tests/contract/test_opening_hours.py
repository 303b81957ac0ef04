"""Opening hours: what people write is read or refused, and the next opening is really the next."""

import random
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.opening_hours import (
    ALL_DAY,
    ALWAYS,
    BOGOTA,
    HoursInvalid,
    OpeningHours,
    Span,
    closed_from,
    is_open,
    next_opening,
    read_hours,
)

SATURDAY = date(2026, 11, 21)
OFFICE = "lu-vi 8:00-12:00, 14:00-17:30; sa 9:00-13:00"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BOGOTA)


@pytest.mark.parametrize(
    "week",
    [
        OFFICE,
        "Lunes-Viernes 08:00-12:00,14:00-17:30; Sábado 09:00-13:00",
        "mo-fr 8:00-12:00, 14:00-17:30; sa 9:00-13:00; su closed",
        "lu,ma,mi,ju,vi 14:00-17:30, 8:00-12:00 ; SAB 9:00 - 13:00; do CERRADO;",
    ],
)
def test_a_week_may_be_written_in_two_languages(week: str) -> None:
    assert read_hours(week) == read_hours(OFFICE)


def test_nothing_said_is_open_always() -> None:
    assert read_hours("  ") == ALWAYS
    assert is_open(ALWAYS, at("2026-11-22T03:17"))


def test_a_week_may_go_over_sunday() -> None:
    hours = read_hours("sa-lu 9:00-10:00")
    assert [bool(spans) for spans in hours.week] == [True, *[False] * 4, True, True]


@pytest.mark.parametrize(
    ("week", "exceptions", "named"),
    [
        ("lu-vi", "", "lu-vi"),
        ("xx 8:00-9:00", "", "xx"),
        ("l 8:00-9:00", "", "l"),
        ("lu 9:00-8:00", "", "9:00-8:00"),
        ("lu 8:00-8:00", "", "8:00-8:00"),
        ("lu 20:00-24:01", "", "20:00-24:01"),
        ("lu 8:60-9:00", "", "8:60-9:00"),
        ("lu 8-9", "", "lu 8-9"),
        ("lu 8:00-12:00, 11:59-13:00", "", "overlap"),
        ("lu 8:00-9:00; lunes 10:00-11:00", "", "lunes: the day is said twice"),
        ("lu-mi 8:00-9:00; ma cerrado", "", "ma: the day is said twice"),
        ("lu, 8:00-9:00", "", "nothing"),
        ("lu 8:00-9:00;" * 30, "", "characters"),
        ("", "2026-13-01 cerrado", "2026-13-01"),
        ("", "25/12/2026 cerrado", "25/12/2026"),
        ("", "2026-12-25 cerrado; 2026-12-25 8:00-9:00", "2026-12-25: the day is said twice"),
        ("", "2026-12-25", "2026-12-25"),
    ],
)
def test_what_says_no_hours_is_refused_by_its_name(week: str, exceptions: str, named: str) -> None:
    with pytest.raises(HoursInvalid, match=named):
        read_hours(week, exceptions)


@given(st.text(alphabet="lumaij vsdo0123456789:-,;é ", max_size=40))
def test_anything_is_read_or_refused_and_never_a_crash(text: str) -> None:
    for texts in ((text, ""), ("", text)):
        try:
            hours = read_hours(*texts)
        except HoursInvalid:
            continue
        assert len(hours.week) == 7


@pytest.mark.parametrize(
    ("when", "opens"),
    [
        ("2026-11-20T07:59", "2026-11-20T08:00"),
        ("2026-11-20T12:00", "2026-11-20T14:00"),
        ("2026-11-20T17:30", "2026-11-21T09:00"),
        ("2026-11-21T13:00", "2026-11-23T08:00"),
        ("2026-11-20T16:00", "2026-11-20T16:00"),
    ],
)
def test_the_next_opening_of_an_office(when: str, opens: str) -> None:
    assert next_opening(read_hours(OFFICE), at(when)) == at(opens)


def test_a_holiday_is_left_out_and_a_special_day_put_in() -> None:
    hours = read_hours(OFFICE, "2026-11-23, 2026-11-24 cerrado; 2026-11-22 10:00-11:00")
    assert next_opening(hours, at("2026-11-21T14:00")) == at("2026-11-22T10:00")
    assert next_opening(hours, at("2026-11-22T11:00")) == at("2026-11-25T08:00")


def test_a_far_exception_is_found_where_the_week_has_nothing() -> None:
    hours = read_hours("lu cerrado", "2028-02-29 8:00-9:00")
    assert next_opening(hours, at("2026-11-21T14:00")) == at("2028-02-29T08:00")
    assert next_opening(hours, at("2028-02-29T09:00")) is None


def test_many_holidays_in_a_row_do_not_hide_the_day_after_them() -> None:
    hours = read_hours("sa 9:00-13:00", "2026-11-21, 2026-11-28, 2026-12-05, 2026-12-12 cerrado")
    assert next_opening(hours, at("2026-11-20T10:00")) == at("2026-12-19T09:00")


def test_the_time_is_that_of_colombia() -> None:
    hours = read_hours("sa 9:00-13:00")
    assert is_open(hours, datetime.fromisoformat("2026-11-21T14:00:00+00:00"))
    assert not is_open(hours, datetime.fromisoformat("2026-11-21T09:30:00+00:00"))


def test_closing_early_is_for_that_day_alone() -> None:
    hours = closed_from(read_hours(OFFICE), at("2026-11-20T15:00"))
    assert hours.on(date(2026, 11, 20)) == (Span(480, 720), Span(840, 900))
    assert hours.on(date(2026, 11, 27)) == (Span(480, 720), Span(840, 1050))
    assert closed_from(ALWAYS, at("2026-11-20T00:00")).on(date(2026, 11, 20)) == ()


# -- properties -----------------------------------------------------------------------------------


def _some_days() -> list[tuple[Span, ...]]:
    """Days with edges that hurt, and many others; drawn whole, for drawing minutes is slow."""
    chance = random.Random(2026)
    days = [
        (),
        (),
        (),
        ALL_DAY,
        (Span(0, 1),),
        (Span(1_439, 1_440),),
        (Span(0, 720), Span(720, 1_440)),
    ]
    for _ in range(200):
        cuts = sorted(chance.sample(range(24 * 60 + 1), 2 * chance.randint(1, 3)))
        days.append(tuple(Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=True)))
    return days


SPANS = st.sampled_from(_some_days())
NEAR = st.integers(-3, 30).map(lambda after: SATURDAY + timedelta(days=after))
HOURS = st.builds(
    OpeningHours,
    st.tuples(*[SPANS] * 7),
    st.dictionaries(NEAR, SPANS, max_size=8),
)
MOMENTS = st.datetimes(
    datetime(2026, 11, 18, tzinfo=None),  # noqa: DTZ001 - Hypothesis puts the zone on
    datetime(2026, 12, 20, tzinfo=None),  # noqa: DTZ001
    timezones=st.just(BOGOTA),
)


@given(HOURS, MOMENTS)
def test_the_next_opening_is_open_and_nothing_before_it_is(
    hours: OpeningHours, moment: datetime
) -> None:
    opens = next_opening(hours, moment)
    horizon = moment + timedelta(days=45)  # the last exception, and a week more
    assert opens is None or opens >= moment
    assert opens is None or is_open(hours, opens)
    for edge in _edges(hours, moment, opens or horizon):
        assert not is_open(hours, edge)


@given(HOURS, MOMENTS, MOMENTS)
def test_closing_early_only_ever_closes(
    hours: OpeningHours, early: datetime, moment: datetime
) -> None:
    shorter = closed_from(hours, early)
    assert not is_open(shorter, moment) or is_open(hours, moment)
    if moment.date() != early.date() or moment.time() < early.time().replace(second=0):
        minute = early.replace(second=0, microsecond=0)
        assert moment >= minute or is_open(shorter, moment) == is_open(hours, moment)


@given(HOURS)
def test_what_is_written_is_what_is_read(hours: OpeningHours) -> None:
    names = ("lu", "ma", "mi", "ju", "vi", "sa", "do")
    week = "; ".join(
        f"{name} {_times(spans)}" for name, spans in zip(names, hours.week, strict=True)
    )
    differ = "; ".join(f"{day} {_times(spans)}" for day, spans in hours.exceptions.items())
    assert read_hours(week, differ) == hours


def _times(spans: tuple[Span, ...]) -> str:
    return (
        ", ".join(f"{_clock(span.begins_min)}-{_clock(span.ends_min)}" for span in spans) or "off"
    )


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def _edges(hours: OpeningHours, after: datetime, before: datetime) -> list[datetime]:
    """The moments at which it may have begun to be open: naive, by every span of every day."""
    found = []
    day = after.date()
    while day <= before.date():
        for span in hours.on(day):
            edge = datetime(day.year, day.month, day.day, tzinfo=BOGOTA) + timedelta(
                minutes=span.begins_min
            )
            if after <= edge < before:
                found.append(edge)
        day += timedelta(days=1)
    return found

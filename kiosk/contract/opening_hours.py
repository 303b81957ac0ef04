"""Opening hours as one short text that a person writes: a week, and the days that differ.

    week        lu-vi 8:00-12:00, 14:00-17:30; sa 9:00-13:00
    exceptions  2026-12-08 cerrado; 2026-12-24, 2026-12-31 8:00-12:00

Days are known by their first two letters or more, in Spanish or English. A day that the week does
not name is closed; a week without a word is open always. Times are those of the wall in Colombia,
which has no daylight saving. A span ends on its own day, at 24:00 at the latest: who is open over
midnight writes both days. The form is a small part of OpenStreetMap's `opening_hours`.

The same rules stand on both sides: a dispenser reads its file by them, central refuses by them what
no dispenser could read.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

BOGOTA = ZoneInfo("America/Bogota")
WEEK_MAX, EXCEPTIONS_MAX = 300, 2_000
"""Characters; the second is some sixty days that differ."""
DAY_MIN = 24 * 60

_SPANISH = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CLOSED = ("cerrado", "closed", "off")
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_RULE = re.compile(r"(.*?)\s+(\d{1,2}:.*|" + "|".join(_CLOSED) + ")", re.DOTALL)


class HoursInvalid(ValueError):
    """A text that says no hours; the message names the part that cannot be read."""


@dataclass(frozen=True, order=True)
class Span:
    """Open from one minute of a day to another, the last one not included."""

    begins_min: int
    ends_min: int


Spans = tuple[Span, ...]
ALL_DAY: Spans = (Span(0, DAY_MIN),)


@dataclass(frozen=True)
class OpeningHours:
    """Seven days from Monday on, and the days that differ from their weekday."""

    week: tuple[Spans, ...] = (ALL_DAY,) * 7
    exceptions: Mapping[date, Spans] = field(default_factory=dict)

    def on(self, day: date) -> Spans:
        """When it is open on this day, in order."""
        return self.exceptions.get(day, self.week[day.weekday()])


ALWAYS = OpeningHours()


def read_hours(week: str, exceptions: str = "") -> OpeningHours:
    """The hours that two texts say.

    >>> read_hours("sa 9:00-13:00").on(date(2026, 11, 21))
    (Span(begins_min=540, ends_min=780),)
    >>> read_hours("") == ALWAYS
    True

    Raises:
        HoursInvalid: with the part that cannot be read.
    """
    return OpeningHours(_read_week(week), _read_exceptions(exceptions))


def is_open(hours: OpeningHours, at: datetime) -> bool:
    """True while it is open; ``at`` is aware."""
    day, minute = _place(at)
    return any(span.begins_min <= minute < span.ends_min for span in hours.on(day))


def next_opening(hours: OpeningHours, at: datetime) -> datetime | None:
    """The first moment from ``at`` on at which it is open, in Colombian time; None if never.

    >>> hours = read_hours("lu-vi 8:00-17:00", "2026-11-23 cerrado")
    >>> str(next_opening(hours, datetime(2026, 11, 21, 10, tzinfo=BOGOTA)))
    '2026-11-24 08:00:00-05:00'
    """
    if is_open(hours, at):
        return at.astimezone(BOGOTA)
    today, minute = _place(at)
    for day in _days_to_look_at(hours, today):
        begins = [span.begins_min for span in hours.on(day)]
        later = [begin for begin in begins if day > today or begin > minute]
        if later:
            return datetime.combine(day, time(), BOGOTA) + timedelta(minutes=min(later))
    return None


def closed_from(hours: OpeningHours, at: datetime) -> OpeningHours:
    """The same hours, but on the day of ``at`` it closes then, if not sooner."""
    day, minute = _place(at)
    left = tuple(
        Span(span.begins_min, min(span.ends_min, minute))
        for span in hours.on(day)
        if span.begins_min < minute
    )
    return replace(hours, exceptions={**hours.exceptions, day: left})


def _place(at: datetime) -> tuple[date, int]:
    """The day of Colombia and its minute."""
    local = at.astimezone(BOGOTA)
    return local.date(), local.hour * 60 + local.minute


def _days_to_look_at(hours: OpeningHours, today: date) -> Iterator[date]:
    """In order, every day from today on that may be the next one to open.

    Each exception can shut one day of the week at most, so that so many weeks and one more hold
    every weekday once undisturbed; farther on only the exceptions themselves are left.
    """
    near = 7 * (len(hours.exceptions) + 1)
    for after in range(near + 1):
        yield today + timedelta(days=after)
    horizon = today + timedelta(days=near)
    yield from sorted(day for day in hours.exceptions if day > horizon)


def _read_week(text: str) -> tuple[Spans, ...]:
    if not text.strip():
        return (ALL_DAY,) * 7
    said: dict[int, Spans] = {}
    for names, spans in _rules(text, WEEK_MAX):
        for name in names.split(","):
            for weekday in _weekdays(name):
                if weekday in said:
                    raise HoursInvalid(f"{name.strip()}: the day is said twice")
                said[weekday] = spans
    return tuple(said.get(weekday, ()) for weekday in range(7))


def _read_exceptions(text: str) -> dict[date, Spans]:
    said: dict[date, Spans] = {}
    for names, spans in _rules(text, EXCEPTIONS_MAX):
        for name in names.split(","):
            day = _day(name)
            if day in said:
                raise HoursInvalid(f"{name.strip()}: the day is said twice")
            said[day] = spans
    return said


def _rules(text: str, longest: int) -> Iterator[tuple[str, Spans]]:
    """The days of every rule as they are written, and when those are open."""
    if len(text) > longest:
        raise HoursInvalid(f"more than {longest} characters")
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        found = _RULE.fullmatch(part.lower())
        if found is None:
            raise HoursInvalid(f"{part}: days, a blank, and times or closed")
        names, times = found.groups()
        yield names, () if times in _CLOSED else _spans(times)


def _spans(text: str) -> Spans:
    spans = tuple(sorted(_span(piece) for piece in text.split(",")))
    for one, other in pairwise(spans):
        if other.begins_min < one.ends_min:
            raise HoursInvalid(f"{text.strip()}: the times overlap")
    return spans


def _span(text: str) -> Span:
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise HoursInvalid(f"{text.strip()}: times are written 8:00-17:00")
    hour, minute, end_hour, end_minute = map(int, found.groups())
    begins, ends = hour * 60 + minute, end_hour * 60 + end_minute
    if minute > 59 or end_minute > 59 or ends > DAY_MIN or begins >= ends:
        raise HoursInvalid(f"{text.strip()}: must begin before it ends, and end by 24:00")
    return Span(begins, ends)


def _weekdays(text: str) -> Iterator[int]:
    """``lu-vi`` is five of them; ``sa-lu`` goes over the end of the week."""
    first, dash, last = text.partition("-")
    begin = _weekday(first)
    days = (_weekday(last) - begin) % 7 if dash else 0
    for after in range(days + 1):
        yield (begin + after) % 7


def _weekday(text: str) -> int:
    plain = unicodedata.normalize("NFKD", text.strip())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    for names in (_SPANISH, _ENGLISH):
        for weekday, name in enumerate(names):
            if len(letters) >= 2 and name.startswith(letters):
                return weekday
    raise HoursInvalid(f"{text.strip() or '(nothing)'}: no day of the week")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise HoursInvalid(
            f"{text.strip() or '(nothing)'}: dates are written 2026-12-25"
        ) from error

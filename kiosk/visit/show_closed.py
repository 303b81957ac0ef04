"""The body of the closed screen: when it opens, the week, and where else to go."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from babel.dates import format_date, format_time, get_day_names

from kiosk.contract.opening_hours import ALL_DAY, BOGOTA, DAY_MIN, Spans
from kiosk.locales import LOCALES
from kiosk.station.opening import Closed
from kiosk.visit.state import Visit
from kiosk.visit.views import ClosedBody, HoursLine

_DAYS = {"es": "EEEE d 'de' MMMM", "en": "EEEE, MMMM d"}
_AT = {
    # English sentences; Spanish ones. Same places: the day, the time.
    "en": ("today at {1}", "tomorrow, {0}, at {1}", "on {0}, at {1}"),
    "es": ("hoy a {1}", "mañana, {0}, a {1}", "el {0} a {1}"),
}
_TO = {"es": "{} a {}", "en": "{} to {}"}
_JOIN = "\N{NO-BREAK SPACE}"
_ALL_DAY = {"es": "24 horas", "en": "24 hours"}


def closed_body(visit: Visit, closed: Closed) -> ClosedBody:
    """Only what is known: no opening is promised that the hours do not hold."""
    language, setup = visit.language, visit.setup
    return ClosedBody(
        opens=opening_text(closed, language),
        week=tuple(week_lines(closed.week, language)),
        elsewhere=setup.elsewhere.get(language, ""),
        phone=setup.phone,
    )


def opening_text(closed: Closed, language: str) -> str:
    """The next opening as the middle of a sentence; empty if none is known.

    >>> from datetime import date
    >>> opens = datetime(2026, 11, 23, 8, tzinfo=BOGOTA)
    >>> opening_text(Closed(date(2026, 11, 21), opens, ()), "es").replace(_JOIN, " ")
    'el lunes 23 de noviembre a las 8:00 a. m.'
    >>> opening_text(Closed(date(2026, 11, 22), opens, ()), "en").replace(_JOIN, " ")
    'tomorrow, Monday, November 23, at 8:00 AM'
    """
    if closed.opens_at is None:
        return ""
    local = closed.opens_at.astimezone(BOGOTA)
    today, tomorrow, later = _AT[language]
    away = (local.date() - closed.today).days
    form = today if away == 0 else tomorrow if away == 1 else later
    day = format_date(local.date(), _DAYS[language], locale=LOCALES[language])
    if language == "es":
        return form.format(day, _spanish_time(local))
    return form.format(day, _time(local, language))


def week_lines(week: tuple[Spans, ...], language: str) -> Iterator[HoursLine]:
    """Neighbouring days with the same hours in one line; nothing where every day is closed."""
    if not any(week):
        return
    names = get_day_names("wide", locale=LOCALES[language])
    for spans, days in groupby(range(len(week)), key=lambda day: week[day]):
        first, *rest = days
        name = names[first]
        if rest:
            name = _TO[language].format(name, names[rest[-1]])
        times = _ALL_DAY[language] if spans == ALL_DAY else _times(spans, language)
        yield HoursLine(name[:1].upper() + name[1:], times)


def _times(spans: Spans, language: str) -> str:
    return "\n".join(
        f"{_minute(span.begins_min, language)}{_JOIN}–{_JOIN}{_minute(span.ends_min, language)}"
        for span in spans
    )


def _minute(minute: int, language: str) -> str:
    start = datetime(2026, 1, 1, tzinfo=BOGOTA)
    return _time(start + timedelta(minutes=minute % DAY_MIN), language)


def _spanish_time(local: datetime) -> str:
    """With its article, which is singular for one o'clock: *a la 1:00 p. m.*."""
    article = "la" if local.hour % 12 == 1 else "las"
    return f"{article} {_time(local, 'es')}"


def _time(local: datetime, language: str) -> str:
    # The narrow blank of CLDR is not in every font; the wide one keeps a time on one line too.
    text = format_time(local.time(), "h:mm a", locale=LOCALES[language])
    return text.replace("\N{NARROW NO-BREAK SPACE}", _JOIN).replace(" ", _JOIN)

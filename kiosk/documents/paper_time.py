"""Instants as paper shows them: Colombian time, 24 hours, no daylight saving to worry about."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

BOGOTA = ZoneInfo("America/Bogota")


def paper_instant(at: datetime) -> str:
    """Write an aware instant: ``2026/11/21 - 10:35:00``.

    >>> from datetime import UTC
    >>> paper_instant(datetime(2026, 11, 22, 1, 5, 9, tzinfo=UTC))
    '2026/11/21 - 20:05:09'

    Raises:
        ValueError: the instant is naive, so nobody knows when it was.
    """
    if at.tzinfo is None:
        raise ValueError("a naive instant cannot be put on paper")
    return f"{at.astimezone(BOGOTA):%Y/%m/%d - %H:%M:%S}"


@lru_cache(maxsize=4_096)
def long_date(day: date) -> str:
    """Write a date in words.

    >>> long_date(date(2026, 3, 31))
    '31 de marzo de 2026'
    """
    return format_date(day, "d 'de' MMMM 'de' y", locale="es_CO")

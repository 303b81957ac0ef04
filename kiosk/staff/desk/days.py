"""Days as somebody types them, and the spans that one key stands for."""

from datetime import date, datetime, timedelta

from kiosk.visit.wording import BOGOTA

TYPED_MAX = 10


def today(at: datetime | None) -> date:
    """The Colombian day when central was last asked."""
    assert at is not None, "the first screen came before this one"
    return at.astimezone(BOGOTA).date()


def written(day: date) -> str:
    """A day as it is typed here.

    >>> written(date(2026, 11, 1))
    '01/11/2026'
    """
    return f"{day:%d/%m/%Y}"


def read_day(text: str, today: date) -> date | None:
    """The day somebody meant; without a year it is the last one that there was. None: no day.

    >>> today = date(2026, 2, 3)
    >>> read_day("1/2/26", today), read_day("2026-01-31", today), read_day("24.12", today)
    (datetime.date(2026, 2, 1), datetime.date(2026, 1, 31), datetime.date(2025, 12, 24))
    >>> read_day("31/2/2026", today), read_day("", today), read_day("3", today)
    (None, None, None)
    """
    for sign in "-.":
        text = text.replace(sign, "/")
    parts = [part for part in text.split("/") if part]
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts) not in (2, 3):
        return None
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4 and len(numbers) == 3:
        numbers.reverse()
    try:
        if len(numbers) == 3:
            year = numbers[2] if numbers[2] > 99 else 2000 + numbers[2]
            return date(year, numbers[1], numbers[0])
        found = date(today.year, numbers[1], numbers[0])
        return found if found <= today else date(today.year - 1, numbers[1], numbers[0])
    except ValueError:
        return None


def span_of(name: str, today: date) -> tuple[date, date] | None:
    """First and last day of what a key stands for.

    >>> span_of("yesterday", date(2026, 11, 1))
    (datetime.date(2026, 10, 31), datetime.date(2026, 10, 31))
    >>> span_of("month", date(2026, 11, 21))
    (datetime.date(2026, 11, 1), datetime.date(2026, 11, 21))
    """
    match name:
        case "today":
            return today, today
        case "yesterday":
            return today - timedelta(days=1), today - timedelta(days=1)
        case "month":
            return today.replace(day=1), today
        case _:
            return None


def day_signs(text: str) -> str:
    """What may stand in a day.

    >>> day_signs("21/11/2026 x"), day_signs("2026-11-21")
    ('21/11/2026', '2026-11-21')
    """
    return "".join(char for char in text if char in "0123456789/-.")[:TYPED_MAX]

"""Ready text for screens: dates in the person's language and time zone, typed numbers with dots."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

from kiosk.identity import IdType
from kiosk.locales import LOCALES

BOGOTA = ZoneInfo("America/Bogota")
_PATTERNS = {"es": "d 'de' MMM, h:mm a", "en": "MMM d, h:mm a"}


def short_instant(at: datetime, language: str) -> str:
    """A day and a time as a screen shows them.

    >>> from datetime import UTC
    >>> short_instant(datetime(2026, 11, 21, 15, 35, tzinfo=UTC), "en")
    'Nov 21, 10:35 AM'
    """
    locale = LOCALES[language]
    return format_datetime(at, _PATTERNS[language], tzinfo=BOGOTA, locale=locale)


def typed_id(id_type: IdType, typed: str) -> str:
    """What was typed so far, with thousands dots; a whole NIT shows its check digit apart.

    >>> typed_id(IdType.CC, "1990000"), typed_id(IdType.NIT, "9900000012")
    ('1.990.000', '990.000.001-2')
    """
    if id_type is IdType.PA or not typed.isdigit():
        return typed
    base, check = (
        (typed[:-1], typed[-1]) if id_type is IdType.NIT and len(typed) >= 10 else (typed, "")
    )
    head = len(base) % 3
    groups = [base[:head]] if head else []
    groups += [base[i : i + 3] for i in range(head, len(base), 3)]
    return ".".join(groups) + (f"-{check}" if check else "")


def dotted_nit(nit: str) -> str:
    """A NIT with its check digit after a dash, as text; anything else is left as it is.

    >>> dotted_nit("990000001-2"), dotted_nit("")
    ('990.000.001-2', '')
    """
    digits = nit.replace("-", "").replace(".", "")
    return typed_id(IdType.NIT, digits) if digits.isdigit() else nit


def long_day(day: date, language: str) -> str:
    """A day as a screen shows it.

    >>> long_day(date(2026, 11, 21), "es")
    '21 de noviembre de 2026'
    """
    return format_date(day, "long", locale=LOCALES[language])

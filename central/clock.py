"""The one place where central reads the clock; everything else is given ``now``."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

BOGOTA = ZoneInfo("America/Bogota")


def now() -> datetime:
    """The present instant, aware UTC."""
    return datetime.now(UTC)


def local(instant: datetime) -> datetime:
    """The same instant as a clock on a Colombian wall shows it.

    >>> local(datetime(2026, 1, 1, 3, 0, tzinfo=UTC)).isoformat()
    '2025-12-31T22:00:00-05:00'
    """
    return instant.astimezone(BOGOTA)


def local_day(instant: datetime) -> date:
    """The Colombian day of an instant: prices change at local midnight."""
    return local(instant).date()

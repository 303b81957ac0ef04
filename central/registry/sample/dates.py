"""Days and registry entries of one registration: chance, but the same chance every time."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.documents.paper_time import long_date

_FIRST_BOOK = date(1972, 1, 1)
_ENTRIES_A_DAY = 3


@dataclass(frozen=True)
class Act:
    """A registered act: when it was made and when, and under which number, it was entered."""

    made_on: date
    entered_on: date
    number: int
    entry: int

    @property
    def made(self) -> str:
        """The day it was made, in words."""
        return long_date(self.made_on)

    @property
    def entered(self) -> str:
        """The day it was entered, in words."""
        return long_date(self.entered_on)


def chance(number: str) -> random.Random:
    """The source of everything invented about one registration."""
    return random.Random(f"sample-registry {number}")  # noqa: S311 - invention, not secrecy


def acts(rng: random.Random, first: date, count: int, last: date) -> list[Act]:
    """``count`` acts in order of time, the first on the day of ``first``.

    Entry numbers grow with the day of entry, across all acts of all registrations.
    """
    span = max(1, (last - first).days - 30)
    days = [0, *sorted(rng.randrange(1, span) for _ in range(count - 1))]
    made: list[Act] = []
    entered = first
    for offset in days[:count]:
        day = first + timedelta(offset)
        entered = max(entered + timedelta(1), day + timedelta(rng.randrange(3, 25)))
        entry = (entered - _FIRST_BOOK).days * _ENTRIES_A_DAY + rng.randrange(_ENTRIES_A_DAY)
        made.append(Act(day, entered, rng.randrange(2, 3_000), entry))
    return made

"""Whether people are served now, by the chamber's hours.

What central says wins over the machine's own file; closing early today wins over both, because it
can only close. Hours are kept by the time as central tells it, or by the machine's own clock as
long as nothing contradicts it. A machine that does not know the time says that it is open: a door
shut at noon by a flat battery helps nobody, and what needs the right time (a sale) has a gate of
its own that names the clock.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from kiosk.contract.opening_hours import (
    BOGOTA,
    OpeningHours,
    Spans,
    closed_from,
    is_open,
    next_opening,
    read_hours,
)
from kiosk.station.configuration import RemoteConfiguration
from kiosk.sync.clock_trust import ClockTrust


@dataclass(frozen=True)
class Closed:
    """It is closed.

    Attributes:
        today: the day in Colombia on which that is said.
        opens_at: the next opening; None if none is known.
        week: the hours of the seven days from Monday on.
    """

    today: date
    opens_at: datetime | None
    week: tuple[Spans, ...]


class OwnHours(Protocol):
    """What the machine's own settings say (``kiosk.settings.HoursSettings``)."""

    @property
    def week(self) -> str:
        """The week, as text."""
        ...

    @property
    def exceptions(self) -> str:
        """The days that differ, as text."""
        ...


class Opening:
    """Asked once a second by the monitor."""

    def __init__(
        self,
        own: OwnHours,
        remote: RemoteConfiguration,
        time: ClockTrust,
        early: Callable[[], datetime | None] = lambda: None,
    ) -> None:
        """``early``: somebody at the machine closed it from this moment on, for its day."""
        self._own = own
        self._remote = remote
        self._time = time
        self._early = early
        self._read: tuple[tuple[str, str, datetime | None], OpeningHours] | None = None

    def __call__(self) -> Closed | None:
        """None while it is open, or while nobody knows the time."""
        if not (self._time.heard or self._time.trusted):
            return None
        hours, now = self.hours(), self._time.now()
        if is_open(hours, now):
            return None
        return Closed(now.astimezone(BOGOTA).date(), next_opening(hours, now), hours.week)

    def hours(self) -> OpeningHours:
        """The hours that count now; read anew only when one of their texts changed."""
        own, remote, early = self._own, self._remote.remote, self._early()
        week = own.week if remote.opening_week is None else remote.opening_week
        differ = own.exceptions
        if remote.opening_exceptions is not None:
            differ = remote.opening_exceptions
        texts = (week, differ, early)
        if self._read is None or self._read[0] != texts:
            hours = read_hours(week, differ)
            if early is not None:
                hours = closed_from(hours, early)
            self._read = (texts, hours)
        return self._read[1]

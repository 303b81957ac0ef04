"""Day close: what this machine did in a day, counted beside central's own count.

A day is Colombian, and an operation belongs to the day its id was made on, so both sides read the
same day from the same id. A day is counted when it is over, the clock can be believed and nothing
waits in the outbox. What differs is an incident that people see; nothing is ever adjusted. A
difference is counted again for a day, for a decision that one side hears of later.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Protocol

from kiosk.contract import messages as m
from kiosk.contract.problems import Problem
from kiosk.ports import Clock, Offline
from kiosk.store import queries, witnesses
from kiosk.store.journal import Transactions
from kiosk.store.witnesses import Outcome
from kiosk.sync.clock_trust import ClockTrust
from kiosk.sync.refusals import passes

COLOMBIA = timezone(timedelta(hours=-5))
"""Colombia has no daylight saving time."""
NOT_BEFORE = timedelta(minutes=10)
"""After midnight: what began at 23:59 may still be printing."""
EVERY_S = 600.0
AGAIN_S = 60.0
DIFFERENT_EVERY = timedelta(hours=1)
DIFFERENT_FOR = timedelta(days=1)
DAYS_BACK = 31
"""A machine that was switched off for longer is looked at by people anyway."""


class ComparesDays(Protocol):
    """Central, which counts the same day from its own side."""

    def close_day(self, message: m.DayClose) -> m.DayClosed | Problem | Offline:
        """Compare a count."""
        ...


class DayCloser:
    """Closes one day at a time; a worker calls ``close_due`` again after the seconds it returns."""

    def __init__(
        self,
        store: Transactions,
        central: ComparesDays,
        clock: Clock,
        time: ClockTrust,
        since: datetime,
        checkpoint: Callable[[], m.Checkpoint],
        take: Callable[[m.Witnessed], None],
    ) -> None:
        """Wire it.

        Args:
            store: counts and keeps.
            central: compares.
            clock: when a count was made, for the records.
            time: which day it is, and whether that can be believed.
            since: when this machine was enrolled; there is no day before.
            checkpoint: of the audit chain, now.
            take: keeps central's signature for it.
        """
        self._store = store
        self._central = central
        self._clock = clock
        self._time = time
        self._since = since
        self._checkpoint = checkpoint
        self._take = take

    def close_due(self) -> float:
        """Count and compare the first day that is due; seconds until the next look."""
        if not (self._time.heard and self._time.trusted):
            return AGAIN_S
        day = self.due()
        if day is None:
            return EVERY_S
        if queries.queue(self._store).length:
            return AGAIN_S
        return self.close(day)

    def due(self) -> date | None:
        """The oldest day that is over and not agreed upon."""
        now = self._time.now()
        yesterday = (now - NOT_BEFORE).astimezone(COLOMBIA).date() - timedelta(days=1)
        closed = {each.day: each for each in self._store.read(witnesses.read_days)}
        first = max(
            self._since.astimezone(COLOMBIA).date(), yesterday - timedelta(days=DAYS_BACK - 1)
        )
        for number in range((yesterday - first).days + 1):
            day = first + timedelta(days=number)
            known = closed.get(day)
            if known is None or known.outcome == "":
                return day
            over = datetime.combine(day + timedelta(days=1), datetime.min.time(), COLOMBIA)
            again = known.outcome == "different" and now - over < DIFFERENT_FOR
            if again and self._clock.now() - known.closed_at >= DIFFERENT_EVERY:
                return day
        return None

    def close(self, day: date) -> float:
        """Count a day, save the count, compare it; seconds until the next look."""
        message = m.DayClose(
            day=day,
            sums=self._store.read(lambda c: witnesses.sums_of_day(c, day)),
            last_seq=self._store.read(witnesses.last_seq),
            checkpoint=self._checkpoint(),
        )
        self._store.write(lambda c: witnesses.keep_day(c, self._clock.now(), message))
        match self._central.close_day(message):
            case m.DayClosed(day=same, agrees=agrees) as closed if same == day:
                self._take(closed.witness)
                outcome: Outcome = "agreed" if agrees else "different"
                self._keep(day, outcome, "" if agrees else told(closed))
                return AGAIN_S
            case Problem(code=code) if not passes(code):
                self._keep(day, "refused", code)
                return AGAIN_S
            case _:
                return AGAIN_S

    def _keep(self, day: date, outcome: Outcome, detail: str) -> None:
        now = self._clock.now()
        self._store.write(lambda c: witnesses.keep_outcome(c, now, day, outcome, detail))


def told(closed: m.DayClosed) -> str:
    """What the two sides count differently, in one line for people."""
    lines = [
        f"{each.state.value}: {each.device_count} ({each.device_pesos}) here, "
        f"{each.central_count} ({each.central_pesos}) at central"
        for each in closed.differences
    ]
    if closed.missing:
        lines.append(f"central never got {', '.join(map(str, closed.missing))}")
    if not closed.witness.continues:
        lines.append("central does not know this audit chain")
    return "; ".join(lines) or "central counts other numbers"

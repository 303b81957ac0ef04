"""How far this machine's clock can be believed, and what time it really is.

Central's time is tied to a moment of the monotonic clock; from then on the time is that moment plus
what went by. So a wall clock that jumps, is set, or was wrong from the start changes no signature;
it only shows as an offset, and an offset that central would refuse stops what needs the right time.
The wall clock is never set from here, and the doubt goes away by itself when it is right again.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kiosk.contract.signing import CREATED_WINDOW_S
from kiosk.ports import Clock

TOLERANCE = timedelta(seconds=CREATED_WINDOW_S)
"""What central tolerates in a signature is what is tolerated of the clock."""


@dataclass(frozen=True)
class _Anchor:
    """It was ``instant`` when the monotonic clock showed ``at_s``; heard from central or not."""

    instant: datetime
    at_s: float
    heard: bool


class ClockTrust:
    """The time, and whether the wall clock tells it; may be asked from any thread."""

    def __init__(self, clock: Clock, not_before: datetime | None = None) -> None:
        """Begin with the wall clock's own word.

        Args:
            clock: of this machine.
            not_before: the newest instant in the machine's own records. A wall clock that shows
                an earlier one has been set back or has lost its battery.
        """
        self._clock = clock
        now = clock.now()
        floor = now if not_before is None else max(now, not_before)
        self._anchor = _Anchor(floor, clock.monotonic(), heard=False)

    def now(self) -> datetime:
        """The time as well as it is known: central's, as soon as central was heard."""
        anchor = self._anchor
        return anchor.instant + timedelta(seconds=self._clock.monotonic() - anchor.at_s)

    def learn(self, theirs: datetime, asked_s: float) -> None:
        """Central said what time it is, in an answer that was asked for at ``asked_s``."""
        heard_s = self._clock.monotonic()
        middle_s = asked_s + (heard_s - asked_s) / 2
        self._anchor = _Anchor(theirs.astimezone(UTC), middle_s, heard=True)

    @property
    def offset(self) -> timedelta:
        """What must be added to the wall clock to meet the time."""
        return self.now() - self._clock.now()

    @property
    def offset_s(self) -> int:
        """The offset in whole seconds, for the heartbeat."""
        return round(self.offset.total_seconds())

    @property
    def heard(self) -> bool:
        """Central has said what time it is since this start."""
        return self._anchor.heard

    @property
    def trusted(self) -> bool:
        """The wall clock tells the time, as far as anybody knows."""
        return abs(self.offset) <= TOLERANCE

"""The time limits of the purchase protocol, as values the engine is given."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Seconds, all of them on the monotonic clock.

    Attributes:
        lease_s: how long a hold is trusted, counted from before it was asked for.
        authorise_s: foreground budget for authorising the whole order.
        settle_s: how long the person waits for the last word of central.
        drain_s: how long start-up tries to empty the outbox before going on in the background.
        mm_per_s: printing speed assumed until the printer has shown its own.
    """

    lease_s: float = 60.0
    authorise_s: float = 25.0
    settle_s: float = 8.0
    drain_s: float = 15.0
    mm_per_s: float = 60.0


FIRST_PAUSE_S = 1.0
"""Pause between two rounds of the same question; it doubles."""

Wait = Callable[[float], bool | None]
"""Waits so many seconds on the engine's own thread; a simulation moves its clock instead.

True means that the program is ending: give up what was waited for."""

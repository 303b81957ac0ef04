"""A printer that notes how long each job took and how many bytes it had."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.ports import Clock, PrintOutcome, PrintProgress, Roll
from kiosk.station.passing_printer import PassingPrinter


@dataclass(frozen=True)
class JobFigures:
    """One print job: bytes sent, seconds until proof."""

    size_bytes: int
    seconds: float


@dataclass
class MeasuredPrinter(PassingPrinter):
    """Wraps a printer; ``jobs`` is in the order of printing."""

    clock: Clock
    jobs: list[JobFigures] = field(default_factory=list)

    def print(
        self, roll: Roll, fence_id: int, on_progress: Callable[[PrintProgress], None]
    ) -> PrintOutcome:
        """Print and note the figures."""
        started_s = self.clock.monotonic()
        outcome = self.inner.print(roll, fence_id, on_progress)
        self.jobs.append(JobFigures(roll.size_bytes, self.clock.monotonic() - started_s))
        return outcome

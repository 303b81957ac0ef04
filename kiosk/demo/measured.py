"""A printer that notes how long each job took and how many bytes it had.

Everything else is passed on.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.documents.model import Document
from kiosk.ports import (
    ChargeLevel,
    Clock,
    Counters,
    Printer,
    PrinterFault,
    PrinterState,
    PrintOutcome,
    PrintProgress,
    Roll,
)


@dataclass(frozen=True)
class JobFigures:
    """One print job: document kind, bytes sent, seconds until proof."""

    size_bytes: int
    seconds: float


@dataclass
class MeasuredPrinter(Printer):
    """Wraps a printer; ``jobs`` is in the order of printing."""

    inner: Printer
    clock: Clock
    jobs: list[JobFigures] = field(default_factory=list)

    @property
    def charge_level(self) -> ChargeLevel:
        """As the printer inside."""
        return self.inner.charge_level

    @property
    def has_counters(self) -> bool:
        """As the printer inside."""
        return self.inner.has_counters

    def state(self) -> PrinterState:
        """As the printer inside."""
        return self.inner.state()

    def lay_out(self, document: Document) -> Roll:
        """As the printer inside."""
        return self.inner.lay_out(document)

    def preflight(self, length_mm: int) -> PrinterFault | None:
        """As the printer inside."""
        return self.inner.preflight(length_mm)

    def counters(self) -> Counters | None:
        """As the printer inside."""
        return self.inner.counters()

    def print(
        self, roll: Roll, fence_id: int, on_progress: Callable[[PrintProgress], None]
    ) -> PrintOutcome:
        """Print and note the figures."""
        started_s = self.clock.monotonic()
        outcome = self.inner.print(roll, fence_id, on_progress)
        self.jobs.append(JobFigures(roll.size_bytes, self.clock.monotonic() - started_s))
        return outcome

    def clear(self) -> bool:
        """As the printer inside."""
        return self.inner.clear()

    def close(self) -> None:
        """As the printer inside."""
        self.inner.close()

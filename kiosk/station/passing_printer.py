"""A printer around another: what it does not do itself, the one inside does."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.documents.model import Document
from kiosk.ports import (
    ChargeLevel,
    Counters,
    Printer,
    PrinterFault,
    PrinterState,
    PrintOutcome,
    PrintProgress,
    Roll,
)


@dataclass
class PassingPrinter(Printer):
    """Passes everything on to ``inner``; heirs change what they are made for."""

    inner: Printer

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
        """As the printer inside."""
        return self.inner.print(roll, fence_id, on_progress)

    def clear(self) -> bool:
        """As the printer inside."""
        return self.inner.clear()

    def close(self) -> None:
        """As the printer inside."""
        self.inner.close()

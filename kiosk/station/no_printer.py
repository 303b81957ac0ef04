"""The printer of a machine that has none: it prints nothing, and says so before anybody pays."""

from collections.abc import Callable
from typing import NoReturn

from kiosk.documents.model import Document
from kiosk.ports import (
    ChargeLevel,
    Counters,
    NotPrinted,
    Printer,
    PrinterFault,
    PrinterState,
    PrintOutcome,
    PrintProgress,
    Roll,
)

NONE = PrinterFault.NO_PRINTER


class NoPrinter(Printer):
    """Nothing was ever sent to it, so nothing is left in it and nothing came out of it."""

    @property
    def charge_level(self) -> ChargeLevel:
        """No proof of paper."""
        return ChargeLevel.NONE

    @property
    def has_counters(self) -> bool:
        """There is nothing to count."""
        return False

    def state(self) -> PrinterState:
        """It is not there, and nobody needs to look for it."""
        return PrinterState(NONE)

    def lay_out(self, document: Document) -> NoReturn:  # noqa: ARG002
        """Nothing can be laid out for it."""
        raise ValueError("there is no printer")

    def preflight(self, length_mm: int) -> PrinterFault | None:  # noqa: ARG002
        """It cannot print."""
        return NONE

    def counters(self) -> Counters | None:
        """None are readable."""
        return None

    def print(
        self,
        roll: Roll,  # noqa: ARG002
        fence_id: int,  # noqa: ARG002
        on_progress: Callable[[PrintProgress], None],  # noqa: ARG002
    ) -> PrintOutcome:
        """It prints nothing."""
        return NotPrinted(NONE, "there is no printer")

    def clear(self) -> bool:
        """Its buffer is as empty as it can be."""
        return True

    def close(self) -> None:
        """There is nothing to let go of."""

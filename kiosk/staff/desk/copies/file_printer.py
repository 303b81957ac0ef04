"""The printer of copies where there is none: a copy is a PDF, and its proof is the file on disk.

The engine works with it as with every printer, so that a copy begun here and not kept is not
counted either. The sheet itself comes out of an office printer that nobody can ask.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import structlog

from kiosk.documents.certificate import copy_number
from kiosk.documents.model import Document
from kiosk.documents.pdf import render_pdf
from kiosk.ports import (
    ChargeLevel,
    Counters,
    NotPrinted,
    Printed,
    Printer,
    PrinterFault,
    PrinterState,
    PrintOutcome,
    PrintProgress,
    Roll,
)
from kiosk.staff.desk.keeping import keep

log = structlog.get_logger()


@dataclass(frozen=True)
class Sheets:
    """A PDF before it is kept; no roll is used for it, and the journal knows no copy without."""

    name: str
    content: bytes
    length_mm: int = 1
    sheets: int = 1

    @property
    def size_bytes(self) -> int:
        """Of the file."""
        return len(self.content)


class FilePrinter(Printer):
    """Keeps copies in a folder; ``newest`` is the name of the last one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.newest = ""

    @property
    def charge_level(self) -> ChargeLevel:
        """No proof of paper; a copy costs nothing."""
        return ChargeLevel.NONE

    @property
    def has_counters(self) -> bool:
        """There is nothing to count."""
        return False

    def state(self) -> PrinterState:
        """Whether the disk takes the file is known when it is written."""
        return PrinterState(None)

    def lay_out(self, document: Document) -> Sheets:
        """The whole document as PDF."""
        number, code = copy_number(document), document.meta.get("verification_code", "")
        return Sheets(f"certificado-{code}-copia{number}.pdf", render_pdf(document))

    def preflight(self, length_mm: int) -> PrinterFault | None:  # noqa: ARG002
        """Nothing can be in the way."""
        return None

    def counters(self) -> Counters | None:
        """None are readable."""
        return None

    def print(
        self,
        roll: Roll,
        fence_id: int,  # noqa: ARG002
        on_progress: Callable[[PrintProgress], None],  # noqa: ARG002
    ) -> PrintOutcome:
        """Keep it; a file that is not whole does not get its name."""
        assert isinstance(roll, Sheets), "it was laid out here"
        try:
            self.newest = keep(self._folder, roll.name, roll.content)
        except OSError:
            log.exception("desk_copy_not_kept")
            return NotPrinted(PrinterFault.OFFLINE, "the disk did not take the file")
        return Printed(f"kept as {self.newest}")

    def clear(self) -> bool:
        """Nothing is ever left in it."""
        return True

    def close(self) -> None:
        """There is nothing to let go of."""

"""Prints a paper on which no money depends: receipts, vouchers, claim slips.

It takes fence ids of its own, so that its proof is never mistaken for a certificate's, and like
every paper it is called printed only when the printer proved it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.documents.model import Document
from kiosk.ports import (
    NotPrinted,
    Printed,
    Printer,
    PrintOutcome,
    PrintProgress,
    PrintUnknown,
    Roll,
)
from kiosk.store.failure import StoreFailed
from kiosk.store.journal import Journal
from kiosk.store.ledger import take_fences
from kiosk.store.roll import use_paper


@dataclass(frozen=True)
class Attempt:
    """What came of one paper.

    Attributes:
        reason: why it is not called printed; empty with proof.
        outcome: what the printer proved; None where nothing was sent to it.
        length_mm: of the whole paper; 0 where it could not be laid out.
        cleared: after an unknown end: nothing of it is left in the printer.
        size_bytes: of the whole paper, where it was sent.
    """

    reason: str
    outcome: PrintOutcome | None = None
    length_mm: int = 0
    cleared: bool = True
    size_bytes: int = 0


def print_paper(journal: Journal, printer: Printer, document: Document) -> str:
    """Print it; the empty text means proved paper, anything else is the reason's code."""
    return prove_paper(journal, printer, document, _nobody_watches).reason


def prove_paper(
    journal: Journal,
    printer: Printer,
    document: Document,
    watch: Callable[[PrintProgress], None],
) -> Attempt:
    """Print it while somebody watches, and say what the printer proved."""
    try:
        roll = printer.lay_out(document)
    except ValueError:
        return Attempt("certificate-damaged")
    try:
        fault = printer.preflight(roll.length_mm)
        if fault is not None:
            return Attempt(fault.value, length_mm=roll.length_mm)
        fence_id = journal.store.write(lambda c: _start(c, roll))
    except StoreFailed:
        return Attempt("disk", length_mm=roll.length_mm)
    outcome = printer.print(roll, fence_id, watch)
    match outcome:
        case Printed():
            return Attempt("", outcome, roll.length_mm, size_bytes=roll.size_bytes)
        case NotPrinted(cause=cause):
            return Attempt(cause.value, outcome, roll.length_mm)
        case PrintUnknown(cause=cause):
            # What is left of it must not come out before the next person's paper.
            return Attempt(cause.value, outcome, roll.length_mm, printer.clear())


def _start(c: Connection, roll: Roll) -> int:
    """Count the paper and take the fences; returns the first."""
    use_paper(c, roll.length_mm)
    return take_fences(c, roll.sheets)


def _nobody_watches(progress: PrintProgress) -> None:
    """Such a paper is short; its screen shows that it is printing, not how far."""

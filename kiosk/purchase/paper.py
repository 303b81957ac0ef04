"""Prints a paper on which no money depends: receipts, vouchers, claim slips.

It takes fence ids of its own, so that its proof is never mistaken for a certificate's, and like
every paper it is called printed only when the printer proved it.
"""

from sqlalchemy import Connection

from kiosk.documents.model import Document
from kiosk.ports import NotPrinted, Printed, Printer, PrintProgress, PrintUnknown, Roll
from kiosk.store.failure import StoreFailed
from kiosk.store.journal import Journal
from kiosk.store.ledger import take_fences
from kiosk.store.roll import use_paper


def print_paper(journal: Journal, printer: Printer, document: Document) -> str:
    """Print it; the empty text means proved paper, anything else is the reason's code."""
    try:
        roll = printer.lay_out(document)
    except ValueError:
        return "certificate-damaged"
    try:
        fault = printer.preflight(roll.length_mm)
        if fault is not None:
            return fault.value
        fence_id = journal.store.write(lambda c: _start(c, roll))
    except StoreFailed:
        return "disk"
    match printer.print(roll, fence_id, _nobody_watches):
        case Printed():
            return ""
        case NotPrinted(cause=cause):
            return cause.value
        case PrintUnknown(cause=cause):
            printer.clear()  # what is left of it must not come out before the next person's paper
            return cause.value


def _start(c: Connection, roll: Roll) -> int:
    """Count the paper and take the fences; returns the first."""
    use_paper(c, roll.length_mm)
    return take_fences(c, roll.sheets)


def _nobody_watches(progress: PrintProgress) -> None:
    """Such a paper is short; its screen shows that it is printing, not how far."""

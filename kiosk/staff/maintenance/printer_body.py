"""The body of the printer's section."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.staff.maintenance.bodies import SectionBody
from kiosk.staff.maintenance.line_rows import ByteRow, WireRow
from kiosk.staff.maintenance.state import Maintenance


@dataclass(frozen=True)
class PrinterBody(SectionBody):
    """The printer from outside, and its line from inside."""

    status: tuple[ByteRow, ...] = ()
    wire: tuple[WireRow, ...] = ()


def printer_body(state: Maintenance, given: Mapping[str, Any]) -> PrinterBody:
    """The section with what its line said; ``given``: what every section has."""
    found = state.found
    if found is None:
        return PrinterBody(**given)
    return PrinterBody(**given, status=found.status, wire=found.wire)

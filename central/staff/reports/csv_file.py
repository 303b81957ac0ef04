"""A report as CSV for a spreadsheet set to es_CO: semicolons, and UTF-8 with its mark.

RFC 4180 quoting and line ends. The first row is the head, then come the rows, then the totals and
what to know about the report. Numbers are bare digits; instants are Colombian time.

A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV
Injection"): whatever people typed stays text.
"""

import csv
from datetime import datetime
from io import StringIO

from central.clock import local
from kiosk.contract.staff.reports import Cell, Report

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""At the beginning of a file it says that this is UTF-8."""
TOTAL = "TOTAL"
CUT = "Hay más filas: los totales son solo de estas."
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(report: Report) -> bytes:
    """The bytes of the file."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(harmless(column.title) for column in report.columns)
    writer.writerows([_cell(cell) for cell in row] for row in report.rows)
    if any(total is not None for total in report.totals):
        writer.writerow([TOTAL, *(_cell(total) for total in report.totals[1:])])
    writer.writerows([harmless(note)] for note in remarks(report))
    return (MARK + text.getvalue()).encode()


def remarks(report: Report) -> list[str]:
    """What to know about the rows."""
    return [CUT, *report.notes] if report.cut else list(report.notes)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula, also not behind blanks.

    >>> harmless("=1+1"), harmless(" @SUM(A1)"), harmless("Café - añil")
    ("'=1+1", "' @SUM(A1)", 'Café - añil')
    """
    begins = text.lstrip(" \N{NO-BREAK SPACE}" + MARK)
    return f"'{text}" if text.startswith(_FORMULA) or begins.startswith(_FORMULA) else text


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case int():
            return str(cell)
        case datetime():
            return f"{local(cell):%Y-%m-%d %H:%M:%S}"
        case str():
            return harmless(cell)

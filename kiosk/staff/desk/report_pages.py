"""How wide the columns of a report are, and how many rows of it a screen takes."""

from datetime import datetime

from kiosk.contract.staff.reports import Cell, ColumnKind, Report

ROWS_SINGLE, ROWS_DOUBLE = 9, 5
"""Rows of one line and of two on the smallest window, with everything that may stand around."""
_LINE_MAX = 140
"""Letters of a line over the whole width there."""
_SHARE_MIN, _SHARE_MAX = 7, 26
_INSTANT_LENGTH = 16


def weights_of(report: Report) -> tuple[int, ...]:
    """Shares of the width, by the longest cell of the whole report, so that pages look alike."""
    weights = []
    for at, column in enumerate(report.columns):
        longest = max(_length(column.kind, row[at]) for row in (*report.rows, report.totals))
        word = max(map(len, column.title.split()))
        weights.append(max(_SHARE_MIN, word + 2, min(longest + 2, _SHARE_MAX)))
    return tuple(weights)


def rows_a_page(report: Report) -> int:
    """Fewer, if some cell needs a second line."""
    texts = (at for at, column in enumerate(report.columns) if column.kind == "text")
    longest = max((len(str(row[at])) for at in texts for row in report.rows), default=0)
    fits = sum(weights_of(report)) <= _LINE_MAX and longest <= _SHARE_MAX - 2
    return ROWS_SINGLE if fits else ROWS_DOUBLE


def pages_of(report: Report) -> int:
    """How many pages there are; one at least."""
    return max(1, -(-len(report.rows) // rows_a_page(report)))


def _length(kind: ColumnKind, value: Cell) -> int:
    """About how many letters; called for every cell there is, so it writes out none."""
    match value:
        case None:
            return 0
        case int():
            digits = len(str(value))
            return digits + digits // 3 + (kind == "pesos")
        case datetime():
            return _INSTANT_LENGTH
        case str():
            return len(value)

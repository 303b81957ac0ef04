"""What all reports share: days as instants, at most so many rows, and the words of a column."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from central.clock import BOGOTA
from kiosk.contract.staff.reports import Cell, ColumnKind, ReportColumn, ReportParameter


@dataclass(frozen=True)
class Span:
    """Colombian days, both ends included."""

    first_day: date
    last_day: date

    @property
    def start(self) -> datetime:
        """The first instant of the first day."""
        return datetime.combine(self.first_day, time.min, BOGOTA)

    @property
    def end(self) -> datetime:
        """The first instant after the last day."""
        return datetime.combine(self.last_day + timedelta(days=1), time.min, BOGOTA)

    @property
    def parameters(self) -> tuple[ReportParameter, ...]:
        """As a report says it."""
        if self.first_day == self.last_day:
            return (told("Día", self.first_day.isoformat()),)
        return (
            told("Desde", self.first_day.isoformat()),
            told("Hasta", self.last_day.isoformat()),
        )


def told(label: str, value: str) -> ReportParameter:
    """A parameter."""
    return ReportParameter(label=label, value=value)


def column(title: str, kind: ColumnKind = "text", *, summed: bool = False) -> ReportColumn:
    """A column."""
    return ReportColumn(title=title, kind=kind, summed=summed)


def at_most(
    limit: int, rows: Iterable[tuple[Cell, ...]]
) -> tuple[tuple[tuple[Cell, ...], ...], bool]:
    """The first rows, and whether there are more."""
    found = tuple(islice(rows, limit + 1))
    return found[:limit], len(found) > limit

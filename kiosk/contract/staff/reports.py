"""Reports: one shape for all of them, and the questions that ask for one.

A report is a table with words around it. Screens, the roll, PDF, CSV and XLSX are all made from
this shape, so they cannot tell different stories. Its texts are Spanish, as the chamber's paper is.
"""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import (
    Base64Bytes,
    Field,
    StrictInt,
    ValidationInfo,
    computed_field,
    field_validator,
    model_validator,
)

from kiosk.contract.messages import Day, Id, Instant, Number, Reply
from kiosk.contract.staff.base import Login, StaffMessage
from kiosk.identity import IdType

ReportName = Literal[
    "shift-close",
    "cash-detail",
    "daily-summary",
    "movements",
    "reversals",
    "key-changes",
    "kiosk-journal",
]
ColumnKind = Literal["text", "number", "pesos", "instant"]
FileFormat = Literal["csv", "xlsx", "pdf"]
Cell = str | StrictInt | datetime | None
"""By its column's kind; None is an empty cell. On the wire an instant is an ISO text."""
DAYS_MAX = 366


class ReportParameter(Reply):
    """What was asked for, or what holds for the whole report."""

    label: str
    value: str


class ReportColumn(Reply):
    """A column; ``summed`` ones have a total."""

    title: str
    kind: ColumnKind
    summed: bool = False


class Report(Reply):
    """A report as of ``made_at``; ``cut``: there is more than these rows, and totals are theirs.

    Instants are aware; whoever shows them, shows Colombian time.
    """

    name: ReportName
    title: str
    made_at: Instant
    parameters: tuple[ReportParameter, ...]
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool = False
    notes: tuple[str, ...] = ()

    @field_validator("rows")
    @classmethod
    def _of_their_kinds(
        cls, rows: tuple[tuple[Cell, ...], ...], info: ValidationInfo
    ) -> tuple[tuple[Cell, ...], ...]:
        kinds = [column.kind for column in info.data.get("columns", ())]
        return tuple(
            tuple(_of_kind(kind, cell) for kind, cell in zip(kinds, row, strict=True))
            for row in rows
        )

    @computed_field  # type: ignore[prop-decorator]
    @property
    def totals(self) -> tuple[int | None, ...]:
        """The sum of each summed column, over the rows that are here; None for all others."""
        return tuple(
            sum(cell for row in self.rows if isinstance(cell := row[at], int))
            if column.summed
            else None
            for at, column in enumerate(self.columns)
        )


def _of_kind(kind: ColumnKind, cell: Cell) -> Cell:
    if kind == "instant" and isinstance(cell, str):
        cell = datetime.fromisoformat(cell)
    match cell:
        case None:
            return None
        case str() if kind == "text":
            return cell
        case int() if kind in ("number", "pesos"):
            return cell
        case datetime() if kind == "instant" and cell.tzinfo is not None:
            return cell
        case _:
            raise ValueError(f"not of the kind {kind}")


class ReportFile(Reply):
    """A report as a file to be kept."""

    name: str
    media_type: str
    content: Base64Bytes


class ReportGiven(Reply):
    """The answer to every question for a report; ``file`` if one was asked for."""

    report: Report
    file: ReportFile | None = None


class AskReport(StaffMessage):
    """Base of the questions for a report; ``as_file``: also as a file of this format."""

    as_file: FileFormat | None = None


class AskReportOfDays(AskReport):
    """Base of those about a span of Colombian days, both ends included."""

    first_day: Day
    last_day: Day

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not 0 <= (self.last_day - self.first_day).days < DAYS_MAX:
            raise ValueError(f"from 1 to {DAYS_MAX} days, the first one first")
        return self


class ReportShiftClose(AskReport):
    """``POST /v1/staff/reports/shift-close``: a close of a shift; without number the last one.

    A cashier sees only their own shifts, here and in the cash detail.
    """

    shift_id: Id
    number: Annotated[int, Field(ge=1, lt=2**31, strict=True)] | None = None


class ReportCashDetail(AskReportOfDays):
    """``POST /v1/staff/reports/cash-detail``: by cashier, day and payment form."""

    login: Login | None = None


class ReportDailySummary(AskReport):
    """``POST /v1/staff/reports/daily-summary``: everything that moved on a day, by place."""

    day: Day


class ReportMovements(AskReportOfDays):
    """``POST /v1/staff/reports/movements``: of one prepaid account, with its balance."""

    account_id_type: IdType
    account_id_number: Number


class ReportReversals(AskReportOfDays):
    """``POST /v1/staff/reports/reversals``: receipts reversed, refunded and annulled."""


class ReportKeyChanges(AskReportOfDays):
    """``POST /v1/staff/reports/key-changes``: who changed whose key, and when; never a key."""


class ReportKioskJournal(AskReport):
    """``POST /v1/staff/reports/kiosk-journal``: the operations a kiosk began on a day."""

    device_id: Id
    day: Day

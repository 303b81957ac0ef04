"""Draws what a report is asked with, and its table page by page."""

from datetime import datetime

from kiosk.contract.staff.reports import Cell, ColumnKind, Report
from kiosk.documents.paper_time import BOGOTA
from kiosk.identity import IdType
from kiosk.money import format_pesos
from kiosk.staff.desk import record_views as r
from kiosk.staff.desk import views as v
from kiosk.staff.desk.days import read_day, today
from kiosk.staff.desk.records_state import AskReport, ShowReport
from kiosk.staff.desk.report_pages import pages_of, rows_a_page, weights_of
from kiosk.staff.desk.reports import DAYS, fields_of, is_working
from kiosk.staff.desk.show_money import paper_line
from kiosk.staff.desk.state import Desk
from kiosk.visit.views import Choice
from kiosk.visit.wording import long_day

CELL_MAX = 48
"""Letters of a cell on the screen; its files have all of them."""
KIOSKS_NAMED = 12


def asking(desk: Desk, stage: AskReport) -> r.AskReportBody:
    """The form."""
    names = fields_of(desk, stage.name)
    points = [point for point, _device in stage.kiosks]
    more = " …" if len(points) > KIOSKS_NAMED else ""
    return r.AskReportBody(
        report=stage.name,
        id_types=tuple(Choice(each, selected=each == stage.id_type) for each in IdType)
        if "id" in names
        else (),
        fields=tuple(_field(desk, stage, name) for name in names),
        kiosks=", ".join(points[:KIOSKS_NAMED]) + more,
        error=stage.error,
        keys=(
            v.KeyLine("F2", "today"),
            v.KeyLine("F3", "yesterday"),
            *((v.KeyLine("F4", "month"),) if "first_day" in names else ()),
        ),
    )


def _field(desk: Desk, stage: AskReport, name: str) -> v.FieldLine:
    text = stage.form.text(name)
    wrong = stage.error.startswith((name.replace("_", "-"), f"{name}-"))
    if name not in DAYS:
        return v.FieldLine(name, "text", text, wrong=wrong)
    day = read_day(text, today(desk.clock_at))
    note = long_day(day, desk.language) if day else ""
    return v.FieldLine(name, "text", text, note, wrong=wrong or stage.error == "days-wrong")


def showing(desk: Desk, stage: ShowReport) -> r.ShowReportBody:
    """One page of it."""
    report, page = stage.report, stage.page
    size = rows_a_page(report)
    rows = report.rows[(page - 1) * size : page * size]
    kinds = [column.kind for column in report.columns]
    about = [f"{each.label}: {each.value}" for each in report.parameters]
    paper = paper_line(desk, stage.paper)
    if paper is not None and paper.file:
        paper = v.PaperLine("file", "", f"{desk.setup.folder}/{paper.file}")
    free, pages = not is_working(stage), pages_of(stage.report)
    return r.ShowReportBody(
        title=report.title,
        about=" · ".join(about),
        columns=_columns(report),
        rows=tuple(
            r.ReportRowLine(tuple(cell(kind, each) for kind, each in zip(kinds, row, strict=True)))
            for row in rows
        ),
        totals=tuple(
            "" if total is None else cell(kind, total)
            for kind, total in zip(kinds, report.totals, strict=True)
        )
        if any(column.summed for column in report.columns) and report.rows
        else (),
        notes=report.notes,
        count=len(report.rows),
        cut=report.cut,
        page=page,
        pages=pages,
        error=stage.error,
        paper=paper,
        keys=(
            v.KeyLine("F2", "pdf", free),
            v.KeyLine("F3", "previous", page > 1),
            v.KeyLine("F4", "next", page < pages),
            v.KeyLine("F6", "csv", free),
            v.KeyLine("F7", "print", free),
            v.KeyLine("F8", "xlsx", free),
        ),
    )


def _columns(report: Report) -> tuple[r.ReportColumnLine, ...]:
    weights = weights_of(report)
    return tuple(
        r.ReportColumnLine(column.title, column.kind in ("number", "pesos"), weight / sum(weights))
        for column, weight in zip(report.columns, weights, strict=True)
    )


def cell(kind: ColumnKind, value: Cell) -> str:
    """A cell as the screen shows it."""
    match value:
        case None:
            return ""
        case int() if kind == "pesos":
            return format_pesos(value)
        case int():
            return f"{value:,}".replace(",", ".")
        case datetime():
            return f"{value.astimezone(BOGOTA):%Y-%m-%d %H:%M}"
        case str():
            line = " ".join(value.split())
            return line if len(line) <= CELL_MAX else line[: CELL_MAX - 1] + "…"

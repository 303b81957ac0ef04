"""A report as a file to keep: CSV, XLSX or PDF, and what it is called."""

from collections.abc import Callable
from dataclasses import dataclass

from central.staff.reports.csv_file import as_csv
from central.staff.reports.xlsx_file import as_xlsx
from kiosk.contract.staff.reports import FileFormat, Report
from kiosk.documents.paper_time import BOGOTA
from kiosk.documents.pdf import render_pdf
from kiosk.documents.report_table import ReportPaper, report_table

MEDIA_TYPES: dict[FileFormat, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


@dataclass(frozen=True)
class File:
    """A finished file."""

    name: str
    media_type: str
    content: bytes


def as_file(report: Report, file_format: FileFormat, paper: ReportPaper) -> File:
    """Render a report."""
    render: dict[FileFormat, Callable[[], bytes]] = {
        "csv": lambda: as_csv(report),
        "xlsx": lambda: as_xlsx(report, paper.chamber_name),
        "pdf": lambda: render_pdf(report_table(report, paper)),
    }
    content = render[file_format]()
    made = f"{report.made_at.astimezone(BOGOTA):%Y%m%d-%H%M%S}"
    return File(f"{report.name}-{made}.{file_format}", MEDIA_TYPES[file_format], content)

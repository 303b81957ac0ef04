"""Giving a report: read as of one moment, and noted in the trail, for it tells of people."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from central.records.record import audit
from central.services import Services
from central.staff.reports.files import File, as_file
from kiosk.contract.staff.reports import FileFormat, Report
from kiosk.documents.report_table import ReportPaper

SHOWN_MAX = 2_000
"""Rows of a report on a screen, or of a file that goes with it."""
FILE_MAX = 100_000
"""Rows of a file made at the server's own console."""

_DAYS = {"Día", "Desde", "Hasta"}
Make = Callable[[Session, str, datetime, int], Report]
"""Makes a report of a chamber: as of when, and of how many rows at most."""


def give(
    services: Services, asked_by: str, make: Make, *, about: str = "", rows_max: int = SHOWN_MAX
) -> Report:
    """A report; ``asked_by`` and ``about`` are row ids, or what the trail has in their place."""
    now = services.now()
    report = services.database.snapshot(lambda db: make(db, services.chamber, now, rows_max))
    days = " ".join(each.value for each in report.parameters if each.label in _DAYS)
    detail = f"{report.name} {days}".rstrip()
    services.database.run(
        lambda db: audit(db, services.chamber, now, asked_by, "report-given", about, detail)
    )
    return report


def file_of(services: Services, report: Report, file_format: FileFormat, login: str) -> File:
    """A report as a file with the chamber's name on it."""
    chamber = services.settings.chamber
    paper = ReportPaper(chamber.name, login, chamber.logo, services.settings.demo)
    return as_file(report, file_format, paper)

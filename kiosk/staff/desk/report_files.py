"""What a report becomes outside the screen: a strip of the roll, or a file as central made it."""

from dataclasses import dataclass, field

from kiosk.contract.staff.reports import Report
from kiosk.documents.model import Document
from kiosk.documents.report_table import ReportPaper, report_table

ROLL_ROWS_MAX = 200
"""Rows on a roll: more would be metres of paper; the files have all of them."""


@dataclass(frozen=True)
class ReportRoll:
    """A report for the roll; ``made_by`` is a login."""

    report: Report
    chamber_name: str
    made_by: str
    demonstration: bool = False

    def document(self, *, roll: bool = True) -> Document:
        """As it is printed; on a sheet, where there is no roll, it is a table as central's PDF."""
        paper = ReportPaper(
            self.chamber_name,
            self.made_by,
            demonstration=self.demonstration,
            rows_max=ROLL_ROWS_MAX,
            roll=roll,
        )
        return report_table(self.report, paper)

    @property
    def file_name(self) -> str:
        """Of its PDF, where there is no printer."""
        return f"{self.report.name}-{self.report.made_at:%Y%m%d-%H%M%S}.pdf"


@dataclass(frozen=True)
class KeptFile:
    """A file to be kept on this computer."""

    name: str
    content: bytes = field(repr=False)

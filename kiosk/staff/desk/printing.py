"""Puts the desk's papers on its receipt printer, or keeps them as PDF where there is none.

A close and a bank slip are kept as PDF in any case. No money depends on a paper: what failed is
printed again.
"""

from pathlib import Path

import structlog

from kiosk.documents.bank_slip import SlipPaper, bank_slip
from kiosk.documents.desk_papers import ClosePaper, MovementPaper, close_paper, movement_paper
from kiosk.documents.model import Document
from kiosk.documents.paper_time import BOGOTA
from kiosk.documents.pdf import render_pdf
from kiosk.ports import Printer
from kiosk.purchase.paper import print_paper
from kiosk.staff.desk.effects import DeskPaper
from kiosk.staff.desk.keeping import keep
from kiosk.staff.desk.paper import OrderPaper
from kiosk.staff.desk.report_files import KeptFile, ReportRoll
from kiosk.store.journal import Journal

log = structlog.get_logger()
FOLDER = "papeles"


class DeskPapers:
    """The printer of one desk and the folder of its PDFs; ``printer`` None: there is none."""

    def __init__(self, folder: Path, journal: Journal, printer: Printer | None) -> None:
        self._folder = folder / FOLDER
        self._journal = journal
        self._printer = printer

    def __call__(self, data: DeskPaper) -> tuple[str, str]:
        """Why it did not come out (empty: it did), and the name of its file, if one was kept."""
        try:
            if isinstance(data, KeptFile):
                return "", keep(self._folder, data.name, data.content)
            document, file = _document(data, roll=self._printer is not None), ""
            if self._printer is None or isinstance(data, ClosePaper | SlipPaper):
                file = keep(self._folder, _file_name(data), render_pdf(document))
        except OSError:
            log.exception("desk_paper_not_kept")
            return "disk", ""
        if self._printer is None:
            return "", file
        return print_paper(self._journal, self._printer, document), file


def _document(
    data: MovementPaper | OrderPaper | ClosePaper | SlipPaper | ReportRoll, *, roll: bool
) -> Document:
    match data:
        case OrderPaper():
            return data.document
        case MovementPaper():
            return movement_paper(data)
        case ClosePaper():
            return close_paper(data)
        case SlipPaper():
            return bank_slip(data)
        case ReportRoll():
            return data.document(roll=roll)


def _file_name(data: MovementPaper | OrderPaper | ClosePaper | SlipPaper | ReportRoll) -> str:
    if isinstance(data, OrderPaper):
        return f"recibo-{data.number}-copia{data.copy_number}.pdf"
    if isinstance(data, SlipPaper):
        return f"volante-{data.number}.pdf"
    if isinstance(data, ReportRoll):
        return data.file_name
    if isinstance(data, MovementPaper):
        copy = f"-copia{data.copy_number or ''}" if data.is_copy else ""
        return f"recibo-{data.number}{copy}.pdf"
    at = data.closed_at.astimezone(BOGOTA)
    return f"cierre-{data.desk}-{at:%Y%m%d-%H%M%S}-{data.number}.pdf"

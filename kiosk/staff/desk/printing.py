"""Puts the desk's papers on its receipt printer, or keeps them as PDF where there is none.

A close is kept as PDF in any case. No money depends on a paper: what failed is printed again.
"""

import os
from pathlib import Path

import structlog

from kiosk.documents.desk_papers import ClosePaper, MovementPaper, close_paper, movement_paper
from kiosk.documents.model import Document
from kiosk.documents.paper_time import BOGOTA
from kiosk.documents.pdf import render_pdf
from kiosk.ports import Printer
from kiosk.purchase.paper import print_paper
from kiosk.store.journal import Journal

log = structlog.get_logger()
FOLDER = "papeles"


class DeskPapers:
    """The printer of one desk and the folder of its PDFs; ``printer`` None: there is none."""

    def __init__(self, folder: Path, journal: Journal, printer: Printer | None) -> None:
        self._folder = folder / FOLDER
        self._journal = journal
        self._printer = printer

    def __call__(self, data: MovementPaper | ClosePaper) -> tuple[str, str]:
        """Why it did not come out (empty: it did), and the name of its PDF, if one was kept."""
        document = movement_paper(data) if isinstance(data, MovementPaper) else close_paper(data)
        file = ""
        if self._printer is None or isinstance(data, ClosePaper):
            file = _file_name(data)
            try:
                self._keep(file, document)
            except OSError:
                log.exception("desk_paper_not_kept")
                return "disk", ""
        if self._printer is None:
            return "", file
        return print_paper(self._journal, self._printer, document), file

    def _keep(self, name: str, document: Document) -> None:
        """Readable by this computer's own user alone; it names a customer's document."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        fresh = self._folder / f".{name}"
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(render_pdf(document))
        fresh.replace(self._folder / name)


def _file_name(data: MovementPaper | ClosePaper) -> str:
    if isinstance(data, MovementPaper):
        copy = "-copia" if data.is_copy else ""
        return f"recibo-{data.number}{copy}.pdf"
    at = data.closed_at.astimezone(BOGOTA)
    return f"cierre-{data.desk}-{at:%Y%m%d-%H%M%S}-{data.number}.pdf"

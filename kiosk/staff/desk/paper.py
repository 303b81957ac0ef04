"""A paper of the desk on its way, and what it is made of."""

from dataclasses import dataclass
from typing import Literal

from kiosk.documents.bank_slip import SlipPaper
from kiosk.documents.desk_papers import ClosePaper, MovementPaper
from kiosk.documents.model import Document
from kiosk.staff.desk.report_files import KeptFile, ReportRoll


@dataclass(frozen=True)
class OrderPaper:
    """A copy of an order's receipt, as central marked it."""

    number: str
    copy_number: int
    document: Document


DeskPaper = MovementPaper | OrderPaper | ClosePaper | SlipPaper | ReportRoll | KeptFile


@dataclass(frozen=True)
class Paper:
    """A paper on its way: ``number`` is its request, ``file`` its PDF once it is there.

    ``data`` is what a receipt was made of: one that did not come out is printed again as it was.
    """

    number: int
    state: Literal["working", "done", "failed"] = "working"
    error: str = ""
    file: str = ""
    data: MovementPaper | OrderPaper | None = None

    @property
    def is_working(self) -> bool:
        """Nothing else is printed meanwhile."""
        return self.state == "working"

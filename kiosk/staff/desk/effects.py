"""What a desk wants done outside; each has one answer with the same ``request``."""

from dataclasses import dataclass

from pydantic import BaseModel

from kiosk.contract.staff.base import StaffMessage
from kiosk.contract.staff.identity import Approve
from kiosk.documents.desk_papers import ClosePaper, MovementPaper
from kiosk.staff.desk.report_files import KeptFile, ReportRoll
from kiosk.staff.desk.sale.effects import SaleEffect
from kiosk.staff.desk.unclear import Unclear
from kiosk.staff.entry.events import EntryEffect


@dataclass(frozen=True)
class Look:
    """How the desk stands: own shift, open and flagged operations."""

    request: int
    session: str
    with_shift: bool
    with_operations: bool


@dataclass(frozen=True)
class Ask:
    """One question to central that moves no money."""

    request: int
    path: str
    message: StaffMessage | Approve
    reply: type[BaseModel]


@dataclass(frozen=True)
class MoveMoney:
    """A question that moves money: noted on disk first, so that a lost answer is never lost."""

    request: int
    path: str
    message: StaffMessage
    reply: type[BaseModel]
    unclear: Unclear


@dataclass(frozen=True)
class Clarify:
    """Ask what became of a movement; central's word settles it either way."""

    request: int
    session: str
    movement_id: str


@dataclass(frozen=True)
class PutOnPaper:
    """Print a paper, or keep it as PDF where there is no printer; a close is kept as PDF always.

    A file is kept as it is.
    """

    paper: int
    data: "DeskPaper"


DeskPaper = MovementPaper | ClosePaper | ReportRoll | KeptFile
OwnEffect = Look | Ask | MoveMoney | Clarify | PutOnPaper | EntryEffect
"""What the desk's own runner does; a sale is done by the machine under it."""
DeskEffect = OwnEffect | SaleEffect

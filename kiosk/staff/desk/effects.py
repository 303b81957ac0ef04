"""What a desk wants done outside; each has one answer with the same ``request``."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from kiosk.contract.staff.base import StaffMessage
from kiosk.contract.staff.identity import Approve, StaffEnrol
from kiosk.staff.desk.drawer import ShiftNote
from kiosk.staff.desk.paper import DeskPaper as DeskPaper
from kiosk.staff.desk.sale.effects import SaleEffect
from kiosk.staff.desk.unclear import Unclear
from kiosk.staff.entry.events import EntryEffect


@dataclass(frozen=True)
class Look:
    """How the desk stands: own shift, open and flagged operations.

    What ``login`` noted without central is handed in first.
    """

    request: int
    session: str
    with_shift: bool
    with_operations: bool
    login: str = ""


@dataclass(frozen=True)
class Ask:
    """One question to central that moves no money.

    ``login`` is whose shift it opens; then this desk notes what moves in it.
    """

    request: int
    path: str
    message: StaffMessage | Approve | StaffEnrol
    reply: type[BaseModel]
    login: str = ""


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
    kind: str = "movement"


@dataclass(frozen=True)
class KeepNote:
    """Write a shift's note to disk, stamped with the time: it was opened, or closed, just now."""

    request: int
    note: ShiftNote
    stamp: Literal["opened", "closed"]


@dataclass(frozen=True)
class HandIn:
    """Central is back: hand in what ``login`` noted without it; nobody asked for it."""

    request: int
    session: str
    login: str


@dataclass(frozen=True)
class TellEntries:
    """Central is back: tell it who came in here without it, and who tried; answers nothing."""


@dataclass(frozen=True)
class PutOnPaper:
    """Print a paper, or keep it as PDF where there is no printer; a close is kept as PDF always.

    A file is kept as it is.
    """

    paper: int
    data: DeskPaper


OwnWork = Look | HandIn | TellEntries | KeepNote | Ask | MoveMoney | Clarify | PutOnPaper
OwnEffect = OwnWork | EntryEffect
"""What the desk's own runner does; a sale is done by the machine under it."""
DeskEffect = OwnEffect | SaleEffect

"""What can happen at a desk: what the cashier means, what central and the printer answer, time."""

from dataclasses import dataclass, field
from datetime import datetime

from pydantic import BaseModel

from kiosk.contract.staff.operations import ListedOperation
from kiosk.contract.staff.shifts import ShiftOpened
from kiosk.staff.desk.drawer import ShiftNote
from kiosk.staff.desk.hand_in import HandedIn
from kiosk.staff.desk.sale.events import Queued, SaleEnded, SaleProgressed
from kiosk.staff.desk.unclear import Unclear
from kiosk.staff.entry.events import INTENTS as ENTRY_INTENTS
from kiosk.staff.entry.events import EntryAnswer, EntryIntent
from kiosk.visit.events import (
    Back,
    Continue,
    Finish,
    MoreTime,
    Retry,
    SetLanguage,
    StationChanged,
    Tick,
)


@dataclass(frozen=True)
class Type:
    """A field says something else now."""

    name: str
    text: str


@dataclass(frozen=True)
class TypeSecret:
    """One more sign of a secret; the screen never has more of it than this."""

    name: str
    char: str = field(repr=False)


@dataclass(frozen=True)
class EraseSecret:
    """The last sign of a secret goes."""

    name: str


@dataclass(frozen=True)
class Select:
    """One of a few: a document type, a payment form, a row."""

    name: str
    value: str


@dataclass(frozen=True)
class Go:
    """Somewhere else, or something to be done: the keys F2 to F9."""

    to: str


@dataclass(frozen=True)
class FreshId:
    """An id for the next movement of money; ids come from outside, as time does."""

    id: str


@dataclass(frozen=True)
class Looked:
    """The desk as central knows it: one's shift, and the operations that need somebody.

    ``handed_in`` is what had been noted without it.
    """

    request: int
    shift: ShiftOpened | None
    operations: tuple[ListedOperation, ...]
    at: datetime
    handed_in: tuple[HandedIn, ...] = ()


@dataclass(frozen=True)
class HandedOver:
    """What became of notes that were handed in by themselves; ``error``: not now, for this code."""

    request: int
    handed_in: tuple[HandedIn, ...] = ()
    error: str = ""


@dataclass(frozen=True)
class Answered:
    """Central answered a question."""

    request: int
    reply: BaseModel


@dataclass(frozen=True)
class Failed:
    """It refused with this code, or did not answer (``central-offline``)."""

    request: int
    code: str
    wait_s: int = 0


@dataclass(frozen=True)
class PaperEnded:
    """A paper came out (``error`` empty) or not; ``file`` is where its PDF lies."""

    paper: int
    error: str
    file: str


@dataclass(frozen=True)
class UnclearChanged:
    """What was sent and not answered, as the disk knows it."""

    items: tuple[Unclear, ...]


@dataclass(frozen=True)
class NotesChanged:
    """What this desk has noted about shifts, as the disk knows it."""

    items: tuple[ShiftNote, ...]


@dataclass(frozen=True)
class NoteKept:
    """A note is on disk, with its time."""

    request: int
    note: ShiftNote


DeskIntent = (
    Type | TypeSecret | EraseSecret | Select | Go | Continue | Back | Retry | Finish | MoreTime
    | SetLanguage
)  # fmt: skip
DeskAnswer = Looked | Answered | NoteKept | Failed
DeskEvent = (
    DeskIntent | DeskAnswer | PaperEnded | UnclearChanged | NotesChanged | FreshId | Tick
    | StationChanged | HandedOver
    | Queued | SaleProgressed | SaleEnded | EntryIntent | EntryAnswer
)  # fmt: skip

INTENTS: dict[str, type[DeskIntent | EntryIntent]] = {
    **ENTRY_INTENTS,
    "type": Type,
    "type_secret": TypeSecret,
    "erase_secret": EraseSecret,
    "select": Select,
    "go": Go,
    "continue": Continue,
    "back": Back,
    "retry": Retry,
    "finish": Finish,
    "more_time": MoreTime,
    "set_language": SetLanguage,
}

"""What can happen to a maintenance, and what it wants done."""

from dataclasses import dataclass, field

from kiosk.staff.entry.events import INTENTS as ENTRY_INTENTS
from kiosk.staff.entry.events import EntryAnswer, EntryEffect, EntryIntent
from kiosk.staff.entry.state import Member
from kiosk.staff.maintenance.bodies import Found
from kiosk.staff.maintenance.editing import EditSetting
from kiosk.staff.maintenance.pairing_form import TypeCode
from kiosk.staff.maintenance.sifting import SiftLog
from kiosk.staff.maintenance.state import Report, Told
from kiosk.visit.events import Finish, MoreTime, SetLanguage, Tick


@dataclass(frozen=True)
class Knock:
    """The hidden pattern was touched."""


@dataclass(frozen=True)
class GoTo:
    """Another section of the list."""

    section: str


@dataclass(frozen=True)
class Act:
    """A button of the section."""

    code: str


@dataclass(frozen=True)
class ActOn:
    """A button of one line of the section: ``what`` it is done to, ``amount`` in its own unit."""

    code: str
    what: str
    amount: int


@dataclass(frozen=True)
class Why:
    """The reason that the act was waiting for."""

    code: str


@dataclass(frozen=True)
class TurnPage:
    """Another page of the rows."""

    delta: int


@dataclass(frozen=True)
class RollLength:
    """The new roll is longer or shorter, in metres."""

    delta: int


@dataclass(frozen=True)
class TouchTested:
    """The touch test ended with so many fields that did not answer."""

    missed: int


@dataclass(frozen=True)
class Looked:
    """What a look found; ``look`` is its number."""

    look: int
    found: Found


@dataclass(frozen=True)
class Acted:
    """How an act ended; a readiness report comes with it."""

    request: int
    told: Told
    report: Report | None = None


@dataclass(frozen=True)
class RestartPossible:
    """Somebody starts this program again when it ends."""


Intent = (
    EntryIntent | Finish | MoreTime | GoTo | Act | ActOn | Why | TurnPage | RollLength | TouchTested
    | EditSetting | SiftLog | TypeCode | SetLanguage
)  # fmt: skip
Answer = EntryAnswer | Looked | Acted
Event = Intent | Answer | Knock | RestartPossible | Tick

INTENTS: dict[str, type[Intent]] = {
    **ENTRY_INTENTS,
    "finish": Finish,
    "more_time": MoreTime,
    "section": GoTo,
    "act": Act,
    "act_on": ActOn,
    "why": Why,
    "page": TurnPage,
    "roll_length": RollLength,
    "touch_tested": TouchTested,
    "edit": EditSetting,
    "sift": SiftLog,
    "type_code": TypeCode,
    "set_language": SetLanguage,
}


@dataclass(frozen=True)
class Look:
    """Look at a section now."""

    look: int
    section: str
    page: int
    least: str = ""
    language: str = "es"


@dataclass(frozen=True)
class Do:
    """Act: who, why, on ``what`` of several; ``amount`` is in the act's own unit."""

    request: int
    act: str
    who: str
    why: str = ""
    amount: int = 0
    what: str = ""
    typed: str = field(default="", repr=False)
    """What must not be written down: a one-time code."""


@dataclass(frozen=True)
class NoteEntry:
    """Somebody came in, with or without a network."""

    member: Member


@dataclass(frozen=True)
class NoteLeave:
    """Somebody left, or was away too long (``why``: left | idle | limit)."""

    login: str
    why: str


Effect = EntryEffect | Look | Do | NoteEntry | NoteLeave

"""What the screens of shifts, reports and receipts draw; the rules of ``views`` hold here too."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.visit.views import Choice

if TYPE_CHECKING:
    from kiosk.staff.desk.views import FieldLine, FormLine, KeyLine


@dataclass(frozen=True)
class RecordsBody:
    """What there is to look up."""

    parts: tuple[Choice, ...]
    keys: "tuple[KeyLine, ...]" = ()


@dataclass(frozen=True)
class ShiftLine:
    """A shift in the list. ``standing``: open | reopened | closed; ``sign``: even | over | short.

    ``difference`` is that of its last close; empty while it is open for the first time.
    """

    shift: str
    login: str
    place: str
    opened_at: str
    closed_at: str
    standing: str
    difference: str
    sign: str
    selected: bool


@dataclass(frozen=True)
class CloseLine:
    """A close of the chosen shift. ``kind``: counted | recomputed."""

    number: int
    kind: str
    at: str
    lines: "tuple[FormLine, ...]"
    difference: str
    sign: str
    explained: str
    unsent: int


@dataclass(frozen=True)
class ReopeningLine:
    """It was opened again."""

    at: str
    by: str
    reason: str


@dataclass(frozen=True)
class ShiftsBody:
    """Shifts and their closes; ``told``: reopened | recomputed | same; ``own``: only one's own."""

    rows: tuple[ShiftLine, ...]
    page: int
    pages: int
    base: str
    closes: tuple[CloseLine, ...]
    reopened: tuple[ReopeningLine, ...]
    own: bool
    told: str
    error: str
    keys: "tuple[KeyLine, ...]"


@dataclass(frozen=True)
class DecidingBody:
    """The reason for ``action``: reopen | recompute."""

    action: str
    login: str
    place: str
    opened_at: str
    closed_at: str
    fields: "tuple[FieldLine, ...]"
    error: str
    keys: "tuple[KeyLine, ...]" = ()


RecordBody = RecordsBody | ShiftsBody | DecidingBody

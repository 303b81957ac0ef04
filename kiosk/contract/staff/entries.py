"""Who came in at a desk without central, and who tried: told when central is back.

The desk's own audit chain is where it stands; what is told are lines of it, by their numbers.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kiosk.contract.messages import Instant, Message, Reply
from kiosk.contract.staff.base import Login

EntryEvent = Literal[
    "offline-return-tried",
    "offline-return-opened",
    "offline-entry-asked",
    "offline-entry-refused",
    "offline-entry-opened",
]
ENTRIES_MAX = 100


class OfflineEntryLine(BaseModel):
    """Line ``seq`` of the desk's audit chain, by the desk's clock.

    ``detail``: tries left with a key, or the role that was asked for.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    seq: Annotated[int, Field(ge=1, lt=2**53)]
    at: Instant
    event: EntryEvent
    login: Login
    detail: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{0,20}$")] = ""


class TellEntries(Message):
    """``POST /v1/staff/entries``: signed by the desk; no session, since it is about having none.

    May be told again: a line that central has is not noted twice.
    """

    lines: Annotated[tuple[OfflineEntryLine, ...], Field(min_length=1, max_length=ENTRIES_MAX)]


class EntriesTold(Reply):
    """Central has every line up to ``upto``."""

    upto: int

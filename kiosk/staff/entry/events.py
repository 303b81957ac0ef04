"""What can happen at the door, and what it wants done."""

from dataclasses import dataclass, field

from kiosk.contract.offline_entry import OfflineRole
from kiosk.staff.entry.state import Member
from kiosk.staff.offline_entry import Challenge
from kiosk.visit.events import Back, Clear, Continue, Erase, KeyPressed, Shift, Show, Tick


@dataclass(frozen=True)
class GoOffline:
    """There is no network: ask for a challenge."""


@dataclass(frozen=True)
class SetRole:
    """``role``: one of the door's; whoever answers the challenge has to know it."""

    role: str


@dataclass(frozen=True)
class LetIn:
    """The door opens."""

    request: int
    member: Member


@dataclass(frozen=True)
class Refused:
    """It does not; ``code`` says why, ``tries_left`` how often the challenge may be answered."""

    request: int
    code: str
    wait_s: int = 0
    tries_left: int = 0


@dataclass(frozen=True)
class Challenged:
    """The challenge to read out."""

    request: int
    challenge: Challenge


EntryIntent = (
    KeyPressed | Erase | Clear | Shift | Show | Continue | Back | GoOffline | SetRole
)  # fmt: skip
EntryAnswer = LetIn | Refused | Challenged
EntryEvent = EntryIntent | EntryAnswer | Tick

INTENTS: dict[str, type[EntryIntent]] = {
    "key": KeyPressed,
    "erase": Erase,
    "clear": Clear,
    "shift": Shift,
    "show": Show,
    "continue": Continue,
    "back": Back,
    "go_offline": GoOffline,
    "set_role": SetRole,
}


@dataclass(frozen=True)
class SignInAtCentral:
    """Ask central."""

    request: int
    login: str
    key: str = field(repr=False)
    code: str = field(repr=False)
    needs: str


@dataclass(frozen=True)
class AskChallenge:
    """Make a challenge for somebody."""

    request: int
    login: str
    role: OfflineRole


@dataclass(frozen=True)
class TryAnswer:
    """Judge what was typed."""

    request: int
    typed: str = field(repr=False)


@dataclass(frozen=True)
class CloseAtCentral:
    """Tell central that somebody left; best effort.

    ``locked``: by silence, so that the same person may come back without central.
    """

    session: str = field(repr=False)
    locked: bool = False


EntryEffect = SignInAtCentral | AskChallenge | TryAnswer | CloseAtCentral

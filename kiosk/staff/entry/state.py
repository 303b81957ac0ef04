"""Who wants to come in, and how far that is. Keys and codes are forgotten when they are sent."""

from dataclasses import dataclass, field, replace
from typing import Literal

from kiosk.contract.offline_entry import OFFLINE_ROLES, OfflineRole
from kiosk.contract.staff.provisional import Entered
from kiosk.staff.offline_entry import Challenge
from kiosk.visit.state import Typing

Step = Literal["login", "key", "code", "role", "challenge"]


@dataclass(frozen=True)
class Member:
    """Who was let in, until ``until_s`` of the monotonic clock; ``idle_s`` is the longest silence.

    ``session`` is central's token; empty for whoever came in by a challenge. ``entered``: by
    central's word, or without it, with the key of a session that central had opened, or with an
    answer to a challenge.
    """

    login: str
    name: str
    role: str
    actions: tuple[str, ...]
    until_s: float
    idle_s: float
    session: str = field(default="", repr=False)
    entered: Entered = "central"

    def may(self, action: str) -> bool:
        """True if the role has leave for it."""
        return action in self.actions


@dataclass(frozen=True)
class Entry:
    """The door of one place.

    Attributes:
        needs: the action somebody must have leave for to come in (``maintain-kiosk``).
        offline: a challenge may be asked for here.
        roles: whom a challenge may let in here; the first one is chosen to begin with.
        step: what is typed now.
        error: a code; the screen has its sentence.
        tries_left: of the challenge, after a wrong answer.
        wait_until_s: monotonic time until which nothing is looked at.
        checking: the effect of ``request`` is under way.
        member: whoever was let in; the door's work is done then.
    """

    needs: str
    offline: bool = False
    roles: tuple[OfflineRole, ...] = OFFLINE_ROLES
    step: Step = "login"
    login: str = ""
    key: Typing = field(default_factory=Typing, repr=False)
    code: str = field(default="", repr=False)
    role: OfflineRole = "technician"
    challenge: Challenge | None = None
    answer: str = field(default="", repr=False)
    error: str = ""
    tries_left: int = 0
    wait_until_s: float = 0.0
    checking: bool = False
    request: int = 0
    now_s: float = 0.0
    member: Member | None = None

    @property
    def wait_s(self) -> int:
        """Whole seconds until anything is looked at again."""
        return max(0, -int(-(self.wait_until_s - self.now_s) // 1)) if self.wait_until_s else 0

    def at(self, step: Step) -> "Entry":
        """At another step, with nothing secret and no reproach left of this one."""
        return replace(self, step=step, key=Typing(), code="", answer="", error="", tries_left=0)

    def asking(self) -> "Entry":
        """Waiting for the answer to a new request; what was typed has left with it."""
        return replace(
            self,
            key=Typing(caps=self.key.caps),
            code="",
            answer="",
            error="",
            checking=True,
            request=self.request + 1,
        )

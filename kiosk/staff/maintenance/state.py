"""The state of a maintenance: closed, at its door, or somebody inside."""

from dataclasses import dataclass, field, replace
from typing import Literal

from kiosk.staff.entry.state import Entry, Member
from kiosk.staff.maintenance.bodies import Check, Found

NEEDS = "maintain-kiosk"
SECTIONS = (
    "overview", "printer", "logo", "paper", "serial", "scanner", "queue", "journal", "logs",
    "network", "configuration", "pairing", "rehearsal", "readiness", "touch", "leave",
)  # fmt: skip
DOOR_IDLE_S = 60.0
IDLE_S = 300.0
COUNTDOWN_S = 30
LOOK_S = 2.0
"""Between two looks at the section that is up."""

PaperStep = Literal["idle", "open", "close", "length", "test", "done"]


@dataclass(frozen=True)
class Setup:
    """What does not change while the program runs; ``roll_m`` is the usual length of a roll."""

    chamber: str
    language: str = "es"
    brand: dict[str, str] = field(default_factory=dict)
    roll_m: int = 80


@dataclass(frozen=True)
class Told:
    """How an act ended: a code with words, a ready text beside it, and its tone."""

    act: str
    code: str
    value: str = ""
    tone: str = "good"


@dataclass(frozen=True)
class Report:
    """The last readiness report; ``made_at`` is for the screen, ``dated`` for the paper."""

    verdict: str
    made_at: str
    checks: tuple[Check, ...]
    dated: str = ""


@dataclass(frozen=True)
class Maintenance:
    """One machine's maintenance; between people nothing of anybody is left in it."""

    setup: Setup
    stage: Literal["closed", "door", "inside"] = "closed"
    can_restart: bool = False
    entry: Entry = field(default_factory=lambda: Entry(NEEDS, offline=True))
    member: Member | None = None
    section: str = SECTIONS[0]
    found: Found | None = None
    looking: bool = False
    looked_s: float = 0.0
    look: int = 0
    page: int = 1
    asking: str = ""
    asked_on: tuple[str, int] = ("", 0)
    editing: str = ""
    typed: str = ""
    least: str = ""
    language: str = ""
    doing: str = ""
    told: Told | None = None
    paper: PaperStep = "idle"
    roll_m: int = 0
    report: Report | None = None
    request: int = 0
    touched_s: float = 0.0
    now_s: float = 0.0

    @property
    def who(self) -> Member:
        """Whoever is inside."""
        assert self.member is not None, "nobody is inside"
        return self.member

    @property
    def speaks(self) -> str:
        """The language of the screen: the machine's own, or what whoever is here asked for."""
        return self.language or self.setup.language

    def fact(self, code: str) -> str:
        """The word of a fact that the last look found; empty if it did not."""
        facts = self.found.facts if self.found else ()
        return next((fact.word for fact in facts if fact.code == code), "")

    def value(self, code: str) -> str:
        """The text of a fact that the last look found; empty if it did not."""
        facts = self.found.facts if self.found else ()
        return next((fact.value for fact in facts if fact.code == code), "")

    def closed(self) -> "Maintenance":
        """Nobody is there; numbers go on, so that late answers find nobody."""
        return replace(
            Maintenance(self.setup, can_restart=self.can_restart),
            look=self.look + 1,
            request=self.request + 1,
            entry=Entry(NEEDS, offline=True, request=self.entry.request + 1),
            now_s=self.now_s,
        )

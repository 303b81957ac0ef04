"""The bench that one person works at: the live parts, and what the acts of this person found out.

A section is a look and its deeds, small functions over the bench in modules by subject;
``sections`` lists them, and the runner only calls them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.events import Do, Look
from kiosk.staff.maintenance.logo_port import FittedLogo
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.rehearsal import Rehearsal
from kiosk.staff.maintenance.state import Report, Told
from kiosk.staff.maintenance.workshop import LineAnswer


@dataclass
class Bench:
    """What looks and deeds work with.

    Attributes:
        parts: the live machine.
        language: of the texts that looks bring along.
        found: by section, what an act found and the looks after it show.
        report: the last readiness report.
        rehearsal: the last one; None before anybody looked.
        answers: by serial line, what the last search heard there.
        logo: what was chosen for the printer's memory, by its name.
    """

    parts: Parts
    language: str
    found: dict[str, tuple[Fact, ...]] = field(default_factory=dict)
    report: Report | None = None
    rehearsal: Rehearsal | None = None
    answers: dict[str, LineAnswer] = field(default_factory=dict)
    logo: tuple[str, FittedLogo] | None = None

    def tidy(self) -> None:
        """Leave nothing of one person to the next."""
        self.found, self.report, self.rehearsal = {}, None, None
        self.answers, self.logo = {}, None


LookAt = Callable[[Bench, Look], Found]
Deed = Callable[[Bench, Do], Told]


def failed(effect: Do, code: str) -> Told:
    """An act that did not lead to what it was done for."""
    return Told(effect.act, code, tone="bad")

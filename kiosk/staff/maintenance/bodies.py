"""What the screens of maintenance draw; texts, numbers, flags, and codes with words in the UI."""

from dataclasses import dataclass, field

from kiosk.staff.maintenance.line_rows import ByteRow, WireRow
from kiosk.staff.maintenance.site_lines import Setting, SiteVersion
from kiosk.visit.views import Choice


@dataclass(frozen=True)
class Fact:
    """One thing that is known of the machine.

    ``code`` names it; ``word`` is a code with words of its own, ``value`` ready text; ``tone``:
    good | care | bad | info. What a model cannot tell has the word ``cannot_tell``.
    """

    code: str
    tone: str = "info"
    word: str = ""
    value: str = ""


@dataclass(frozen=True)
class Row:
    """One line of a list: what it is (a code), when, which, how much.

    ``word`` says how it stands, ``reason`` why; both are codes. ``ref`` numbers what can be done
    something to (0: nothing).
    """

    code: str
    when: str
    name: str
    amount: str = ""
    word: str = ""
    reason: str = ""
    tone: str = "info"
    ref: int = 0


@dataclass(frozen=True)
class Exercise:
    """Something to try while a rehearsal prints, and whether it was seen to happen."""

    code: str
    done: bool = False


@dataclass(frozen=True)
class Switch:
    """A fault of a printer that can be told to fail.

    ``lasts``: it stays until it is mended; ``amounts``: what it can be had with, in ``unit``.
    """

    code: str
    on: bool = False
    lasts: bool = True
    unit: str = ""
    amounts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Found:
    """What one look at a section found; behind ``pages``: what only one section has."""

    facts: tuple[Fact, ...] = ()
    rows: tuple[Row, ...] = ()
    page: int = 1
    pages: int = 1
    exercises: tuple[Exercise, ...] = ()
    switches: tuple[Switch, ...] = ()
    settings: tuple[Setting, ...] = ()
    versions: tuple[SiteVersion, ...] = ()
    status: tuple[ByteRow, ...] = ()
    wire: tuple[WireRow, ...] = ()
    preview: str = ""


@dataclass(frozen=True)
class SectionBody:
    """A section: facts, rows, what can be done, and how the last deed ended.

    ``stage`` is the section; ``asking`` the act that wants a reason first, ``reasons`` the choice;
    ``doing`` the act under way; ``told`` the outcome of ``told_of`` as a code.
    """

    stage: str
    sections: tuple[Choice, ...]
    loading: bool = True
    facts: tuple[Fact, ...] = ()
    rows: tuple[Row, ...] = ()
    page: int = 1
    pages: int = 1
    acts: tuple[Choice, ...] = ()
    asking: str = ""
    reasons: tuple[str, ...] = ()
    doing: str = ""
    told_of: str = ""
    told: str = ""
    told_value: str = ""
    told_tone: str = "info"


@dataclass(frozen=True)
class PaperBody(SectionBody):
    """The guided change: ``step`` idle | open | close | length | test | done."""

    step: str = "idle"
    roll_m: int = 0
    can_less: bool = True
    can_more: bool = True


@dataclass(frozen=True)
class Check:
    """One self-test of the readiness report; ``tone`` good | care | bad.

    ``word`` is a code of ``readiness_words`` with its two values; ``detail`` text of no language.
    """

    code: str
    tone: str
    detail: str = ""
    word: str = ""
    first: str = ""
    second: str = ""


@dataclass(frozen=True)
class ReadinessBody(SectionBody):
    """The report: ``verdict`` ready | limited | not_ready, empty before it was made."""

    verdict: str = ""
    made_at: str = ""
    checks: tuple[Check, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class RehearsalBody(SectionBody):
    """A purchase without value, what to try meanwhile, and the switches of a demonstration."""

    exercises: tuple[Exercise, ...] = ()
    switches: tuple[Switch, ...] = ()

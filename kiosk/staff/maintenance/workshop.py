"""The port to the printer's workshop: what only a technician asks of a printer, or does to it.

Given by the composition root where the machine has a printer of its own. Nothing that crosses it
is anybody's: the trace tells commands and lengths, never what was printed.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class StatusByte:
    """A byte as the printer sent it; ``codes``: what its bits say, empty where all is well."""

    name: str
    value: int
    codes: tuple[str, ...]


@dataclass(frozen=True)
class TraceLine:
    """What went over the line at once.

    Attributes:
        at: of the last time, aware UTC.
        is_out: to the printer.
        size: bytes, each time.
        said: commands or answers, each with how often.
        data: the bytes; empty where something of a paper was among them.
        times: how often the same went over the line in a row.
    """

    at: datetime
    is_out: bool
    size: int
    said: tuple[tuple[str, int], ...]
    data: bytes
    times: int = 1


@dataclass(frozen=True)
class LineAnswer:
    """What was heard on a serial line.

    ``trust``, the surest first: named | kind | speaks | noise | silent; see the drivers' search.
    """

    device: str
    trust: str
    line: str = ""
    profile: str = ""
    name: str = ""


class Lines(Protocol):
    """The serial lines of the machine."""

    def devices(self) -> tuple[str, ...]:
        """Their names; the printer's first."""
        ...

    def is_the_printers(self, device: str) -> bool:
        """Whether this is the line of the settings' printer."""
        ...

    def ask(self, device: str) -> LineAnswer:
        """Ask on one of them at every speed; blocks for some ten seconds at most."""
        ...


class Workshop(Protocol):
    """One printer. ``status_bytes`` and ``trace`` never wait; the others take the line."""

    def status_bytes(self) -> tuple[StatusByte, ...]:
        """The newest bytes, in the order in which they are asked for."""
        ...

    @property
    def knows(self) -> frozenset[str]:
        """What this model can tell at all: codes of ``StatusByte.codes``."""
        ...

    def trace(self) -> tuple[TraceLine, ...]:
        """What went over the line lately, the newest first."""
        ...

    def cut(self) -> str:
        """Cut what hangs in the printer; why not, as a code, or nothing."""
        ...

    def feed(self, length_mm: int) -> str:
        """Move the paper; why not, as a code, or nothing."""
        ...

    def busy_wire(self) -> bool | None:
        """Whether the printer lets the host send (CTS); None where nobody can read that wire."""
        ...

    def check_flow(self) -> str:
        """With its cover open: ``flow_holds`` or ``flow_never_holds``; else why not, as a code."""
        ...

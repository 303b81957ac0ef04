"""What the core needs from outside.

Time, ids, threads, central and the printer, with their result types.

A result is a value, matched exhaustively; an exception here is a bug. Everything is passed in by
``kiosk.app``,
so that the same core runs beside a fake clock, network, disk and printer.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from kiosk.contract import messages as m
from kiosk.contract.problems import Problem
from kiosk.documents.model import Document


class Clock(Protocol):
    """Wall time (aware UTC) for records, monotonic seconds for every duration and lease."""

    def now(self) -> datetime:
        """The wall clock: aware UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds since some fixed moment of this boot."""
        ...


class Ids(Protocol):
    """UUIDv7 texts and nonces (URL-safe, 16-64 characters)."""

    def new_id(self) -> str:
        """A UUIDv7 that was never given before."""
        ...

    def new_nonce(self) -> str:
        """A text that is never given twice."""
        ...


class Executor(Protocol):
    """Runs work off the GUI thread; in a simulation a submitted job is an event in the queue."""

    def submit(self, work: Callable[[], None], /) -> "Future[None]":
        """Start the work and return at once."""
        ...


# -- central --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Offline:
    """No answer, or none that could be understood. Whether central acted is unknown."""

    reason: str


class Central(Protocol):
    """Central over the network.

    Each call is one request, never repeated here (retry lives in the outbox).
    """

    def open_session(self, message: m.OpenSession) -> m.SessionOpened | Problem | Offline:
        """Sign a person in."""
        ...

    def close_session(self, message: m.CloseSession) -> None:
        """Sign the person out; best effort, no answer awaited for long."""
        ...

    def account(self, message: m.FetchAccount) -> m.Account | Problem | Offline:
        """The signed-in person's account."""
        ...

    def search(self, message: m.SearchRegistrations) -> m.RegistrationPage | Problem | Offline:
        """A page of registrations."""
        ...

    def catalogue(self, message: m.FetchCatalogue) -> m.Catalogue | Problem | Offline:
        """What can be certified about a registration."""
        ...

    def open_order(self, message: m.OpenOrder) -> m.OrderOpened | Problem | Offline:
        """Check the prepaid key and open the order."""
        ...

    def money(self, path: str, device_seq: int, body: bytes) -> m.Operation | Problem | Offline:
        """Send a stored money message exactly as it was committed, byte for byte."""
        ...

    def operation(self, op_id: str) -> m.Operation | Problem | Offline:
        """The state of an operation; renews a live hold."""
        ...

    def open_operations(self) -> m.OpenOperationsReply | Problem | Offline:
        """What central still holds for this device."""
        ...

    def look_up_code(self, message: m.LookUpCode) -> m.FoundOrder | Problem | Offline:
        """How an order stands, by its recovery code alone."""
        ...

    def receipt(self, message: m.FetchReceipt) -> m.Receipt | Problem | Offline:
        """The cash receipt of a finished order."""
        ...

    def heartbeat(self, message: m.Heartbeat) -> m.HeartbeatReply | Problem | Offline:
        """Report health, learn decisions."""
        ...


# -- printer --------------------------------------------------------------------------------------


class PrinterFault(StrEnum):
    """Why the printer cannot print now.

    Worst first is the order of this list. The value is the screen's code.
    """

    DISCONNECTED = "disconnected"
    UNKNOWN = "unknown"
    CUTTER_JAM = "cutter_jam"
    PAPER_JAM = "paper_jam"
    COVER_OPEN = "cover_open"
    PAPER_OUT = "paper_out"
    PAPER_SHORT = "paper_short"  # there is paper, but less than the job needs
    PRESENTER = "presenter"
    HEAD_HOT = "head_hot"
    OFFLINE = "offline"
    NO_PRINTER = "no_printer"  # this machine was set up without one


@dataclass(frozen=True)
class PrinterState:
    """A summary of the newest status; ``fault`` is None when it can print."""

    fault: PrinterFault | None
    near_end: bool = False
    ticket_present: bool | None = None  # None: no sensor

    @property
    def ready(self) -> bool:
        """True when a job may start."""
        return self.fault is None


@dataclass(frozen=True)
class Counters:
    """Lifetime counters as the printer reports them; None where it has no such counter."""

    cuts: int | None = None
    printed_cm: int | None = None
    retracts: int | None = None


class ChargeLevel(StrEnum):
    """The strongest evidence a profile offers (weakest first).

    A sale is captured only at the profile's own level.
    """

    NONE = "none"
    QUEUED_REPLY = "queued_reply"
    MOTOR_IDLE = "motor_idle"
    PROCESS_ID = "process_id"
    TICKET = "ticket"


class Roll(Protocol):
    """A document laid out for one printer.

    Opaque to the core but for its length and number of sheets.
    """

    @property
    def length_mm(self) -> int:
        """Paper it takes, cut included."""
        ...

    @property
    def sheets(self) -> int:
        """Fenced segments it is made of."""
        ...

    @property
    def size_bytes(self) -> int:
        """Bytes it takes on the line."""
        ...


@dataclass(frozen=True)
class PrintProgress:
    """What the running job knows.

    ``fraction`` of the paper proved printed (0..1), and what holds it up, if anything.
    """

    fraction: float
    waiting_for: PrinterFault | None = None


@dataclass(frozen=True)
class Printed:
    """The profile's charge level was reached.

    ``evidence`` names it in a few words (``process id 0042, cut ok``).
    """

    evidence: str


@dataclass(frozen=True)
class NotPrinted:
    """Proof that nothing of the job left the printer, or that the strip was retracted."""

    cause: PrinterFault
    evidence: str


@dataclass(frozen=True)
class PrintUnknown:
    """Neither proved: counters or a person decide."""

    cause: PrinterFault
    evidence: str


PrintOutcome = Printed | NotPrinted | PrintUnknown


class Printer(Protocol):
    """One receipt printer.

    Calls block and belong to one executor thread at a time; ``state`` may be called from any.
    """

    @property
    def charge_level(self) -> ChargeLevel:
        """The profile's strongest evidence."""
        ...

    @property
    def has_counters(self) -> bool:
        """True if the profile documents counters.

        Then they must be readable before a print may start.
        """
        ...

    def state(self) -> PrinterState:
        """The newest known status."""
        ...

    def lay_out(self, document: Document) -> Roll:
        """Lay a document out (pure, no I/O).

        Raises ``ValueError`` for text the printer cannot write.
        """
        ...

    def preflight(self, length_mm: int) -> PrinterFault | None:
        """Ask the printer now: can it print this much paper? None means yes."""
        ...

    def counters(self) -> Counters | None:
        """Read the counters now; None if unreadable or absent."""
        ...

    def print(
        self, roll: Roll, fence_id: int, on_progress: Callable[[PrintProgress], None]
    ) -> PrintOutcome:
        """Print one copy and wait for proof.

        ``fence_id`` is the first of ``roll.sheets`` ascending ids (1..9999 wrapping).
        """
        ...

    def clear(self) -> bool:
        """Throw away whatever is left in the printer's buffer; True if that is proved."""
        ...

    def close(self) -> None:
        """Let go of the port and its thread."""
        ...

"""What the machine can do now: a pure table of services by the parts they need.

One "out of service" for everything is what people complain about; here every "no" has its reason,
and what still works is still offered.

|          | disk | integrity | station | central | clock | unfinished | paper | printer |
|----------|------|-----------|---------|---------|-------|------------|-------|---------|
| balance  | ×    | ×         | ×       | ×       |       |            |       |         |
| buy      | ×    | ×         | ×       | ×       | ×     | ×          | ×     | ×       |
| print    | ×    | ×         | ×       | ×       |       |            | ×     | ×       |
| recharge | ×    | ×         | ×       | ×       | ×     |            |       |         |
| shift    | ×    | ×         | ×       | ×       | ×     |            |       |         |

*Print* is paper for what is paid or held already: a wrong clock or open questions must not keep it
from anybody. A capture or a release needs nothing of this: it is never stopped.

Opening hours are no part: outside them nobody new begins, and who has begun ends in peace.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.ports import PrinterFault, PrinterState
from kiosk.station.opening import Closed

UNFINISHED_LIMIT = 3
"""More prints than this waiting for a person's decision take the machine out of service."""
SHORTEST_MM = 300
"""No certificate is shorter on the roll; with less paper nothing can be sold."""

STATION_CODES = frozenset(
    {
        "disk",
        "integrity",
        "out-of-service",
        "device-stopped",
        "central-offline",
        "clock-wrong",
        "unfinished",
    }
)
"""Reasons besides the printer's faults."""


class Part(StrEnum):
    """What may be missing; the first in this order takes most away, and is named first."""

    DISK = "disk"
    INTEGRITY = "integrity"
    STATION = "station"
    CENTRAL = "central"
    CLOCK = "clock"
    UNFINISHED = "unfinished"
    PAPER = "paper"
    PRINTER = "printer"


class Service(StrEnum):
    """What the machine offers."""

    BALANCE = "balance"
    BUY = "buy"
    PRINT = "print"
    RECHARGE = "recharge"
    SHIFT = "shift"


_ALWAYS = frozenset({Part.DISK, Part.INTEGRITY, Part.STATION, Part.CENTRAL})
NEEDS: Mapping[Service, frozenset[Part]] = {
    Service.BALANCE: _ALWAYS,
    Service.BUY: frozenset(Part),
    Service.PRINT: _ALWAYS | {Part.PAPER, Part.PRINTER},
    Service.RECHARGE: _ALWAYS | {Part.CLOCK},
    Service.SHIFT: _ALWAYS | {Part.CLOCK},
}


@dataclass(frozen=True)
class Health:
    """The facts the gate is judged by.

    Attributes:
        printer: its newest state; None until the first status came.
        central_online: the last exchange with central was answered.
        disk_ok: the store has not failed.
        unfinished: prints that wait for a person's word.
        clock_ok: the wall clock agrees with central's, as far as is known.
        paper_left_mm: what the roll still holds; None where nobody saw the roll put in.
        stopped: why the chamber keeps this machine from serving (``out-of-service``,
            ``device-stopped``); empty if it does not.
        sound: no invariant was found broken.
        closed: outside the opening hours.
    """

    printer: PrinterState | None
    central_online: bool
    disk_ok: bool = True
    unfinished: int = 0
    clock_ok: bool = True
    paper_left_mm: int | None = None
    stopped: str = ""
    sound: bool = True
    closed: Closed | None = None


@dataclass(frozen=True)
class Capabilities:
    """The gate.

    Attributes:
        printing: ready | near_end | a PrinterFault.
        paper: enough | low | out | unknown.
        network: online | offline.
        reasons: why a service is not offered, as a code the screen has a sentence for; empty if
            it is.
        blocked_by: the part that is missing first, and a finer code.
        paper_left_mm: what the roll still holds; None where it is not known.
        closed: outside the opening hours, whatever the parts can do.
    """

    printing: str
    paper: str
    network: str
    reasons: Mapping[Service, str] = field(default_factory=dict)
    blocked_by: tuple[str, str] = ("", "")
    paper_left_mm: int | None = None
    closed: Closed | None = None

    def reason(self, service: Service) -> str:
        """Why this cannot be done now; empty if it can."""
        return self.reasons.get(service, "")

    def can(self, service: Service) -> bool:
        """This can be done now."""
        return not self.reason(service)

    def holds_paper_for(self, length_mm: int) -> bool:
        """As far as is known, the roll has this much paper left."""
        return self.paper_left_mm is None or length_mm <= self.paper_left_mm

    @property
    def takes_people(self) -> bool:
        """Somebody new may begin a visit now."""
        return self.closed is None and self.can_see_balance

    @property
    def buy_reason(self) -> str:
        """Why certificates cannot be sold now."""
        return self.reason(Service.BUY)

    @property
    def balance_reason(self) -> str:
        """Why the balance cannot be seen now."""
        return self.reason(Service.BALANCE)

    @property
    def can_buy(self) -> bool:
        """Certificates can be sold and printed now."""
        return self.can(Service.BUY)

    @property
    def can_see_balance(self) -> bool:
        """The balance can be asked for now."""
        return self.can(Service.BALANCE)


def judge(health: Health) -> Capabilities:
    """The gate as a pure function of the facts.

    >>> judge(Health(PrinterState(fault=PrinterFault.PAPER_OUT), central_online=True)).buy_reason
    'paper_out'
    """
    missing = missing_parts(health)
    fault = PrinterFault.UNKNOWN if health.printer is None else health.printer.fault
    near_end = health.printer is not None and health.printer.near_end
    return Capabilities(
        printing=fault.value if fault else "near_end" if near_end else "ready",
        paper=_paper(fault, near_end, is_short=missing.get(Part.PAPER, "") != ""),
        network="online" if health.central_online else "offline",
        reasons={service: _first(missing, needed) for service, needed in NEEDS.items()},
        blocked_by=next(((part.value, code) for part, code in missing.items()), ("", "")),
        paper_left_mm=health.paper_left_mm,
        closed=health.closed,
    )


def missing_parts(health: Health) -> dict[Part, str]:
    """The parts that are missing, each with its code, in the order in which they are named."""
    fault = PrinterFault.UNKNOWN if health.printer is None else health.printer.fault
    left_mm = health.paper_left_mm
    codes = {
        Part.DISK: "" if health.disk_ok else "disk",
        Part.INTEGRITY: "" if health.sound else "integrity",
        Part.STATION: health.stopped,
        Part.CENTRAL: "" if health.central_online else "central-offline",
        Part.CLOCK: "" if health.clock_ok else "clock-wrong",
        Part.UNFINISHED: "unfinished" if health.unfinished > UNFINISHED_LIMIT else "",
        Part.PAPER: fault.value
        if fault is PrinterFault.PAPER_OUT
        else PrinterFault.PAPER_SHORT.value
        if left_mm is not None and left_mm < SHORTEST_MM
        else "",
        Part.PRINTER: fault.value if fault not in (None, PrinterFault.PAPER_OUT) else "",
    }
    return {part: codes[part] for part in Part if codes[part]}


def _first(missing: Mapping[Part, str], needed: frozenset[Part]) -> str:
    return next((code for part, code in missing.items() if part in needed), "")


def _paper(fault: PrinterFault | None, near_end: bool, *, is_short: bool) -> str:
    if fault is PrinterFault.PAPER_OUT:
        return "out"
    if fault in (PrinterFault.DISCONNECTED, PrinterFault.UNKNOWN, PrinterFault.OFFLINE):
        return "unknown"
    return "low" if near_end or is_short else "enough"

"""What the machine can do now.

{see the balance, buy} out of {central, printer, paper, disk, unfinished prints}.

One "out of service" for everything is what people complain about; here every "no" has its reason,
and what still
works is still offered.
"""

from dataclasses import dataclass

from kiosk.ports import PrinterFault, PrinterState

UNFINISHED_LIMIT = 3
"""More prints than this waiting for a person's decision take the machine out of service."""


@dataclass(frozen=True)
class Health:
    """The facts the gate is judged by. ``printer`` is None until the first status came."""

    printer: PrinterState | None
    central_online: bool
    disk_ok: bool = True
    unfinished: int = 0


@dataclass(frozen=True)
class Capabilities:
    """The gate.

    A reason is empty when the thing can be done, else a code the screen has a sentence for.

    ``printing``: ready | near_end | a PrinterFault; ``paper``: enough | low | out | unknown;
    ``network``: online | offline;
    ``blocked_by``: the part that is missing (central | printer | paper | disk | unfinished) and a
    finer code.
    """

    printing: str
    paper: str
    network: str
    buy_reason: str
    balance_reason: str
    blocked_by: tuple[str, str] = ("", "")

    @property
    def can_buy(self) -> bool:
        """Certificates can be sold and printed now."""
        return not self.buy_reason

    @property
    def can_see_balance(self) -> bool:
        """The balance can be asked for now."""
        return not self.balance_reason


def judge(health: Health) -> Capabilities:
    """The gate as a pure function of the facts.

    >>> judge(Health(PrinterState(fault=PrinterFault.PAPER_OUT), central_online=True)).buy_reason
    'paper_out'
    """
    fault = PrinterFault.UNKNOWN if health.printer is None else health.printer.fault
    near_end = health.printer is not None and health.printer.near_end
    blocked = _blocked_by(health, fault)
    balance_reason = blocked[1] if blocked[0] in ("disk", "central") else ""
    return Capabilities(
        printing=fault.value if fault else "near_end" if near_end else "ready",
        paper=_paper(fault, near_end),
        network="online" if health.central_online else "offline",
        buy_reason=blocked[1],
        balance_reason=balance_reason,
        blocked_by=blocked,
    )


def _paper(fault: PrinterFault | None, near_end: bool) -> str:
    if fault is PrinterFault.PAPER_OUT:
        return "out"
    if fault in (PrinterFault.DISCONNECTED, PrinterFault.UNKNOWN, PrinterFault.OFFLINE):
        return "unknown"
    return "low" if near_end else "enough"


def _blocked_by(health: Health, fault: PrinterFault | None) -> tuple[str, str]:
    """The first missing part, the one that takes most away first."""
    if not health.disk_ok:
        return "disk", "disk"
    if not health.central_online:
        return "central", "central-offline"
    if health.unfinished > UNFINISHED_LIMIT:
        return "unfinished", "unfinished"
    if fault is PrinterFault.PAPER_OUT:
        return "paper", fault.value
    if fault is not None:
        return "printer", fault.value
    return "", ""

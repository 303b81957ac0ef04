"""What the engine is asked to buy and what it reports.

Plain frozen values, shared with the visit's flow.
"""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.ports import PrinterFault
from kiosk.purchase.operation import State


@dataclass(frozen=True)
class Copy:
    """One printed copy to buy = one operation = one hold."""

    op_id: str
    registration_number: str
    certificate_type: str
    copy_index: int
    price_pesos: int
    certificate_name: str
    registration_name: str


@dataclass(frozen=True)
class Order:
    """An order central has opened: prepaid key checked, recovery code known, no money moved yet."""

    order_id: str
    order_number: str
    recovery_code: str
    purchase_token: str
    copies: tuple[Copy, ...]


class CopyPhase(StrEnum):
    """What a copy is doing now, for the printing screen; the value is the screen's code."""

    WAITING = "waiting"
    AUTHORISING = "authorising"
    PRINTING = "printing"
    PRINTED = "printed"
    RELEASED = "released"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class PurchaseProgress:
    """The whole order at one moment; ``fraction`` is of all paper, proved printed (0..1)."""

    phases: tuple[CopyPhase, ...]
    fraction: float
    remaining_s: int
    waiting_for: PrinterFault | None = None


class Trouble(StrEnum):
    """Why an order or copy did not end in charged paper; the value is the screen's code."""

    NONE = ""
    CENTRAL_OFFLINE = "central-offline"
    DECLINED_BALANCE = "insufficient-balance"
    DECLINED_PRICE = "price-changed"
    DECLINED_OTHER = "declined"
    TOKEN_EXPIRED = "token-expired"  # noqa: S105 - a code, not a secret
    CERTIFICATE_DAMAGED = "certificate-damaged"
    LEASE_LOST = "lease-lost"
    ALREADY_DECIDED = "already-decided"
    NOT_YET_KNOWN = "not-yet-known"
    PRINTER = "printer"
    DISK = "disk"


@dataclass(frozen=True)
class CopyResult:
    """How a copy ended for now.

    ``settled`` is True when central confirmed the end (captured, voided or declined).
    """

    copy: Copy
    state: State
    trouble: Trouble
    fault: PrinterFault | None
    settled: bool
    verification_code: str = ""


@dataclass(frozen=True)
class PurchaseResult:
    """The outcome of ``Purchaser.buy``; money is told per copy."""

    order: Order
    copies: tuple[CopyResult, ...]

    @property
    def charged_pesos(self) -> int:
        """What paper came out for: printed copies, whether or not central has been told yet."""
        paid = (State.PRINTED, State.CAPTURED)
        return sum(c.copy.price_pesos for c in self.copies if c.state in paid)

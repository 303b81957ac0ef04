"""What the engine under the desk tells of a sale."""

from dataclasses import dataclass

from kiosk.purchase.order import PurchaseProgress, PurchaseResult


@dataclass(frozen=True)
class Queued:
    """So many money messages of this computer wait to be sent."""

    messages: int


@dataclass(frozen=True)
class SaleProgressed:
    """Something visible changed."""

    request: int
    progress: PurchaseProgress


@dataclass(frozen=True)
class SaleEnded:
    """Every copy's fate is known, or waits for a person; ``file``: it was kept as a PDF."""

    request: int
    result: PurchaseResult
    file: str = ""

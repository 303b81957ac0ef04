"""The port to the barcode reader: that it read, what kind, how long; never what stood there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

SymbolKind = Literal["document", "certificate", "recovery", "service", "unknown"]


@dataclass(frozen=True)
class Frame:
    """One symbol as it came: when, what it is, how many bytes."""

    at: datetime
    kind: SymbolKind
    size: int


class BarcodeReader(Protocol):
    """A reader that is listened to; may be used from any thread."""

    @property
    def is_connected(self) -> bool:
        """Whether its line is open."""
        ...

    @property
    def last_frame(self) -> Frame | None:
        """The newest symbol since the program started."""
        ...

    def await_frame(self, timeout_s: float) -> Frame | None:
        """The next symbol, or None when it did not come in time."""
        ...

"""What a model's firmware does with bytes, behind one interface for every command language."""

from collections.abc import Callable
from typing import Protocol

from drivers.virtual.mechanism import Mechanism

Say = Callable[[bytes], None]


class Firmware(Protocol):
    """Reads bytes, moves the mechanism, answers; its printer owns line and receive buffer."""

    name: str
    """What it calls itself."""

    def __init__(self, mechanism: Mechanism, say: Say, forget: Callable[[], None]) -> None:
        """``say`` sends to the host; ``forget`` empties every buffer, also this one's."""
        ...

    @property
    def unknown(self) -> list[bytes]:
        """Commands that no manual describes."""
        ...

    def hear(self, byte: int) -> None:
        """A byte comes off the wire: real-time commands are obeyed now."""
        ...

    def read(self, byte: int) -> bool:
        """A byte comes out of the receive buffer; True if it ends an order to print or feed."""
        ...

    def overflow(self) -> None:
        """A byte did not fit into the receive buffer."""
        ...

    def status(self) -> bytes:
        """The status that this model reports of itself."""
        ...

    def report(self) -> bytes:
        """A status that is due without a question."""
        ...

    def repeat_report(self) -> None:
        """The host is another one: it has heard no report yet."""
        ...

    def is_harmless(self, data: bytes | bytearray) -> bool:
        """True if the paper lacks nothing when these bytes are lost: they only ask."""
        ...

    @property
    def has_open_line(self) -> bool:
        """True while characters wait for their line feed."""
        ...

    def reset(self) -> None:
        """Forget half-read commands and the line that is being composed."""
        ...

    def power_up(self) -> None:
        """Forget everything that only the power kept."""
        ...

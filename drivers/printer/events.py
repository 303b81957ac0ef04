"""What a printer says, as typed events; the reader makes them, the inbox keeps what they mean."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RealTimeStatus:
    """One byte in answer to ``DLE EOT n``; the byte does not say which n."""

    value: int


@dataclass(frozen=True)
class AutoStatus:
    """Automatic status back: four bytes, sent by the printer on every change."""

    b1: int
    b2: int
    b3: int
    b4: int


@dataclass(frozen=True)
class FullStatus:
    """Custom's full status: paper, user, recoverable and unrecoverable byte."""

    paper: int
    user: int
    recoverable: int
    unrecoverable: int


@dataclass(frozen=True)
class StarStatus:
    """A Star printer's status: what follows the two headers, at least five bytes, as a rule seven.

    The sixth counts markers in five bits that are spread over the byte (p. 5-11), the seventh says
    where the paper in the presenter is (p. 5-12).
    """

    status: bytes

    @property
    def markers(self) -> int:
        """The counter of markers, 0 to 31."""
        byte = self.status[5] if len(self.status) > 5 else 0
        return byte >> 2 & 0x18 | byte >> 1 & 0x07

    @property
    def bytes_by_name(self) -> list[tuple[str, int]]:
        """The bytes that the profile's bits stand for; the counter is none of them."""
        named = [(f"star{at}", byte) for at, byte in enumerate(self.status, start=1)]
        return [pair for pair in named if pair[0] != "star6"]


@dataclass(frozen=True)
class DeliveredCount:
    """So many tickets were taken by a hand or pulled back, since the printer was switched on."""

    value: int


@dataclass(frozen=True)
class ProcessId:
    """Everything before this id is printed."""

    number: int


@dataclass(frozen=True)
class BuffersCleared:
    """The answer to clear buffers."""


@dataclass(frozen=True)
class SymbolSize:
    """The side of the stored QR symbol in dots; 0 if there is none."""

    dots: int


@dataclass(frozen=True)
class FreeBytes:
    """What is free of the memory for pictures."""

    count: int


@dataclass(frozen=True)
class QueuedReply:
    """The one-byte answer to a command that waited its turn (``GS r``)."""

    value: int


@dataclass(frozen=True)
class IdentText:
    """The text answer to ``GS I``."""

    text: str


@dataclass(frozen=True)
class CounterValue:
    """A maintenance counter: ``2376 cuts``, ``251550cm``, ``512ret``."""

    value: int
    unit: str


@dataclass(frozen=True)
class Noise:
    """Bytes that mean nothing here; kept for the log."""

    data: bytes


Event = (
    RealTimeStatus
    | AutoStatus
    | FullStatus
    | StarStatus
    | DeliveredCount
    | ProcessId
    | BuffersCleared
    | QueuedReply
    | SymbolSize
    | FreeBytes
    | IdentText
    | CounterValue
    | Noise
)

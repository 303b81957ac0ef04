"""What a virtual Star printer says about itself.

Source: STAR Line Mode Command Specifications p. 5-6 to 5-12.
"""

from drivers.virtual.mechanism import Mechanism

_HEADERS = b"\x23\x06"  # nine bytes, version 3: up to the position in the presenter
_NOTHING, _SUPPLIED, _DISCHARGED, _RECOVERED, _PULLED_OUT = 0, 1, 3, 6, 7
_GONE = {"taken": _PULLED_OUT, "retracted": _RECOVERED}


class Tickets:
    """Counts what left the presenter since it was last reset."""

    def __init__(self, mechanism: Mechanism) -> None:
        self._mechanism = mechanism
        self.reset()

    def reset(self) -> None:
        """Count from here; what happened before is forgotten."""
        self._from = len(self._mechanism.strips)

    def _count(self, *fates: str) -> int:
        return sum(strip.fate in fates for strip in self._mechanism.strips[self._from :])

    @property
    def delivered(self) -> int:
        """Tickets that were pulled out by a hand or wholly recovered."""
        return self._count("taken", "retracted")

    @property
    def recovered(self) -> int:
        """Tickets that were pulled back."""
        return self._count("retracted")

    @property
    def position(self) -> int:
        """Where the paper in the presenter is (p. 5-12)."""
        mechanism = self._mechanism
        if mechanism.ticket is not None:
            return _DISCHARGED
        if not mechanism.paper.is_blank:
            return _SUPPLIED
        later = mechanism.strips[self._from :]
        return _GONE.get(later[-1].fate, _NOTHING) if later else _NOTHING


def status(
    m: Mechanism, tickets: Tickets, *, markers: int, marked: bool, overflowed: bool
) -> bytes:
    """The automatic status: two headers and seven bytes."""
    return _HEADERS + bytes(
        (
            0x02 * marked | 0x08 * m.stopped | 0x20 * m.cover_open,
            0x08 * m.cutter_error | 0x40 * m.head_hot,
            0x04 * (m.presenter_error or m.paper_jammed) | 0x40 * overflowed,
            0x04 * m.near_end | 0x08 * (not m.paper_present),
            0x02 * (m.ticket is not None),
            (markers & 0x18) << 2 | (markers & 0x07) << 1,
            tickets.position << 1,
        )
    )


def enquiry(m: Mechanism) -> bytes:
    """The answer to ENQ."""
    return bytes((0x08 * (not m.paper_present) | 0x04 * m.cover_open | 0x20 * (not m.is_busy),))


def end_of_transmission(m: Mechanism) -> bytes:
    """The answer to EOT."""
    no_paper = 0x08 * (not m.paper_present) | 0x04 * m.near_end
    return bytes((0x10 | no_paper | 0x40 * m.presenter_error,))

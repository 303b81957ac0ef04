"""What every printer language can say: the encoders behind one interface, pure and without I/O."""

from typing import Protocol

from drivers.printer.elements import Element
from drivers.printer.profile import Profile


class Pen(Protocol):
    """Writes elements as bytes, each setting only when it changes."""

    def write(self, element: Element) -> bytes:
        """The bytes of one element: whole commands, ending at the start of a line."""
        ...


class Language(Protocol):
    """A family of printers that read the same commands."""

    @property
    def initialise(self) -> bytes:
        """Back to a known state."""
        ...

    @property
    def marker(self) -> bytes:
        """Its answer, counted as a queued reply, comes once what stands before it is dealt with."""
        ...

    @property
    def rest(self) -> str:
        """What shows that nothing moves any more behind the last marker; for the evidence."""
        ...

    @property
    def whole_status(self) -> bytes:
        """One question that is answered with the whole status; empty: each byte has its own."""
        ...

    @property
    def pushes(self) -> bool:
        """True if changes are reported without a question."""
        ...

    @property
    def counts_markers(self) -> bool:
        """True if an answer to a marker is a counter that went up, seen in the next status."""
        ...

    @property
    def delivered_query(self) -> bytes:
        """Asks how many tickets a hand or the bin has taken; empty if nothing counts them."""
        ...

    def modes(self, profile: Profile) -> bytes:
        """Units, code page, character set; a known state wherever nothing initialises before."""
        ...

    def pen(self, profile: Profile) -> Pen:
        """A pen in the state that ``initialise`` and ``modes`` leave."""
        ...

    def store_symbol(self, data: str, *, module_dots: int, error_correction: int) -> bytes:
        """Put a QR symbol into the printer's store without printing it."""
        ...

    @property
    def symbol_size_request(self) -> bytes:
        """Asks how large the stored symbol is."""
        ...

    def finish(self, profile: Profile) -> bytes:
        """Behind the last sheet: bring its end to the cutter, cut, and present if possible."""
        ...

    def cut_off(self, profile: Profile) -> bytes:
        """Cut off what hangs in the printer, and get it out of the way where there is a presenter.

        Not for a person: it is what is left of a copy that failed.
        """
        ...

    def real_time_hits(self, data: bytes) -> list[int]:
        """Offsets where a printer would obey a command inside of text."""
        ...

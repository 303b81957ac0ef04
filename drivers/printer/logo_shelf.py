"""The logo in the printer's own memory: put there with proof, and printed on trial.

While it writes, a printer is busy: it hears no real-time question, and its supply must not fail.
So one command is sent whole, behind it a question that is answered when all before it is done, and
the free bytes of its memory are asked for before and after: they must be fewer by the picture.
"""

from dataclasses import dataclass

from drivers.printer import escpos
from drivers.printer.elements import Align, Gap
from drivers.printer.link import Link
from drivers.printer.logo import Logo, fit
from drivers.printer.nv_graphics import FREE_BYTES, define, delete, print_stored
from drivers.printer.printer import EscPosPrinter
from kiosk.ports import Clock, PrinterFault
from kiosk.staff.maintenance.logo_port import FittedLogo, LogoStored

WRITES = 2
"""Of the memory, for one logo: the one before is forgotten, then this one is stored."""
_LINE_BITS = 11 * 3
"""Of a byte, three times: a line may be held for a while."""


@dataclass(frozen=True)
class LogoShelf:
    """See the port of the same name; for a printer whose profile has such a memory."""

    printer: EscPosPrinter
    clock: Clock
    writes_a_day: int
    write_s: float = 30.0
    """How long the memory itself may take; some KB take a second or two."""

    def fit(self, png: bytes) -> Logo:
        """See the port."""
        return fit(png, self.printer.profile.head)

    def store(self, logo: FittedLogo) -> LogoStored:
        """See the port."""
        if not isinstance(logo, Logo):
            raise TypeError("a logo of another printer")
        free: list[int] = []
        reason = self.printer.with_line(lambda link: self._store(link, logo, free))
        return LogoStored(reason, free[-1] if free else 0)

    def print_stored(self) -> str:
        """See the port."""
        reason = self.printer.with_line(self._print)
        return reason or self.printer.cut()

    def _store(self, link: Link, logo: Logo, free: list[int]) -> str:
        if not self._sent(link, delete()):
            return self._why(link)
        before = self._free(link)
        if before is None:
            return "logo_no_answer"
        if before < logo.size_bytes:
            return "logo_no_room"
        if not self._sent(link, define(logo.picture)):
            return self._why(link)
        after = self._free(link)
        if after is None:
            return "logo_no_answer"
        free.append(after)
        return "" if before - after >= logo.size_bytes else "logo_not_kept"

    def _sent(self, link: Link, commands: bytes) -> bool:
        """Whole, and dealt with; a line that goes away in the middle ends it at once."""
        inbox, limit_s = (
            link.inbox,
            self.write_s + len(commands) * _LINE_BITS / self.printer.profile.serial.baud,
        )
        inbox.begin_job()
        link.begin(commands + escpos.process_id(escpos.ID_MAX))
        until = self.clock.monotonic() + limit_s
        while link.has_rest and not inbox.gone and self.clock.monotonic() < until:
            link.push()
        if link.has_rest:
            link.drop_rest()
            return False
        return inbox.wait(lambda: inbox.process_id == escpos.ID_MAX, limit_s)

    def _print(self, link: Link) -> str:
        language = link.language
        pen = language.pen(self.printer.profile)
        middle = escpos.align(Align.CENTER) + print_stored() + escpos.align(Align.LEFT)
        feed = pen.write(Gap(round(4 * self.printer.profile.head.dots_per_mm)))
        sent = self._sent(link, language.modes(self.printer.profile) + middle + feed)
        return "" if sent else self._why(link)

    def _free(self, link: Link) -> int | None:
        inbox = link.inbox
        inbox.forget_answers()
        if link.write_all(FREE_BYTES):
            inbox.wait(lambda: inbox.free_bytes is not None, link.limits.counter_s)
        return inbox.free_bytes

    def _why(self, link: Link) -> str:
        if link.inbox.gone:
            return "logo_line_lost"
        link.ask_status()
        return link.mechanics.fault or PrinterFault.UNKNOWN

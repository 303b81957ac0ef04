"""``EscPosPrinter``: the core's ``Printer``, made of profile, link, layout and job.

A line that vanished is a state, not an error: every call opens it again. A small thread asks for
the status while nobody else uses the printer, so that ``state`` is never older than about a second
and never waits.
"""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from drivers.printer import layout
from drivers.printer.elements import Gap
from drivers.printer.fences import cut_off
from drivers.printer.flow_check import check_flow
from drivers.printer.job import Job, JobLimits
from drivers.printer.link import Link, LinkLimits
from drivers.printer.profile import Profile
from drivers.printer.roll import LaidOutRoll
from drivers.printer.status import BitTable, decode
from drivers.printer.trace import Trace
from drivers.printer.transport import PortFactory, PortGoneError
from kiosk.documents.model import Document
from kiosk.ports import (
    ChargeLevel,
    Clock,
    Counters,
    NotPrinted,
    Printed,
    Printer,
    PrinterFault,
    PrinterState,
    PrintOutcome,
    PrintProgress,
    Roll,
)
from kiosk.staff.maintenance.workshop import StatusByte, TraceLine

_log = logging.getLogger(__name__)
_STOP_LIMIT_S = 5.0
_EJECT_LIMIT_S = 5.0
_COUNT_POLL_S = 0.05


class EscPosPrinter(Printer):
    """One receipt printer."""

    def __init__(
        self,
        port_factory: PortFactory,
        profile: Profile,
        clock: Clock,
        *,
        job_limits: JobLimits | None = None,
        link_limits: LinkLimits | None = None,
        poll_s: float | None = 1.0,
    ) -> None:
        """Prepare the printer; ``poll_s``: pace of idle status questions, None for no thread."""
        self.profile = profile
        self._port_factory = port_factory
        self._clock = clock
        self.job_limits = job_limits or JobLimits()
        self._link_limits = link_limits or LinkLimits()
        self._trace = Trace(profile, clock)
        self._link: Link | None = None
        self._line = threading.RLock()  # one caller at a time on the line
        self._strip_is_open = False  # paper of an unfinished job hangs in the printer
        self._counters_mislead = False
        self._last_state = PrinterState(PrinterFault.DISCONNECTED)
        self._stopping = threading.Event()
        self._watcher: threading.Thread | None = None
        if poll_s is not None:
            self._watcher = threading.Thread(
                target=self._watch, args=(poll_s,), name="printer-watch", daemon=True
            )
            self._watcher.start()

    @property
    def charge_level(self) -> ChargeLevel:
        """The strongest evidence this model gives."""
        return self.profile.charge_level

    @property
    def has_counters(self) -> bool:
        """True if the model documents counters."""
        return self.profile.counters is not None

    def state(self) -> PrinterState:
        """The newest known status, without waiting."""
        link = self._link
        state = PrinterState(PrinterFault.DISCONNECTED) if link is None else link.state
        if state != self._last_state:
            _log.info("printer state: %s", state)
            self._last_state = state
        return state

    def refresh(self) -> PrinterState:
        """Ask for the status now, unless the printer is in use: then its newest one serves."""
        if self._line.acquire(blocking=False):
            try:
                self._ask()
            finally:
                self._line.release()
        return self.state()

    def lay_out(self, document: Document) -> Roll:
        """Lay a document out. Raises ``ValueError`` for text the printer cannot write."""
        return layout.lay_out(document, self.profile)

    def preflight(self, length_mm: int) -> PrinterFault | None:
        """Ask the printer now whether it can print this much paper."""
        with self._line:
            link = self._ask()
            if link is None:
                return PrinterFault.DISCONNECTED
            fault = link.state.fault
            if fault is not None:
                return fault
            if not self._is_right(link):
                return PrinterFault.UNKNOWN
            if self._strip_is_open and not self._tidy(link):
                return self.state().fault or PrinterFault.UNKNOWN
            if link.state.ticket_present and not self._push_out(link):
                return PrinterFault.PRESENTER
            self._counters_mislead = False
            return self._paper_fault(link, length_mm)

    def counters(self) -> Counters | None:
        """Read the counters now.

        None after a copy in which the printer was reset: it cut and moved paper, but not of a whole
        copy, and nobody should conclude from that.
        """
        with self._line:
            link = None if self._counters_mislead else self._open()
            return link.counters() if link is not None else None

    def print(
        self, roll: Roll, fence_id: int, on_progress: Callable[[PrintProgress], None]
    ) -> PrintOutcome:
        """Print one copy and wait for proof."""
        if not isinstance(roll, LaidOutRoll):
            raise TypeError("a roll of another printer")
        with self._line:
            link = self._open()
            if link is None:
                return NotPrinted(PrinterFault.DISCONNECTED, "the line could not be opened")
            job = Job(link, roll, fence_id, on_progress, self.job_limits, self._clock)
            outcome = job.run()
            self._counters_mislead = job.was_reset
            if isinstance(outcome, Printed):
                self._strip_is_open = False
            elif job.has_sent:  # even a copy that was "not printed" may have begun a strip
                self._strip_is_open = True
            return outcome

    def clear(self) -> bool:
        """Throw away what is left in the printer; its paper is cut off before the next job."""
        with self._line:
            link = self._open()
            self._strip_is_open = True
            return link is not None and link.clear()

    # -- the workshop: what only a technician asks for --------------------------------------------

    def trace(self) -> tuple[TraceLine, ...]:
        """What went over the line lately, the newest first."""
        return self._trace.lines()

    def status_bytes(self) -> tuple[StatusByte, ...]:
        """The newest status bytes as they came, and what the profile reads in them."""
        link = self._link
        return () if link is None else tuple(_meant(link.inbox.raw_bytes(), self.profile.bits))

    @property
    def knows(self) -> frozenset[str]:
        """What the profile reads in this model's status bytes."""
        return frozenset(code for masks in self.profile.bits.values() for code in masks.values())

    def cut(self) -> str:
        """Cut what hangs in the printer; why not, as a code, or nothing."""
        with self._line:
            link, why = self._ready()
            if link is None:
                return why
            return self._at_rest(link, self._tidy(link))

    def feed(self, length_mm: int) -> str:
        """Move the paper; it is cut off before the next job. Why not, as a code, or nothing."""
        with self._line:
            link, why = self._ready()
            if link is None:
                return why
            language, before = link.language, link.inbox.queued_replies
            dots = round(length_mm * self.profile.head.dots_per_mm)
            fed = language.pen(self.profile).write(Gap(dots))
            self._strip_is_open = True
            link.write_all(language.modes(self.profile) + fed + language.marker)
            return self._at_rest(link, link.await_marker(before, self.job_limits.stall_s))

    def with_line(self, work: Callable[[Link], str]) -> str:
        """Have something done that moves no copy; why not, as a code, or nothing.

        What it leaves behind, half a command perhaps, is cleared away before the next job.
        """
        with self._line:
            link, why = self._ready()
            if link is None:
                return why
            if not self._is_right(link):
                return PrinterFault.UNKNOWN
            self._strip_is_open = True
            return work(link)

    def busy_wire(self) -> bool | None:
        """Whether the printer lets the host send; None where nobody can read that wire."""
        link = self._link
        return None if link is None else link.port.is_clear_to_send()

    def check_flow(self) -> str:
        """See ``flow_check``; what was sent for it is cut off before the next job."""
        with self._line:
            link = self._ask()
            if link is None:
                return PrinterFault.DISCONNECTED
            self._strip_is_open = True
            try:
                return check_flow(link)
            finally:
                self._drop()  # the next one begins anew, with nothing half written

    @contextmanager
    def lend(self) -> Iterator[None]:
        """Give the line to whoever asks at other speeds; letters of theirs are cut off later."""
        with self._line:
            self._drop()
            self._strip_is_open = True
            yield

    def _ready(self) -> tuple[Link | None, str]:
        """A printer that can move, whether or not it may sell; else why not."""
        link = self._ask()
        if link is None:
            return None, PrinterFault.DISCONNECTED
        fault = link.mechanics.fault
        return (link, "") if fault is None else (None, fault)

    def _at_rest(self, link: Link, done: bool) -> str:
        """How a movement ended: nothing, or what is in its way."""
        done = done and link.await_rest(self.job_limits.stall_s) and link.ask_status()
        return link.mechanics.fault or ("" if done else PrinterFault.UNKNOWN)

    def close(self) -> None:
        """Stop watching and close the line."""
        self._stopping.set()
        if self._watcher is not None:
            self._watcher.join(_STOP_LIMIT_S)
        with self._line:
            self._drop()

    # -- inside, with the line held ---------------------------------------------------------------

    def _open(self) -> Link | None:
        if self._link is not None and self._link.inbox.gone:
            self._drop()
        if self._link is None:
            try:
                self._link = Link(self._port_factory, self.profile, self._link_limits, self._trace)
            except PortGoneError as error:
                _log.debug("printer not there: %s", error)
                return None
            if not self._link.ask_status():
                _log.info("printer line open, no answer")
        return self._link

    def _drop(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.close()

    def _ask(self) -> Link | None:
        """An open link that has just answered."""
        link = self._open()
        if link is None:
            return None
        if not link.ask_status():
            self._drop()  # silent: open it anew next time, it may be another device by then
            return None
        return link

    def _is_right(self, link: Link) -> bool:
        """Whether it is the profile's model.

        Half a picture that it still waits for would swallow the question: that is cleared first.
        """
        if link.ident_is_right():
            return True
        return self._strip_is_open and link.clear() and link.ident_is_right()

    def _tidy(self, link: Link) -> bool:
        """Cut off the strip of an unfinished job, so that nobody gets another person's paper."""
        before = link.inbox.queued_replies
        link.clear()
        counted = link.counters()
        # Where draining is the only clearing, its marker may still be on its way: it must not be
        # taken for the one behind the cut.
        before = before + 1 if link.language.counts_markers else link.inbox.queued_replies
        link.write_all(cut_off(self.profile) + link.language.marker)
        done = link.await_marker(before, self.job_limits.stall_s)
        if not done or not self._is_counted(link, counted):
            return False
        if link.ask_status() and link.mechanics.fault is None:
            self._strip_is_open = False
            return True
        return False

    def _is_counted(self, link: Link, before: Counters | None) -> bool:
        """Wait until this cut is in the counters, on a model that has them.

        The reply only says that the cut was read. A cut that is counted later would stand as the
        proof of a copy that was never cut.
        """
        if before is None or before.cuts is None:
            return True
        deadline_s = self._clock.monotonic() + self.job_limits.stall_s
        while self._clock.monotonic() < deadline_s:
            now = link.counters()
            if now is None or now.cuts is None:
                return False
            if now.cuts > before.cuts:
                return True
            self._stopping.wait(_COUNT_POLL_S)
        return False

    def _push_out(self, link: Link) -> bool:
        """Push out a forgotten ticket: it was delivered, and must not block the next."""
        presenter = self.profile.presenter
        if presenter is None:
            return True
        link.write_all(presenter.eject)
        if link.language.pushes:
            return link.inbox.wait(lambda: not link.state.ticket_present, _EJECT_LIMIT_S)
        before = link.inbox.queued_replies
        link.write_all(link.language.marker)
        link.await_marker(before, _EJECT_LIMIT_S)
        return link.ask_status() and not link.state.ticket_present

    def _paper_fault(self, link: Link, length_mm: int) -> PrinterFault | None:
        """Refuse to start a strip that the roll may not hold."""
        if self.profile.counters is not None:
            left_cm = link.ask_counter(self.profile.counters.left_cm, "cm")
            if left_cm is None:
                return PrinterFault.UNKNOWN
            if left_cm * 10 < length_mm:
                return PrinterFault.PAPER_OUT
        near_end = link.state.near_end and length_mm > self.profile.head.near_end_mm
        return PrinterFault.PAPER_OUT if near_end else None

    # -- the watching thread ----------------------------------------------------------------------

    def _watch(self, poll_s: float) -> None:
        while not self._stopping.wait(poll_s):
            self.refresh()


def _meant(raw: Mapping[str, int], bits: BitTable) -> Iterator[StatusByte]:
    for name, value in raw.items():
        yield StatusByte(name, value, tuple(sorted(decode(name, value, bits))))

"""An open line to one printer: questions and their answers, each with a limit of time.

Real-time answers do not say what they answer, so questions go out one at a time; after a question
that got no answer the link waits for silence before it asks again, so that a late answer is not
taken for the next one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

from drivers.printer import escpos
from drivers.printer.inbox import MARKERS, Inbox
from drivers.printer.languages import language_of
from drivers.printer.profile import Profile
from drivers.printer.reader import Reader
from drivers.printer.status import Codes, decode_all, is_inconsistent, summarise
from drivers.printer.trace import Trace, TracedPort
from drivers.printer.transport import Port, PortFactory, PortGoneError
from kiosk.ports import ChargeLevel, Counters, PrinterFault, PrinterState

_SILENCE_TRIES = 10
_LEVEL_S = 1.0  # a printer at rest counts its markers at once
_FIRST_MARKS = 1, 2  # not 0, where a reset would lead, and not where it stands: it must be seen
_WAKE = b"\x00" * 4  # ends a question that was cut short when the line went away
_PURGE = b"\x00" * 8192  # ends any command that waits for more data, even a raster band


@dataclass(frozen=True)
class LinkLimits:
    """How long the link waits, in seconds."""

    reply_s: float = 0.6
    quiet_s: float = 0.15
    counter_s: float = 1.0
    clear_s: float = 2.0
    drain_s: float = 5.0
    pace_s: float = 0.1  # between questions, where the printer says nothing of itself
    write_slice_s: float = 0.1
    write_s: float = 0.5


class Link:
    """Owns port, reader and inbox from open to close."""

    def __init__(
        self, factory: PortFactory, profile: Profile, limits: LinkLimits, trace: Trace | None = None
    ) -> None:
        """Open the line and ask the printer to report every change by itself.

        Raises:
            PortGoneError: the device cannot be opened.
        """
        self.profile = profile
        self.limits = limits
        port = factory()
        self.port: Port = TracedPort(port, trace) if trace else port
        self.inbox = Inbox(profile.bits)
        self.language = language_of(profile.dialect)
        heard = (trace.heard,) if trace else ()
        self._reader = Reader(self.port, self.inbox, profile.dialect, *heard)
        self._owed = False
        self._rest = b""  # of a command that the line has not taken whole
        # What is asked of a printer that pushes nothing needs no order first, whose letters a reset
        # could leave in its line.
        self.write_all(_WAKE + (profile.push if self.language.pushes else b""))

    def close(self) -> None:
        """Stop the reader and close the port."""
        self._reader.stop()
        self.port.close()

    @property
    def state(self) -> PrinterState:
        """As ``mechanics``; a model that proves nothing can print nothing that is sold."""
        state = self.mechanics
        if self.profile.can_sell or state.fault is not None:
            return state
        return replace(state, fault=PrinterFault.UNKNOWN)  # nobody would know what came out

    @property
    def mechanics(self) -> PrinterState:
        """The newest summary; disconnected when the line is gone or nothing was ever heard."""
        codes = self.inbox.codes
        if self.inbox.gone or codes is None:
            return PrinterState(PrinterFault.DISCONNECTED)
        return summarise(codes, has_ticket_sensor=self.profile.presenter is not None)

    @property
    def has_rest(self) -> bool:
        """True while a command is only half written: nothing else may go in between."""
        return bool(self._rest)

    def begin(self, commands: bytes) -> None:
        """Take whole commands to be written by ``push``, behind what is left of the last ones."""
        self._rest += commands

    def push(self) -> int:
        """One slice of writing: how many bytes the line took. A line that is gone takes none."""
        if not self._rest:
            return 0
        try:
            taken = self.port.write(self._rest, self.limits.write_slice_s)
        except PortGoneError:
            self.inbox.lose()
            return 0
        self._rest = self._rest[taken:]
        return taken

    def drop_rest(self) -> None:
        """Forget what was not written: the job is over."""
        self._rest = b""

    def write_all(self, command: bytes) -> bool:
        """Write a short command behind what is left; False if the line is held for too long.

        Of a command that was begun the rest stays first in line, else the next one would be read
        as its parameter.
        """
        if not self._flush():
            return False
        self._rest = command
        done = self._flush()
        if self._rest == command:
            self._rest = b""
        return done

    def _flush(self) -> bool:
        slices = max(1, round(self.limits.write_s / self.limits.write_slice_s))
        while self._rest and slices and not self.inbox.gone:
            slices -= self.push() == 0
        return not self._rest

    # -- status -----------------------------------------------------------------------------------

    def ask_status(self) -> bool:
        """Ask for every status byte, twice if the answers clash; False if it is silent."""
        codes = self._ask_round()
        if codes is not None and is_inconsistent(codes):
            codes = self._ask_round()
        return codes is not None

    def _ask_round(self) -> Codes | None:
        if self.language.whole_status:
            before = self.inbox.status_count
            if not self.write_all(self.language.whole_status):
                return None
            heard = self.inbox.wait(lambda: self.inbox.status_count > before, self.limits.reply_s)
            return self.inbox.codes if heard else None
        before = self.inbox.status_count
        answers = []
        for n in self.profile.queries:
            value = self._ask_real_time(n)
            if value is None:
                return None
            answers.append((f"eot{n}", value))
        self.inbox.note_bytes(answers)
        codes = decode_all(answers, self.profile.bits)
        if self.inbox.status_count == before:  # a pushed status in the meantime is the newer one
            self.inbox.set_codes(codes)
        return codes

    def _ask_real_time(self, n: int) -> int | None:
        inbox = self.inbox
        if self._owed:
            self._await_silence()
        inbox.real_time.clear()
        if not self.write_all(escpos.status_request(n)):
            return None
        self._owed = not inbox.wait(lambda: bool(inbox.real_time), self.limits.reply_s)
        return None if self._owed else inbox.real_time[0]

    def _await_silence(self) -> None:
        inbox = self.inbox
        for _ in range(_SILENCE_TRIES):
            inbox.real_time.clear()
            if not inbox.wait(lambda: bool(inbox.real_time), self.limits.quiet_s):
                return

    def ident_is_right(self) -> bool:
        """Ask the model's name; a printer with another name is not this profile's."""
        if not self.profile.ident_query or not self.profile.ident_replies:
            return True
        inbox = self.inbox
        inbox.forget_answers()
        if not self.write_all(self.profile.ident_query):
            return False
        if not inbox.wait(lambda: inbox.ident is not None, self.limits.reply_s):
            return False
        return inbox.ident in self.profile.ident_replies

    # -- fences -----------------------------------------------------------------------------------

    def level_fences(self, timeout_s: float) -> bool:
        """Bring the printer's own counter of markers to its beginning, by markers alone.

        So high up that it would start again in the middle of a job, it could not tell a marker from
        a reset. Nothing but markers is sent: they have no letter that a reset could leave in the
        printer's line. False if it does not get there.
        """
        inbox = self.inbox
        if not self.language.counts_markers:
            return True
        deadline_s = monotonic() + timeout_s
        while monotonic() < deadline_s and not inbox.gone:
            if self._level_once():
                return True
        return False

    def _level_once(self) -> bool:
        """One try: an older marker that was still under way takes the counter past its goal."""
        inbox = self.inbox
        if not self.ask_status() or inbox.marker_count is None:
            return False
        goal = _FIRST_MARKS[inbox.marker_count == _FIRST_MARKS[0]]
        self.write_all(self.language.marker * ((goal - inbox.marker_count) % MARKERS))
        return self._ask_until(lambda: inbox.marker_count == goal, _LEVEL_S)

    def _ask_until(self, condition: Callable[[], bool], timeout_s: float) -> bool:
        """Ask for the status again and again: nothing is pushed that could wake a waiter."""
        deadline_s = monotonic() + timeout_s
        while not self.inbox.gone:
            self.ask_status()
            if self.inbox.wait(condition, self.limits.pace_s):
                return True
            if monotonic() > deadline_s:
                break
        return False

    def ask_delivered(self) -> int | None:
        """How many tickets were taken or pulled back; None if nothing counts them."""
        inbox = self.inbox
        inbox.forget_answers()
        if not self.language.delivered_query or not self.write_all(self.language.delivered_query):
            return None
        inbox.wait(lambda: inbox.delivered is not None, self.limits.counter_s)
        return inbox.delivered

    def await_rest(self, timeout_s: float) -> bool:
        """Wait until nothing moves any more, on a model that can say so; else at once."""
        if self.profile.charge_level is not ChargeLevel.PROCESS_ID:
            return True
        inbox = self.inbox
        inbox.begin_job()
        if not self.write_all(escpos.process_id(escpos.ID_MAX)):
            return False
        return inbox.wait(lambda: inbox.process_id == escpos.ID_MAX, timeout_s)

    # -- counters ---------------------------------------------------------------------------------

    def ask_counter(self, query: bytes, unit: str) -> int | None:
        """Read one maintenance counter; None if it is not answered."""
        inbox = self.inbox
        inbox.forget_answers()
        self._reader.demux.expect_counter(unit)
        try:
            if self.write_all(query):
                inbox.wait(lambda: inbox.counter is not None, self.limits.counter_s)
        finally:
            self._reader.demux.expect_counter("")
        return inbox.counter.value if inbox.counter is not None else None

    def counters(self) -> Counters | None:
        """All counters, or None if the profile has none or one cannot be read."""
        queries = self.profile.counters
        if queries is None:
            return None
        values = []
        for query, unit in (
            (queries.cuts, "cuts"),
            (queries.printed_cm, "cm"),
            (queries.retracts, "ret"),
        ):
            value = self.ask_counter(query, unit)
            if value is None:
                return None
            values.append(value)
        return Counters(*values)

    # -- recovery ---------------------------------------------------------------------------------

    def clear(self) -> bool:
        """Throw away what the printer still holds; True only if the printer confirms it.

        Where the model has no clearing command the rest is printed out: true once a reply has come
        from behind it.
        """
        self.drop_rest()
        if not self.profile.can_clear:
            return self._drain()
        before = self.inbox.cleared
        try:
            self.port.override_flow_control(True)
            self.write_all(escpos.CLEAR_BUFFERS)
            done = self.inbox.wait(lambda: self.inbox.cleared > before, self.limits.clear_s)
            self.port.override_flow_control(False)
        except PortGoneError:
            self.inbox.lose()
            return False
        return done

    def _drain(self) -> bool:
        before = self.inbox.queued_replies
        language = self.language
        if not self.write_all(_PURGE + language.initialise + self.profile.push + language.marker):
            return False
        return self.await_marker(before, self.limits.drain_s)

    def await_marker(self, before: int, timeout_s: float) -> bool:
        """Wait for one more answer to a marker than ``before``, asking where nothing is pushed."""
        inbox = self.inbox
        if self.language.pushes:
            return inbox.wait(lambda: inbox.queued_replies > before, timeout_s)
        return self._ask_until(lambda: inbox.queued_replies > before, timeout_s)

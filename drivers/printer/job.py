"""One print job: send, wait for proof, hold while somebody mends, say how it ended.

Rules: at most one unfenced part ahead, so that the job always knows which part is on paper; paper
out, open cover and a hot head hold the job, because the printer goes on by itself once they are
mended; everything else ends it. A job that could not prove its last fence is *unknown*, unless
nothing was sent or the counters stand still.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from drivers.printer import fences as fn
from drivers.printer.link import Link
from drivers.printer.roll import LaidOutRoll, preamble
from drivers.printer.seal import Seal, lay_bare, question
from kiosk.ports import (
    ChargeLevel,
    Clock,
    Counters,
    NotPrinted,
    Printed,
    PrinterFault,
    PrintOutcome,
    PrintProgress,
    PrintUnknown,
)

_log = logging.getLogger(__name__)
_CHUNK = 256
_HOLD_QUESTIONS = 150  # at most in one hold, where the printer says nothing without them

_HOLDS = frozenset(
    {
        PrinterFault.PAPER_OUT,
        PrinterFault.COVER_OPEN,
        PrinterFault.HEAD_HOT,
        PrinterFault.OFFLINE,
    }
)
_ENDS = frozenset({PrinterFault.CUTTER_JAM, PrinterFault.PAPER_JAM, PrinterFault.PRESENTER})


@dataclass(frozen=True)
class JobLimits:
    """How long a job waits, in seconds."""

    hold_s: float = 180.0  # for paper, cover or head to be mended, in one hold
    stall_s: float = 15.0  # without any progress beyond what the head needs
    copy_s: float = 90.0  # the whole copy, holds not counted
    delivery_s: float = 10.0  # from the last reply to the ticket at the output
    poll_s: float = 0.5  # between questions while waiting
    hold_poll_s: float = 5.0  # the same in a hold: each question stays in the printer's buffer
    head_factor: float = 2.0  # how much slower than its data sheet a head may be


class _LostError(Exception):
    """The job cannot go on."""

    def __init__(self, cause: PrinterFault, why: str) -> None:
        super().__init__(why)
        self.cause = cause


class Job:
    """Prints one roll over an open link."""

    def __init__(
        self,
        link: Link,
        roll: LaidOutRoll,
        fence_id: int,
        on_progress: Callable[[PrintProgress], None],
        limits: JobLimits,
        clock: Clock,
    ) -> None:
        self._link = link
        self._inbox = link.inbox
        self._roll = roll
        self._fences = fn.fences(link.profile, fence_id, roll.sheets)
        self._on_progress = on_progress
        self._limits = limits
        self._clock = clock
        self.was_reset = False
        self._accepted_bytes = 0
        self._proved = 0
        self._before: Counters | None = None
        self._delivered_before: int | None = None
        self._started = self._last_progress = self._asked = clock.monotonic()
        self._hold_since: float | None = None
        self._held_total = 0.0
        self._holding_for: PrinterFault | None = None

    @property
    def has_sent(self) -> bool:
        """True once the line took a byte of the job."""
        return self._accepted_bytes > 0

    def run(self) -> PrintOutcome:
        """Print and wait for proof."""
        if not self._link.level_fences(self._limits.stall_s):
            return NotPrinted(
                self._link.state.fault or PrinterFault.UNKNOWN, "its markers are not counted"
            )
        if not lay_bare(self._link, self._limits.stall_s):
            cause = self._link.state.fault or PrinterFault.UNKNOWN
            return NotPrinted(cause, "it does not say that its line is empty; no byte was sent")
        self._inbox.begin_job()
        self._delivered_before = self._link.ask_delivered()
        if self._link.profile.counters is not None:
            self._before = self._link.counters()
            if self._before is None:
                return NotPrinted(PrinterFault.UNKNOWN, "counters unreadable before the job")
        self._seal = Seal(self._link, self._roll.symbol_dots)
        if not self._seal.is_set:
            return NotPrinted(PrinterFault.UNKNOWN, "power-up counter unreadable before the job")
        self._started = self._last_progress = self._clock.monotonic()
        try:
            self._print()
        except _LostError as lost:
            outcome = self._verdict(lost)
            _log.warning("print job ended: %s", outcome)
            return outcome
        return Printed(self._evidence())

    def _print(self) -> None:
        parts, last = self._roll.parts, self._roll.sheets - 1
        profile = self._link.profile
        self._send([preamble(profile)])
        for index, part in enumerate(parts):
            tail = [question(profile), fn.finish(profile)] if index == last else []
            self._send([*part.pieces, *tail, self._fences[index].request])
            if index:
                self._await(index - 1)
        self._await(last)
        if profile.charge_level is ChargeLevel.TICKET:
            self._await_delivery()
        self._await_seal()
        if self._inbox.has_lost:
            raise _LostError(PrinterFault.UNKNOWN, "the printer says that it lost bytes")
        if not profile.can_sell:
            raise _LostError(PrinterFault.UNKNOWN, "nothing that this model says is a proof")
        fault = self._link.state.fault
        if fault in _ENDS or fault is PrinterFault.UNKNOWN:
            raise _LostError(fault, "error status after the last fence")

    def _evidence(self) -> str:
        if self._link.profile.charge_level is ChargeLevel.TICKET:
            return f"{self._fences[-1]}, {self._link.language.rest}, ticket at output"
        return f"{self._fences[-1]}, cut ok"

    # -- sending ----------------------------------------------------------------------------------

    def _send(self, pieces: list[bytes]) -> None:
        for chunk in _chunks(pieces):
            self._link.begin(chunk)
            while self._link.has_rest:
                taken = self._link.push()
                self._accepted_bytes += taken
                self._check(moved=taken > 0, expected_s=0.0)

    # -- waiting ----------------------------------------------------------------------------------

    def _await(self, index: int) -> None:
        fence = self._fences[index]
        head = self._link.profile.head
        expected_s = self._limits.head_factor * self._roll.parts[index].length_mm / head.speed_mm_s
        self._last_progress = self._clock.monotonic()
        while not self._inbox.wait(lambda: fence.passed(self._inbox), self._pace_s):
            self._ask()
            self._check(moved=False, expected_s=expected_s)
        self._proved = index + 1
        self._end_hold()
        self._report()

    def _await_delivery(self) -> None:
        deadline = self._clock.monotonic() + self._limits.delivery_s
        while not self._inbox.wait(lambda: fn.delivered(self._inbox), self._pace_s):
            self._ask()
            self._check(moved=False, expected_s=self._limits.delivery_s)
            if self._hold_since is None and self._clock.monotonic() > deadline:
                if self._cut_was_counted():  # taken faster than the sensor could be read
                    return
                raise _LostError(PrinterFault.PRESENTER, "no ticket at the output")

    def _await_seal(self) -> None:
        """Was it one printer from the first byte to the last? A stopped one is asked again."""
        while (intact := self._seal.is_intact()) is None:
            self._link.ask_status()
            self._check(moved=False, expected_s=0.0)
        self._end_hold()
        self.was_reset = not intact
        if self.was_reset:
            raise _LostError(PrinterFault.UNKNOWN, "the printer was reset during the copy")

    def _ask(self) -> None:
        """A question while waiting, in a hold a rare one."""
        now = self._clock.monotonic()
        if self._hold_since is None or now - self._asked >= self._hold_pace_s:
            self._asked = now
            self._link.ask_status()

    @property
    def _pace_s(self) -> float:
        """Between two questions: quick ones, where the printer says nothing without them."""
        return self._limits.poll_s if self._link.language.pushes else self._link.limits.pace_s

    @property
    def _hold_pace_s(self) -> float:
        if self._link.language.pushes:
            return self._limits.hold_poll_s
        return max(self._pace_s, self._limits.hold_s / _HOLD_QUESTIONS)

    def _cut_was_counted(self) -> bool:
        if self._delivered_before is not None:
            return self._link.ask_delivered() == self._delivered_before + 1
        after = self._link.counters()
        before = self._before
        if after is None or before is None or after.cuts is None or before.cuts is None:
            return False
        return after.cuts == before.cuts + 1

    def _check(self, *, moved: bool, expected_s: float) -> None:
        """Look at newest status and clocks; begin or end a hold, raise if all is lost."""
        now = self._clock.monotonic()
        fault = self._link.state.fault
        if self._inbox.gone:
            raise _LostError(PrinterFault.DISCONNECTED, "the line vanished")
        if fault in _ENDS:
            raise _LostError(fault, "the printer reports it")
        if fault in _HOLDS:
            self._hold(fault, now)
            return
        self._end_hold()
        if moved:
            self._last_progress = now
        if now - self._last_progress > self._limits.stall_s + expected_s:
            answered = self._link.ask_status()
            cause = self._link.state.fault if answered else PrinterFault.DISCONNECTED
            if cause in _HOLDS:
                return
            raise _LostError(cause or PrinterFault.UNKNOWN, "no progress")
        if now - self._started - self._held_total > self._limits.copy_s + self._paper_s:
            raise _LostError(fault or PrinterFault.UNKNOWN, "the copy took too long")

    @property
    def _paper_s(self) -> float:
        return self._roll.length_mm / self._link.profile.head.speed_mm_s

    def _hold(self, fault: PrinterFault, now: float) -> None:
        if self._hold_since is None:
            self._hold_since = now
        if fault is not self._holding_for:
            self._holding_for = fault
            self._report()
        if now - self._hold_since > self._limits.hold_s:
            raise _LostError(fault, f"not mended within {self._limits.hold_s:.0f} s")

    def _end_hold(self) -> None:
        if self._hold_since is None:
            return
        now = self._clock.monotonic()
        self._held_total += now - self._hold_since
        self._last_progress = now
        self._hold_since = self._holding_for = None
        self._report()

    def _report(self) -> None:
        total = sum(part.length_mm for part in self._roll.parts)
        proved = sum(part.length_mm for part in self._roll.parts[: self._proved])
        self._on_progress(PrintProgress(proved / total, self._holding_for))

    # -- the end of a job that could not be proved ------------------------------------------------

    def _verdict(self, lost: _LostError) -> PrintOutcome:
        self._link.drop_rest()
        if not self._accepted_bytes:
            return NotPrinted(lost.cause, f"{lost}; no byte was sent")
        facts = [str(lost), f"{self._proved} of {self._roll.sheets} parts proved"]
        if not self._inbox.gone:
            facts.append("buffer cleared" if self._link.clear() else "buffer not cleared")
            self.was_reset = self.was_reset or self._seal.is_broken()
            if self.was_reset:
                facts.append("the printer was reset")
            elif self._stood_still():
                return NotPrinted(lost.cause, "; ".join([*facts, "counters unchanged"]))
        return PrintUnknown(lost.cause, "; ".join(facts))

    def _stood_still(self) -> bool:
        """The counters show that neither head nor cutter moved since the job began."""
        return self._before is not None and self._link.counters() == self._before


def _chunks(pieces: list[bytes]) -> list[bytes]:
    """Join pieces up to the chunk size, so that status is looked at between whole commands."""
    chunks: list[bytes] = []
    for piece in pieces:
        if chunks and len(chunks[-1]) + len(piece) <= _CHUNK:
            chunks[-1] += piece
        else:
            chunks.append(piece)
    return chunks

"""A printer with mechanics: a buffer, paper, counters, and people who mend it.

The port tells the kiosk what a real driver could know; ``strips`` is the truth. What was sent goes
on printing when the kiosk dies, until somebody empties the buffer.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.documents.model import Banner, Document
from kiosk.ports import (
    ChargeLevel,
    Counters,
    NotPrinted,
    Printed,
    PrinterFault,
    PrinterState,
    PrintOutcome,
    PrintProgress,
    PrintUnknown,
    Roll,
)
from tests.simulation.baton import Baton
from tests.simulation.chances import Constants, Faults

_RECEIPT_MM = 300
_ROLL_MM = 60_000
_TAIL_MM = 30
"""What a partial strip lacks at least: the last lines and the way to the knife."""
_MENDED_S = 150.0
_COPY_S = 90.0
_HALF = 0.5
_NEW = 0.3
"""So many printers never printed before; their counters stand at zero."""


@dataclass(frozen=True)
class SimulatedRoll:
    """A laid-out document; ``code`` is how its paper is known again.

    ``is_copy``: it bears the mark of a copy, and so may be one of several.
    """

    code: str
    is_copy: bool = False
    length_mm: int = _RECEIPT_MM
    sheets: int = 2
    size_bytes: int = 4_000


@dataclass
class Strip:
    """A paper that came out, whole or not; a receipt has no code."""

    code: str
    is_copy: bool = False
    op_id: str = ""
    complete: bool = False
    retracted: bool = False


class SimulatedPrinter:
    """The mechanics outlive the kiosk's program; ``point`` and ``first_byte`` are of its present
    start."""

    charge_level = ChargeLevel.PROCESS_ID

    def __init__(
        self,
        baton: Baton,
        faults: Faults,
        constants: Constants,
        note: Callable[[str], None],
    ) -> None:
        self._baton = baton
        self._faults = faults
        self._constants = constants
        self._note = note
        self.has_counters = constants.counters
        self.point: Callable[[str], None] = lambda _name: None
        self.first_byte: Callable[[str], str] = lambda _code: ""
        self.finished: Callable[[Strip], None] = lambda _strip: None
        self.strips: list[Strip] = []
        self.lied: set[str] = set()
        self._counts = Counters(0, 0, 0)
        if faults.chance.random() >= _NEW:
            self._count(cuts=faults.chance.randrange(1, 3), cm=faults.chance.randrange(90))
        self._fault: PrinterFault | None = None
        self._deaf_until_s = -1.0
        self._unreadable_until_s = -1.0
        self._moved_mm = 0
        self._job: Strip | None = None
        self._job_number = 0
        self._is_whole = False  # the job in the buffer has its end
        self._strip_is_open = False
        self._left_mm = faults.chance.choice((constants.length_mm + 400, _ROLL_MM, _ROLL_MM))

    # The port.

    def state(self) -> PrinterState:
        return PrinterState(self._deaf() or self._fault)

    def lay_out(self, document: Document) -> SimulatedRoll:
        is_copy = any(
            isinstance(block, Banner) and block.text.startswith("COPIA")
            for block in document.blocks
        )
        code = document.meta.get("verification_code", "")
        return SimulatedRoll(code, is_copy, self._constants.length_mm if code else _RECEIPT_MM)

    def preflight(self, length_mm: int) -> PrinterFault | None:
        self.point("at the printer")
        self._answer_late()
        fault = self._deaf() or self._fault
        if fault is None and self._faults.strikes("printer: presenter blocked"):
            self._break(PrinterFault.PRESENTER)
            fault = self._fault
        if fault is None and self._strip_is_open:
            self._strip_is_open = False
            self._count(cuts=1)
        if fault is None and length_mm > self._left_mm:
            self._baton.at(self._faults.between(1.0, _MENDED_S), self._load)
            fault = PrinterFault.PAPER_OUT
        return fault

    def counters(self) -> Counters | None:
        self.point("at the printer")
        if not self.has_counters or self._deaf():
            return None
        if self._faults.strikes("printer: counters unreadable"):
            self._unreadable_until_s = self._baton.now + self._faults.between(0.0, _MENDED_S)
        if self._baton.now < self._unreadable_until_s:
            return None
        counts = self._counts
        if self._answer_late() and self._faults.chance.random() < _HALF:
            return counts  # they were read at once, and told later
        if self.strips and self._lies("lie: counters", self.strips[-1].code):
            return replace(self._counts, cuts=(self._counts.cuts or 0) + 1)
        return self._counts

    def clear(self) -> bool:
        self.point("at the printer")
        self._answer_late()
        if self._deaf() or self._is_not_cleared():
            return False
        self._drop_job()
        return True

    def close(self) -> None:
        pass

    def print(
        self, roll: Roll, fence_id: int, on_progress: Callable[[PrintProgress], None]
    ) -> PrintOutcome:
        assert isinstance(roll, SimulatedRoll)
        self.point("while printing")
        if self._deaf():
            return NotPrinted(PrinterFault.DISCONNECTED, "the line could not be opened")
        op_id = self.first_byte(roll.code)
        if self._faults.strikes("printer: nothing printed"):
            return NotPrinted(PrinterFault.COVER_OPEN, "buffer cleared, counters unchanged")
        if self._lies("lie: printed without paper", roll.code):
            return Printed(f"process id {fence_id:04d}, cut ok")
        if not self._gets_its_turn():
            return self._unknown("no progress")
        strip = Strip(roll.code, roll.is_copy, op_id)
        self.strips.append(strip)
        self._job, self._moved_mm, self._is_whole = strip, 0, False
        self._job_number += 1
        if self._faults.chance.random() < _HALF:  # the head follows while bytes still come
            self._move_to(self._part_mm(roll) // 2)
        self.point("while printing")
        if self._faults.strikes("printer: unplugged"):
            self._go_deaf()
            return self._unknown("the line broke while sending")
        return self._prints(strip, roll, fence_id, on_progress)

    def lose_power(self) -> None:
        """The buffer is gone, the paper stays where it is; some models forget their counters."""
        self._drop_job()
        if self._faults.strikes("printer: counters reset"):
            self._counts = Counters(0, 0, 0)

    @property
    def may_print_another(self) -> bool:
        """A copy is in its buffer from beginning to end."""
        return self._job is not None and self._is_whole and bool(self._job.code)

    @property
    def is_busy(self) -> bool:
        """Paper hangs in it, or may still come."""
        return self._job is not None

    def empty_by_hand(self) -> None:
        """Somebody takes out what hangs in it, and nothing more comes."""
        self._job_number += 1
        self._job = None
        self._strip_is_open = False

    def mend(self) -> None:
        """Somebody puts everything right."""
        self._fault = None
        self._deaf_until_s = self._unreadable_until_s = -1.0

    # Mechanics.

    def _prints(
        self,
        strip: Strip,
        roll: SimulatedRoll,
        fence_id: int,
        on_progress: Callable[[PrintProgress], None],
    ) -> PrintOutcome:
        """All bytes are in the buffer: the paper comes, whoever is there to see it."""
        self._is_whole = True
        number, speed = self._job_number, self._constants.mm_per_s
        stop = self._stops()
        stops_mm = max(self._moved_mm, self._part_mm(roll)) if stop else roll.length_mm
        self._baton.at(
            stops_mm / speed, lambda: self._come_out(number, strip, roll, stop, stops_mm)
        )
        silent = self._faults.strikes("printer: silent")
        gone = not silent and self._faults.strikes("printer: unplugged")
        if silent or gone:
            self._wait(self._faults.between(0.0, roll.length_mm / speed))
            self._go_deaf()
            return self._unknown("no answer" if silent else "the line vanished")
        self._wait(stops_mm / speed / 2)
        on_progress(PrintProgress(0.5))
        self._wait(stops_mm / speed / 2 + 0.1)
        if stop:
            held_s = 0.0
            while self._fault is not None and held_s < self._constants.hold_paper_s:
                on_progress(PrintProgress(0.5, self._fault))
                self._wait(5.0)
                held_s += 5.0
            if (fault := self._fault) is not None:  # it may be mended while the buffer is emptied
                cleared = self.clear()
                return PrintUnknown(fault, f"not mended; cleared: {cleared}")
            self._wait((roll.length_mm - stops_mm) / speed + 0.1)
        if not strip.complete:
            return self._unknown("no progress")
        self._wait(0.5)
        if strip.retracted:
            return NotPrinted(PrinterFault.PRESENTER, "retracted")
        if self._lies("lie: not printed with paper", strip.code):
            return NotPrinted(PrinterFault.PRESENTER, "nothing came out")
        if self._faults.strikes("printer: proof lost"):
            return self._unknown("the last answer was garbled")
        on_progress(PrintProgress(1.0))
        return Printed(f"process id {fence_id:04d}, cut ok")

    def _come_out(
        self, number: int, strip: Strip, roll: SimulatedRoll, stop: str, stops_mm: int
    ) -> None:
        """The head has reached its place; in the hub, whether or not a kiosk is alive."""
        if number != self._job_number:
            return
        self._move_to(stops_mm)
        if not stop:
            self._complete(strip, roll)
            return
        self._fault = PrinterFault.COVER_OPEN if "cover" in stop else PrinterFault.PAPER_OUT
        if "for good" not in stop:
            mended_s = self._faults.between(1.0, self._constants.hold_paper_s * 1.2)
        else:
            mended_s = self._constants.hold_paper_s + self._faults.between(0.0, 60.0)
        self._baton.at(mended_s, lambda: self._mend(number, strip, roll))

    def _mend(self, number: int, strip: Strip, roll: SimulatedRoll) -> None:
        """Somebody loads paper or closes the cover; what is still in the buffer goes on."""
        self._fault = None
        if self._faults.strikes("printer: cut at loading"):
            self._count(cuts=1)
        if number == self._job_number:
            rest_s = (roll.length_mm - self._moved_mm) / self._constants.mm_per_s
            self._baton.at(rest_s, lambda: self._rest(number, strip, roll))

    def _rest(self, number: int, strip: Strip, roll: SimulatedRoll) -> None:
        if number == self._job_number:
            self._complete(strip, roll)

    def _complete(self, strip: Strip, roll: SimulatedRoll) -> None:
        self._move_to(roll.length_mm)
        self._count(cuts=1)
        strip.complete = True
        self._job = None
        self._job_number += 1
        if strip.code and self._faults.strikes("printer: strip retracted"):
            strip.retracted = True
            self._count(retracts=1)
        self._note(f"paper {strip.code or 'receipt'} {'retracted' if strip.retracted else 'out'}")
        self.finished(strip)

    def _stops(self) -> str:
        for kind in (
            "printer: paper out, loaded",
            "printer: paper out for good",
            "printer: cover opened",
        ):
            if self._faults.strikes(kind):
                return kind
        return ""

    def _go_deaf(self) -> None:
        self._deaf_until_s = self._baton.now + self._faults.between(1.0, _MENDED_S)

    def _unknown(self, why: str) -> PrintUnknown:
        return PrintUnknown(self._deaf() or PrinterFault.UNKNOWN, why)

    def _deaf(self) -> PrinterFault | None:
        return PrinterFault.DISCONNECTED if self._baton.now < self._deaf_until_s else None

    def _load(self) -> None:
        self._left_mm = _ROLL_MM

    def _break(self, fault: PrinterFault) -> None:
        self._fault = fault
        self._baton.at(self._faults.between(1.0, _MENDED_S), self._repair)

    def _repair(self) -> None:
        self._fault = None

    def _wait(self, seconds: float) -> None:
        self._baton.wait(seconds)
        self.point("while printing")

    def _gets_its_turn(self) -> bool:
        """What is in the buffer before this comes out first; meanwhile nothing more fits in."""
        waited_s = 0.0
        while self._job is not None and self._is_whole and waited_s < _COPY_S:
            self._wait(2.0)
            waited_s += 2.0
        return waited_s < _COPY_S

    def _is_not_cleared(self) -> bool:
        """Nobody can tell that the buffer is empty: it is not, or only the answer is missing."""
        if self._job is not None and self._faults.strikes("printer: full buffer not cleared"):
            return True
        if not self._faults.strikes("printer: buffer not cleared"):
            return False
        if self._faults.chance.random() < _HALF:
            self._drop_job()
        return True

    def _drop_job(self) -> None:
        """Whatever was still to be printed is gone; the strip hangs out."""
        self._job_number += 1
        if self._job is not None:
            self._strip_is_open = True
            self._job = None

    def _answer_late(self) -> bool:
        late = self._faults.strikes("printer: answer late")
        if late:
            self._wait(self._faults.awhile_s(_MENDED_S))
        return late

    def _part_mm(self, roll: SimulatedRoll) -> int:
        """How far a copy gets: not at all, somewhere, or almost to its end."""
        last = roll.length_mm - _TAIL_MM
        return self._faults.chance.choice((0, self._faults.chance.randrange(last), last))

    def _move_to(self, mm: int) -> None:
        """Advance the paper of this job; the counter counts whole centimetres."""
        cm = mm // 10 - self._moved_mm // 10
        self._left_mm -= mm - self._moved_mm
        self._moved_mm = mm
        self._count(cm=cm)

    def _count(self, *, cuts: int = 0, cm: int = 0, retracts: int = 0) -> None:
        now = self._counts
        self._counts = Counters(
            (now.cuts or 0) + cuts, (now.printed_cm or 0) + cm, (now.retracts or 0) + retracts
        )

    def _lies(self, kind: str, code: str) -> bool:
        if kind not in self._faults.chances or not self._faults.strikes(kind):
            return False
        self.lied.add(code)
        return True

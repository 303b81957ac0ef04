"""Motor, cutter, presenter and sensors of the virtual printer, and the time they take.

Commands become actions in a queue; an action moves paper for its millimetres at head speed and then
does its work. The queue stands still while a fault lasts, and goes on by itself when it is mended,
as the manuals say of paper end and open cover; a cutter error stays until it is cleared.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from drivers.virtual.models import Model
from drivers.virtual.paper import Paper, Strip

ROLL_MM = 60_000.0


@dataclass
class Counts:
    """Lifetime counters."""

    cuts: int = 0
    printed_mm: float = 0.0
    retracts: int = 0
    power_ups: int = 1


@dataclass(frozen=True)
class Action:
    """Something to do once the paper has moved."""

    mm: float
    do: Callable[[], None]
    seconds: float = 0.0
    is_cut: bool = False
    is_presenting: bool = False


class Mechanism:
    """State and queue; not thread-safe: its printer's lock guards it."""

    def __init__(
        self, model: Model, speed: float | None, on_strip: Callable[[Strip], None]
    ) -> None:
        self.model = model
        self.paper = Paper(model)
        self.counts = Counts()
        self.strips: list[Strip] = []
        self.cover_open = False
        self.paper_present = True
        self.head_hot = False
        self.cutter_jammed = False  # the next cut will fail
        self.cutter_error = False  # a cut has failed
        self.paper_jammed = False
        self.presenter_jammed = False  # the next ticket will get stuck
        self.presenter_error = False  # a ticket is stuck
        self.left_mm = ROLL_MM
        self.ticket: Strip | None = None  # at the output
        self.inside: Strip | None = None  # cut, waiting in the presenter
        self._ticket_until: tuple[float, str] | None = None
        self._ends_in_mm: float | None = None
        self.at_mm: list[tuple[float, Callable[[], None]]] = []  # of all paper ever moved
        self._speed = speed
        self._on_strip = on_strip
        self._queue: deque[tuple[Action, float]] = deque()  # with the moment it was queued
        self._ends_at: float | None = None
        self._free_since = 0.0  # when the motor finished its last action
        self._now = 0.0

    # -- the queue --------------------------------------------------------------------------------

    def enqueue(self, action: Action) -> None:
        """Do this after everything before it."""
        self._queue.append((action, self._now))

    @property
    def queued_mm(self) -> float:
        """Paper that the queue will move."""
        return sum(action.mm for action, _ in self._queue)

    @property
    def is_busy(self) -> bool:
        """True while something is queued or moving."""
        return bool(self._queue)

    @property
    def motor_on(self) -> bool:
        """True while paper moves."""
        return self._ends_at is not None

    @property
    def stopped(self) -> bool:
        """True while a fault holds the queue."""
        waits = self.cover_open or not self.paper_present or self.head_hot or self.paper_jammed
        return waits or self.cutter_error or self.presenter_error

    def advance(self, now: float) -> bool:
        """Do what is due; True if anything happened."""
        self._now = now
        happened = self._ticket_timeout(now)
        while self._queue and not self.stopped:
            action, queued_at = self._queue[0]
            if self._ends_at is None and not self._begin(action, max(self._free_since, queued_at)):
                return True
            if self._ends_at is not None and now < self._ends_at:
                break
            self._queue.popleft()
            # What followed at once began then, however late this thread looks: a head that is
            # fed keeps its pace.
            self._free_since = now if self._ends_at is None else self._ends_at
            self._ends_at = None
            self._moved(action.mm)
            action.do()
            happened = True
        if self.stopped:
            self._ends_at = None
            self._free_since = now
        return happened

    def _begin(self, action: Action, at: float) -> bool:
        """Start an action; False if a sensor or the cutter stops it."""
        if self._ends_in_mm is not None and action.mm > self._ends_in_mm:
            self.paper_present = False
            return False
        if action.is_cut and self.cutter_jammed:
            self.cutter_error = True
            return False
        if action.is_presenting and self.presenter_jammed:
            self.presenter_error = True
            return False
        if self._speed is not None:
            took_s = action.mm / self.model.speed_mm_s + action.seconds
            if took_s > 0:
                self._ends_at = at + took_s / self._speed
        return True

    def _moved(self, mm: float) -> None:
        self.counts.printed_mm += mm
        self.left_mm = max(0.0, self.left_mm - mm)
        if self._ends_in_mm is not None:
            self._ends_in_mm -= mm
        due = [do for at, do in self.at_mm if at <= self.counts.printed_mm]
        self.at_mm = [(at, do) for at, do in self.at_mm if at > self.counts.printed_mm]
        for do in due:
            do()

    def next_due(self) -> float | None:
        """When something will happen by itself."""
        dues = []
        if self._ends_at is not None and not self.stopped:
            dues.append(self._ends_at)
        if self._ticket_until is not None:
            dues.append(self._ticket_until[0])
        return min(dues, default=None)

    def discard(self, *, pending: bool) -> None:
        """Lose the queue: cleared buffers or a power cut."""
        if self._queue or pending or not self.paper.is_blank:
            self.paper.damage()
        self._queue.clear()
        self._ends_at = None
        self.cutter_error = self.presenter_error = False

    # -- cutter and presenter ---------------------------------------------------------------------

    def cut(self) -> None:
        """The strip falls off, or waits inside a presenter."""
        strip = self._cut()
        if self.model.has_presenter:
            self._drop(self.inside, "ejected")
            self.inside = strip.with_fate("inside")
            self._change(self.inside)
        self._on_strip(strip)

    def present(self, mode: int, timeout_s: float) -> None:
        """Cut and show the ticket; after the time ``mode`` E ejects it, R pulls it back."""
        self._drop(self.ticket, "ejected")
        self.ticket = self._cut().with_fate("presented")
        self._change(self.ticket)
        fate = "retracted" if mode == ord("R") else "ejected"
        pace = self._speed or 1.0
        self._ticket_until = (self._now + timeout_s / pace, fate) if timeout_s else None
        self._on_strip(self.ticket)

    def eject(self) -> None:
        """Push out whatever is in the presenter."""
        self._drop(self.ticket or self.inside, "ejected")

    def retract(self) -> None:
        """Pull it back into the bin."""
        if self.ticket or self.inside:
            self.counts.retracts += 1
        self._drop(self.ticket or self.inside, "retracted")

    def take(self) -> bool:
        """A hand takes the ticket."""
        taken = self.ticket is not None
        self._drop(self.ticket, "taken")
        return taken

    def _cut(self) -> Strip:
        self.counts.cuts += 1
        strip = self.paper.cut()
        self.strips.append(strip)
        return strip

    def _drop(self, strip: Strip | None, fate: str) -> None:
        if strip is None:
            return
        self._change(strip.with_fate(fate))
        self.ticket = self.inside = self._ticket_until = None

    def _change(self, strip: Strip) -> None:
        at = next(i for i, known in enumerate(self.strips) if known.number == strip.number)
        self.strips[at] = strip

    def _ticket_timeout(self, now: float) -> bool:
        if self._ticket_until is None or now < self._ticket_until[0]:
            return False
        fate = self._ticket_until[1]
        if fate == "retracted":
            self.counts.retracts += 1
        self._drop(self.ticket, fate)
        return True

    # -- paper ------------------------------------------------------------------------------------

    @property
    def near_end(self) -> bool:
        """The near-end sensor."""
        return self.left_mm < self.model.near_end_mm

    def end_paper(self, after_mm: float | None) -> None:
        """Let the paper end now, or after so much more of it; no sensor foresees it."""
        if after_mm is None:
            self.paper_present = False
        else:
            self._ends_in_mm = after_mm

    def load_paper(self) -> None:
        """Put in a new roll."""
        if not self.paper_present:
            self.paper.splice()
        self.paper_present = True
        self._ends_in_mm = None
        self.left_mm = ROLL_MM

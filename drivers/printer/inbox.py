"""What the printer has said so far: where reader thread and driver thread meet."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence

from drivers.printer import events as ev
from drivers.printer.escpos import ID_MAX
from drivers.printer.status import BitTable, Codes, StatusCode, decode_all

_REPLIES_KEPT = 16
MARKERS = 32  # a Star printer counts them to 31 and then from 0 again
_MARKERS_AHEAD = 2  # no more than two are ever under way: one that seems to be is a reset


class Inbox:
    """Thread-safe: every event wakes the waiters, who look again for what they wait for."""

    def __init__(self, bits: BitTable) -> None:
        self._bits = bits
        self._changed = threading.Condition()
        self.gone = False
        self.codes: Codes | None = None  # None: nothing is known yet
        self.raw: dict[str, int] = {}  # the newest status bytes by name, as they came
        self.status_count = 0
        self.real_time: deque[int] = deque(maxlen=_REPLIES_KEPT)
        self.process_id: int | None = None
        self.queued_replies = 0
        self.cleared = 0
        self.symbol_sizes: list[int] = []
        self.ident: str | None = None
        self.counter: ev.CounterValue | None = None
        self.delivered: int | None = None
        self.free_bytes: int | None = None  # of the memory for pictures
        self.marker_count: int | None = None  # a Star printer's own
        self.counter_jumped = False  # and it was not by markers: the printer was reset
        self.has_lost = False  # the printer told that it lost bytes
        self.ticket_seen = False
        self.motor_seen = False
        self._taken_before = False  # the ticket of an earlier job, as long as nothing else is told

    def post(self, event: ev.Event) -> None:
        """Take in an event."""
        with self._changed:
            match event:
                case ev.RealTimeStatus(value):
                    self.real_time.append(value)
                case ev.AutoStatus(b1, b2, b3, _):
                    self._read((("asb1", b1), ("asb2", b2), ("asb3", b3)))
                case ev.FullStatus(p, u, r, x):
                    self._read((("full1", p), ("full2", u), ("full3", r), ("full4", x)))
                case ev.StarStatus():
                    self._count_markers(event.markers)
                    self._read(event.bytes_by_name)
                case ev.DeliveredCount(value):
                    self.delivered = value
                case ev.ProcessId(number):
                    self.process_id = number
                case ev.BuffersCleared():
                    self.cleared += 1
                case ev.QueuedReply():
                    self.queued_replies += 1
                case ev.FreeBytes(count):
                    self.free_bytes = count
                case ev.SymbolSize(dots):
                    self.symbol_sizes.append(dots)
                case ev.IdentText(text):
                    self.ident = text
                case ev.CounterValue():
                    self.counter = event
                case ev.Noise():
                    pass
            self._changed.notify_all()

    def set_codes(self, codes: Codes) -> None:
        """A whole round of real-time answers was read."""
        with self._changed:
            self._set(codes)
            self._changed.notify_all()

    def note_bytes(self, answers: Iterable[tuple[str, int]]) -> None:
        """The bytes of that round, for whoever looks at them as they came."""
        with self._changed:
            self.raw.update(answers)

    def raw_bytes(self) -> dict[str, int]:
        """The newest status bytes by name."""
        with self._changed:
            return dict(self.raw)

    def _read(self, named: Sequence[tuple[str, int]]) -> None:
        self.raw.update(named)
        self._set(decode_all(named, self._bits))

    def _set(self, codes: Codes) -> None:
        self.codes = codes
        self.status_count += 1
        self._taken_before &= StatusCode.TAKEN in codes
        was_taken = StatusCode.TAKEN in codes and not self._taken_before
        self.ticket_seen |= StatusCode.TICKET in codes or was_taken
        self.motor_seen |= StatusCode.MOTOR in codes
        self.has_lost |= StatusCode.LOST in codes

    def _count_markers(self, count: int) -> None:
        """A counter that comes with every status: how far it went since the last one."""
        before, self.marker_count = self.marker_count, count
        if before is None:
            return
        went = (count - before) % MARKERS
        if went <= _MARKERS_AHEAD:
            self.queued_replies += went
        else:
            self.counter_jumped = True

    def lose(self) -> None:
        """The line is gone."""
        with self._changed:
            self.gone = True
            self._changed.notify_all()

    def begin_job(self) -> None:
        """Forget the answers of earlier jobs."""
        with self._changed:
            self.process_id = None
            self.queued_replies = 0
            self.symbol_sizes.clear()
            self.counter_jumped = False
            self.has_lost = False
            self.ticket_seen = False
            self.motor_seen = False
            self._taken_before = self.codes is not None and StatusCode.TAKEN in self.codes

    def forget_answers(self) -> None:
        """Forget earlier answers to questions about name and counters."""
        with self._changed:
            self.ident = self.counter = self.delivered = self.free_bytes = None

    def reached(self, process_id: int) -> bool:
        """True once this id or a later one was answered; ids wrap around after 9999."""
        if self.process_id is None:
            return False
        return (self.process_id - process_id) % ID_MAX < ID_MAX // 2

    def wait(self, condition: Callable[[], bool], timeout_s: float) -> bool:
        """Wait for the condition, the loss of the line or the end of time; is it true now?"""
        with self._changed:
            self._changed.wait_for(lambda: condition() or self.gone, timeout_s)
            return condition()

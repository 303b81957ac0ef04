"""What the printer has said so far: where reader thread and driver thread meet."""

import threading
from collections import deque
from collections.abc import Callable

from drivers.printer import events as ev
from drivers.printer.escpos import ID_MAX
from drivers.printer.status import BitTable, Codes, StatusCode, decode_all

_REPLIES_KEPT = 16


class Inbox:
    """Thread-safe: every event wakes the waiters, who look again for what they wait for."""

    def __init__(self, bits: BitTable) -> None:
        self._bits = bits
        self._changed = threading.Condition()
        self.gone = False
        self.codes: Codes | None = None  # None: nothing is known yet
        self.status_count = 0
        self.real_time: deque[int] = deque(maxlen=_REPLIES_KEPT)
        self.process_id: int | None = None
        self.queued_replies = 0
        self.cleared = 0
        self.symbol_sizes: list[int] = []
        self.ident: str | None = None
        self.counter: ev.CounterValue | None = None
        self.ticket_seen = False
        self.motor_seen = False

    def post(self, event: ev.Event) -> None:
        """Take in an event."""
        with self._changed:
            match event:
                case ev.RealTimeStatus(value):
                    self.real_time.append(value)
                case ev.AutoStatus(b1, b2, b3, _):
                    self._set(decode_all((("asb1", b1), ("asb2", b2), ("asb3", b3)), self._bits))
                case ev.FullStatus(p, u, r, x):
                    pairs = (("full1", p), ("full2", u), ("full3", r), ("full4", x))
                    self._set(decode_all(pairs, self._bits))
                case ev.ProcessId(number):
                    self.process_id = number
                case ev.BuffersCleared():
                    self.cleared += 1
                case ev.QueuedReply():
                    self.queued_replies += 1
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

    def _set(self, codes: Codes) -> None:
        self.codes = codes
        self.status_count += 1
        self.ticket_seen |= StatusCode.TICKET in codes
        self.motor_seen |= StatusCode.MOTOR in codes

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
            self.ticket_seen = False
            self.motor_seen = False

    def forget_answers(self) -> None:
        """Forget earlier answers to questions about name and counters."""
        with self._changed:
            self.ident = self.counter = None

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

"""What went over the line lately: a ring of lines with their time, in words, without any text.

A line that comes again soon is counted, not repeated: the questions for the status, asked every
second, must not push a whole job out of the ring.
"""

import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from drivers.printer import events as ev
from drivers.printer.profile import Profile
from drivers.printer.split import Splitter
from drivers.printer.transport import Port
from kiosk.ports import Clock
from kiosk.staff.maintenance.workshop import TraceLine

KEPT = 240
"""Lines: some ten certificates."""
_SOON = 16
"""Lines within which the same is counted: one round of questions and answers is half of them."""
_ANSWERS: dict[type[ev.Event], str] = {
    ev.RealTimeStatus: "real_time_status",
    ev.AutoStatus: "auto_status",
    ev.FullStatus: "full_status",
    ev.StarStatus: "star_status",
    ev.DeliveredCount: "delivered_count",
    ev.ProcessId: "process_id_answer",
    ev.BuffersCleared: "buffers_cleared",
    ev.SymbolSize: "symbol_size",
    ev.FreeBytes: "free_bytes",
    ev.QueuedReply: "queued_reply",
    ev.IdentText: "ident_text",
    ev.CounterValue: "counter_value",
    ev.Noise: "noise",
}
ANSWERS = frozenset(_ANSWERS.values()) | {"unfinished"}


class Trace:
    """Thread-safe: one thread writes, another reads the line, a third looks."""

    def __init__(self, profile: Profile, clock: Clock) -> None:
        self._splitter = Splitter(profile)
        self._clock = clock
        self._lines: deque[TraceLine] = deque(maxlen=KEPT)
        self._guard = threading.Lock()

    def now(self) -> datetime:
        """The clock of its lines."""
        return self._clock.now()

    def wrote(self, data: bytes, at: datetime) -> None:
        """These bytes left for the printer; ``at``: when that began."""
        pieces = self._splitter.feed(data)
        is_open = all(piece.data or piece.code == "padding" for piece in pieces)
        shown = b"".join(piece.data for piece in pieces) if is_open else b""
        said = (piece.code for piece in pieces)
        self._keep(TraceLine(at, True, len(data), _counted(said), shown))

    def heard(self, data: bytes, events: Iterable[ev.Event]) -> None:
        """These bytes came; ``events``: what ended with them."""
        said = (_ANSWERS[type(event)] for event in events)
        self._keep(TraceLine(self.now(), False, len(data), _counted(said), data))

    def lines(self) -> tuple[TraceLine, ...]:
        """The newest first."""
        with self._guard:
            # An answer may be read before the question's write has returned.
            return tuple(sorted(self._lines, key=lambda line: line.at, reverse=True))

    def _keep(self, line: TraceLine) -> None:
        with self._guard:
            for back in range(1, min(_SOON, len(self._lines)) + 1):
                old = self._lines[-back]
                if line.data and replace(old, at=line.at, times=1) == line:
                    del self._lines[-back]
                    line = replace(line, times=old.times + 1)
                    break
            self._lines.append(line)


def _counted(codes: Iterable[str]) -> tuple[tuple[str, int], ...]:
    said: dict[str, int] = {}
    for code in codes:
        said[code] = said.get(code, 0) + 1
    return tuple(said.items()) or (("unfinished", 1),)


class TracedPort:
    """A line whose writes are traced; what is read is traced by whoever understands it."""

    def __init__(self, port: Port, trace: Trace) -> None:
        self._port = port
        self._trace = trace

    def read(self) -> bytes:
        """See ``Port``."""
        return self._port.read()

    def write(self, data: bytes, timeout_s: float) -> int:
        """See ``Port``."""
        at = self._trace.now()
        taken = self._port.write(data, timeout_s)
        if taken:
            self._trace.wrote(data[:taken], at)
        return taken

    def override_flow_control(self, on: bool) -> None:
        """See ``Port``."""
        self._port.override_flow_control(on)

    def is_clear_to_send(self) -> bool | None:
        """See ``Port``."""
        return self._port.is_clear_to_send()

    def interrupt(self) -> None:
        """See ``Port``."""
        self._port.interrupt()

    def close(self) -> None:
        """See ``Port``."""
        self._port.close()

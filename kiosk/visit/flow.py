"""The running visit.

Events in from any thread, one at a time; effects out to the executor; the newest view kept.

``advance`` and ``view`` are pure; this is the one place where a visit has a lock and a present.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import replace

import structlog

from kiosk.identity.scanned import Scanned
from kiosk.ports import Clock
from kiosk.station.capability import Capabilities
from kiosk.visit.advance import advance
from kiosk.visit.effects import Effect
from kiosk.visit.events import (
    Event,
    ReaderChanged,
    StationChanged,
    SymbolRead,
    Tick,
    parse_intent,
)
from kiosk.visit.state import Attract, Setup, Visit, begin
from kiosk.visit.view import view
from kiosk.visit.views import View

log = structlog.get_logger()

QUEUE_LIMIT = 1000
"""Events waiting; a visit makes a handful a second, so more than this is a bug."""

Emit = Callable[[Event], None]


class Flow:
    """Holds one machine's visit. Every method may be called from any thread and returns at once."""

    def __init__(
        self, setup: Setup, station: Capabilities, clock: Clock, run: Callable[[Effect, Emit], None]
    ) -> None:
        """``run`` starts an effect elsewhere at once and emits its answer when it is there."""
        self._clock = clock
        self._run = run
        self._lock = threading.RLock()
        self._events: deque[Event] = deque()
        self._draining = False
        self._visit = begin(setup, station)
        self._view = view(self._visit)
        self._subscribers: list[Callable[[], None]] = []

    def subscribe(self, on_change: Callable[[], None]) -> None:
        """Call ``on_change`` after the view became another one, from any thread."""
        self._subscribers.append(on_change)

    def view(self) -> View:
        """The newest view."""
        return self._view

    def visit(self) -> Visit:
        """The newest state, for staff and tests; never for a screen."""
        return self._visit

    def intent(self, name: str, args: dict[str, object]) -> None:
        """A touch on the screen; what is not understood is logged and changes nothing."""
        try:
            event = parse_intent(name, args)
        except ValueError:
            log.warning("intent_refused", intent=name)
            return
        self.handle(event)

    def tick(self) -> None:
        """Time passed."""
        self.handle(Tick())

    def station_changed(self, capabilities: Capabilities) -> None:
        """The machine can do something else now."""
        self.handle(StationChanged(capabilities))

    def scanned(self, symbol: Scanned | None) -> None:
        """The barcode reader read something; None: nothing of ours."""
        self.handle(SymbolRead(symbol))

    def reader_changed(self, can_scan: bool) -> None:
        """The barcode reader was plugged in or pulled out."""
        self.handle(ReaderChanged(can_scan))

    def reconfigure(self, setup: Setup) -> bool:
        """Take other settings over, if nobody stands before the machine; True if that was so."""
        with self._lock:
            visit = self._visit
            chosen = visit.adjusting or visit.comfort != visit.ordinary
            if self._draining or chosen or not isinstance(visit.stage, Attract):
                return False
            before = self._view
            fresh = begin(setup, visit.station)
            self._visit = replace(
                visit, setup=setup, language=fresh.language, comfort=fresh.comfort
            )
            self._view = view(self._visit)
            changed = self._view != before
        if changed:
            for on_change in self._subscribers:
                on_change()
        return True

    def handle(self, event: Event) -> None:
        """Queue one event; whoever finds the queue idle works it off, in order."""
        with self._lock:
            assert len(self._events) < QUEUE_LIMIT, "the visit's events pile up"
            self._events.append(event)
            if self._draining:
                return
            self._draining = True
            before = self._view
            try:
                while self._events:
                    self._step(self._events.popleft())
            finally:
                self._draining = False
            changed = self._view != before
        if changed:
            for on_change in self._subscribers:
                on_change()

    def _step(self, event: Event) -> None:
        self._visit, effects = advance(self._visit, event, self._clock.monotonic())
        self._view = view(self._visit)
        for effect in effects:
            self._run(effect, self.handle)

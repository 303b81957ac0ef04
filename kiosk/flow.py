"""What runs a pure state machine: events in from any thread, one at a time; effects out.

``advance`` and ``view`` are pure; this is the one place where a visit, a desk or a maintenance has
a lock and a present.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, Generic, TypeVar, cast

from kiosk.ports import Clock

QUEUE_LIMIT = 1000
"""Events waiting; people make a handful a second, so more than this is a bug."""

State = TypeVar("State")
Event = TypeVar("Event")
Effect = TypeVar("Effect")
View = TypeVar("View")
Intent = TypeVar("Intent")


def read_intent(table: Mapping[str, type[Intent]], name: str, args: Mapping[str, object]) -> Intent:
    """Turn what a screen said into the typed event that a table has for its name.

    Raises:
        ValueError: unknown name, or arguments of another shape.
    """
    cls = table.get(name)
    if cls is None:
        raise ValueError(f"unknown intent {name!r}")
    wanted = {f.name: f.type for f in fields(cast(Any, cls))}
    if wanted.keys() != args.keys():
        raise ValueError(f"intent {name!r} takes {sorted(wanted)}")
    for key, kind in wanted.items():
        if type(args[key]) is not {"str": str, "int": int, "bool": bool}.get(str(kind), kind):
            raise ValueError(f"intent {name!r}: {key} has another type")
    return cast(Any, cls)(**args)  # type: ignore[no-any-return]


class Present(Generic[State, Event, Effect, View]):
    """Holds one machine's state. Every method may be called from any thread and returns at once."""

    def __init__(
        self,
        state: State,
        advance: Callable[[State, Event, float], tuple[State, Iterable[Effect]]],
        view: Callable[[State], View],
        clock: Clock,
        run: Callable[[Effect, Callable[[Event], None]], None],
    ) -> None:
        """Begin with a state.

        Args:
            state: the first.
            advance: what an event leads to, at a monotonic time in seconds.
            view: what a state looks like.
            clock: the time of events.
            run: starts an effect elsewhere at once and emits its answer when it is there.
        """
        self._advance = advance
        self._draw = view
        self._clock = clock
        self._run = run
        self._lock = threading.RLock()
        self._events: deque[Event] = deque()
        self._draining = False
        self._state = state
        self._view = view(state)
        self._subscribers: list[Callable[[], None]] = []

    def subscribe(self, on_change: Callable[[], None]) -> None:
        """Call ``on_change`` after the view became another one, from any thread."""
        self._subscribers.append(on_change)

    def view(self) -> View:
        """The newest view."""
        return self._view

    def state(self) -> State:
        """The newest state, for staff and tests; never for a screen."""
        return self._state

    def handle(self, event: Event) -> None:
        """Queue one event; whoever finds the queue idle works it off, in order."""
        with self._lock:
            assert len(self._events) < QUEUE_LIMIT, "events pile up"
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
            self._tell()

    def exchange(self, change: Callable[[State], State | None]) -> bool:
        """Put another state in place from outside, between two events; False if None was given."""
        with self._lock:
            fresh = None if self._draining else change(self._state)
            if fresh is None:
                return False
            before = self._view
            self._state = fresh
            self._view = self._draw(fresh)
            changed = self._view != before
        if changed:
            self._tell()
        return True

    def _step(self, event: Event) -> None:
        self._state, effects = self._advance(self._state, event, self._clock.monotonic())
        self._view = self._draw(self._state)
        for effect in effects:
            self._run(effect, self.handle)

    def _tell(self) -> None:
        for on_change in self._subscribers:
            on_change()

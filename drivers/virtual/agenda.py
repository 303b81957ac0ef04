"""What is to be done to a virtual printer, and when: at a byte, in a while, at a strip's stage."""

import sys
from collections.abc import Callable
from typing import Literal

Action = Callable[[], None]
Stage = Literal["begins", "cut", "presented", "taken"]
"""What happens to a strip.

Its first dot is ordered, it is cut, it stands at the output, a hand took it.
"""
Watcher = Callable[[Stage, int], None]


class Agenda:
    """Not thread-safe: its printer's lock guards it. Actions may add to it."""

    def __init__(self) -> None:
        self._at_bytes: dict[int, list[Action]] = {}
        self._timers: list[tuple[float, Action]] = []
        self._watchers: list[Watcher] = []

    def at_byte(self, number: int, action: Action) -> None:
        """Do it when so many bytes have come in since the printer was made."""
        self._at_bytes.setdefault(number, []).append(action)

    def bytes_until(self, received: int, *, may_begin: bool) -> int:
        """How many bytes may come in before something is to be done.

        A strip may begin with any byte (``may_begin``): who waits for that sees them one by one.
        """
        room = max(0, min(self._at_bytes, default=sys.maxsize) - received)
        return min(1, room) if may_begin and self._watchers else room

    def at_time(self, due_s: float, action: Action) -> None:
        """Do it at that monotonic second."""
        self._timers.append((due_s, action))

    @property
    def next_s(self) -> float | None:
        """When the next timed action is due."""
        return min((due_s for due_s, _ in self._timers), default=None)

    def watch(self, watcher: Watcher) -> None:
        """Have it told every stage of every strip, counted from 1."""
        self._watchers.append(watcher)

    def run(self, now_s: float, received: int) -> None:
        """Do what is due."""
        reached = sorted(number for number in self._at_bytes if number <= received)
        ripe = [action for number in reached for action in self._at_bytes.pop(number)]
        ripe += [action for due_s, action in self._timers if due_s <= now_s]
        self._timers = [timer for timer in self._timers if timer[0] > now_s]
        for action in ripe:
            action()

    def announce(self, stage: Stage, strip: int) -> None:
        """Tell the watchers."""
        for watcher in tuple(self._watchers):
            watcher(stage, strip)

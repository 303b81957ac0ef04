"""The scheduler: one runs at a time, and one seeded generator decides who is next and how long.

Blocking product code runs in greenlets. Every call of a port is a point where it may be put aside,
so that whatever else is due happens first; nothing sleeps and no thread exists. Time is a number of
seconds that only the hub moves.
"""

import heapq
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from greenlet import getcurrent, greenlet


class Crash(BaseException):
    """The power went off. Not an ``Exception``, so that no product code can swallow it."""


@dataclass(eq=False)
class Task:
    """A piece of blocking code; ``ticket`` tells a live wake-up from one that is too late."""

    name: str
    owner: object
    runs: greenlet = field(repr=False)
    ticket: int = 0
    woken: bool = False

    @property
    def over(self) -> bool:
        """True once it has returned or was thrown out."""
        return bool(self.runs.dead)


class Baton:
    """Virtual time and the queue of what happens next."""

    def __init__(self, chance: random.Random) -> None:
        self.now = 0.0
        self._chance = chance
        self._queue: list[
            tuple[float, float, int, Task | None, int, Callable[[], None] | None]
        ] = []
        self._count = 0
        self._tasks: dict[greenlet, Task] = {}
        self._hub = getcurrent()

    # What is due.

    def at(self, delay_s: float, work: Callable[[], None]) -> None:
        """Have a short piece of work done later, by the hub; it must not wait."""
        self._push(delay_s, None, 0, work)

    def spawn(
        self, name: str, owner: object, work: Callable[[], None], delay_s: float = 0.0
    ) -> Task:
        """Start blocking code; ``work`` deals with its own errors."""

        def run() -> None:
            try:
                work()
            finally:
                self._tasks.pop(getcurrent(), None)

        task = Task(name, owner, greenlet(run, self._hub))
        self._push(delay_s, task, task.ticket, None)
        return task

    def run(self, until_s: float, done: Callable[[], bool] = lambda: False) -> bool:
        """Let things happen until then, or until ``done``, or until nothing is due any more."""
        while self._queue and not done():
            at_s = self._queue[0][0]
            if at_s > until_s:
                self.now = until_s
                return False
            self._step()
        return True

    def _step(self) -> None:
        at_s, _, _, task, ticket, work = heapq.heappop(self._queue)
        if task is None:
            self.now = at_s
            assert work is not None
            work()
        elif task.ticket == ticket and not task.over:
            self.now = at_s
            self._tasks[task.runs] = task
            task.runs.switch()

    # From inside a task.

    @property
    def current(self) -> Task:
        """The task that runs now."""
        return self._tasks[getcurrent()]

    @property
    def inside(self) -> bool:
        """True inside a task, False in the hub."""
        return getcurrent() in self._tasks

    def wait(self, seconds: float) -> bool:
        """Put the running task aside; True if somebody woke it before the time was over."""
        task = self.current
        task.ticket += 1
        task.woken = False
        self._push(seconds, task, task.ticket, None)
        self._hub.switch()
        return task.woken

    def wake(self, task: Task, ticket: int) -> None:
        """End a wait early, if it is still that one."""
        if task.ticket == ticket and not task.over:
            task.ticket += 1
            task.woken = True
            self._push(0.0, task, task.ticket, None)

    def end(self, task: Task) -> None:
        """Throw a task out; only the hub may."""
        task.ticket += 1
        if not task.over:
            with suppress(Crash):
                task.runs.throw(Crash)

    def _push(
        self, delay_s: float, task: Task | None, ticket: int, work: Callable[[], None] | None
    ) -> None:
        self._count += 1
        entry = (self.now + max(0.0, delay_s), self._chance.random(), self._count)
        heapq.heappush(self._queue, (*entry, task, ticket, work))

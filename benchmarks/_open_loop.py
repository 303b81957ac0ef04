"""Latency under a steady stream: requests leave when they are due, answered or not.

A closed loop would wait for slow answers and so send less just when it gets slow ("coordinated
omission"). Here each latency counts from the moment its request was due, also when no line was
free to send it.
"""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from itertools import cycle

from benchmarks._chamber import Purchase
from benchmarks._load import Line, Request, authorise, capture

LINES = 32
_PRINTING_S = 1.0
"""A capture follows its authorise so much later."""
_ANSWER_S = 60.0


@dataclass(frozen=True)
class _Due:
    at_s: float
    request: Request
    authorised: threading.Event
    opens: bool


@dataclass
class _Stream:
    """What is still to be sent, in order of time; threads take from it in turn."""

    due: list[_Due]
    latencies_s: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    started: float = 0.0

    def work(self, line: Line) -> None:
        while True:
            with self.lock:
                if not self.due:
                    return
                each = self.due.pop()
            time.sleep(max(0.0, self.started + each.at_s - time.perf_counter()))
            if each.opens:
                line.ask(each.request)
                each.authorised.set()
                with self.lock:
                    self.latencies_s.append(time.perf_counter() - self.started - each.at_s)
            elif each.authorised.wait(_ANSWER_S):
                line.ask(each.request)


def authorise_latencies_s(
    ports: Sequence[int], purchases: Sequence[Purchase], per_s: float
) -> list[float]:
    """Seconds from the moment each authorise was due to its answer, shortest first."""
    due: list[_Due] = []
    for number, purchase in enumerate(purchases):
        done, at_s = threading.Event(), number / per_s
        due.append(_Due(at_s, authorise(purchase), done, opens=True))
        due.append(_Due(at_s + _PRINTING_S, capture(purchase), done, opens=False))
    stream = _Stream(sorted(due, key=lambda each: -each.at_s))
    with ExitStack() as stack, ThreadPoolExecutor(LINES) as threads:
        lines = [
            stack.enter_context(closing(Line(port)))
            for port, _ in zip(cycle(ports), range(LINES), strict=False)
        ]
        stream.started = time.perf_counter()
        list(threads.map(stream.work, lines))
    return sorted(stream.latencies_s)

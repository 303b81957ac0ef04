"""A process that has loaded the program and has no thread: every run is a fork of it.

``python -m tests.durability.zygote`` reads pickled requests from its input and writes pickled
traces to its output. What the forked programs say goes to the log file named first.
"""

import os
import pickle
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from tests.durability.buyer import Errand, run
from tests.durability.tracer import Fault, Trace, run_traced

_STOP_S = 10.0


@dataclass(frozen=True)
class Request:
    """One run of the program, and what happens to it."""

    errand: Errand
    fault: Fault
    record: bool = False


class Zygote:
    """The other end: use it as a context."""

    def __init__(self, log: Path) -> None:
        log.parent.mkdir(parents=True, exist_ok=True)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.durability.zygote", str(log)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> "Zygote":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()  # its children are killed with it
        self._process.communicate(timeout=_STOP_S)

    def run(self, errand: Errand, fault: Fault | None = None, *, record: bool = False) -> Trace:
        """Run the program to its end."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        pickle.dump(Request(errand, fault or Fault(), record), self._process.stdin)
        self._process.stdin.flush()
        answer = pickle.load(self._process.stdout)
        assert isinstance(answer, Trace)
        return answer


def main(log: str) -> None:
    answers = os.fdopen(os.dup(1), "wb")
    said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(said, 1)
    os.dup2(said, 2)
    serve(sys.stdin.buffer, answers)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    while True:
        try:
            request = pickle.load(requests)
        except EOFError:
            return
        errand = request.errand
        work = partial(run, errand)
        root = Path(errand.state).resolve()
        trace = run_traced(work, root, errand.device, request.fault, record=request.record)
        pickle.dump(trace, answers)
        answers.flush()


if __name__ == "__main__":
    from kiosk.station import log_book
    from kiosk.system import SystemClock

    log_book.configure(sys.stderr, SystemClock())
    main(sys.argv[1])

"""The same SQL sent by a bare psycopg loop: what the database alone costs.

As many processes and connections as the server beside it has, the same statements with the same
parameters and the same commits, on a copy of the same database. Answers are fetched and thrown
away. What the server takes longer is Python: HTTP, signatures, validation, SQLAlchemy.
"""

import multiprocessing
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection as Pipe
from typing import Any, NamedTuple

import psycopg
from sqlalchemy.engine import make_url

from central.db.engine import LOCK_TIMEOUT_MS

_JOIN_S = 30.0


class Step(NamedTuple):
    """A statement as the driver gets it; an empty one is a commit."""

    sql: str = ""
    parameters: Any = None
    alone: bool = False
    """Outside of any transaction."""


COMMIT = Step()
Script = list[Step]


class RawSql:
    """The workers, waiting; each slice can be run once, because its rows are there afterwards."""

    def __init__(self, pipes: list[Pipe]) -> None:
        self._pipes = pipes

    def seconds_for(self, part: int) -> float:
        """Wall time from the first worker's start to the last one's end."""
        for pipe in self._pipes:
            pipe.send(part)
        spans = [pipe.recv() for pipe in self._pipes]
        return float(max(end for _, end in spans) - min(start for start, _ in spans))


@contextmanager
def bare_loop(
    url: str, processes: int, parts: Sequence[Sequence[Sequence[Script]]]
) -> Iterator[RawSql]:
    """Workers for ``parts``: in each the scripts of every connection, purchase by purchase."""
    context = multiprocessing.get_context("spawn")
    address = driver_address(url)
    with ExitStack() as stack:
        pipes: list[Pipe] = []
        for index in range(processes):
            share = [part[index::processes] for part in parts]
            ours, theirs = context.Pipe()
            worker = context.Process(target=_work, args=(address, share, theirs), daemon=True)
            worker.start()
            stack.callback(worker.join, _JOIN_S)
            stack.callback(ours.close)
            theirs.close()
            pipes.append(ours)
        for pipe in pipes:
            pipe.recv()  # it is connected
        yield RawSql(pipes)


def driver_address(url: str) -> str:
    """A database address as psycopg reads it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def _work(address: str, parts: Sequence[Sequence[Sequence[Script]]], pipe: Pipe) -> None:
    lines = max(map(len, parts))
    options = f"-c lock_timeout={LOCK_TIMEOUT_MS} -c timezone=UTC"
    with ExitStack() as stack, ThreadPoolExecutor(lines) as threads:
        connections = [
            stack.enter_context(psycopg.connect(address, options=options)) for _ in range(lines)
        ]
        pipe.send("ready")
        while True:
            try:
                part = parts[pipe.recv()]
            except EOFError:
                return
            started = time.perf_counter()
            list(threads.map(replay, connections, part))
            pipe.send((started, time.perf_counter()))


def replay(connection: "psycopg.Connection[Any]", scripts: Sequence[Script]) -> None:
    """Send one purchase after the other."""
    for script in scripts:
        for step in script:
            if step == COMMIT:
                connection.commit()
                continue
            if connection.autocommit != step.alone:
                connection.autocommit = step.alone
            with connection.cursor() as cursor:
                cursor.execute(step.sql.encode(), step.parameters)
                if cursor.description is not None:
                    cursor.fetchall()

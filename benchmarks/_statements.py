"""What central sends to the database for a purchase, written down by a real server at work.

Listeners on the server's own engine note each statement with its parameters, where a transaction
is committed, and what runs without one. Nothing is written by hand, so that the bare loop beside
(``_raw_sql``) always sends what this version of central sends.
"""

import socket
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

from benchmarks._chamber import Chamber, Purchase
from benchmarks._load import HOST, Line, authorise, capture
from benchmarks._raw_sql import COMMIT, Step
from central.app import create_app
from tests.support.central import Port


def recorded(chamber: Chamber, purchases: Sequence[Purchase]) -> list[list[Step]]:
    """What the server sends for each purchase, authorise and capture, one after the other."""
    app = create_app(chamber.services.settings, chamber.services)
    with socket.create_server((HOST, 0)) as listener:
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        port = Port(app, listener)
        try:
            port.wait_until_served()
            with (
                closing(Line(listener.getsockname()[1])) as line,
                _listening(chamber.services.database.engine) as steps,
            ):
                return [_one(line, purchase, steps) for purchase in purchases]
        finally:
            port.close()


def _one(line: Line, purchase: Purchase, steps: list[Step]) -> list[Step]:
    steps.clear()
    line.ask(authorise(purchase))
    line.ask(capture(purchase))
    return list(steps)


@contextmanager
def _listening(engine: Engine) -> Iterator[list[Step]]:
    steps: list[Step] = []

    def sent(
        connection: Connection, _cursor: Any, sql: str, parameters: Any, _context: Any, many: bool
    ) -> None:
        if many:
            raise NotImplementedError("the bare loop knows no executemany")
        # A mapping or a tuple of values; copied, because the caller may use it again.
        driver: Any = connection.connection.dbapi_connection
        steps.append(Step(sql, type(parameters)(parameters), driver.autocommit))

    def committed(_connection: Connection) -> None:
        steps.append(COMMIT)

    event.listen(engine, "before_cursor_execute", sent)
    event.listen(engine, "commit", committed)
    try:
        yield steps
    finally:
        event.remove(engine, "before_cursor_execute", sent)
        event.remove(engine, "commit", committed)

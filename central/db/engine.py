"""Engines and transactions: one message, one transaction, repeated when the database asks for it.

SQLite: exactly one connection, WAL, ``synchronous=FULL``, ``BEGIN IMMEDIATE``. A pool of writers
would be exposed to SQLite's WAL-reset bug (3.7.0 to 3.51.2, sqlite.org/wal.html), and one writer
needs no locks. PostgreSQL: read committed; rows that carry money are locked or changed by
conditional updates.
"""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Engine, QueuePool, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.orm import Session

T = TypeVar("T")
TRIES_MAX = 8
LOCK_TIMEOUT_MS = 5_000
_SQLITE_BUSY_S = 15
_TRUSTED_S = 1.0
"""A connection that was used so lately is not asked whether it still lives."""
# Serialisation failure, deadlock, and an id that two senders inserted at the same moment: the
# second try finds the first one's row. A clash that is no race comes back and is raised at the end.
_RETRY_STATES = {"40001", "40P01", "23505"}


class Immediate(SQLiteDialect_pysqlite):
    """SQLite whose transactions begin with the right to write.

    A listener for ``begin`` would do it too, and then every statement asks for listeners.
    """

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: Any) -> None:
        """Begin now; the driver's own handling would begin late and deferred."""
        dbapi_connection.execute("BEGIN IMMEDIATE").close()


registry.register("sqlite.immediate", __name__, Immediate.__name__)


def make_engine(url: str) -> Engine:
    """An engine for ``sqlite:///file``, ``sqlite://`` (memory) or ``postgresql://…``."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(
            parsed.set(drivername="sqlite+immediate"),
            poolclass=QueuePool,
            pool_size=1,
            max_overflow=0,
            connect_args={"check_same_thread": False, "timeout": _SQLITE_BUSY_S},
            hide_parameters=True,
        )
        event.listen(engine, "connect", _sqlite_connect)
        return engine
    if parsed.get_backend_name() != "postgresql":
        raise ValueError(f"central runs on SQLite or PostgreSQL, not {parsed.get_backend_name()}")
    options = f"-c lock_timeout={LOCK_TIMEOUT_MS} -c timezone=UTC"
    engine = create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        pool_size=10,
        max_overflow=10,
        hide_parameters=True,
        connect_args={"options": options},
    )
    event.listen(engine, "checkin", lambda _, record: record.info.update(used=time.monotonic()))
    event.listen(engine, "checkout", _still_lives)
    return engine


def _still_lives(connection: Any, record: Any, _proxy: Any) -> None:
    """Ask a connection that was idle, as ``pool_pre_ping`` would ask every one at every time."""
    if time.monotonic() - record.info.get("used", 0.0) < _TRUSTED_S:
        return
    try:
        # psycopg's own way to find out: one empty round trip, no transaction begun.
        connection.execute("")
        connection.rollback()
    except Exception as error:
        raise DisconnectionError from error


def _sqlite_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


class Database:
    """An engine and the one way to use it: ``run`` a function inside a transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._alone: Engine | None = None
        if engine.dialect.name == "postgresql":
            self._alone = engine.execution_options(isolation_level="AUTOCOMMIT")

    def run(self, work: Callable[[Session], T]) -> T:
        """Run ``work`` in one transaction and commit; repeat it whole when the database says so.

        ``work`` must be repeatable: it keeps nothing outside its session. It must not call ``run``
        again, because SQLite has one connection.
        """
        for _ in range(TRIES_MAX - 1):
            try:
                return self._once(work)
            except DBAPIError as error:
                if not _repeatable(error):
                    raise
        return self._once(work)

    def read(self, work: Callable[[Session], T]) -> T:
        """Run ``work`` without a transaction around it: each of its statements stands alone.

        For a question of one statement, or one that ends with the only thing it writes. Saves the
        round trips of beginning and committing; SQLite has none to save and runs it as usual.
        """
        if self._alone is None:
            return self.run(work)
        with Session(self._alone, expire_on_commit=False) as session:
            return work(session)

    def snapshot(self, work: Callable[[Session], T]) -> T:
        """Read everything as of one moment, while others go on writing (SQLite: they wait)."""
        engine = self.engine
        if engine.dialect.name == "postgresql":
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with Session(engine, expire_on_commit=False) as session, session.begin():
            return work(session)

    def _once(self, work: Callable[[Session], T]) -> T:
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            return work(session)

    def close(self) -> None:
        """Give all connections back to the system."""
        self.engine.dispose()


def _repeatable(error: DBAPIError) -> bool:
    """A race, or a connection found dead before ``COMMIT`` was sent: nothing was written."""
    lost = error.connection_invalidated and error.statement is not None
    return lost or getattr(error.orig, "sqlstate", None) in _RETRY_STATES

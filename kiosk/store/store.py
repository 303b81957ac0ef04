"""The kiosk's SQLite file: one writer thread, readers that cannot write, fail-stop.

Rules and their reasons (SQLite, "How to corrupt an SQLite database file"; the WAL-reset bug of
SQLite 3.7.0-3.51.2 needs two connections that write or checkpoint): WAL with ``synchronous=FULL``
keeps every acknowledged commit over a power cut; only the writer checkpoints, by hand and when
idle; after any error of the disk the store refuses everything, because a failed sync may not be
tried again.
"""

import os
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event, select, update
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool

from kiosk.store import lock, schema
from kiosk.store.directory import sync_directory
from kiosk.store.failure import StoreFailed, translated
from kiosk.store.tables import AT_START, meta

T = TypeVar("T")

FILE_NAME = "kiosk.sqlite"
_LEFT_OPEN: list[Connection | None] = []
"""Connections to failed files, kept from the garbage collector, which would close them."""
_BUSY_MS = 2000
"""How long the checkpoint waits for a reader to finish; longer than any of our reads."""


class Store:
    """An open store. ``write`` and ``read`` block the caller, never the GUI thread's business.

    Attributes:
        after_crash: True if the last run did not close the store; all that a start relies on was
            then checked.
    """

    def __init__(self, state_dir: Path) -> None:
        """Open, creating and migrating as needed.

        Raises:
            StoreFailed: the disk or the file is not usable.
            StoreLocked: another process has it open.
        """
        self._path = state_dir / FILE_NAME
        self._failure: StoreFailed | None = None
        self._closed = False
        with translated():
            _prepare(self._path)
            self._lock = lock.take(state_dir)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="store-writer")
        self._writer_ident = 0
        self._connection: Connection | None = None
        uri = f"file:{quote(str(self._path))}?mode=ro"
        self._readers = create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(uri, uri=True, check_same_thread=False),
            poolclass=QueuePool,
        )
        try:
            self.after_crash = self._on_writer(self._open)
        except BaseException:
            self.abandon()
            raise

    @property
    def failed(self) -> bool:
        """True once the disk has failed; it never becomes False again."""
        return self._failure is not None

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run one transaction on the writer thread; an exception rolls it back.

        Raises:
            StoreFailed: now, and for every later call.
        """
        return self._on_writer(lambda: self._transaction(work))

    def read(self, work: Callable[[Connection], T]) -> T:
        """Run queries on a connection that cannot write; it sees every commit made before."""
        self._refuse_if_failed()
        try:
            with translated(), self._readers.connect() as connection:
                return work(connection)
        except StoreFailed as failure:
            self._failure = failure
            raise

    def checkpoint(self) -> None:
        """Move the log into the database file, when idle; all but full success is a failure."""
        self._on_writer(self._checkpoint)

    def is_sound(self) -> bool:
        """Check the whole file, archive and all; it takes a second for every 100 MB or so."""
        found = self.read(lambda c: c.exec_driver_sql("PRAGMA quick_check").scalars().first())
        return found == "ok"

    def take_back(self, revision: str) -> None:
        """Bring the file to an older program's schema, for good; then close it.

        Raises:
            StoreFailed: the revision is not known, or the disk; a backup stands beside the file.
        """

        def work() -> None:
            assert self._connection is not None
            schema.take_back(self._connection, self._path, revision)

        self._on_writer(work)
        self.close()

    def close(self) -> None:
        """Note the clean stop, checkpoint, close. A failed store is only let go of."""
        if self._failure is None:
            with suppress(StoreFailed):  # said by ``failed``; the next start checks the file
                self.write(lambda c: c.execute(update(meta).values(clean_stop=1)))
                self.checkpoint()
        self.abandon()

    def abandon(self) -> None:
        """Let go without noting a clean stop, as a killed process does.

        A failed connection is not even closed: closing the last one checkpoints, which writes.
        """
        self._closed = True
        self._readers.dispose()
        if self.failed:
            _LEFT_OPEN.append(self._connection)
        elif self._connection is not None:
            self._writer.submit(self._connection.close).result()
        self._connection = None
        self._writer.shutdown(wait=True)
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    # On the writer thread.

    def _open(self) -> bool:
        self._writer_ident = threading.get_ident()
        engine = create_engine(
            f"sqlite:///{self._path}", poolclass=NullPool, connect_args={"check_same_thread": True}
        )
        event.listen(engine, "connect", _configure)
        event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
        self._connection = engine.connect()
        schema.bring_to_head(self._connection, self._path)
        crashed = not self._transaction(lambda c: c.execute(select(meta.c.clean_stop)).scalar_one())
        for table in AT_START if crashed else ():
            self._check(table)
        self._transaction(lambda c: c.execute(update(meta).values(clean_stop=0)))
        # That made the log's file. SQLite syncs its name too, but tells nobody when that fails.
        sync_directory(self._path.parent)
        return crashed

    def _transaction(self, work: Callable[[Connection], T]) -> T:
        assert threading.get_ident() == self._writer_ident, "the writer has one thread"
        assert self._connection is not None
        with self._connection.begin():
            return work(self._connection)

    def _checkpoint(self) -> None:
        busy, in_log, moved = self._raw().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy or in_log != moved:
            raise StoreFailed(f"checkpoint busy={busy} log={in_log} moved={moved}")

    def _check(self, table: str) -> None:
        found = self._raw().execute(f"PRAGMA quick_check({table})").fetchone()[0]
        if found != "ok":
            raise StoreFailed(f"quick_check {table}")

    def _raw(self) -> sqlite3.Connection:
        """The driver's connection, for what may not run inside a transaction."""
        assert self._connection is not None
        raw = self._connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return raw

    # On the caller's thread.

    def _on_writer(self, job: Callable[[], T]) -> T:
        assert threading.get_ident() != self._writer_ident, "a transaction inside a transaction"
        self._refuse_if_failed()

        def guarded() -> T:
            self._refuse_if_failed()  # it may have failed while this job was waiting in the queue
            try:
                with translated():
                    return job()
            except StoreFailed as failure:
                self._failure = failure
                raise

        return self._writer.submit(guarded).result()

    def _refuse_if_failed(self) -> None:
        if self._closed:
            raise StoreFailed("closed")
        if self._failure is not None:
            raise StoreFailed(str(self._failure)) from self._failure


def _prepare(path: Path) -> None:
    """Create the file in WAL mode and make its name durable, before anything depends on it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if path.is_symlink():
        raise StoreFailed("the store is a symbolic link")
    if not path.exists():
        connection = sqlite3.connect(path)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        finally:
            connection.close()
        path.chmod(0o600)
    # Always: a start that was cut off right here may have left a name that is not durable.
    sync_directory(path.parent)


def _configure(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Set and read back what the protocol relies on; a pragma that did not take is a failure."""
    assert isinstance(connection, sqlite3.Connection)
    connection.isolation_level = None  # BEGIN and COMMIT are ours
    for pragma, wanted in (
        ("journal_mode=WAL", "wal"),
        ("synchronous=FULL", 2),
        ("foreign_keys=ON", 1),
        ("wal_autocheckpoint=0", 0),
        ("secure_delete=ON", 1),  # a certificate that was settled is overwritten, not only let go
        (f"busy_timeout={_BUSY_MS}", _BUSY_MS),
    ):
        name = pragma.partition("=")[0]
        connection.execute(f"PRAGMA {pragma}")
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != wanted:
            raise StoreFailed(name)

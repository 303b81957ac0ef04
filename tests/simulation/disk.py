"""The kiosk's disk: real SQLite with the real schema, in memory, so that a crash costs nothing.

A crash rolls back what was not committed and leaves the rest; the connection outlives the node, as
a file does. What a power cut does to a file is another proof's subject.
"""

import sqlite3
from collections.abc import Callable
from functools import cache
from typing import TypeVar, cast

from alembic import command
from sqlalchemy import Connection, StaticPool, create_engine

from kiosk.store import schema
from kiosk.store.failure import StoreFailed, translated
from tests.simulation.lean import Content, LeanConnection, in_memory

T = TypeVar("T")


class Disk:
    """One machine's disk. It is made once a process and given a new content for each schedule."""

    def __init__(self) -> None:
        connection = in_memory()
        self.connection = LeanConnection(connection)
        self._content = Content(connection)
        self.raw = self._content.raw
        self.restore(_template())

    def image(self) -> bytes:
        """Everything on it, as it is now."""
        return self._content.take()

    def restore(self, image: bytes) -> None:
        """Put another content on it."""
        self.connection.forget()
        self._content.put(image)


@cache
def _template() -> bytes:
    """An empty store, made by the product's own migrations."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.connect() as connection:
        command.upgrade(schema.config(connection), "head")
        connection.commit()
        raw = cast(sqlite3.Connection, connection.connection.driver_connection)
        return raw.serialize()


class SimulatedStore:
    """The store of one start of the program: ``point`` is passed on either side of each commit.

    ``trouble`` says before each commit how the disk fails there: not at all, before it was saved,
    or after. From then on it refuses everything, as the real one.
    """

    def __init__(
        self, disk: Disk, point: Callable[[str], None], trouble: Callable[[], str]
    ) -> None:
        self._disk = disk
        self._point = point
        self._trouble = trouble
        self.failed = False

    def write(self, work: Callable[[Connection], T], /) -> T:
        self._point("before a commit")
        self._refuse_if_failed()
        trouble = self._trouble()
        connection = self._disk.connection
        connection.begin()
        try:
            with translated():
                result = work(cast(Connection, connection))
        except BaseException:
            connection.rollback()
            raise
        if trouble == "lost":
            connection.rollback()
        else:
            connection.commit()
        if trouble:
            self.failed = True
            raise StoreFailed("SQLITE_IOERR_FSYNC")
        self._point("after a commit")
        return result

    def read(self, work: Callable[[Connection], T], /) -> T:
        self._point("")
        self._refuse_if_failed()
        with translated():
            result = work(cast(Connection, self._disk.connection))
        self._disk.connection.forget()
        return result

    def _refuse_if_failed(self) -> None:
        if self.failed:
            raise StoreFailed("failed before")

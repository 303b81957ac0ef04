"""Looking at a store while the dispenser runs: read only, no lock, no checkpoint, no migration."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Never, TypeVar
from urllib.parse import quote

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from kiosk.store import schema
from kiosk.store.failure import StoreFailed, translated
from kiosk.store.store import FILE_NAME

T = TypeVar("T")


class Reader:
    """The queries of a store for commands; whatever the dispenser commits meanwhile is seen."""

    def __init__(self, state_dir: Path) -> None:
        """Open it.

        Raises:
            StoreFailed: there is no store, or it was made by another version of this program.
        """
        path = state_dir / FILE_NAME
        if not path.is_file():
            raise StoreFailed(f"there is no store in {state_dir}")
        uri = f"file:{quote(str(path))}?mode=ro"
        self._engine = create_engine(
            "sqlite://", creator=lambda: sqlite3.connect(uri, uri=True), poolclass=NullPool
        )
        head = ScriptDirectory.from_config(schema.config()).get_current_head()
        found = self.read(lambda c: MigrationContext.configure(c).get_current_revision())
        if found != head:
            raise StoreFailed(f"schema {found}, this program has {head}: run the dispenser first")

    def read(self, work: Callable[[Connection], T], /) -> T:
        """Run queries."""
        with translated(), self._engine.connect() as connection:
            return work(connection)

    def write(self, work: Callable[[Connection], T], /) -> Never:  # noqa: ARG002
        """Refuse: a second writer is what corrupts such files."""
        raise StoreFailed("read only")

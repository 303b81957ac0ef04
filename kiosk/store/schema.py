"""Bringing a store to the schema this program knows, on the writer's own connection.

The migrations travel inside the package and are found through ``importlib.resources``, so that a
frozen bundle finds them too (its recipe must ship the ``versions`` folder as source files).
"""

import os
from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from kiosk.store.directory import sync_directory
from kiosk.store.failure import StoreFailed


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without an ini file."""
    cfg = Config()
    cfg.set_main_option("path_separator", "os")
    cfg.set_main_option(
        "script_location", str(files("kiosk.store") / "migrations").replace("%", "%%")
    )
    cfg.attributes["connection"] = connection
    return cfg


def head() -> str:
    """The revision this program works with."""
    return ScriptDirectory.from_config(config()).get_current_head() or ""


def take_back(connection: Connection, database: Path, revision: str) -> None:
    """Bring a store of this program to the schema of an older one, after a backup.

    Raises:
        StoreFailed: this program does not know the revision.
    """
    known = {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}
    if revision not in known:
        raise StoreFailed(f"schema {revision} is not known here")
    _backup(connection, database.with_name(f"{database.name}.before-{revision}"))
    command.downgrade(config(connection), revision)
    connection.rollback()  # each step was committed; what is open is a question without answer


def bring_to_head(connection: Connection, database: Path) -> str:
    """Run what is missing, one transaction a migration, after a backup of what was there.

    Returns:
        The revision the store has now.

    Raises:
        StoreFailed: the store was written by a newer program.
    """
    scripts = ScriptDirectory.from_config(config())
    head = scripts.get_current_head()
    current = MigrationContext.configure(connection).get_current_revision()
    connection.rollback()
    if current is not None and current not in {s.revision for s in scripts.walk_revisions()}:
        raise StoreFailed(f"schema {current} is newer than this program")
    if current != head:
        if current is not None:
            _backup(connection, database.with_name(f"{database.name}.before-{head}"))
        command.upgrade(config(connection), "head")
    return head or ""


def _backup(connection: Connection, target: Path) -> None:
    """Copy the live database with SQLite's own means; one copy is kept, the newest."""
    for older in target.parent.glob(f"{target.name.rpartition('.')[0]}.before-*"):
        older.unlink()
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("VACUUM INTO ?", (str(target),))
    target.chmod(0o600)
    with target.open("rb") as copy:
        os.fsync(copy.fileno())
    sync_directory(target.parent)

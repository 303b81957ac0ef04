"""Migrations: to the newest schema, back, and the check that tables and migrations agree.

A SQLite database is copied (``VACUUM INTO``) before it is changed. On PostgreSQL a lock lets one of
several starting processes migrate while the others wait.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from central.db.engine import make_engine
from central.db.tables import metadata

_SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = 0x64697370  # an arbitrary number for pg_advisory_lock that nothing else here uses


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema to ``revision``."""
    _back_up(engine)
    with engine.connect() as connection, _alone(connection):
        command.upgrade(_config(connection), revision)
        connection.commit()


def downgrade(engine: Engine, revision: str) -> None:
    """Take the schema back to ``revision`` (``base``: nothing left)."""
    with engine.connect() as connection, _alone(connection):
        command.downgrade(_config(connection), revision)
        connection.commit()


def head() -> str:
    """The newest revision this program knows."""
    newest = ScriptDirectory(str(_SCRIPTS)).get_current_head()
    if newest is None:
        raise RuntimeError("there are no migrations")
    return newest


def present(engine: Engine) -> str | None:
    """The revision the database has; None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def differences(engine: Engine) -> list[str]:
    """What the tables in code have and the database has not, or the other way round."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return [repr(difference) for difference in compare_metadata(context, metadata)]


def check() -> list[str]:
    """Migrate an empty SQLite database in memory and compare it with the tables in code."""
    engine = make_engine("sqlite://")
    try:
        upgrade(engine)
        return differences(engine)
    finally:
        engine.dispose()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _alone(connection: Connection) -> Iterator[None]:
    """One process migrates at a time. The lock belongs to the connection, which is pooled."""
    if connection.dialect.name != "postgresql":
        yield
        return
    connection.exec_driver_sql("SET lock_timeout = 0")
    connection.exec_driver_sql(f"SELECT pg_advisory_lock({_LOCK})")
    # Alembic begins its own transactions, one a migration.
    connection.commit()
    try:
        yield
    finally:
        connection.rollback()
        connection.exec_driver_sql(f"SELECT pg_advisory_unlock({_LOCK})")
        connection.exec_driver_sql("RESET lock_timeout")
        connection.commit()


def _back_up(engine: Engine) -> None:
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name or not Path(name).exists():
        return
    revision = present(engine)
    if revision in (None, head()):
        return
    copy = Path(f"{name}.before-{head()}")
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(name)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))

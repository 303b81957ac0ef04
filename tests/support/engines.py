"""Engines of a test process share what is the same for all of them.

Each test has a database of its own, and so an engine: it would ask the server anew who it is and
compile every statement once more, which took a sixth of the time of central's tests. A program that
runs for days compiles each once, too. SQLAlchemy keeps what is compiled by dialect; here there is
one for each way to make it.
"""

import threading
from typing import Any, Self

from sqlalchemy import Connection, Engine, util
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Dialect

from central.db.engine import Immediate

_COMPILED_MAX = 4_000
_compiled = util.LRUCache[Any, Any](_COMPILED_MAX)
_made: dict[str, Any] = {}
_lock = threading.RLock()


class _Shared(Dialect):
    """Mixed into a dialect: who makes it the same way gets the same one."""

    supports_statement_cache = True

    def __new__(cls, **options: Any) -> Self:
        with _lock:
            key = f"{cls.__name__} {sorted(options.items())}"
            found: Self = _made.setdefault(key, super().__new__(cls))
            return found

    def __init__(self, **options: Any) -> None:
        with _lock:
            if not vars(self):
                super().__init__(**options)

    def initialize(self, connection: Connection) -> None:
        """Ask the first server: there is one of each kind in a test process."""
        with _lock:
            if "asked" not in vars(self):
                super().initialize(connection)
                self.asked = True

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        """Look where the others compiled."""
        super().engine_created(engine)
        engine.update_execution_options(compiled_cache=_compiled)


class SharedImmediate(_Shared, Immediate):
    """Central's SQLite."""

    supports_statement_cache = True


class SharedSqlite(_Shared, SQLiteDialect_pysqlite):
    """The kiosk's SQLite."""

    supports_statement_cache = True


class SharedPostgres(_Shared, PGDialect_psycopg):
    """Central's PostgreSQL."""

    supports_statement_cache = True


def share() -> None:
    """From now on in this process."""
    registry.register("sqlite", __name__, SharedSqlite.__name__)
    registry.register("sqlite.immediate", __name__, SharedImmediate.__name__)
    registry.register("postgresql.psycopg", __name__, SharedPostgres.__name__)

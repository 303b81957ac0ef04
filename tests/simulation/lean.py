"""SQLAlchemy's statements without its execution: most of a schedule's time would go there.

The product's own statement is compiled once by SQLAlchemy, for SQLite, and then run by the driver
with SQLAlchemy's own conversions. Whatever is built anew for each call, or is too clever for this,
goes the ordinary way over the same driver connection.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Executable, StaticPool, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql.compiler import SQLCompiler

from kiosk.store import journal, ledger, queries, roll


class Undone(SQLiteDialect_pysqlite):
    """Transactions as savepoints inside one that is rolled back when the schedule is over.

    A database that is filled anew for each schedule has forgotten its prepared statements, and to
    prepare them takes SQLite longer than to run them.
    """

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: Any) -> None:
        dbapi_connection.execute("SAVEPOINT work")

    def do_commit(self, dbapi_connection: Any) -> None:
        dbapi_connection.execute("RELEASE work")

    def do_rollback(self, dbapi_connection: Any) -> None:
        if dbapi_connection.in_transaction:  # SQLAlchemy's first look at the database is in none
            dbapi_connection.execute("ROLLBACK TO work")
            dbapi_connection.execute("RELEASE work")


registry.register("sqlite.undone", __name__, Undone.__name__)


def in_memory() -> Connection:
    """A connection to an empty database, for ``Content``."""
    return create_engine(
        "sqlite+undone://",
        poolclass=StaticPool,
        pool_reset_on_return=None,
        connect_args={"check_same_thread": False, "isolation_level": None},
    ).connect()


class Content:
    """What is on a connection's database; putting back what it began with costs next to nothing."""

    def __init__(self, connection: Connection) -> None:
        self.raw = cast(sqlite3.Connection, connection.connection.driver_connection)
        self._began_with: bytes | None = None

    def put(self, image: bytes) -> None:
        """Put this content on it; nothing else runs there."""
        self.raw.rollback()
        if image is not self._began_with:
            self.raw.deserialize(image)
            self.raw.execute("PRAGMA foreign_keys=ON")
            self._began_with = image
        self.raw.execute("BEGIN")

    def take(self) -> bytes:
        """Everything on it, as it is now."""
        self.raw.commit()  # or SQLite would give what the transaction began with
        self._began_with = None
        image = self.raw.serialize()
        self.raw.execute("BEGIN")
        return image


_Convert = Callable[[Any], Any] | None
_PREPARED = frozenset(
    id(value)
    for module in (journal, ledger, queries, roll)
    for value in vars(module).values()
    if isinstance(value, Executable)
)
"""The statements that the product makes once; they live as long as their modules."""


class _Plan:
    """One compiled statement: its text, its parameters in order, its columns."""

    def __init__(self, statement: Any, names: tuple[str, ...], connection: Connection) -> None:
        keys = list(names) if statement.is_dml else None
        made = cast(SQLCompiler, statement.compile(connection, column_keys=keys))
        self.is_lean = not made.post_compile_params and not made.literal_execute_params
        self.text = made.string
        known = made.params
        converters = cast(dict[str, _Convert], made._bind_processors)
        self.inputs = [(n, known.get(n), converters.get(n)) for n in made.positiontup or ()]
        columns = made._result_columns
        self.outputs: list[_Convert] = [
            column.type._cached_result_processor(connection.dialect, None) for column in columns
        ]
        self.is_plain = not any(self.outputs)
        self.keys = tuple(column.keyname for column in columns)
        row = namedtuple("row", self.keys, rename=True)  # type: ignore[misc]
        self.make: Callable[[Sequence[Any]], Any] = row._make

    def values(self, given: Mapping[str, Any]) -> list[Any]:
        """The driver's parameters."""
        return [
            convert(given.get(name, known)) if convert else given.get(name, known)
            for name, known, convert in self.inputs
        ]

    def read(self, raw: Sequence[Any]) -> Sequence[Any]:
        """A row's values as Python has them."""
        if self.is_plain:
            return raw
        return [f(value) if f else value for f, value in zip(self.outputs, raw, strict=True)]


_PLANS: dict[tuple[Any, ...], _Plan | None] = {}


class _Rows:
    """The part of SQLAlchemy's result that the store uses."""

    def __init__(self, plan: _Plan, cursor: sqlite3.Cursor) -> None:
        self.rowcount = cursor.rowcount
        self._plan = plan
        self._raw = cursor.fetchall() if plan.keys else []
        self._make = plan.make

    def mappings(self) -> "_Rows":
        keys = self._plan.keys
        self._make = lambda values: dict(zip(keys, values, strict=True))
        return self

    def __iter__(self) -> Iterator[Any]:
        return (self._make(self._plan.read(raw)) for raw in self._raw)

    def all(self) -> list[Any]:
        return list(self)

    def first(self) -> Any:
        return next(iter(self), None)

    def one(self) -> Any:
        (row,) = self
        return row

    def scalar(self) -> Any:
        return self._plan.read(self._raw[0])[0] if self._raw else None

    def scalar_one(self) -> Any:
        (row,) = self._raw
        return self._plan.read(row)[0]


class LeanConnection:
    """Stands where the store's work expects a ``Connection``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._raw = cast(sqlite3.Connection, connection.connection.driver_connection)

    def begin(self) -> None:
        """Begin as the store does; who else could want to write is the same process."""
        self._raw.execute("SAVEPOINT work")

    def execute(self, statement: Any, parameters: Any = None) -> Any:
        """Run one statement."""
        plan = None
        if id(statement) in _PREPARED:
            plan = self._plan(statement, parameters or {})
        if plan is None:
            return self._connection.execute(statement, parameters)
        return _Rows(plan, self._raw.execute(plan.text, plan.values(parameters or {})))

    def exec_driver_sql(self, text: str) -> Any:
        return self._connection.exec_driver_sql(text)

    def commit(self) -> None:
        """End what ``begin`` began, and what went the ordinary way inside it."""
        if self._connection.in_transaction():
            self._connection.commit()
        self._raw.execute("RELEASE work")

    def rollback(self) -> None:
        """Undo what was done since ``begin``."""
        self.forget()
        self._raw.execute("ROLLBACK TO work")
        self._raw.execute("RELEASE work")

    def forget(self) -> None:
        """End what was read the ordinary way."""
        if self._connection.in_transaction():
            self._connection.rollback()

    def _plan(self, statement: Any, given: dict[str, Any]) -> _Plan | None:
        key = (id(statement), *given)
        if key not in _PLANS:
            plan = _Plan(statement, tuple(given), self._connection)
            _PLANS[key] = plan if plan.is_lean else None
        return _PLANS[key]

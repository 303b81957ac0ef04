"""SQLAlchemy's statements without its execution: most of a schedule's time would go there.

The product's own statement is compiled once by SQLAlchemy, for SQLite, and then run by the driver
with SQLAlchemy's own conversions. Whatever is built anew for each call, or is too clever for this,
goes the ordinary way over the same driver connection.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Executable
from sqlalchemy.sql.compiler import SQLCompiler

from kiosk.store import journal, ledger, queries, roll

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
        """Begin as the store does: with the right to write."""
        self._raw.execute("BEGIN IMMEDIATE")

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
        self._raw.commit()
        self._forget()

    def rollback(self) -> None:
        self._raw.rollback()
        self._forget()

    def _forget(self) -> None:
        """What went the ordinary way believes in a transaction of its own."""
        if self._connection.in_transaction():
            self._connection.rollback()

    def _plan(self, statement: Any, given: dict[str, Any]) -> _Plan | None:
        key = (id(statement), *given)
        if key not in _PLANS:
            plan = _Plan(statement, tuple(given), self._connection)
            _PLANS[key] = plan if plan.is_lean else None
        return _PLANS[key]

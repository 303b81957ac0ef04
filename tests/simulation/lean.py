"""SQLAlchemy's statements without its execution: most of a schedule's time would go there.

A statement that the product keeps is compiled once by SQLAlchemy, for SQLite, and then run by the
driver with SQLAlchemy's own conversions. Whatever is built anew for each call, or is too clever
for this, goes the ordinary way over the same driver connection. A test runs the same schedules
both ways.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, StaticPool, create_engine, inspect
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.orm import Mapper, Session, make_transient_to_detached
from sqlalchemy.sql.compiler import SQLCompiler


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
        connect_args={
            "check_same_thread": False,
            "isolation_level": None,
            "cached_statements": _STATEMENTS_MAX,
        },
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


_STATEMENTS_MAX = 512
"""More than the product has, so that the driver prepares each of them once."""
_Convert = Callable[[Any], Any] | None
_KEPT = "_simulation_plans"
is_on = True
"""Off, all goes the ordinary way."""


class _Plan:
    """One compiled statement: its text, its parameters in order, its columns."""

    def __init__(self, statement: Any, given: Mapping[str, Any], connection: Connection) -> None:
        keys = list(given) if statement.is_dml else None
        made = cast(SQLCompiler, statement.compile(connection, column_keys=keys))
        in_the_text = {made.bind_names[parameter] for parameter in made.literal_execute_params}
        self.is_lean = not (
            in_the_text.intersection(given)
            or made.insert_prefetch  # values that the table's own functions would make
            or made.update_prefetch
        )
        whole = made.construct_expanded_state(dict(given), escape_names=False)
        self.text = whole.statement
        lists = {
            each: (name, place)  # of what stands after an IN
            for name, parts in whole.parameter_expansion.items()
            if name in given
            for place, each in enumerate(parts)
        }
        self.inputs = [
            (*lists.get(name, (name, None)), whole.parameters[name], whole.processors.get(name))
            for name in whole.positiontup or ()
        ]
        columns = made._result_columns
        self.outputs: list[_Convert] = [
            column.type._cached_result_processor(connection.dialect, None) for column in columns
        ]
        self.is_plain = not any(self.outputs)
        self.keys = tuple(column.keyname for column in columns)
        row = namedtuple("row", self.keys, rename=True)  # type: ignore[misc]
        self.make: Callable[[Sequence[Any]], Any] = row._make
        self.mapper: Mapper[Any] | None = None

    def values(self, given: Mapping[str, Any]) -> list[Any]:
        """The driver's parameters."""
        return [
            convert(value) if convert else value
            for name, place, known, convert in self.inputs
            for value in (given.get(name, known) if place is None else given[name][place],)
        ]

    def read(self, raw: Sequence[Any]) -> Sequence[Any]:
        """A row's values as Python has them."""
        if self.is_plain:
            return raw
        return [f(value) if f else value for f, value in zip(self.outputs, raw, strict=True)]


class _Kept:
    """A statement's plans, by the shape of what it is given; kept on the statement itself."""

    def __init__(self, owner: Any) -> None:
        self.owner = owner  # what is derived from a statement inherits its attributes
        self.plans: dict[tuple[Any, ...], _Plan | None] = {}


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

    def scalars(self) -> "_Rows":
        whole = self._make
        self._make = lambda values: whole(values)[0]
        return self

    def objects(self, made: Callable[[_Plan, Sequence[Any]], Any]) -> "_Rows":
        """Objects in place of values, if the statement asked for them."""
        if self._plan.mapper is not None:
            self._make = lambda values: (made(self._plan, values),)
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

    def one_or_none(self) -> Any:
        return self.one() if self._raw else None

    def scalar(self) -> Any:
        return self._make(self._plan.read(self._raw[0]))[0] if self._raw else None

    def scalar_one(self) -> Any:
        (row,) = self._raw
        return self._plan.read(row)[0]


class _Lean:
    """The short way to one database."""

    def __init__(self, connection: Connection) -> None:
        self.raw = cast(sqlite3.Connection, connection.connection.driver_connection)
        self._connection = connection

    def knows(self, statement: Any) -> bool:
        """Whether it ran before: the product keeps it, and did not build it for this one call."""
        kept = vars(statement).get(_KEPT)
        if isinstance(kept, _Kept):
            return is_on and kept.owner is statement
        vars(statement)[_KEPT] = _Kept(statement) if kept == id(statement) else id(statement)
        return False

    def rows(self, statement: Any, parameters: Any) -> _Rows | None:
        """Run what is known and give its rows; None, and nothing done, if only SQLAlchemy can."""
        plan = self._plan(statement, parameters or {})
        if plan is None:
            return None
        try:
            cursor = self.raw.execute(plan.text, plan.values(parameters or {}))
        except sqlite3.Error:
            return None  # SQLAlchemy says it in its own words
        return _Rows(plan, cursor)

    def _plan(self, statement: Any, given: Any) -> _Plan | None:
        if not isinstance(given, Mapping):  # many rows at once
            return None
        plans = vars(statement)[_KEPT].plans
        shape = tuple(
            (name, len(value)) if type(value) is tuple else name for name, value in given.items()
        )
        if shape not in plans:
            plans[shape] = self._made(statement, given)
        return cast("_Plan | None", plans[shape])

    def _made(self, statement: Any, given: Mapping[str, Any]) -> _Plan | None:
        mapper = None
        if statement._propagate_attrs:  # it is about mapped classes
            if statement.is_dml:
                return None
            wanted = statement.column_descriptions
            if any(each["expr"] is each["entity"] for each in wanted):
                if len(wanted) > 1 or wanted[0]["aliased"]:
                    return None
                mapper = inspect(wanted[0]["entity"])
        plan = _Plan(statement, given, self._connection)
        plan.mapper = mapper
        return plan if plan.is_lean else None


class LeanConnection:
    """Stands where the store's work expects a ``Connection``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lean = _Lean(connection)
        self._raw = self._lean.raw

    def begin(self) -> None:
        """Begin as the store does; who else could want to write is the same process."""
        self._raw.execute("SAVEPOINT work")

    def execute(self, statement: Any, parameters: Any = None) -> Any:
        """Run one statement."""
        knows = self._lean.knows(statement)
        rows = self._lean.rows(statement, parameters) if knows else None
        return self._connection.execute(statement, parameters) if rows is None else rows

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


class LeanSession(Session):
    """A session whose questions go the short way; what is changed in objects goes SQLAlchemy's.

    Its transaction must have begun: ``connection()`` was called.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, expire_on_commit=False)
        self._lean = _Lean(connection)

    def execute(self, statement: Any, params: Any = None, **options: Any) -> Any:
        """Run one statement."""
        rows = self._rows(statement, params)
        return super().execute(statement, params, **options) if rows is None else rows

    def scalar(self, statement: Any, params: Any = None, **options: Any) -> Any:
        """The first column of the first row, or None."""
        rows = self._rows(statement, params)
        return super().scalar(statement, params, **options) if rows is None else rows.scalar()

    def scalars(self, statement: Any, params: Any = None, **options: Any) -> Any:
        """The first column of each row."""
        rows = self._rows(statement, params)
        return super().scalars(statement, params, **options) if rows is None else rows.scalars()

    def _rows(self, statement: Any, params: Any) -> _Rows | None:
        if not self._lean.knows(statement):
            return None
        self._autoflush()
        rows = self._lean.rows(statement, params)
        return rows.objects(self._object) if rows else None

    def _object(self, plan: _Plan, values: Sequence[Any]) -> object:
        """The one object of that row in this session, as SQLAlchemy would load it."""
        mapper = cast("Mapper[Any]", plan.mapper)
        known = dict(zip(plan.keys, values, strict=True))
        identity = mapper.identity_key_from_primary_key((known["id"],))
        found = self.identity_map.get(identity)
        if found is not None:
            return found
        made = mapper.class_manager.new_instance()
        vars(made).update(known)
        make_transient_to_detached(made)
        self.add(made)
        return made

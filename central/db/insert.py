"""Insert unless it is there: the one statement both databases spell a little differently."""

from functools import cache
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from central.db.base import Base, table_of


def insert_once(db: Session, table: type[Base], **values: Any) -> bool:
    """Insert a row; False (and nothing changed) if it breaks a unique key.

    A row that another transaction is inserting right now is waited for.
    """
    return db.scalar(_statement(db.get_bind().dialect.name, table), values) is not None


@cache
def _statement(dialect: str, table: type[Base]) -> Executable:
    """Made once a table: building it takes SQLAlchemy longer than running it."""
    insert = sqlite_insert if dialect == "sqlite" else postgresql_insert
    rows = table_of(table)
    return insert(rows).on_conflict_do_nothing().returning(rows.c.id)

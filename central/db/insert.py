"""Insert unless it is there: the one statement both databases spell a little differently."""

from typing import Any

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from central.db.base import Base


def insert_once(db: Session, table: type[Base], **values: Any) -> bool:
    """Insert a row; False (and nothing changed) if it breaks a unique key.

    A row that another transaction is inserting right now is waited for.
    """
    insert = sqlite_insert if db.get_bind().dialect.name == "sqlite" else postgresql_insert
    statement = insert(table).values(**values).on_conflict_do_nothing()
    return db.scalar(statement.returning(table.__table__.c.id)) is not None

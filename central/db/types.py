"""Column types that behave the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Enum
from sqlalchemy.types import TypeDecorator

_ENUM_LENGTH = 24  # room for longer members than today's


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware on the way in, aware UTC on the way out, on both databases.

    SQLite keeps UTC digits without zone (they sort as text); PostgreSQL keeps ``timestamptz``.
    A naive value is a bug and is refused, because its zone could only be guessed.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse naive values, turn others into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime has no place in the database")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give back aware UTC whatever the driver or the server's time zone made of it."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def text_enum(cls: type[StrEnum], name: str) -> Enum:
    """A column of an enum's values as text, guarded by a CHECK that is named after the column."""
    return Enum(
        cls,
        name=name,
        native_enum=False,
        length=_ENUM_LENGTH,
        create_constraint=True,
        validate_strings=True,
        values_callable=lambda members: [member.value for member in members],
    )

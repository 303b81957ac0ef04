"""The tables of the kiosk's store, as SQLAlchemy Core sees them.

CHECKs and triggers live in the migrations, where the whole DDL stands; a test compares the two.
Instants are UTC text of one width, so that they sort as they are; amounts are whole pesos.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    REAL,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


class Utc(TypeDecorator[datetime]):
    """An aware instant as ``2026-11-21T15:35:00.000000Z``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        """Refuse naive times: they mean something else on every machine."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime has no place in the store")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        """Read it back as aware UTC."""
        return None if value is None else datetime.fromisoformat(value)


meta = Table(
    "meta",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("boot_id", Text, nullable=False),
    Column("started_at", Utc),
    Column("clean_stop", Integer, nullable=False),
    sqlite_strict=True,
)

device = Table(
    "device",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("device_id", Text, nullable=False),
    Column("serial", Text, nullable=False),
    Column("chamber_code", Text, nullable=False),
    Column("chamber_name", Text, nullable=False),
    Column("central_id", Text, nullable=False),
    Column("central_key", Text, nullable=False),
    Column("point_of_sale", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("enrolled_at", Utc, nullable=False),
    sqlite_strict=True,
)

counters = Table(
    "counters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("device_seq", Integer, nullable=False),
    Column("fence_id", Integer, nullable=False),
    sqlite_strict=True,
)

orders = Table(
    "orders",
    metadata,
    Column("order_id", Text, primary_key=True),
    Column("order_number", Text, nullable=False),
    Column("recovery_code", Text, nullable=False),
    Column("purchase_token", Text, nullable=False),
    Column("opened_at", Utc, nullable=False),
    sqlite_strict=True,
)

operations = Table(
    "operations",
    metadata,
    Column("op_id", Text, primary_key=True),
    Column("order_id", Text, ForeignKey("orders.order_id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("registration_number", Text, nullable=False),
    Column("certificate_type", Text, nullable=False),
    Column("copy_index", Integer, nullable=False),
    Column("price_pesos", Integer, nullable=False),
    Column("certificate_name", Text, nullable=False),
    Column("registration_name", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("boot_id", Text, nullable=False),
    Column("lease_from_s", REAL),
    Column("content", Text),
    Column("digest", Text, nullable=False),
    Column("signature", Text, nullable=False),
    Column("verification_code", Text, nullable=False),
    Column("fence_first", Integer),
    Column("length_mm", Integer),
    Column("cuts_before", Integer),
    Column("printed_cm_before", Integer),
    Column("retracts_before", Integer),
    Column("evidence", Text, nullable=False),
    Column("trouble", Text, nullable=False),
    Column("fault", Text),
    Column("created_at", Utc, nullable=False),
    Column("updated_at", Utc, nullable=False),
    UniqueConstraint("order_id", "position"),
    Index(
        "operations_open",
        "state",
        sqlite_where=text("state NOT IN ('CAPTURED', 'VOIDED', 'DECLINED')"),
    ),
    sqlite_strict=True,
)

IS_OPEN = text("state NOT IN ('CAPTURED', 'VOIDED', 'DECLINED')")
"""An operation that is not over, in the words of its index: SQLite compares them as they stand."""

outbox = Table(
    "outbox",
    metadata,
    Column("device_seq", Integer, primary_key=True),
    # No foreign key: central may hold an operation this disk never knew, and it is voided all the
    # same.
    Column("op_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("digest", Text, nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_try_at", Utc, nullable=False),
    Column("last_error", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("done_at", Utc),
    Column("parked_reason", Text),
    Index(
        "outbox_open",
        "op_id",
        "device_seq",
        sqlite_where=text("done_at IS NULL AND parked_reason IS NULL"),
    ),
    Index("outbox_parked", "op_id", sqlite_where=text("parked_reason IS NOT NULL")),
    sqlite_strict=True,
)


def _archived(source: Table, *without: str) -> Table:
    """The same columns, for rows that do not change any more."""
    columns = [
        Column(
            each.name,
            each.type,
            *([ForeignKey(f"archived_{key.target_fullname}") for key in each.foreign_keys]),
            primary_key=each.primary_key,
            nullable=each.nullable and each.name not in without,
        )
        for each in source.columns
    ]
    return Table(f"archived_{source.name}", metadata, *columns, sqlite_strict=True)


archived_orders = _archived(orders)
archived_operations = _archived(operations)
archived_outbox = _archived(outbox, "done_at")

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("row", Text, nullable=False),
    Column("hash", Text, nullable=False),
    sqlite_strict=True,
)

paper = Table(
    "paper",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("loaded_at", Utc),
    Column("roll_mm", Integer),
    Column("used_mm", Integer, nullable=False),
    Column("near_end_mm", Integer),  # used_mm when the sensor first spoke
    Column("is_out", Integer, nullable=False),
    Column("total_mm", Integer, nullable=False),
    sqlite_strict=True,
)

configurations = Table(
    "configurations",
    metadata,
    Column("received", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("received_at", Utc, nullable=False),
    Column("refused_reason", Text, nullable=False),
    sqlite_strict=True,
)

device_keys = Table(
    "device_keys",
    metadata,
    Column("public_key", Text, primary_key=True),
    Column("since", Utc, nullable=False),
    Column("old_until", Utc),
    sqlite_strict=True,
)

checkpoints = Table(
    "checkpoints",
    metadata,
    Column("size", Integer, primary_key=True),
    Column("head", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("witnessed_size", Integer, nullable=False),
    Column("witnessed_head", Text, nullable=False),
    Column("public_key", Text, nullable=False),
    Column("signature", Text, nullable=False),
    Column("witness", Text, nullable=False),
    Column("witnessed_at", Utc),
    sqlite_strict=True,
)

day_closes = Table(
    "day_closes",
    metadata,
    Column("day", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Column("closed_at", Utc, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("accepted_at", Utc),
    sqlite_strict=True,
)

breaches = Table(
    "breaches",
    metadata,
    Column("name", Text, primary_key=True),
    Column("detail", Text, nullable=False),
    Column("found_at", Utc, nullable=False),
    Column("accepted_at", Utc),
    Column("why", Text, nullable=False),
    sqlite_strict=True,
)

AT_START = tuple(
    name for name in metadata.tables if name != "audit" and not name.startswith("archived_")
)
"""What a start relies on and checks after a crash. The audit chain is checked by its own hashes,
its last rows at every start and all of it by ``dispensador audit verify``."""

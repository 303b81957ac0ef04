"""What is long over moves to tables of its own, so that a start does not read all of history.

A row may leave ``orders``, ``operations`` and ``outbox`` only if the same row is in the archive;
from there none leaves. The audit chain stays whole where it is.

Revision ID: k0004
Revises: k0003
"""

from alembic import op

revision = "k0004"
down_revision = "k0003"
branch_labels = None
depends_on = None

_TERMINAL = "'CAPTURED', 'VOIDED', 'DECLINED'"
_KEYS = {"orders": "order_id", "operations": "op_id", "outbox": "device_seq"}

_TABLES = (
    """
    CREATE TABLE archived_orders (
        order_id TEXT NOT NULL PRIMARY KEY,
        order_number TEXT NOT NULL,
        recovery_code TEXT NOT NULL,
        purchase_token TEXT NOT NULL,
        opened_at TEXT NOT NULL
    ) STRICT
    """,
    f"""
    CREATE TABLE archived_operations (
        op_id TEXT NOT NULL PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES archived_orders (order_id),
        position INTEGER NOT NULL,
        registration_number TEXT NOT NULL,
        certificate_type TEXT NOT NULL,
        copy_index INTEGER NOT NULL,
        price_pesos INTEGER NOT NULL,
        certificate_name TEXT NOT NULL,
        registration_name TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ({_TERMINAL})),
        attempt INTEGER NOT NULL,
        boot_id TEXT NOT NULL,
        lease_from_s REAL,
        content TEXT CHECK (content IS NULL),
        digest TEXT NOT NULL,
        signature TEXT NOT NULL,
        verification_code TEXT NOT NULL,
        fence_first INTEGER,
        length_mm INTEGER,
        cuts_before INTEGER,
        printed_cm_before INTEGER,
        retracts_before INTEGER,
        evidence TEXT NOT NULL,
        trouble TEXT NOT NULL,
        fault TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE archived_outbox (
        device_seq INTEGER NOT NULL PRIMARY KEY,
        op_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        body BLOB NOT NULL,
        digest TEXT NOT NULL,
        created_at TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        next_try_at TEXT NOT NULL,
        last_error TEXT NOT NULL,
        outcome TEXT NOT NULL,
        done_at TEXT NOT NULL,
        parked_reason TEXT CHECK (parked_reason IS NULL)
    ) STRICT
    """,
    "CREATE INDEX outbox_parked ON outbox (op_id) WHERE parked_reason IS NOT NULL",
)
_STAY = {
    "operations": ("operations_stay", "operations are never deleted"),
    "outbox": ("outbox_stays", "outbox rows are never dropped"),
}


def upgrade() -> None:
    for statement in _TABLES:
        op.execute(statement)
    for table, key in _KEYS.items():
        for event, name in (("UPDATE", "keep"), ("DELETE", "stay")):
            op.execute(
                f"CREATE TRIGGER archived_{table}_{name} BEFORE {event} ON archived_{table} "
                "BEGIN SELECT RAISE(ABORT, 'the archive does not change'); END"
            )
        trigger, reason = _STAY.get(table, ("orders_stay", "orders are never deleted"))
        archived = f"SELECT 1 FROM archived_{table} WHERE {key} = OLD.{key}"  # noqa: S608
        op.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        op.execute(
            f"CREATE TRIGGER {trigger} BEFORE DELETE ON {table} WHEN NOT EXISTS ({archived}) "
            f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
        )


def downgrade() -> None:
    """Everything comes back first; nothing is lost."""
    for table in _KEYS:
        op.execute(f"INSERT INTO {table} SELECT * FROM archived_{table}")  # noqa: S608
    for table in ("outbox", "operations", "orders"):
        trigger, reason = _STAY.get(table, ("orders_stay", ""))
        op.execute(f"DROP TRIGGER {trigger}")
        if reason:
            op.execute(
                f"CREATE TRIGGER {trigger} BEFORE DELETE ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
            )
        op.execute(f"DROP TABLE archived_{table}")
    op.execute("DROP INDEX outbox_parked")

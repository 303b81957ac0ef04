"""What the station remembers: its roll, remote configuration, keys, checkpoints, closed days.

Revision ID: k0002
Revises: k0001
"""

from alembic import op

revision = "k0002"
down_revision = "k0001"
branch_labels = None
depends_on = None

_TABLES = (
    """
    CREATE TABLE paper (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        loaded_at TEXT,
        roll_mm INTEGER CHECK (roll_mm > 0),
        used_mm INTEGER NOT NULL CHECK (used_mm >= 0),
        near_end_mm INTEGER CHECK (near_end_mm BETWEEN 0 AND used_mm),
        is_out INTEGER NOT NULL CHECK (is_out IN (0, 1)),
        total_mm INTEGER NOT NULL CHECK (total_mm >= 0),
        -- A roll whose beginning nobody saw has no length.
        CHECK ((loaded_at IS NULL) = (roll_mm IS NULL))
    ) STRICT
    """,
    """
    CREATE TABLE configurations (
        received INTEGER NOT NULL PRIMARY KEY,
        version INTEGER NOT NULL CHECK (version >= 0),
        content TEXT NOT NULL,
        received_at TEXT NOT NULL,
        refused_reason TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE device_keys (
        public_key TEXT NOT NULL PRIMARY KEY CHECK (length(public_key) = 44),
        since TEXT NOT NULL,
        old_until TEXT
    ) STRICT
    """,
    """
    CREATE TABLE checkpoints (
        size INTEGER NOT NULL PRIMARY KEY CHECK (size > 0),
        head TEXT NOT NULL CHECK (length(head) = 64),
        at TEXT NOT NULL,
        witnessed_size INTEGER NOT NULL CHECK (witnessed_size BETWEEN 0 AND size),
        witnessed_head TEXT NOT NULL CHECK (length(witnessed_head) = 64),
        public_key TEXT NOT NULL,
        signature TEXT NOT NULL CHECK (length(signature) = 88),
        witness TEXT NOT NULL,
        witnessed_at TEXT,
        CHECK ((witnessed_at IS NULL) = (witness = ''))
    ) STRICT
    """,
    """
    CREATE TABLE day_closes (
        day TEXT NOT NULL PRIMARY KEY CHECK (length(day) = 10),
        body TEXT NOT NULL,
        closed_at TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('', 'agreed', 'different', 'refused')),
        detail TEXT NOT NULL,
        accepted_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE breaches (
        name TEXT NOT NULL PRIMARY KEY,
        detail TEXT NOT NULL,
        found_at TEXT NOT NULL,
        accepted_at TEXT,
        why TEXT NOT NULL,
        CHECK ((accepted_at IS NULL) = (why = ''))
    ) STRICT
    """,
)

_TRIGGERS = (
    "CREATE TRIGGER checkpoints_keep BEFORE UPDATE OF size, head, at, witnessed_size, "
    "witnessed_head, public_key, signature ON checkpoints "
    "BEGIN SELECT RAISE(ABORT, 'what was signed does not change'); END",
    "CREATE TRIGGER checkpoints_stay BEFORE DELETE ON checkpoints "
    "BEGIN SELECT RAISE(ABORT, 'checkpoints are never deleted'); END",
    "CREATE TRIGGER breaches_stay BEFORE DELETE ON breaches "
    "BEGIN SELECT RAISE(ABORT, 'breaches are never deleted'); END",
)


def upgrade() -> None:
    for statement in (*_TABLES, *_TRIGGERS):
        op.execute(statement)
    op.execute("INSERT INTO paper (id, used_mm, is_out, total_mm) VALUES (1, 0, 0, 0)")


def downgrade() -> None:
    for table in (
        "breaches",
        "day_closes",
        "checkpoints",
        "device_keys",
        "configurations",
        "paper",
    ):
        op.execute(f"DROP TABLE {table}")

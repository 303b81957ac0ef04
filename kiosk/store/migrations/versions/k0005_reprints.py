"""One more money message in the outbox: ``reprint``.

SQLite cannot widen a CHECK, so the table is made anew and filled. Going back is refused by the old
CHECK while a message of the new kind is there: the old program could not send it.
"""

from alembic import op

revision = "k0005"
down_revision = "k0004"
branch_labels = None
depends_on = None

_KINDS = "'authorise', 'capture', 'void', 'claim', 'resolve'"
_COLUMNS = (
    "device_seq, op_id, kind, body, digest, created_at, attempts, next_try_at, last_error, "
    "outcome, done_at, parked_reason"
)


def _remake(kinds: str) -> tuple[str, ...]:
    return (
        f"""
    CREATE TABLE outbox_new (
        device_seq INTEGER NOT NULL PRIMARY KEY CHECK (device_seq > 0),
        op_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ({kinds})),
        body BLOB NOT NULL,
        digest TEXT NOT NULL CHECK (length(digest) = 64),
        created_at TEXT NOT NULL,
        attempts INTEGER NOT NULL CHECK (attempts >= 0),
        next_try_at TEXT NOT NULL,
        last_error TEXT NOT NULL,
        outcome TEXT NOT NULL,
        done_at TEXT,
        parked_reason TEXT,
        CHECK ((done_at IS NULL) = (outcome = '')),
        CHECK (done_at IS NULL OR parked_reason IS NULL)
    ) STRICT
    """,
        f"INSERT INTO outbox_new ({_COLUMNS}) SELECT {_COLUMNS} FROM outbox",  # noqa: S608
        "DROP TABLE outbox",
        "ALTER TABLE outbox_new RENAME TO outbox",
        "CREATE INDEX outbox_open ON outbox (op_id, device_seq) "
        "WHERE done_at IS NULL AND parked_reason IS NULL",
        "CREATE INDEX outbox_parked ON outbox (op_id) WHERE parked_reason IS NOT NULL",
        "CREATE TRIGGER outbox_keeps BEFORE UPDATE OF device_seq, op_id, kind, body, digest "
        "ON outbox BEGIN SELECT RAISE(ABORT, 'what was committed is what is sent'); END",
        "CREATE TRIGGER outbox_stays BEFORE DELETE ON outbox WHEN NOT EXISTS "
        "(SELECT 1 FROM archived_outbox WHERE device_seq = OLD.device_seq) "
        "BEGIN SELECT RAISE(ABORT, 'outbox rows are never dropped'); END",
    )


def upgrade() -> None:
    for statement in _remake(f"{_KINDS}, 'reprint'"):
        op.execute(statement)


def downgrade() -> None:
    for statement in _remake(_KINDS):
        op.execute(statement)

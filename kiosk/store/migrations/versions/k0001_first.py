"""The first schema: device, counters, orders, operations, outbox, audit chain.

Revision ID: k0001
Revises:
"""

from alembic import op

revision = "k0001"
down_revision = None
branch_labels = None
depends_on = None

_STATES = (
    "'INTENT','HELD','PRINT_STARTED','PRINT_FAILED_CLEAN','UNCERTAIN','WAIT_PERSON',"
    "'PRINTED','VOIDING','CAPTURED','VOIDED','DECLINED'"
)

_TABLES = (
    """
    CREATE TABLE meta (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        boot_id TEXT NOT NULL,
        started_at TEXT,
        clean_stop INTEGER NOT NULL CHECK (clean_stop IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE device (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        device_id TEXT NOT NULL,
        serial TEXT NOT NULL,
        chamber_code TEXT NOT NULL,
        chamber_name TEXT NOT NULL,
        central_id TEXT NOT NULL,
        central_key TEXT NOT NULL CHECK (length(central_key) = 44),
        point_of_sale TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        enrolled_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE counters (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        device_seq INTEGER NOT NULL CHECK (device_seq >= 0),
        fence_id INTEGER NOT NULL CHECK (fence_id BETWEEN 0 AND 9999)
    ) STRICT
    """,
    """
    CREATE TABLE orders (
        order_id TEXT NOT NULL PRIMARY KEY,
        order_number TEXT NOT NULL,
        recovery_code TEXT NOT NULL,
        purchase_token TEXT NOT NULL,
        opened_at TEXT NOT NULL
    ) STRICT
    """,
    f"""
    CREATE TABLE operations (
        op_id TEXT NOT NULL PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES orders (order_id),
        position INTEGER NOT NULL CHECK (position >= 0),
        registration_number TEXT NOT NULL,
        certificate_type TEXT NOT NULL,
        copy_index INTEGER NOT NULL CHECK (copy_index BETWEEN 1 AND 10),
        price_pesos INTEGER NOT NULL CHECK (price_pesos >= 0),
        certificate_name TEXT NOT NULL,
        registration_name TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ({_STATES})),
        attempt INTEGER NOT NULL CHECK (attempt BETWEEN 0 AND 3),
        boot_id TEXT NOT NULL,
        lease_from_s REAL,
        content TEXT,
        digest TEXT NOT NULL,
        signature TEXT NOT NULL,
        verification_code TEXT NOT NULL,
        fence_first INTEGER CHECK (fence_first BETWEEN 1 AND 9999),
        length_mm INTEGER CHECK (length_mm > 0),
        cuts_before INTEGER,
        printed_cm_before INTEGER,
        retracts_before INTEGER,
        evidence TEXT NOT NULL,
        trouble TEXT NOT NULL,
        fault TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        UNIQUE (order_id, position),
        -- What is over keeps no certificate; what may still print must have one.
        CHECK (content IS NULL OR state NOT IN ('CAPTURED', 'VOIDED', 'DECLINED')),
        CHECK (content IS NOT NULL OR state NOT IN
            ('HELD', 'PRINT_STARTED', 'PRINT_FAILED_CLEAN', 'UNCERTAIN', 'WAIT_PERSON')),
        -- A print that started knows its fence and how long the paper must be.
        CHECK (state NOT IN ('PRINT_STARTED', 'PRINTED')
            OR (attempt > 0 AND fence_first IS NOT NULL AND length_mm IS NOT NULL))
    ) STRICT
    """,
    "CREATE INDEX operations_open ON operations (state) "
    "WHERE state NOT IN ('CAPTURED', 'VOIDED', 'DECLINED')",
    """
    CREATE TABLE outbox (
        device_seq INTEGER NOT NULL PRIMARY KEY CHECK (device_seq > 0),
        op_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('authorise', 'capture', 'void')),
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
    "CREATE INDEX outbox_open ON outbox (op_id, device_seq) "
    "WHERE done_at IS NULL AND parked_reason IS NULL",
    """
    CREATE TABLE audit (
        seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
        row TEXT NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT
    """,
)

_TRIGGERS = (
    "CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit "
    "BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END",
    "CREATE TRIGGER audit_stays BEFORE DELETE ON audit "
    "BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END",
    "CREATE TRIGGER outbox_keeps BEFORE UPDATE OF device_seq, op_id, kind, body, digest ON outbox "
    "BEGIN SELECT RAISE(ABORT, 'what was committed is what is sent'); END",
    "CREATE TRIGGER outbox_stays BEFORE DELETE ON outbox "
    "BEGIN SELECT RAISE(ABORT, 'outbox rows are never dropped'); END",
    "CREATE TRIGGER operations_keep BEFORE UPDATE OF op_id, order_id, price_pesos, "
    "registration_number, certificate_type, copy_index ON operations "
    "BEGIN SELECT RAISE(ABORT, 'what is bought does not change'); END",
    "CREATE TRIGGER operations_stay BEFORE DELETE ON operations "
    "BEGIN SELECT RAISE(ABORT, 'operations are never deleted'); END",
    "CREATE TRIGGER operations_end BEFORE UPDATE OF state ON operations "
    "WHEN OLD.state IN ('CAPTURED', 'VOIDED', 'DECLINED') "
    "BEGIN SELECT RAISE(ABORT, 'a terminal operation does not move'); END",
    "CREATE TRIGGER counters_ascend BEFORE UPDATE OF device_seq ON counters "
    "WHEN NEW.device_seq < OLD.device_seq "
    "BEGIN SELECT RAISE(ABORT, 'device_seq never goes back'); END",
)


def upgrade() -> None:
    for statement in (*_TABLES, *_TRIGGERS):
        op.execute(statement)
    op.execute("INSERT INTO meta (id, boot_id, started_at, clean_stop) VALUES (1, '', NULL, 1)")
    op.execute("INSERT INTO counters (id, device_seq, fence_id) VALUES (1, 0, 0)")


def downgrade() -> None:
    for table in ("audit", "outbox", "operations", "orders", "counters", "device", "meta"):
        op.execute(f"DROP TABLE {table}")

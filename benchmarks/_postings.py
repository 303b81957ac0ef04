"""Years of business in minutes: postings by the million, as purchases of the past leave them.

Rows are made by the database itself from ``generate_series``. Indexes and unique keys are dropped
before and made again afterwards, exactly as the schema has them; the accounts' sums are brought up
to their postings, so that ``ledger verify`` finds nothing.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

from benchmarks._chamber import Chamber, revenue_account
from benchmarks._raw_sql import driver_address

_TABLES = ("ledger_postings", "ledger_holds")
PRICE = 6_100
_SETTINGS = (
    "SET synchronous_commit = off",
    "SET maintenance_work_mem = '1GB'",
    "SET session_replication_role = replica",  # the accounts are there: no check row by row
)
# A purchase every few seconds of the last two years, the buyers in turn; ids are UUIDv7 of then.
_PAST = """
CREATE TEMP VIEW past AS
SELECT n, moment, buyers.id AS account,
    substr(hex, 1, 8) || '-' || substr(hex, 9) || '-7000-' AS stem, lpad(to_hex(n), 12, '0') AS leaf
FROM (
    SELECT n, moment,
        lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') AS hex
    FROM (
        SELECT n, now() - interval '730 days' * (({rows} - n + 1)::float8 / {rows}) AS moment
        FROM generate_series(1, {rows}) AS n
    ) AS times
) AS named
JOIN (
    SELECT row_number() OVER (ORDER BY account_id) - 1 AS place, account_id AS id
    FROM holders WHERE id = ANY({holders})
) AS buyers ON buyers.place = (n::bigint * 7919) % {buyers};
"""
_FILL = """
INSERT INTO ledger_postings
    (id, chamber_code, debit_account, credit_account, amount, op_id, kind, description, at)
SELECT stem || '8000-' || leaf, {chamber}, account, {revenue}, {price}, stem || '9000-' || leaf,
    'purchase', 'Certificado de matrícula mercantil · CAFÉ DE EJEMPLO', moment
FROM past;
INSERT INTO ledger_holds (id, chamber_code, op_id, account_id, amount, state, changed_at)
SELECT stem || 'a000-' || leaf, {chamber}, stem || '9000-' || leaf, account, {price}, 'captured',
    moment
FROM past;
"""
_SUMS = """
UPDATE ledger_accounts SET posted = posted - spent.amount
FROM (SELECT account, count(*) * {price} AS amount FROM past GROUP BY account) AS spent
WHERE id = spent.account;
UPDATE ledger_accounts SET posted = posted + {rows}::bigint * {price} WHERE id = {revenue};
"""


def fill(chamber: Chamber, rows: int) -> None:
    """Add so many purchases of the past to the ledger: postings, their holds, the sums."""
    services = chamber.services
    revenue = services.database.run(lambda db: revenue_account(db, services))
    values: dict[str, Any] = {
        "rows": rows,
        "chamber": services.chamber,
        "revenue": revenue,
        "price": PRICE,
        "holders": [holder for _, holder in chamber.buyers],
        "buyers": len(chamber.buyers),
    }
    literals = {name: sql.Literal(value) for name, value in values.items()}
    with psycopg.connect(driver_address(chamber.url), autocommit=True) as connection:
        for line in _SETTINGS:
            connection.execute(line)
        connection.execute(sql.SQL(_PAST).format(**literals))
        with _without_indexes(connection, _TABLES):
            connection.execute(sql.SQL(_FILL).format(**literals))
        connection.execute(sql.SQL(_SUMS).format(**literals))
        # As after months of work: hint bits set, statistics taken, nothing left for a checkpoint.
        for table in (*_TABLES, "ledger_accounts"):
            connection.execute(sql.SQL("VACUUM (ANALYZE) {}").format(sql.Identifier(table)))
        connection.execute("CHECKPOINT")


@contextmanager
def _without_indexes(
    connection: "psycopg.Connection[Any]", tables: Sequence[str]
) -> Iterator[None]:
    keys = connection.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE contype IN ('p', 'u') AND conrelid::regclass::text = ANY(%(tables)s) "
        "OR contype = 'f' AND confrelid::regclass::text = ANY(%(tables)s) ORDER BY contype",
        {"tables": list(tables)},  # what points at a key goes before it, and comes back after it
    ).fetchall()
    for table, name, _ in keys:
        _alter(connection, table, "DROP CONSTRAINT {name}", name)
    indexes = connection.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s)", [list(tables)]
    ).fetchall()
    for name, _ in indexes:
        connection.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
    yield
    for table, name, definition in reversed(keys):
        _alter(connection, table, f"ADD CONSTRAINT {{name}} {definition}", name)
    for _, definition in indexes:
        connection.execute(definition.encode())


def _alter(connection: "psycopg.Connection[Any]", table: str, what: str, name: str) -> None:
    line = sql.SQL(f"ALTER TABLE {{table}} {what}")
    connection.execute(line.format(table=sql.Identifier(table), name=sql.Identifier(name)))

"""The application's own PostgreSQL role: it adds postings and audit lines, and changes neither.

Two roles, so that neither a bug nor a stolen password of the service can rewrite money: the owner
of the schema migrates (``dispensador-central migrate``), the application's role serves. The
triggers against changes belong to the owner too: the application cannot switch them off.

Setup, once as the database's administrator, then after every migration as the owner::

    CREATE ROLE dispensador_owner LOGIN;  -- with a password or by the operator's own rules
    CREATE ROLE dispensador_app LOGIN;
    CREATE DATABASE dispensador OWNER dispensador_owner;

    dispensador-central migrate                        # database_url of the owner
    dispensador-central grants --role dispensador_app  # the same
    dispensador-central serve                          # database_url of dispensador_app
"""

import re

from sqlalchemy import Engine

from central.db.tables import metadata

APPEND_ONLY = (
    "audit",
    "checkpoints",
    "consents",
    "desk_copies",
    "desk_movements",
    "desk_sales",
    "ledger_postings",
)
_COLUMNS = {
    # An account never changes its owner, a hold never its account, operation or amount. Its sums
    # stay open to the application: triggers that derived them from postings and holds would be a
    # second ledger, on PostgreSQL only; CHECKs bound them and ``ledger verify`` recomputes them.
    "ledger_accounts": ("posted", "held", "overdrawn"),
    "ledger_holds": ("state", "changed_at"),
    "shift_closes": ("explained",),
    # Whose, how much and under which number a settlement is, never changes; nor what was reported.
    "settlements": (
        "state",
        "slip_at",
        "locked_by",
        "locked_session",
        "locked_place",
        "locked_at",
        "locked_movement",
        "payment_id",
        "paid_at",
    ),
    "payment_exceptions": (
        "settled_at",
        "settled_by",
        "note",
        "outcome",
        "decision_id",
        "applied_to",
    ),
}
_PRUNED = ("nonces", "one_time_codes", "sign_in_failures", "throttles")
"""The only rows the application ever deletes: they have served their time."""


def statements(role: str) -> list[str]:
    """The SQL that gives a role exactly what the application needs; running it twice is fine.

    Raises:
        ValueError: a name that would need quoting.
    """
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", role):
        raise ValueError("a role is named by lower-case letters, digits and underscores")
    lines = [
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"GRANT SELECT ON alembic_version TO {role}",
    ]
    for name in sorted(metadata.tables):
        allowed = ["SELECT", "INSERT"]
        if name in _COLUMNS:
            allowed.append(f"UPDATE ({', '.join(_COLUMNS[name])})")
        elif name not in APPEND_ONLY:
            allowed.append("UPDATE")
        if name in _PRUNED:
            allowed.append("DELETE")
        lines.append(f"GRANT {', '.join(allowed)} ON {name} TO {role}")
    return lines


def grant(engine: Engine, role: str) -> None:
    """Run the statements in one transaction, as the owner of the tables.

    Raises:
        ValueError: not PostgreSQL, or no such name.
    """
    if engine.dialect.name != "postgresql":
        raise ValueError("only PostgreSQL has roles; the embedded database belongs to one process")
    with engine.begin() as connection:
        for line in statements(role):
            connection.exec_driver_sql(line)

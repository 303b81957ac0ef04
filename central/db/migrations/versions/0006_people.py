"""People: consents, one-time codes, how holders are reached; staff's mail addresses."""

import sqlalchemy as sa
from alembic import op

from central.db.types import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TEXTS = (
    ("holders", "municipality", 80),
    ("holders", "mobile", 20),
    ("staff", "email", 254),
)


def upgrade() -> None:
    # Not in batch mode: it would copy tables that others refer to.
    for table, column, length in _TEXTS:
        op.add_column(
            table, sa.Column(column, sa.String(length), nullable=False, server_default="")
        )
    for table in ("holders", "persons"):
        op.add_column(table, sa.Column("email_confirmed_at", UtcDateTime(), nullable=True))
    op.create_table(
        "consents",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("subject", sa.String(36), nullable=False),
        sa.Column("version", sa.String(20), nullable=False),
        sa.Column("text_hash", sa.String(64), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("place", sa.String(36), nullable=False),
        sa.Column("recorded_by", sa.String(36), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(
        op.f("ix_consents_chamber_code_subject"), "consents", ["chamber_code", "subject"]
    )
    _refuse_changes("consents")
    op.create_table(
        "one_time_codes",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("purpose", sa.String(24), nullable=False),
        sa.Column("subject", sa.String(36), nullable=False),
        sa.Column("address_hash", sa.String(64), nullable=False),
        sa.Column("place", sa.String(36), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_codes")),
    )
    for column in ("subject", "place"):
        op.create_index(
            op.f(f"ix_one_time_codes_chamber_code_{column}_made_at"),
            "one_time_codes",
            ["chamber_code", column, "made_at"],
        )
    op.create_index(op.f("ix_one_time_codes_made_at"), "one_time_codes", ["made_at"])


def downgrade() -> None:
    op.drop_table("one_time_codes")
    op.drop_table("consents")
    for table in ("persons", "holders"):
        op.drop_column(table, "email_confirmed_at")
    for table, column, _ in reversed(_TEXTS):
        op.drop_column(table, column)


def _refuse_changes(table: str) -> None:
    """What somebody agreed to is evidence: as the first migration does for postings."""
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )

"""Checkpoints and day closes; holders' mail addresses, old mails' texts, verdicts on quarantine."""

import sqlalchemy as sa
from alembic import op

from central.db.types import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_BODIES = "ix_mail_outbox_bodies"


def _refuse_changes(table: str) -> None:
    """Heads that were vouched for are evidence: as the first migration does for postings."""
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


def upgrade() -> None:
    op.create_table(
        "checkpoints",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("device_id", sa.String(36), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("signature", sa.String(88), nullable=False),
        sa.Column("continues", sa.Boolean(), nullable=False),
        sa.Column("witness", sa.String(88), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device_id"], ["devices.id"], name=op.f("fk_checkpoints_device_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkpoints")),
        sa.UniqueConstraint(
            "chamber_code",
            "device_id",
            "size",
            "head",
            name=op.f("uq_checkpoints_chamber_code_device_id_size_head"),
        ),
    )
    op.create_index(
        op.f("ix_checkpoints_chamber_code_received_at"),
        "checkpoints",
        ["chamber_code", "received_at"],
    )
    _refuse_changes("checkpoints")
    op.create_table(
        "day_closes",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("device_id", sa.String(36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("sums", sa.Text(), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("checkpoint_size", sa.BigInteger(), nullable=False),
        sa.Column("checkpoint_head", sa.String(64), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("compared_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device_id"], ["devices.id"], name=op.f("fk_day_closes_device_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_closes")),
        sa.UniqueConstraint(
            "chamber_code",
            "device_id",
            "day",
            "fingerprint",
            name=op.f("uq_day_closes_chamber_code_device_id_day_fingerprint"),
        ),
    )
    op.create_index(op.f("ix_day_closes_chamber_code_day"), "day_closes", ["chamber_code", "day"])
    op.add_column("holders", sa.Column("email", sa.String(254), nullable=False, server_default=""))
    op.add_column("quarantined_captures", sa.Column("accepted", sa.Boolean(), nullable=True))
    kept = sa.text("body <> ''")
    op.create_index(
        _BODIES, "mail_outbox", ["created_at"], sqlite_where=kept, postgresql_where=kept
    )


def downgrade() -> None:
    op.drop_index(_BODIES, "mail_outbox")
    # Not in batch mode: it would copy tables that others refer to.
    op.execute("ALTER TABLE quarantined_captures DROP COLUMN accepted")
    op.execute("ALTER TABLE holders DROP COLUMN email")
    op.drop_table("day_closes")
    op.drop_table("checkpoints")

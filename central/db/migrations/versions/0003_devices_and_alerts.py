"""Key rotation, remote configuration, more of each heartbeat, and alerts."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from central.db.types import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _added() -> dict[str, tuple[sa.Column[Any], ...]]:
    return {
        "devices": (
            sa.Column("previous_key", sa.String(44), nullable=True),
            sa.Column("previous_until", UtcDateTime(), nullable=True),
            sa.Column("seq_complete", sa.BigInteger(), nullable=False, server_default="0"),
        ),
        "device_health": (
            sa.Column("printer_fault_since", UtcDateTime(), nullable=True),
            sa.Column("clock_skew_s", sa.BigInteger(), nullable=False, server_default="0"),
            sa.Column("parked", sa.Text(), nullable=False, server_default="[]"),
            sa.Column("config_version", sa.Integer(), nullable=False, server_default="0"),
        ),
    }


def upgrade() -> None:
    for table, columns in _added().items():
        for column in columns:
            op.add_column(table, column)
    op.create_table(
        "device_configurations",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(36), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("set_by", sa.String(64), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device_configurations")),
        sa.UniqueConstraint(
            "chamber_code", "version", name=op.f("uq_device_configurations_chamber_code_version")
        ),
    )
    op.create_table(
        "alerts",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("rule", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
    )
    op.create_index(
        op.f("ix_alerts_chamber_code_opened_at"), "alerts", ["chamber_code", "opened_at"]
    )
    still_open = sa.text("closed_at IS NULL")
    op.create_index(
        "uq_alerts_open",
        "alerts",
        ["chamber_code", "rule", "subject"],
        unique=True,
        sqlite_where=still_open,
        postgresql_where=still_open,
    )


def downgrade() -> None:
    op.drop_table("alerts")
    op.drop_table("device_configurations")
    for table, columns in _added().items():
        for column in columns:
            # Not in batch mode: it would copy a table that others refer to.
            op.execute(f"ALTER TABLE {table} DROP COLUMN {column.name}")

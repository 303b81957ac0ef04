"""Who allowed which copy of a certificate at a desk, and why."""

import sqlalchemy as sa
from alembic import op

from central.db.types import UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TABLE = "desk_copies"


def upgrade() -> None:
    op.create_table(
        _TABLE,
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("of_op_id", sa.String(36), nullable=False),
        sa.Column("device_id", sa.String(36), nullable=False),
        sa.Column("staff_id", sa.String(36), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_desk_copies_has_a_reason")),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_desk_copies_{column}"))
            for column, target in (
                ("of_op_id", "operations.id"),
                ("device_id", "devices.id"),
                ("staff_id", "staff.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_copies")),
    )
    op.create_index(
        op.f("ix_desk_copies_chamber_code_of_op_id"), _TABLE, ["chamber_code", "of_op_id"]
    )
    _refuse_changes(_TABLE)


def _refuse_changes(table: str) -> None:
    """What somebody answers for is evidence: as the first migration does for postings."""
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


def downgrade() -> None:
    op.drop_table(_TABLE)

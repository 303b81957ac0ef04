"""Staff: four roles, the second factor, sessions, approvals by a second person."""

import sqlalchemy as sa
from alembic import op

from central.db.types import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_BEFORE = ("cashier", "technician", "operator")
_AFTER = ("cashier", "supervisor", "technician", "administrator")
_CHECK = "ck_staff_role"


def upgrade() -> None:
    _change_roles({"operator": "administrator"}, _AFTER)
    op.add_column("staff", sa.Column("seed", sa.String(120), nullable=True))
    op.add_column("staff", sa.Column("confirmed_at", UtcDateTime(), nullable=True))
    op.create_table(
        "staff_sessions",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("staff_id", sa.String(36), nullable=False),
        sa.Column("place", sa.String(36), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_sessions_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_sessions")),
        sa.UniqueConstraint(
            "chamber_code", "token_hash", name=op.f("uq_staff_sessions_chamber_code_token_hash")
        ),
    )
    op.create_index(
        op.f("ix_staff_sessions_chamber_code_staff_id_closed_at"),
        "staff_sessions",
        ["chamber_code", "staff_id", "closed_at"],
    )
    op.create_table(
        "staff_approvals",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("staff_id", sa.String(36), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(36), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.Column("used_by", sa.String(36), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_approvals_staff_id")
        ),
        sa.ForeignKeyConstraint(["used_by"], ["staff.id"], name=op.f("fk_staff_approvals_used_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_approvals")),
    )
    op.create_index(
        op.f("ix_staff_approvals_chamber_code_action_subject"),
        "staff_approvals",
        ["chamber_code", "action", "subject"],
    )


def downgrade() -> None:
    op.drop_table("staff_approvals")
    op.drop_table("staff_sessions")
    op.execute("ALTER TABLE staff DROP COLUMN confirmed_at")
    op.execute("ALTER TABLE staff DROP COLUMN seed")
    # The older program knows no supervisors: they keep the lesser leave.
    _change_roles({"administrator": "operator", "supervisor": "cashier"}, _BEFORE)


def _change_roles(renamed: dict[str, str], roles: tuple[str, ...]) -> None:
    """Other roles behind the CHECK; SQLite copies the table, to which no other refers here."""
    with op.batch_alter_table("staff") as batch:
        batch.drop_constraint(op.f(_CHECK), type_="check")
    for old, new in renamed.items():
        change = sa.text("UPDATE staff SET role = :new WHERE role = :old")
        op.execute(change.bindparams(old=old, new=new))
    allowed = ", ".join(f"'{role}'" for role in roles)
    with op.batch_alter_table("staff") as batch:
        batch.create_check_constraint(op.f(_CHECK), f"role IN ({allowed})")

"""Staff: four roles, the second factor, sessions, approvals by a second person, shifts."""

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

    _create_shifts()


def _create_shifts() -> None:
    op.create_table(
        "shifts",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("staff_id", sa.String(36), nullable=False),
        sa.Column("open_of", sa.String(36), nullable=True),
        sa.Column("place", sa.String(36), nullable=False),
        sa.Column("base", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("base >= 0", name=op.f("ck_shifts_base_not_negative")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_shifts_staff_id")),
        sa.ForeignKeyConstraint(["open_of"], ["staff.id"], name=op.f("fk_shifts_open_of")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shifts")),
        sa.UniqueConstraint("chamber_code", "open_of", name=op.f("uq_shifts_chamber_code_open_of")),
    )
    op.create_index(
        op.f("ix_shifts_chamber_code_opened_at"), "shifts", ["chamber_code", "opened_at"]
    )
    op.create_table(
        "shift_closes",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("shift_id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", _one_of("counted", "recomputed"), nullable=False),
        sa.Column("base", sa.BigInteger(), nullable=False),
        sa.Column("pieces", sa.Text(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("unsent", sa.Integer(), nullable=False),
        sa.Column("explained", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["shift_id"], ["shifts.id"], name=op.f("fk_shift_closes_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_closes")),
        sa.UniqueConstraint(
            "chamber_code",
            "shift_id",
            "number",
            name=op.f("uq_shift_closes_chamber_code_shift_id_number"),
        ),
    )
    op.create_table(
        "desk_movements",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("shift_id", sa.String(36), nullable=False),
        sa.Column("staff_id", sa.String(36), nullable=False),
        sa.Column("place", sa.String(36), nullable=False),
        sa.Column("receipt_number", sa.Integer(), nullable=False),
        sa.Column("kind", _one_of("top_up", "reversal"), nullable=False),
        sa.Column("payment_form", sa.String(2), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("given", sa.BigInteger(), nullable=True),
        sa.Column("reference", sa.String(40), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("posting_id", sa.String(36), nullable=False),
        sa.Column("reverses", sa.String(36), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_desk_movements_amount_positive")),
        sa.CheckConstraint(
            "given IS NULL OR given >= amount", name=op.f("ck_desk_movements_given_is_enough")
        ),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_desk_movements_{column}"))
            for column, target in (
                ("shift_id", "shifts.id"),
                ("staff_id", "staff.id"),
                ("account_id", "ledger_accounts.id"),
                ("posting_id", "ledger_postings.id"),
                ("reverses", "desk_movements.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_movements")),
        sa.UniqueConstraint(
            "chamber_code", "reverses", name=op.f("uq_desk_movements_chamber_code_reverses")
        ),
        sa.UniqueConstraint(
            "chamber_code",
            "place",
            "receipt_number",
            name=op.f("uq_desk_movements_chamber_code_place_receipt_number"),
        ),
    )
    op.create_index(
        op.f("ix_desk_movements_chamber_code_shift_id"),
        "desk_movements",
        ["chamber_code", "shift_id"],
    )
    _refuse_changes("desk_movements")


def _one_of(*values: str) -> sa.Enum:
    return sa.Enum(*values, name="kind", native_enum=False, create_constraint=True, length=24)


def _refuse_changes(table: str) -> None:
    """What was taken at a desk is evidence: as the first migration does for postings."""
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
    for table in ("desk_movements", "shift_closes", "shifts"):
        op.drop_table(table)
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

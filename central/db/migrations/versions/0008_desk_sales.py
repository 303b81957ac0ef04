"""Orders that the staff opened for a customer, and what pays for them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "orders", sa.Column("at_desk", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    _person_may_be_missing(True)
    op.create_table(
        "desk_sales",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "key",
                "payment",
                "expense",
                name="kind",
                native_enum=False,
                length=24,
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("staff_id", sa.String(36), nullable=False),
        sa.Column("shift_id", sa.String(36), nullable=True),
        sa.Column("payment_id", sa.String(36), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(kind = 'payment') = (payment_id IS NOT NULL)",
            name=op.f("ck_desk_sales_paid_by_a_payment"),
        ),
        sa.CheckConstraint(
            "(kind = 'expense') = (shift_id IS NULL)", name=op.f("ck_desk_sales_sold_in_a_shift")
        ),
        sa.CheckConstraint(
            "kind <> 'expense' OR reason <> ''", name=op.f("ck_desk_sales_expense_has_a_reason")
        ),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_desk_sales_{column}"))
            for column, target in (
                ("staff_id", "staff.id"),
                ("shift_id", "shifts.id"),
                ("payment_id", "desk_movements.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_sales")),
        sa.UniqueConstraint(
            "chamber_code", "payment_id", name=op.f("uq_desk_sales_chamber_code_payment_id")
        ),
    )
    _refuse_changes("desk_sales")


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
    op.drop_table("desk_sales")
    _person_may_be_missing(False)
    op.drop_column("orders", "at_desk")


def _person_may_be_missing(may: bool) -> None:
    """Whether an order needs a person who signs in.

    SQLite cannot change that of a column, and batch mode would copy a table that others refer to;
    for constraints that change no row its manual (lang_altertable.html, section 7) has the words of
    the schema rewritten.
    """
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        op.alter_column("orders", "person_id", existing_type=sa.String(36), nullable=may)
        return
    before, after = "person_id VARCHAR(36) NOT NULL", "person_id VARCHAR(36)"
    if not may:
        before, after = f"{after},", f"{before},"
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    connection.execute(
        sa.text(
            "UPDATE sqlite_schema SET sql = replace(sql, :before, :after) "
            "WHERE type = 'table' AND name = 'orders'"
        ).bindparams(before=before, after=after)
    )
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = OFF")

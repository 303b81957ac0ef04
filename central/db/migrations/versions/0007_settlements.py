"""Settlements: made, taken by one desk, paid once; and payments that could not be credited."""

import sqlalchemy as sa
from alembic import op

from central.db.types import UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "settlements",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("number", sa.String(20), nullable=False),
        sa.Column("recovery_code", sa.String(6), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column(
            "state",
            _one_of("state", "open", "at-bank", "at-desk", "paid", "expired", "cancelled"),
            nullable=False,
        ),
        sa.Column("made_by", sa.String(36), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("slip_at", UtcDateTime(), nullable=True),
        sa.Column("locked_by", sa.String(36), nullable=True),
        sa.Column("locked_session", sa.String(36), nullable=True),
        sa.Column("locked_place", sa.String(36), nullable=True),
        sa.Column("locked_at", UtcDateTime(), nullable=True),
        sa.Column("locked_movement", sa.String(36), nullable=True),
        sa.Column("payment_id", sa.String(36), nullable=True),
        sa.Column("paid_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_settlements_amount_positive")),
        sa.CheckConstraint(
            "(state = 'paid') = (payment_id IS NOT NULL)",
            name=op.f("ck_settlements_paid_by_a_payment"),
        ),
        sa.CheckConstraint(
            "(state = 'at-desk') = (locked_by IS NOT NULL)",
            name=op.f("ck_settlements_locked_at_a_desk"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["ledger_accounts.id"], name=op.f("fk_settlements_account_id")
        ),
        sa.ForeignKeyConstraint(["locked_by"], ["staff.id"], name=op.f("fk_settlements_locked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settlements")),
        *(
            sa.UniqueConstraint(
                "chamber_code", column, name=op.f(f"uq_settlements_chamber_code_{column}")
            )
            for column in ("number", "recovery_code", "payment_id")
        ),
    )
    op.create_index(
        op.f("ix_settlements_chamber_code_state_expires_at"),
        "settlements",
        ["chamber_code", "state", "expires_at"],
    )
    op.create_table(
        "payment_exceptions",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("settlement_id", sa.String(36), nullable=True),
        sa.Column("reference", sa.String(48), nullable=False),
        sa.Column("payment_form", sa.String(2), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column(
            "why",
            _one_of("why", "unknown", "amount-differs", "paid-before", "expired", "cancelled"),
            nullable=False,
        ),
        sa.Column("reported_by", sa.String(36), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("settled_by", sa.String(36), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["settlement_id"], ["settlements.id"], name=op.f("fk_payment_exceptions_settlement_id")
        ),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["staff.id"], name=op.f("fk_payment_exceptions_settled_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_exceptions")),
    )
    op.create_index(
        op.f("ix_payment_exceptions_chamber_code_settled_at"),
        "payment_exceptions",
        ["chamber_code", "settled_at"],
    )


def _one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=24)


def downgrade() -> None:
    op.drop_table("payment_exceptions")
    op.drop_table("settlements")

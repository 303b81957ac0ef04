"""Files of what banks collected, each imported once; and payments that a bank sent back."""

import sqlalchemy as sa
from alembic import op

from central.db.types import UtcDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_CHECK = "ck_payment_exceptions_why"
_BEFORE = ("unknown", "amount-differs", "paid-before", "expired", "cancelled")
_AFTER = (*_BEFORE, "sent-back")


def upgrade() -> None:
    op.create_table(
        "bank_files",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chamber_code", sa.String(2), nullable=False),
        sa.Column("bank", sa.String(3), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_at", sa.String(4), nullable=False),
        sa.Column("modifier", sa.String(1), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("credited", sa.Integer(), nullable=False),
        sa.Column("imported_by", sa.String(36), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["imported_by"], ["staff.id"], name=op.f("fk_bank_files_imported_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_files")),
        sa.UniqueConstraint(
            "chamber_code",
            "bank",
            "made_on",
            "made_at",
            "modifier",
            name=op.f("uq_bank_files_chamber_code_bank_made_on_made_at_modifier"),
        ),
    )
    _change(_AFTER)


def downgrade() -> None:
    # The older program knows no such reason: an amount that did not stay is one that differs.
    op.execute("UPDATE payment_exceptions SET why = 'amount-differs' WHERE why = 'sent-back'")
    _change(_BEFORE)
    op.drop_table("bank_files")


def _change(reasons: tuple[str, ...]) -> None:
    """Other reasons behind the CHECK; SQLite copies the table, to which no other refers."""
    allowed = ", ".join(f"'{reason}'" for reason in reasons)
    with op.batch_alter_table("payment_exceptions") as batch:
        batch.drop_constraint(op.f(_CHECK), type_="check")
    with op.batch_alter_table("payment_exceptions") as batch:
        batch.create_check_constraint(op.f(_CHECK), f"why IN ({allowed})")

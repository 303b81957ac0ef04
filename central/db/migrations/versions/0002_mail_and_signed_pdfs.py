"""Mail outbox, signed PDFs, and one number for each copy of a certificate."""

import sqlalchemy as sa
from alembic import op

from central.db.types import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_COPY_INDEX = "ix_operations_chamber_code_of_op_id_copy_index"


def upgrade() -> None:
    op.create_table(
        "mail_outbox",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("idempotency_key", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("recipient", sa.String(length=254), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("attachments", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "sent",
                "parked",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try_at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_outbox")),
        sa.UniqueConstraint(
            "chamber_code",
            "idempotency_key",
            name=op.f("uq_mail_outbox_chamber_code_idempotency_key"),
        ),
    )
    op.create_index(
        op.f("ix_mail_outbox_state_next_try_at"), "mail_outbox", ["state", "next_try_at"]
    )
    op.create_table(
        "signed_pdfs",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("op_id", sa.String(length=36), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["op_id"], ["operations.id"], name=op.f("fk_signed_pdfs_op_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signed_pdfs")),
        sa.UniqueConstraint(
            "chamber_code", "op_id", name=op.f("uq_signed_pdfs_chamber_code_op_id")
        ),
    )
    op.create_index(
        op.f(_COPY_INDEX), "operations", ["chamber_code", "of_op_id", "copy_index"], unique=True
    )


def downgrade() -> None:
    op.drop_index(op.f(_COPY_INDEX), "operations")
    op.drop_table("signed_pdfs")
    op.drop_index(op.f("ix_mail_outbox_state_next_try_at"), "mail_outbox")
    op.drop_table("mail_outbox")

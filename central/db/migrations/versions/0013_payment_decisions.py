"""Where a payment stood that was not credited, and what people did about it."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_TABLE = "payment_exceptions"
_DECIDED = "ck_payment_exceptions_decided_once"
_APPLIED = "ck_payment_exceptions_applied_to_something"
_OUTCOME = "ck_payment_exceptions_outcome"
_TARGET = "fk_payment_exceptions_applied_to"
_DEED = "uq_payment_exceptions_chamber_code_decision_id"
_ADDED = ("bank", "file", "line", "centavos", "outcome", "decision_id", "applied_to")


def upgrade() -> None:
    with op.batch_alter_table(_TABLE) as batch:
        batch.add_column(sa.Column("bank", sa.String(3), nullable=False, server_default=""))
        batch.add_column(sa.Column("file", sa.String(20), nullable=False, server_default=""))
        batch.add_column(sa.Column("line", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("centavos", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("outcome", sa.String(24), nullable=True))
        batch.add_column(sa.Column("decision_id", sa.String(36), nullable=True))
        batch.add_column(sa.Column("applied_to", sa.String(36), nullable=True))
    # Until now nothing could be done here but to mark it: its own id is as unique as a deed's.
    op.execute(
        "UPDATE payment_exceptions SET outcome = 'outside', decision_id = id "
        "WHERE settled_at IS NOT NULL"
    )
    with op.batch_alter_table(_TABLE) as batch:
        batch.create_check_constraint(
            op.f(_OUTCOME), "outcome IN ('applied', 'returned', 'outside')"
        )
        batch.create_check_constraint(
            op.f(_DECIDED),
            "(settled_at IS NULL) = (outcome IS NULL) "
            "AND (outcome IS NULL) = (decision_id IS NULL)",
        )
        batch.create_check_constraint(
            op.f(_APPLIED),
            "(applied_to IS NOT NULL) = (outcome IS NOT NULL AND outcome = 'applied')",
        )
        batch.create_foreign_key(op.f(_TARGET), "settlements", ["applied_to"], ["id"])
        batch.create_unique_constraint(op.f(_DEED), ["chamber_code", "decision_id"])


def downgrade() -> None:
    with op.batch_alter_table(_TABLE) as batch:
        batch.drop_constraint(op.f(_DEED), type_="unique")
        batch.drop_constraint(op.f(_TARGET), type_="foreignkey")
        batch.drop_constraint(op.f(_APPLIED), type_="check")
        batch.drop_constraint(op.f(_DECIDED), type_="check")
        batch.drop_constraint(op.f(_OUTCOME), type_="check")
    with op.batch_alter_table(_TABLE) as batch:
        for column in _ADDED:
            batch.drop_column(column)

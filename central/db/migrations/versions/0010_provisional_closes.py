"""A close that a desk wrote down without central is told apart from one that central saw."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_BEFORE = ("counted", "recomputed")
_AFTER = (*_BEFORE, "provisional")
_CHECK = "ck_shift_closes_kind"


def upgrade() -> None:
    _change_kinds(_AFTER)


def downgrade() -> None:
    # The older program knows no provisional ones: what was counted was counted.
    op.execute(sa.text("UPDATE shift_closes SET kind = 'counted' WHERE kind = 'provisional'"))
    _change_kinds(_BEFORE)


def _change_kinds(kinds: tuple[str, ...]) -> None:
    """Other kinds behind the CHECK; SQLite copies the table, to which no other refers."""
    one_of = ", ".join(f"'{kind}'" for kind in kinds)
    with op.batch_alter_table("shift_closes") as batch:
        batch.drop_constraint(op.f(_CHECK), type_="check")
    with op.batch_alter_table("shift_closes") as batch:
        batch.create_check_constraint(op.f(_CHECK), f"kind IN ({one_of})")

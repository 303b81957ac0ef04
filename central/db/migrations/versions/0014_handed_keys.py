"""Until when a key that was handed over may be changed for one's own."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

from central.db.types import UtcDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_HOURS = 72


def upgrade() -> None:
    with op.batch_alter_table("staff") as batch:
        batch.add_column(sa.Column("given_until", UtcDateTime(), nullable=True))
    # Whoever has not come yet keeps the key they were given, for as long as a new one would last.
    staff = sa.table(
        "staff", sa.column("given_until", UtcDateTime()), sa.column("seed", sa.String())
    )
    until = datetime.now(UTC) + timedelta(hours=_HOURS)  # noqa: TID251 - no service runs yet
    op.execute(staff.update().where(staff.c.seed.is_(None)).values(given_until=until))


def downgrade() -> None:
    with op.batch_alter_table("staff") as batch:
        batch.drop_column("given_until")

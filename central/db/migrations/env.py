"""Runs migrations on the connection that ``central.db.migrate`` hands over."""

from alembic import context

from central.db.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=True,
    # Our SQLite connections begin by themselves, so that their DDL is transactional too.
    transactional_ddl=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()

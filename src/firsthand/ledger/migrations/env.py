"""Alembic's door: it migrates on the connection, and in the transaction, that it is handed."""

from alembic import context

from firsthand.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table="firsthand_version",
)
with context.begin_transaction():
    context.run_migrations()

"""Alembic's entry: the connection that `upgrade` hands over to the revisions, in the transaction it already has."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()

"""What people say of entries and entities: verdicts, corrections, merges, splits, each with who, when and why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of this revision."""
    stated = [sa.Column(name, sa.Text, nullable=False) for name in "recorded_at by why kind target field".split()]
    open_ones = [sa.Column(name, sa.Text) for name in "value undone_at undone_by undone_why".split()]
    op.create_table(
        "overlays",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        *stated,
        *open_ones,
        sa.UniqueConstraint("id", name="uq_overlays_id"),
    )
    op.create_index("ix_overlays_target", "overlays", ["target"])
    op.create_index("ix_overlays_kind", "overlays", ["kind"])

"""What people say of entries and entities: verdicts, corrections, merges, splits, each with who, when and why."""

from __future__ import annotations

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of this revision."""

"""Signatures, bands and pairs of copies: what finds reprints as articles come in."""

from __future__ import annotations

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of this revision."""

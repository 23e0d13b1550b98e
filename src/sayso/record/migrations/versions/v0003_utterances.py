"""Gists of statements and signals, and judgements on which of them report one utterance."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_GIST = "gists.key"


def upgrade() -> None:
    """Make the tables of this revision."""
    op.create_table(
        "gists",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("gist", sa.Text, nullable=False),
        sa.Column("utterance", sa.BigInteger, nullable=False),
    )
    op.create_table("told", _refer("reading", "readings.key", sa.Integer), *_texts("scheme overlays"))
    op.create_table(
        "tellings",
        _refer("reading", "told.reading", sa.Integer),
        sa.Column("entry", sa.Text, primary_key=True),
        sa.Column("gist", sa.BigInteger, sa.ForeignKey(_GIST), nullable=False),
    )
    op.create_table(
        "blocks",
        sa.Column("value", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("state", sa.Integer, primary_key=True, autoincrement=False),
        _refer("gist", _GIST, sa.BigInteger),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "likenesses",
        _refer("one", _GIST, sa.BigInteger),
        _refer("other", _GIST, sa.BigInteger),
        *_texts("judgement reason"),
        sa.Column("score", sa.Float, nullable=False),
    )
    for table, column in (
        ("gists", "utterance"),
        ("tellings", "entry"),
        ("tellings", "gist"),
        ("blocks", "gist"),
        ("likenesses", "other"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _refer(name: str, target: str, kind: type[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, sa.ForeignKey(target), primary_key=True, autoincrement=False)


def _texts(names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names.split()]

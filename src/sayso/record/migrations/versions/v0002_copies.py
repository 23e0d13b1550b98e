"""Signatures, bands and pairs of copies: what finds reprints as articles come in."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_READING, _WORDING = "readings.key", "wordings.key"


def upgrade() -> None:
    """Make the tables of this revision."""
    op.create_table(
        "wordings",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_table(
        "signatures",
        _refer("reading", _READING, sa.Integer),
        sa.Column("scheme", sa.Text, nullable=False),
        sa.Column("wording", sa.BigInteger, sa.ForeignKey(_WORDING)),
    )
    op.create_table(
        "bands",
        sa.Column("value", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("state", sa.Integer, primary_key=True, autoincrement=False),
        _refer("wording", _WORDING, sa.BigInteger),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "resemblances",
        _refer("one", _WORDING, sa.BigInteger),
        _refer("other", _WORDING, sa.BigInteger),
        sa.Column("relation", sa.Text, nullable=False),
        *_integers("shared either words other_words held other_held"),
    )
    op.create_table(
        "credit_lines",
        _refer("reading", _READING, sa.Integer),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        *_integers("start end"),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_index("ix_signatures_wording", "signatures", ["wording"])
    op.create_index("ix_bands_wording", "bands", ["wording"])
    op.create_index("ix_resemblances_other", "resemblances", ["other"])


def _refer(name: str, target: str, kind: type[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, sa.ForeignKey(target), primary_key=True, autoincrement=False)


def _integers(names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names.split()]

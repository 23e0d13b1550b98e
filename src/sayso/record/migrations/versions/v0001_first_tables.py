"""
The first schema: bytes, articles, readings with their zones and sentences, entities, entries, runs, quarantine.

A revision is frozen once it is released and therefore repeats what `schema.py` says today; comments are left to it.
A name with a question mark is a column that may be null.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, its indices, and the full-text index of the database at hand."""
    _runs_and_articles()
    _readings()
    _entities()
    _entries()
    _details()
    _full_text()


def _runs_and_articles() -> None:
    op.create_table(
        "runs",
        *_key(),
        *_texts("recorded_at ended_at?"),
        *_integers("read? stored versions merged unchanged quarantined"),
    )
    op.create_table("quarantine", *_key(), *_refer("run", "runs.key"), *_texts("path sha256? reason detail"))
    op.create_table(
        "stored_bytes",
        sa.Column("sha256", sa.Text, primary_key=True),
        *_integers("size"),
        sa.Column("packed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Text, primary_key=True),
        *_refer("sha256", "stored_bytes.sha256"),
        *_texts("outlet? url? page?"),
        *_refer("superseded_by?", "articles.id"),
    )
    _index("quarantine", "run")
    _index("articles", "sha256", "outlet", "page")


def _readings() -> None:
    op.create_table(
        "readings",
        *_key(),
        *_refer("article", "articles.id"),
        *_texts("digest made_by"),
        *_refer("run", "runs.key"),
        *_texts("media_type hints title? byline? published? published_first? published_last? language?"),
        *_texts("text text_sha256 retracted_at? retracted_why?"),
        sa.UniqueConstraint("article", "digest", name="uq_readings_article_digest"),
    )
    op.create_table(
        "captures",
        *_refer("article", "articles.id", primary_key=True),
        sa.Column("path", sa.Text, primary_key=True),
        *_texts("captured_at"),
        *_refer("reading", "readings.key"),
    )
    op.create_table(
        "zones",
        *_refer("reading", "readings.key", primary_key=True),
        *_position(),
        *_texts("kind"),
        *_integers("start end"),
        *_texts("element?"),
    )
    op.create_table(
        "sentences",
        *_key(),
        *_refer("reading", "readings.key"),
        *_integers("position zone paragraph start end"),
        *_texts("words"),
        sa.UniqueConstraint("reading", "position", name="uq_sentences_reading_position"),
    )
    _index("readings", "run", "published_first", "text_sha256")
    op.create_index("ix_readings_article_standing", "readings", ["article", "retracted_at"])


def _entities() -> None:
    op.create_table(
        "entities",
        *_key(),
        *_refer("reading", "readings.key"),
        *_integers("position"),
        *_texts("id kind name affiliation? role?"),
        sa.UniqueConstraint("reading", "id", name="uq_entities_reading_id"),
    )
    op.create_table(
        "mentions",
        *_refer("entity", "entities.key", primary_key=True),
        *_position(),
        *_integers("start end"),
        *_texts("words"),
    )
    _index("entities", "id")


def _entries() -> None:
    op.create_table(
        "entries",
        *_key(),
        *_refer("reading", "readings.key"),
        *_integers("position"),
        *_texts("id kind zone statement?"),
        *_columns(sa.Float, "probability?"),
        *_integers("start end"),
        sa.UniqueConstraint("reading", "id", name="uq_entries_reading_id"),
    )
    op.create_table(
        "spans",
        *_refer("entry", "entries.key", primary_key=True),
        sa.Column("field", sa.Text, primary_key=True),
        *_position(),
        *_integers("start end"),
        *_texts("words"),
    )
    op.create_table(
        "parties",
        *_refer("entry", "entries.key", primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        *_position(),
        *_texts("entity"),
    )
    _index("entries", "id", "kind", "statement")
    _index("parties", "entity")


def _details() -> None:
    entry = ("entry", "entries.key")
    op.create_table(
        "statements",
        *_refer(*entry, primary_key=True),
        *_texts("form source? act certainty said_at? said_first? said_last?"),
    )
    op.create_table(
        "events",
        *_refer(*entry, primary_key=True),
        *_texts("act event_type mode? place? happened? happened_first? happened_last? standing"),
    )
    op.create_table(
        "signals",
        *_refer(*entry, primary_key=True),
        *_texts("kind condition_event? consequence_event?"),
        *_columns(sa.Boolean, "if_not"),
        *_texts("sender?"),
    )
    op.create_table(
        "figures", *_refer(*entry, primary_key=True), *_columns(sa.Float, "value? low? high?"), *_texts("unit?")
    )
    op.create_table("times", *_refer(*entry, primary_key=True), *_texts("type value? edtf? low? high? anchor?"))
    _index("statements", "source")
    _index("events", "act", "event_type")
    _index("signals", "kind", "sender")


def _full_text() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE INDEX sentence_index ON sentences USING gin (to_tsvector('english', words))")
        return
    op.execute(
        "CREATE VIRTUAL TABLE sentence_index USING fts5(words, content='sentences', content_rowid='key',"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER sentence_index_adds AFTER INSERT ON sentences BEGIN"
        " INSERT INTO sentence_index (rowid, words) VALUES (new.key, new.words); END"
    )
    op.execute(
        "CREATE TRIGGER sentence_index_drops AFTER DELETE ON sentences BEGIN"
        " INSERT INTO sentence_index (sentence_index, rowid, words) VALUES ('delete', old.key, old.words); END"
    )


def _key() -> list[sa.Column[Any]]:
    return [sa.Column("key", sa.Integer, primary_key=True)]


def _position() -> list[sa.Column[Any]]:
    return [sa.Column("position", sa.Integer, primary_key=True, autoincrement=False)]


def _texts(names: str) -> list[sa.Column[Any]]:
    return _columns(sa.Text, names)


def _integers(names: str) -> list[sa.Column[Any]]:
    return _columns(sa.Integer, names)


def _columns(kind: type[Any], names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name.rstrip("?"), kind, nullable=name.endswith("?")) for name in names.split()]


def _refer(name: str, target: str, primary_key: bool = False) -> list[sa.Column[Any]]:
    kind = sa.Text if target.endswith((".id", ".sha256")) else sa.Integer
    plain, optional = name.rstrip("?"), name.endswith("?")
    return [
        sa.Column(plain, kind, sa.ForeignKey(target), primary_key=primary_key, autoincrement=False, nullable=optional)
    ]


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])

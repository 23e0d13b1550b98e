"""
A record to its logical dump: sorted lines of canonical JSON, the same however the record came to be.

What a database or a clock of ours decides is left out: row numbers, runs, and the moments of recording and
retracting. Whatever the order of adding, in however many parts, added twice or killed and resumed: one input, one dump.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from sayso.record.entries import Json
from sayso.record.keeping import canonical, whole_json
from sayso.record.overlays import dumped
from sayso.record.rows import load_reading
from sayso.record.schema import articles, captures, quarantine, readings, stored_bytes
from sayso.record.schema_copies import resemblances, signatures


def dump(connection: Connection) -> Iterator[str]:
    """Yield the lines of the dump, without line ends: bytes, articles with all of theirs, quarantine, judgements."""
    kept = select(stored_bytes.c.sha256, stored_bytes.c.size)
    yield from _lines("bytes", (dict(row._mapping) for row in connection.execute(kept)))
    for article in sorted(connection.execute(select(articles.c.id)).scalars()):
        yield from _article(connection, article)
    rejected = select(quarantine.c.path, quarantine.c.sha256, quarantine.c.reason, quarantine.c.detail).distinct()
    yield from _lines("quarantine", (dict(row._mapping) for row in connection.execute(rejected)))
    yield from _lines("overlay", dumped(connection))
    signed = select(readings.c.article, readings.c.digest, signatures.c.wording)
    signed = signed.join(readings, readings.c.key == signatures.c.reading)
    yield from _lines("signature", (dict(row._mapping) for row in connection.execute(signed)))
    alike = connection.execute(select(resemblances))
    yield from _lines("resemblance", (dict(row._mapping) for row in alike))


def _article(connection: Connection, article: str) -> Iterator[str]:
    head = select(*(articles.c[name] for name in ("id", "sha256", "outlet", "url", "superseded_by")))
    yield from _lines("article", [dict(connection.execute(head.where(articles.c.id == article)).one()._mapping)])
    taken = select(captures.c.article, captures.c.path, captures.c.captured_at, readings.c.digest)
    taken = taken.join(readings, readings.c.key == captures.c.reading).where(captures.c.article == article)
    yield from _lines("capture", (dict(row._mapping) for row in connection.execute(taken)))
    made = select(readings).where(readings.c.article == article)
    yield from _lines("reading", [_reading(connection, row) for row in connection.execute(made).all()])


def _reading(connection: Connection, row: Any) -> dict[str, Json]:
    kept = {name: getattr(row, name) for name in ("digest", "media_type", "hints", "text_sha256", "retracted_why")}
    return {**kept, "reading": whole_json(load_reading(connection, row.key))}


def _lines(kind: str, rows: Any) -> list[str]:
    return sorted(canonical({"row": kind, **row}) for row in rows)

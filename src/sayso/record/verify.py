"""
A whole record to its faults: every stored span, id, text and byte string checked against what it claims to be.

Checked are: the bytes (digest, size), the text (digest, and that it comes out of the bytes again), zones and
sentences, the words of every span and mention, every entry's id, every reference, the sums of the runs, and the
database's own consistency. Every case is named; none ends the check.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, func, select, table

from sayso.acquire.capture import Capture, Hints
from sayso.article.article import Article
from sayso.errors import SaysoError
from sayso.record.proof import digest, faults
from sayso.record.rows import load_reading, path_of
from sayso.record.schema import (
    SENTENCE_INDEX,
    articles,
    captures,
    entities,
    entries,
    mentions,
    readings,
    runs,
    sentences,
    spans,
    stored_bytes,
)
from sayso.record.schema_copies import credit_lines
from sayso.record.walk import bytes_hold

Extract: TypeAlias = Callable[[Capture], Article]


@dataclass(frozen=True, slots=True)
class Checked:
    """
    One thing that was checked.

    Attributes:
        what: `bytes`, `reading`, `run` or `database`.
        name: Which: a digest, an article's id, a run's number, …
        spans: How many stored stretches of text were compared with the text.
        faults: Everything that did not hold, in words; empty where all did.
    """

    what: str
    name: str
    spans: int
    faults: tuple[str, ...]


def verify(connection: Connection, extract: Extract | None, version: str) -> Iterator[Checked]:
    """
    Check a record from its bytes up.

    Args:
        connection: To the record.
        extract: Makes an article of a capture, to prove that the text comes from the bytes; None leaves that out.
        version: Of sayso; the text of readings that another version made is not extracted again, for it may differ.
    """
    yield from _bytes(connection)
    keys = connection.execute(select(readings.c.key).order_by(readings.c.article, readings.c.digest)).scalars().all()
    for key in keys:
        yield _reading(connection, key, extract, version)
    yield from _runs(connection)
    yield from _database(connection)


def _bytes(connection: Connection) -> Iterator[Checked]:
    for sha256 in connection.execute(select(stored_bytes.c.sha256).order_by(stored_bytes.c.sha256)).scalars().all():
        row = connection.execute(select(stored_bytes).where(stored_bytes.c.sha256 == sha256)).one()
        held = bytes_hold(row.sha256, row.size, row.packed)
        yield Checked("bytes", sha256, 0, () if held else (f"bytes {sha256}: what is kept has another digest or size",))


def _reading(connection: Connection, key: int, extract: Extract | None, version: str) -> Checked:
    row = connection.execute(select(readings).where(readings.c.key == key)).one()
    found: list[str] = []
    if digest(row.text) != row.text_sha256:
        found.append(f"article {row.article}: its text has another digest than was recorded")
    compared = 0
    for name, stretches in _stretches(key):
        for one in connection.execute(stretches):
            compared += 1
            if row.text[one.start : one.end] != one.words:
                found.append(f"{one.id}: {name} {one.start} to {one.end} is not {one.words[:60]!r} in {row.article}")
    found += _structure(connection, key)
    if extract is not None and row.made_by.startswith(f"sayso {version} "):
        found += _extracted_again(connection, row, extract)
    return Checked("reading", row.article, compared, tuple(found))


def _stretches(key: int) -> list[tuple[str, Select[Any]]]:
    """Return the queries for everything that quotes the text of a reading, each with what it is called."""
    sentence = select(readings.c.article.label("id"), sentences.c.start, sentences.c.end, sentences.c.words)
    mention = select(entities.c.id, mentions.c.start, mentions.c.end, mentions.c.words)
    span = select(entries.c.id, spans.c.start, spans.c.end, spans.c.words)
    credit = select(readings.c.article.label("id"), credit_lines.c.start, credit_lines.c.end, credit_lines.c.words)
    return [
        ("sentence", sentence.join(readings).where(sentences.c.reading == key)),
        ("mention", mention.join(entities).where(entities.c.reading == key)),
        ("span", span.join(entries).where(entries.c.reading == key)),
        ("credit", credit.join(readings).where(credit_lines.c.reading == key)),
    ]


def _structure(connection: Connection, key: int) -> list[str]:
    try:
        return list(faults(load_reading(connection, key)))
    except (ValueError, KeyError, TypeError) as error:
        return [f"reading {key}: it cannot be put together again ({error})"]


def _extracted_again(connection: Connection, row: Any, extract: Extract) -> list[str]:
    """Extract the text from the kept bytes once more and compare."""
    try:
        article = extract(capture_of(connection, row))
    except (SaysoError, zlib.error, TypeError) as error:
        return [f"article {row.article}: no text comes out of its bytes any more ({error})"]
    return [] if article.text == row.text else [f"article {row.article}: another text comes out of its bytes"]


def capture_of(connection: Connection, reading: Any) -> Capture:
    """Return the capture that a row of `readings` was made from, under the article's first path."""
    kept = select(stored_bytes.c.packed).join(articles, articles.c.sha256 == stored_bytes.c.sha256)
    packed = connection.execute(kept.where(articles.c.id == reading.article)).scalar_one()
    taken = select(captures.c.captured_at).where(captures.c.article == reading.article).order_by(captures.c.captured_at)
    return Capture(
        data=zlib.decompress(packed),
        path=path_of(connection, reading.article),
        captured_at=datetime.fromisoformat(connection.execute(taken.limit(1)).scalar_one()),
        media_type=reading.media_type,
        hints=Hints(**json.loads(reading.hints)),
    )


def _runs(connection: Connection) -> Iterator[Checked]:
    for row in connection.execute(select(runs).where(runs.c.ended_at.is_not(None)).order_by(runs.c.key)):
        total = row.stored + row.merged + row.unchanged + row.quarantined
        fault = () if row.read == total else (f"run {row.key}: {row.read} inputs were read and {total} accounted for",)
        yield Checked("run", str(row.key), 0, fault)


def _database(connection: Connection) -> Iterator[Checked]:
    """Let SQLite check its own pages and references, and count its full-text index; PostgreSQL does so by itself."""
    if connection.dialect.name != "sqlite":
        return
    pages = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    yield Checked("database", "pages", 0, tuple(pages))
    yield Checked("database", "references", 0, tuple(f"table {row[0]}: row {row[1]} points to nothing" for row in lost))
    indexed = connection.execute(select(func.count()).select_from(table(f"{SENTENCE_INDEX}_docsize"))).scalar_one()
    total = connection.execute(select(func.count()).select_from(sentences)).scalar_one()
    fault = () if indexed == total else (f"the full-text index holds {indexed} of {total} sentences",)
    yield Checked("database", "full text", 0, fault)

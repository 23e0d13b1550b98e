"""
An entry to its bytes: entry, spans, sentence, zone, text, bytes, SHA-256, each step proved as it is taken.

This is what a record is for. A step that does not hold is not hidden: it says so (`holds` is False), and `sayso
verify` will name it too.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, select

from sayso.errors import UsageError
from sayso.record.entries import Json, id_of
from sayso.record.lens import Lens
from sayso.record.listing import Listed, listed_by_key, listed_json
from sayso.record.proof import digest
from sayso.record.rows import load_entries
from sayso.record.schema import articles, captures, entries, readings, runs, sentences, spans, stored_bytes, zones


@dataclass(frozen=True, slots=True)
class Step:
    """
    A stretch of text on the way.

    Attributes:
        name: Field of the entry, `sentence` with its number, or the zone's kind.
        start: First code point.
        end: One past the last.
        words: The words kept with the offsets, and of a zone what the text says there.
        holds: Whether the article's text says just these words at these offsets.
    """

    name: str
    start: int
    end: int
    words: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """
    The bytes under an article.

    Attributes:
        sha256: As recorded.
        size: How many bytes.
        holds: Whether the bytes kept have this digest and size.
        media_type: What they were read as.
        paths: Where they were taken from, with the moment (UTC) of each.
    """

    sha256: str
    size: int
    holds: bool
    media_type: str
    paths: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """
    The way from an entry to its bytes.

    Attributes:
        listed: The entry as people have it, with its article and sentence; the steps are those of what was read.
        id_holds: Whether the entry's id follows from its article, kind and spans.
        spans: Every span of the entry.
        sentences: The sentences that hold them.
        zones: The zones that hold those, with the HTML element of each where there is one.
        elements: Path of the HTML element of each zone, None in plain text.
        text_length: Code points in the canonical text.
        text_sha256: Of the text.
        text_holds: Whether the text kept has this digest.
        recorded_at: When (UTC).
        retracted: When and why the reading was retracted, or None where it stands.
        ground: The bytes.
    """

    listed: Listed
    id_holds: bool
    spans: tuple[Step, ...]
    sentences: tuple[Step, ...]
    zones: tuple[Step, ...]
    elements: tuple[str | None, ...]
    text_length: int
    text_sha256: str
    text_holds: bool
    recorded_at: str
    retracted: tuple[str, str] | None
    ground: Ground

    @property
    def holds(self) -> bool:
        """Whether every step does."""
        steps = (*self.spans, *self.sentences, *self.zones)
        return self.id_holds and self.text_holds and self.ground.holds and all(step.holds for step in steps)


def walk(connection: Connection, entry: str) -> Walk:
    """
    Walk from an entry to its bytes, in the reading that stands or else in the last that had the entry.

    Raises:
        UsageError: No entry has this id.
    """
    reading = _reading(connection, entry)
    listed = next(iter(listed_by_key(connection, [reading.entry], Lens(connection))))
    as_read = load_entries(connection, [reading.entry])[reading.entry]
    quoted = _spans(connection, reading)
    held = _sentences(connection, reading, quoted)
    around, elements = _zones(connection, reading, held)
    return Walk(
        listed=listed,
        id_holds=as_read.id == id_of(listed.publication.id, as_read),
        spans=quoted,
        sentences=held,
        zones=around,
        elements=elements,
        text_length=len(reading.text),
        text_sha256=reading.text_sha256,
        text_holds=digest(reading.text) == reading.text_sha256,
        recorded_at=reading.recorded_at,
        retracted=(reading.retracted_at, reading.retracted_why) if reading.retracted_at else None,
        ground=_ground(connection, reading),
    )


def _reading(connection: Connection, entry: str) -> Any:
    rows = (
        select(readings, entries.c.key.label("entry"), runs.c.recorded_at)
        .join(entries, entries.c.reading == readings.c.key)
        .join(runs, runs.c.key == readings.c.run)
        .where(entries.c.id == entry)
        .order_by(readings.c.retracted_at.is_not(None), readings.c.key.desc())
    )
    row = connection.execute(rows.limit(1)).first()
    if row is None:
        raise UsageError(f"no entry in this record has the id {entry}")
    return row


def _spans(connection: Connection, reading: Any) -> tuple[Step, ...]:
    rows = select(spans).where(spans.c.entry == reading.entry).order_by(spans.c.start, spans.c.end, spans.c.field)
    return tuple(_step(row.field, row, reading.text) for row in connection.execute(rows))


def _sentences(connection: Connection, reading: Any, quoted: tuple[Step, ...]) -> tuple[Step, ...]:
    rows = select(sentences).where(sentences.c.reading == reading.key).order_by(sentences.c.position)
    return tuple(
        _step(f"sentence {row.position + 1}", row, reading.text)
        for row in connection.execute(rows)
        if any(row.start < step.end and step.start < row.end for step in quoted)
    )


def _step(name: str, row: Any, text: str) -> Step:
    return Step(name, row.start, row.end, row.words, text[row.start : row.end] == row.words)


def _zones(
    connection: Connection, reading: Any, held: tuple[Step, ...]
) -> tuple[tuple[Step, ...], tuple[str | None, ...]]:
    """Return the zones around some sentences, and their elements; a zone holds where it lies in the text."""
    rows = select(zones).where(zones.c.reading == reading.key).order_by(zones.c.position)
    around = [
        row for row in connection.execute(rows) if any(row.start <= step.start and step.end <= row.end for step in held)
    ]
    length = len(reading.text)
    steps = (Step(row.kind, row.start, row.end, reading.text[row.start : row.end], row.end <= length) for row in around)
    return tuple(steps), tuple(row.element for row in around)


def _ground(connection: Connection, reading: Any) -> Ground:
    bytes_of = select(stored_bytes).join(articles, articles.c.sha256 == stored_bytes.c.sha256)
    kept = connection.execute(bytes_of.where(articles.c.id == reading.article)).one()
    taken = select(captures).where(captures.c.article == reading.article)
    ordered = connection.execute(taken.order_by(captures.c.captured_at, captures.c.path))
    return Ground(
        sha256=kept.sha256,
        size=kept.size,
        holds=bytes_hold(kept.sha256, kept.size, kept.packed),
        media_type=reading.media_type,
        paths=tuple((row.path, row.captured_at) for row in ordered),
    )


def bytes_hold(sha256: str, size: int, packed: bytes) -> bool:
    """Tell whether kept bytes unpack to this digest and size."""
    try:
        data = zlib.decompress(packed)
    except (zlib.error, TypeError):
        return False
    return len(data) == size and hashlib.sha256(data).hexdigest() == sha256


def walk_json(way: Walk) -> dict[str, Json]:
    """Return a walk for machines: the listed entry, then every step with its offsets, words and whether it holds."""
    given = asdict(way)
    del given["listed"]
    return {"entry": listed_json(way.listed), **given, "holds": way.holds}

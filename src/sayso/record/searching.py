"""Words to hits: the sentences that answer a query, best first, each with the entries that rest on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, and_, or_, select, true

from sayso.record.conditions import asked, dated, in_zone, of_entry, standing, unless_rejected
from sayso.record.filters import Filters
from sayso.record.fulltext import matching, query
from sayso.record.lens import Lens
from sayso.record.listing import Listed, Publication, listed_by_key
from sayso.record.passing import passing
from sayso.record.rows import batches
from sayso.record.schema import DETAILS, articles, entries, readings, sentences, spans, zones
from sayso.record.withdrawn import is_corrected


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A sentence that answers a query.

    Attributes:
        sentence: Its words.
        start: Where it stands in the article's text.
        zone: Kind of the zone that it stands in.
        publication: Its article.
        score: Of the full-text index; higher is better, comparable only within one answer.
        entries: What rests on it, in text order.
    """

    sentence: str
    start: int
    zone: str
    publication: Publication
    score: float
    entries: tuple[Listed, ...]


def search(connection: Connection, words: str, kinds: Collection[str], filters: Filters) -> list[Hit]:
    """
    Find sentences by their words.

    Args:
        connection: To the record.
        words: What a person types; see `fulltext`.
        kinds: Only sentences with entries of these kinds, and only those entries; empty for all sentences.
        filters: Narrow the sentences; those that ask for parties or a kind of entry need entries that have them.

    Returns:
        Best first; equals by date of publication, article and place.

    Raises:
        UsageError: The query names no word that could be there.
    """
    rows = _sentences(connection, words, filters)
    held = resting(connection, [row.key for row in rows], tuple(kinds) or tuple(DETAILS), filters)
    needed = kinds or any((filters.source, filters.actor, filters.target, filters.kind))
    return [_hit(row, held.get(row.key, ())) for row in rows if held.get(row.key) or not needed]


def _sentences(connection: Connection, words: str, filters: Filters) -> Sequence[Any]:
    found = matching(connection, query(words))
    rows = (
        select(sentences.c.key, sentences.c.start, sentences.c.words, zones.c.kind.label("zone"), found.c.score)
        .add_columns(articles.c.id, articles.c.outlet, articles.c.url)
        .add_columns(readings.c.title, readings.c.published, readings.c.text_sha256)
        .join(found, found.c.key == sentences.c.key)
        .join(readings, readings.c.key == sentences.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .join(zones, (zones.c.reading == sentences.c.reading) & (zones.c.position == sentences.c.zone))
        .where(*standing(connection, filters), *in_zone(zones.c.kind, filters), *dated(filters))
    )
    undated = readings.c.published_first.is_(None)
    order = (found.c.score.desc(), undated, readings.c.published_first, articles.c.id, sentences.c.start)
    return connection.execute(rows.order_by(*order)).all()


def resting(
    connection: Connection, keys: Sequence[int], kinds: Sequence[str], filters: Filters
) -> Mapping[int, tuple[Listed, ...]]:
    """Return what rests on each sentence: the entries with a span in it."""
    touching = (sentences.c.start < spans.c.end) & (sentences.c.end > spans.c.start)
    lens = Lens(connection)
    wanted = asked(connection, filters, lens.who)
    found: defaultdict[int, list[int]] = defaultdict(list)
    doubtful: set[int] = set()
    for kind in kinds:
        rows = (
            select(sentences.c.key.label("sentence"), entries.c.key, entries.c.start)
            .add_columns(is_corrected().label("is_corrected"))
            .join(entries, entries.c.reading == sentences.c.reading)
            .join(spans, (spans.c.entry == entries.c.key) & touching)
            .join(DETAILS[kind], DETAILS[kind].c.entry == entries.c.key)
            .where(*unless_rejected(filters), or_(and_(true(), *of_entry(kind, wanted)), is_corrected()))
            .distinct()
            .order_by(sentences.c.key, entries.c.start, entries.c.key)
        )
        for some in batches(keys):
            for row in connection.execute(rows.where(sentences.c.key.in_(some))):
                found[row.sentence].append(row.key)
                doubtful.update([row.key] if row.is_corrected or not wanted.is_exact else [])
    undated = replace(wanted, filters=replace(filters, since=None, until=None))
    left = doubtful - passing(connection, sorted(doubtful), undated, lens)
    every = sorted({key for some in found.values() for key in some} - left)
    listed = dict(zip(every, listed_by_key(connection, every, lens), strict=True))
    return {sentence: tuple(listed[key] for key in some if key in listed) for sentence, some in found.items()}


def _hit(row: Any, held: tuple[Listed, ...]) -> Hit:
    publication = Publication(row.id, row.outlet, row.title, row.url, row.published, row.text_sha256)
    return Hit(row.words, row.start, row.zone, publication, row.score, held)

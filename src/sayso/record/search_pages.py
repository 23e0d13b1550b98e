"""
Words to a page of hits: the best among the newest sentences that hold them, with facets and the words marked.

Ranking every sentence that holds a common word would cost more the larger the record is, so that only the newest
`WINDOW` of them are ranked; `is_window` says where there are more. A page remembers the newest sentence that was there
when the first page was asked for, so that what is added meanwhile moves no page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, and_, func, select, true

from sayso.record.conditions import dated, in_zone, standing
from sayso.record.filters import Filters
from sayso.record.fulltext import marked, newest_matching, query
from sayso.record.listing import Listed, Publication
from sayso.record.schema import DETAILS, articles, readings, sentences, zones
from sayso.record.searching import Hit, resting

WINDOW: Final = 1000
"""Sentences that are ranked, counted and paged through; some 50 ms of work. Set by hand."""


@dataclass(frozen=True, slots=True)
class Found:
    """
    A sentence found.

    Attributes:
        hit: The sentence with what rests on it.
        number: Of the sentence in its article, counted from 1.
        marked: Its words in pieces, every second one a word or phrase that was asked for.
    """

    hit: Hit
    number: int
    marked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """
    A page of what was found.

    Attributes:
        found: Best first.
        amount: How many sentences passed in all.
        facets: Of all that passed: `outlet`, `zone`, `year` to how many sentences have each value.
        newest: Row of the newest sentence when the first page was asked for; a page further on is asked with it.
        at: Where the next page begins among those ranked, None where there is none.
        is_window: Whether older sentences hold the words too and were not ranked.
    """

    found: tuple[Found, ...]
    amount: int
    facets: Mapping[str, Sequence[tuple[str, int]]]
    newest: int
    at: int | None
    is_window: bool


def search_page(
    connection: Connection,
    words: str,
    kinds: Collection[str],
    filters: Filters,
    size: int,
    newest: int | None = None,
    at: int = 0,
) -> SearchPage:
    """
    Return a page of the sentences that answer a query.

    Args:
        connection: To the record.
        words: What a person types; see `fulltext`.
        kinds: Only sentences with entries of these kinds, and only those entries; empty for all sentences.
        filters: Narrow the sentences; those that ask for parties need entries that have them.
        size: How many at most.
        newest: See `SearchPage`.
        at: Likewise.

    Raises:
        UsageError: The query names no word that could be there.
    """
    top = newest if newest is not None else connection.execute(select(func.max(sentences.c.key))).scalar() or 0
    rows, is_window = _ranked(connection, words, filters, top)
    if kinds or any((filters.source, filters.actor, filters.target, filters.kind)):
        held = resting(connection, [row.key for row in rows], tuple(kinds) or tuple(DETAILS), filters)
        rows = [row for row in rows if held.get(row.key)]
    shown = rows[at : at + size]
    keys = [row.key for row in shown]
    entries_of = resting(connection, keys, tuple(kinds) or tuple(DETAILS), filters)
    pieces = marked(connection, query(words), keys)
    found = (
        Found(_hit(row, entries_of.get(row.key, ())), row.position + 1, _pieces(row.words, pieces.get(row.key, ())))
        for row in shown
    )
    more = at + size if at + size < len(rows) else None
    return SearchPage(tuple(found), len(rows), _facets(rows), top, more, is_window)


def _ranked(connection: Connection, words: str, filters: Filters, top: int) -> tuple[list[Any], bool]:
    """Return the sentences that pass among the newest that answer, best first, and whether there are older ones."""
    found = newest_matching(connection, query(words), top, WINDOW + 1)
    passes = and_(true(), *standing(connection, filters), *in_zone(zones.c.kind, filters), *dated(filters))
    rows = (
        select(sentences.c.key, sentences.c.start, sentences.c.position, sentences.c.words, found.c.score)
        .add_columns(zones.c.kind.label("zone"), articles.c.id, articles.c.outlet, articles.c.url)
        .add_columns(*(readings.c[name] for name in ("title", "published", "published_first", "text_sha256")))
        .add_columns(passes.label("passes"))
        .join(found, found.c.key == sentences.c.key)
        .join(readings, readings.c.key == sentences.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .join(zones, (zones.c.reading == sentences.c.reading) & (zones.c.position == sentences.c.zone))
    )
    held = sorted(connection.execute(rows), key=lambda row: -row.key)
    passing = [row for row in held[:WINDOW] if row.passes]
    return sorted(passing, key=_rank), len(held) > WINDOW


def _pieces(words: str, marked_words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pieces of a sentence, the whole of it where its own characters pass for our marks."""
    return marked_words if len(marked_words) % 2 and "".join(marked_words) == words else (words,)


def _rank(row: Any) -> tuple[Any, ...]:
    return -row.score, row.published_first is None, row.published_first or "", row.id, row.start


def _facets(rows: Sequence[Any]) -> Mapping[str, Sequence[tuple[str, int]]]:
    told = {
        "outlet": Counter(row.outlet for row in rows if row.outlet is not None),
        "zone": Counter(row.zone for row in rows),
        "year": Counter(row.published_first[:4] for row in rows if row.published_first),
    }
    return {name: sorted(found.items(), key=lambda pair: (-pair[1], pair[0])) for name, found in told.items()}


def _hit(row: Any, held: tuple[Listed, ...]) -> Hit:
    publication = Publication(row.id, row.outlet, row.title, row.url, row.published, row.text_sha256)
    return Hit(row.words, row.start, row.zone, publication, row.score, held)

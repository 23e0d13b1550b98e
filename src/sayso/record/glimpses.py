"""
Signals to glimpses of their readings: as much as it takes to compare the words of each with a move, a fraction of all.

Of the text a glimpse has what a signal spans, in its place; of the entities those that are named there, who sends the
signal and whom it aims at, with those whom all of them serve. An article names fifty more, with a hundred mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Select, bindparam, case, func, select

from sayso.article.article import Article
from sayso.record.entries import Entity, Entry, Reading, Signal
from sayso.record.hinges import HOLDER
from sayso.record.lens import Lens, ids_in
from sayso.record.rows import batches, load_entries
from sayso.record.schema import articles, entities, mentions, readings
from sayso.spans import Span
from sayso.terms import EntityKind

_SOME: Final[BindParameter[Any]] = bindparam("some", expanding=True)
_IDS: Final[BindParameter[Any]] = bindparam("ids", expanding=True)
BEFORE: Final = 8
"""Code points before a signal that are looked at, so that its first word is not taken for the end of another."""


def glimpses(connection: Connection, keys: Sequence[int], lens: Lens) -> Iterator[tuple[int, Reading]]:
    """
    Yield a glimpse for each of some signals, with its row.

    Args:
        connection: To the record.
        keys: Rows of the signals, no more than fit in one statement.
        lens: How people have the record.
    """
    about = list(connection.execute(_ABOUT, {"some": keys}))
    built = load_entries(connection, keys)
    named = _entities(connection, keys, {row.key: row.reading for row in about}, built)
    lens.learn(built.values())
    lens.who.learn(one.id for some in named.values() for one in some)
    for row in about:
        signal = built[row.key]
        assert isinstance(signal, Signal)
        yield (
            row.key,
            lens.reading(
                Reading(
                    article=_article(row), run="", entities=named.get(row.reading, ()), statements=(), events=(),
                    signals=(signal,), figures=(), times=(),
                )
            ),
        )  # fmt: skip


def _entities(
    connection: Connection, keys: Sequence[int], owners: Mapping[int, int], built: Mapping[int, Entry]
) -> Mapping[int, tuple[Entity, ...]]:
    """Return whom some signals speak of, by reading, each with its mentions in them."""
    quoted: defaultdict[int, list[Span]] = defaultdict(list)
    for entity, start, end in connection.execute(_NAMED, {"some": keys}):
        quoted[entity].append(Span(start, end))
    rows = [row for lot in batches(sorted(quoted)) for row in connection.execute(_BY_ROW, {"some": lot})]
    wanted = {(owners[key], one) for key in keys for one in ids_in(built[key])}
    found: defaultdict[int, dict[str, Entity]] = defaultdict(dict)
    while rows or wanted:
        for row in rows:
            held = tuple(quoted.get(row.key, ()))
            found[row.reading][row.id] = Entity(row.id, EntityKind(row.kind), row.name, held, row.affiliation, row.role)
            if row.affiliation is not None:
                wanted.add((row.reading, row.affiliation))
        missing = sorted((reading, one) for reading, one in wanted if one not in found[reading])
        rows = [row for lot in batches(missing) for row in _by_id(connection, set(lot))]
        wanted = set()
    return {reading: tuple(held.values()) for reading, held in found.items()}


def _by_id(connection: Connection, wanted: Set[tuple[int, str]]) -> Iterator[Any]:
    """Yield the entities of some readings and ids; asked for pairs of them, SQLite would go over all that there is."""
    asked = {"some": sorted({reading for reading, _ in wanted}), "ids": sorted({one for _, one in wanted})}
    for row in connection.execute(_BY_ID, asked):
        if (row.reading, row.id) in wanted:
            yield row


def _about() -> Select[Any]:
    begins = case((HOLDER.c.start > BEFORE, HOLDER.c.start - BEFORE), else_=0)
    return (
        select(HOLDER.c.key, HOLDER.c.reading, readings.c.article, readings.c.published, begins.label("begins"))
        .add_columns(func.substr(readings.c.text, begins + 1, HOLDER.c.end - begins).label("words"))
        .add_columns(articles.c.outlet, articles.c.sha256)
        .join(readings, readings.c.key == HOLDER.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .where(HOLDER.c.key.in_(_SOME))
        .order_by(HOLDER.c.key)
    )


def _naming() -> Select[Any]:
    """Select the mentions that share anything with some signals."""
    inside = (mentions.c.start < HOLDER.c.end) & (mentions.c.end > HOLDER.c.start)
    return (
        select(mentions.c.entity, mentions.c.start, mentions.c.end)
        .distinct()
        .select_from(HOLDER)
        .join(entities, entities.c.reading == HOLDER.c.reading)
        .join(mentions, (mentions.c.entity == entities.c.key) & inside)
        .where(HOLDER.c.key.in_(_SOME))
        .order_by(mentions.c.entity, mentions.c.start, mentions.c.end)
    )


# What is asked for every lot is made once: making a query costs as much as asking it.
_ABOUT: Final = _about()
_NAMED: Final = _naming()
_BY_ROW: Final = select(entities).where(entities.c.key.in_(_SOME))
_BY_ID: Final = select(entities).where(entities.c.reading.in_(_SOME), entities.c.id.in_(_IDS))


def _article(row: Any) -> Article:
    """Return an article of which only one stretch is known, which stands where it does."""
    return Article(
        id=row.article, path="-", sha256=row.sha256, url=None, outlet=row.outlet, title=None, byline=None,
        published=row.published, language=None, text=" " * row.begins + row.words, zones=(), sentences=(),
    )  # fmt: skip

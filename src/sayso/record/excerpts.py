"""
Signals to excerpts of their readings: they, the events in them, everybody whom their articles name, as people have it.

An excerpt is as much of a reading as weighing its signals takes: of its sentences those that hold them, of its zones
and other entries none. Some hundreds are made at once, each table asked once for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Select, bindparam, select

from sayso.article.article import Article, Sentence
from sayso.record.entries import Event, Reading, Signal
from sayso.record.hinges import HOLDER, standing_in
from sayso.record.lens import Lens
from sayso.record.rows import entities_of, load_entries
from sayso.record.schema import articles, entries, readings, sentences
from sayso.spans import Span

_SOME: Final[BindParameter[Any]] = bindparam("some", expanding=True)
_CORRECTED: Final[BindParameter[Any]] = bindparam("corrected", expanding=True)


def excerpts(connection: Connection, keys: Sequence[int], lens: Lens) -> Iterator[Reading]:
    """
    Yield readings that hold some signals with the events in them.

    Args:
        connection: To the record.
        keys: Rows of the signals, no more than fit in one statement.
        lens: How people have the record.
    """
    about = {row.key: row for row in connection.execute(_ABOUT, {"some": keys})}
    owners = {row.key: row.reading for row in connection.execute(_EVENTS, {"some": keys})}
    built = load_entries(connection, [*keys, *owners])
    wholes = sorted({row.reading for row in about.values()})
    corrected = sorted({row.id for row in about.values()} & lens.corrected)
    named, quoted = entities_of(connection, wholes), _sentences(connection, keys, corrected)
    lens.learn(built.values())
    lens.who.learn(one.id for some in named.values() for one in some)
    events: defaultdict[int, list[Event]] = defaultdict(list)
    for key in sorted(owners):
        if isinstance(one := built[key], Event):
            events[owners[key]].append(one)
    told: defaultdict[int, list[Any]] = defaultdict(list)
    for row in about.values():
        told[row.reading].append(row)
    for reading in wholes:
        here = told[reading]
        found = (built[row.key] for row in here)
        yield lens.reading(
            Reading(
                article=_article(here[0], quoted[reading]), run=here[0].made_by, entities=named[reading], statements=(),
                events=tuple(events[reading]), signals=tuple(one for one in found if isinstance(one, Signal)),
                figures=(), times=(),
            )
        )  # fmt: skip


def _sentences(connection: Connection, keys: Sequence[int], corrected: Sequence[str]) -> Mapping[int, list[Sentence]]:
    """Return the sentences that hold some signals, by reading; all where people may have said that others do."""
    found: defaultdict[int, list[Sentence]] = defaultdict(list)
    rows = connection.execute(_SENTENCES, {"some": keys, "corrected": corrected})
    for reading, _, start, end, zone, paragraph in rows:
        found[reading].append(Sentence(Span(start, end), zone, paragraph))
    return found


def _about() -> Select[Any]:
    return (
        select(HOLDER.c.key, HOLDER.c.id, HOLDER.c.reading, readings.c.article, readings.c.made_by, readings.c.title)
        .add_columns(readings.c.byline, readings.c.published, readings.c.language, readings.c.text)
        .add_columns(articles.c.outlet, articles.c.url, articles.c.sha256)
        .join(readings, readings.c.key == HOLDER.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .where(HOLDER.c.key.in_(_SOME))
        .order_by(HOLDER.c.key)
    )


def _holding() -> Select[Any]:
    """Select the sentences that share anything with some signals, and all beside those that people corrected."""
    columns = [sentences.c[name] for name in ("reading", "position", "start", "end", "zone", "paragraph")]
    touching = (sentences.c.start < HOLDER.c.end) & (sentences.c.end > HOLDER.c.start)
    touching |= HOLDER.c.id.in_(_CORRECTED)
    return (
        select(*columns)
        .distinct()
        .join(HOLDER, (HOLDER.c.reading == sentences.c.reading) & touching)
        .where(HOLDER.c.key.in_(_SOME))
        .order_by(sentences.c.reading, sentences.c.position)
    )


# What is asked for every lot is made once: making a query costs as much as asking it.
_ABOUT: Final = _about()
_EVENTS: Final = standing_in(entries.c.key, entries.c.reading).where(HOLDER.c.key.in_(_SOME)).distinct()
_SENTENCES: Final = _holding()


def _article(row: Any, held: Sequence[Sentence]) -> Article:
    """Return an article without its zones, and without the paths it was taken from, which weighing needs no more."""
    told = {
        name: getattr(row, name)
        for name in ("sha256", "url", "outlet", "title", "byline", "published", "language", "text")
    }
    return Article(id=row.article, path="-", zones=(), sentences=tuple(held), **told)

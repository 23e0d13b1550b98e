"""
Acts and parties to the happenings that a record tells of: what was done, or was not, by whom it is told and where.

What a ledger looks for when it asks what became of a signal. Chosen by the indexes on acts and parties, so that its
cost follows the happenings of those parties and not the size of the record. What is only planned, asked for or feared
is no happening; nor is what heads the condition or the consequence of a signal, nor what stands in an aside.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from sayso.record.conditions import standing
from sayso.record.entries import Entity, Event, Statement
from sayso.record.filters import ASIDES, Filters
from sayso.record.lens import Lens
from sayso.record.listing import Publication, Quoted, listed_by_key
from sayso.record.rows import batches, load_entities, load_entries
from sayso.record.schema import articles, entities, entries, events, parties, readings, signals
from sayso.record.withdrawn import is_corrected, unrejected
from sayso.terms import Standing

TOLD: Final = (Standing.ACTUAL.value, Standing.HISTORICAL.value, Standing.NEGATED.value)
"""Standings of what a text says happened or did not."""


@dataclass(frozen=True, slots=True)
class Happening:
    """
    An event that an article tells of as done or not done.

    Attributes:
        event: The entry.
        publication: The article.
        published: First and last day (ISO) that its publication date may mean.
        sentence: The sentences that hold it, as one string.
        place: Where its first sentence begins in the article, in code points.
        text: What its spans count in: its sentences where they stand, blanks elsewhere.
        entities: Those of the article, by id.
        told_by: The statement that holds it, None where the article itself says it.
        run: What read it.
    """

    event: Event
    publication: Publication
    published: tuple[str, str]
    sentence: str
    place: int
    text: str = field(repr=False)
    entities: Mapping[str, Entity] = field(repr=False)
    told_by: Statement | None
    run: str


def happenings(
    connection: Connection, acts: Collection[str], involved: Collection[str], until: str | None = None
) -> list[Happening]:
    """
    Return the happenings of some acts in which some parties are involved.

    Args:
        connection: To the record.
        acts: Ids in the act taxonomy.
        involved: Entity ids, one of which must be a party, the place, or, where no party is named, in the article.
        until: ISO day; leaves out what was published for certain after it. What is dated nowhere is left out always.

    Returns:
        By first day of publication, article and place in the text.
    """
    lens = Lens(connection)
    keys: set[int] = set()
    for some in batches(sorted(lens.who.meant(involved).raw)):
        keys.update(connection.execute(_chosen(connection, acts, some, until)).scalars())
    found = (one for one in _told(connection, sorted(keys), lens) if _is_told(one.event, acts))
    return sorted(found, key=lambda one: (*one.published, one.publication.id, one.place, one.event.id))


def _chosen(connection: Connection, acts: Collection[str], involved: Collection[str], until: str | None) -> Any:
    wanted = [
        *standing(connection, Filters()),
        unrejected(),
        readings.c.published_first.is_not(None),
        or_(_is_told_as_read(acts) & _involves(involved), is_corrected()),
        ~_heads_a_signal(),
    ]
    if until is not None:
        wanted.append(readings.c.published_first <= until)
    return (
        select(entries.c.key)
        .join(events, events.c.entry == entries.c.key)
        .join(readings, readings.c.key == entries.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .where(*wanted)
    )


def _is_told_as_read(acts: Collection[str]) -> ColumnElement[bool]:
    """Return the condition that `_is_told` is, as far as rows tell."""
    return and_(events.c.act.in_(sorted(acts)), events.c.standing.in_(TOLD), entries.c.zone.not_in(ASIDES))


def _is_told(event: Event, acts: Collection[str]) -> bool:
    """Tell whether an event is an act of some that the article itself tells of as done or not done."""
    return event.act in acts and event.standing.value in TOLD and not event.zone.is_aside


def _involves(involved: Collection[str]) -> ColumnElement[bool]:
    own = select(parties.c.entry).where(parties.c.entry == entries.c.key)
    return or_(
        own.where(parties.c.entity.in_(involved)).exists(),
        events.c.place.in_(involved),
        ~own.exists() & _named_in_article(involved),
    )


def _named_in_article(involved: Collection[str]) -> ColumnElement[bool]:
    named = select(entities.c.key).where(entities.c.reading == entries.c.reading, entities.c.id.in_(involved))
    return named.exists()


def _heads_a_signal() -> ColumnElement[bool]:
    """Return the condition that a signal of the same reading has the event as its condition or consequence."""
    holder = entries.alias("holder")
    heads = or_(signals.c.condition_event == entries.c.id, signals.c.consequence_event == entries.c.id)
    joined = select(holder.c.key).join(signals, signals.c.entry == holder.c.key)
    return joined.where(holder.c.reading == entries.c.reading, heads, unrejected(holder.c.id)).exists()


def _told(connection: Connection, keys: Sequence[int], lens: Lens) -> Iterator[Happening]:
    """Yield the happenings of these rows."""
    for some in batches(keys):
        about = _about(connection, some)
        said = _statements(connection, about.values(), lens)
        known = {row.reading: row.article for row in about.values()}
        named = {reading: load_entities(connection, reading) for reading in known}
        lens.who.learn(one.id for found in named.values() for one in found)
        seen = {reading: lens.entities(known[reading], found) for reading, found in named.items()}
        held = {reading: {one.id: one for one in found} for reading, found in seen.items()}
        for key, one in zip(some, listed_by_key(connection, some, lens), strict=True):
            row = about[key]
            assert isinstance(one.entry, Event)
            yield Happening(
                event=one.entry,
                publication=one.publication,
                published=(row.published_first, row.published_last),
                sentence=one.sentence,
                place=one.quoted[0].start if one.quoted else row.start,
                text=_sheet(one.quoted),
                entities=held[row.reading],
                told_by=said.get((row.reading, row.statement)),
                run=one.run,
            )


def _about(connection: Connection, keys: Sequence[int]) -> Mapping[int, Any]:
    rows = (
        select(entries.c.key, entries.c.reading, entries.c.statement, entries.c.start)
        .add_columns(readings.c.article, readings.c.published_first, readings.c.published_last)
        .join(readings, readings.c.key == entries.c.reading)
        .where(entries.c.key.in_(keys))
    )
    return {row.key: row for row in connection.execute(rows)}


def _statements(connection: Connection, rows: Collection[Any], lens: Lens) -> Mapping[tuple[int, str], Statement]:
    """Return the statements that hold some events, by reading and id."""
    wanted = sorted({(row.reading, row.statement) for row in rows if row.statement is not None})
    articles_of = {row.reading: row.article for row in rows}
    found = (
        select(entries.c.key, entries.c.reading, entries.c.id)
        .where(entries.c.reading.in_({reading for reading, _ in wanted}), entries.c.id.in_({one for _, one in wanted}))
        .order_by(entries.c.key)
    )
    keys = {row.key: (row.reading, row.id) for row in connection.execute(found)}
    return {
        keys[key]: lens.entry(articles_of[keys[key][0]], entry)
        for key, entry in load_entries(connection, list(keys)).items()
        if isinstance(entry, Statement)
    }


def _sheet(quoted: Sequence[Quoted]) -> str:
    """Return a text in which sentences stand where they do in their article, with blanks elsewhere."""
    sheet = ""
    for one in quoted:
        sheet = sheet.ljust(one.start) + one.words
    return sheet

"""
Acts and parties to the happenings that a record tells of: what was done, or was not, by whom it is told and where.

What a ledger looks for when it asks what became of a signal. Chosen by the indexes on acts and parties, so that its
cost follows the happenings of those parties and not the size of the record. What is only planned, asked for or feared
is no happening; nor is what heads the condition or the consequence of a signal, nor what stands in an aside.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from sayso.record.conditions import standing
from sayso.record.entries import Entity, Event, Statement
from sayso.record.filters import Filters
from sayso.record.lens import Lens
from sayso.record.listing import Publication, Quoted, listed_by_key
from sayso.record.rows import batches, entities_of, load_entries
from sayso.record.schema import articles, entities, entries, events, parties, readings, signals
from sayso.record.withdrawn import unrejected
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
        reading: The row of `readings`.
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
    reading: int = 0


def happenings(
    connection: Connection,
    acts: Collection[str],
    involved: Collection[str],
    until: str | None = None,
    passes: Callable[[Happening], bool] = lambda _: True,
) -> list[Happening]:
    """
    Return the happenings of some acts in which some parties are involved.

    Args:
        connection: To the record.
        acts: Ids in the act taxonomy.
        involved: Entity ids, one of which must be a party, the place, or, where no party is named, in the article.
        until: ISO day; leaves out what was published for certain after it. What is dated nowhere is left out always.
        passes: Leaves out those for which it is false; asked of each in order, before its entities are looked up, for
            that is most of the work.

    Returns:
        By first day of publication, article and place in the text.
    """
    lens = Lens(connection)
    keys = _corrected(connection, lens.corrected)
    for some in batches(sorted(lens.who.meant(involved).raw)):
        for rows in _involving(acts, some):
            keys.update(connection.execute(rows).scalars())
    lots = (connection.execute(_passing(connection, some, until)) for some in batches(sorted(keys)))
    held = sorted(key for lot in lots for key in lot.scalars())
    told = (one for one in _told(connection, held, lens) if _is_told(one.event, acts))
    ordered = sorted(told, key=lambda one: (*one.published, one.publication.id, one.place, one.event.id))
    return _with_entities(connection, [one for one in ordered if passes(one)], lens)


def _involving(acts: Collection[str], involved: Collection[str]) -> Iterator[Select[Any]]:
    """Yield the events of some acts that are told as done or not done and involve somebody, each by another index."""
    told = (events.c.act.in_(sorted(acts)), events.c.standing.in_(TOLD))
    yield (
        select(parties.c.entry)
        .join(events, events.c.entry == parties.c.entry)
        .where(parties.c.entity.in_(involved), *told)
    )
    yield select(events.c.entry).where(events.c.place.in_(involved), *told)
    own = select(parties.c.entry).where(parties.c.entry == events.c.entry)
    named = select(entities.c.key).where(entities.c.reading == entries.c.reading, entities.c.id.in_(involved))
    alone = select(events.c.entry).join(entries, entries.c.key == events.c.entry)
    yield alone.where(~own.exists(), named.exists(), *told)


def _corrected(connection: Connection, ids: Collection[str]) -> set[int]:
    """Return the events that people corrected, or that a statement holds which they did: their rows may lie."""
    found: set[int] = set()
    for some in batches(sorted(ids)):
        rows = select(events.c.entry).join(entries, entries.c.key == events.c.entry)
        found.update(connection.execute(rows.where(entries.c.id.in_(some))).scalars())
        found.update(connection.execute(rows.where(entries.c.statement.in_(some))).scalars())
    return found


def _passing(connection: Connection, keys: Sequence[int], until: str | None) -> Select[Any]:
    """Select those of some events that stand in dated articles and are nothing that a signal turns on."""
    wanted = [
        *standing(connection, Filters()),
        unrejected(),
        readings.c.published_first.is_not(None),
        ~_heads_a_signal(),
    ]
    if until is not None:
        wanted.append(readings.c.published_first <= until)
    return (
        select(entries.c.key)
        .join(readings, readings.c.key == entries.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .where(entries.c.key.in_(keys), *wanted)
    )


def _is_told(event: Event, acts: Collection[str]) -> bool:
    """Tell whether an event is an act of some that the article itself tells of as done or not done."""
    return event.act in acts and event.standing.value in TOLD and not event.zone.is_aside


def _heads_a_signal() -> ColumnElement[bool]:
    """Return the condition that a signal of the same reading has the event as its condition or consequence."""
    holder = entries.alias("holder")
    heads = or_(signals.c.condition_event == entries.c.id, signals.c.consequence_event == entries.c.id)
    joined = select(holder.c.key).join(signals, signals.c.entry == holder.c.key)
    return joined.where(holder.c.reading == entries.c.reading, heads, unrejected(holder.c.id)).exists()


def _told(connection: Connection, keys: Sequence[int], lens: Lens) -> Iterator[Happening]:
    """Yield the happenings of these rows, without the entities of their articles."""
    for some in batches(keys):
        about = _about(connection, some)
        said = _statements(connection, about.values(), lens)
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
                entities={},
                told_by=said.get((row.reading, row.statement)),
                run=one.run,
                reading=row.reading,
            )


def _with_entities(connection: Connection, found: Iterable[Happening], lens: Lens) -> list[Happening]:
    """Return happenings with the entities of their articles as people have them."""
    held = list(found)
    named = entities_of(connection, sorted({one.reading for one in held}))
    lens.who.learn(one.id for some in named.values() for one in some)
    seen: dict[int, Mapping[str, Entity]] = {}
    for one in held:
        if one.reading not in seen:
            seen[one.reading] = {who.id: who for who in lens.entities(one.publication.id, named[one.reading])}
    return [replace(one, entities=seen[one.reading]) for one in held]


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

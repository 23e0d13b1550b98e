"""
Acts and parties to the happenings that a record tells of: what was done, or was not, by whom it is told and where.

What a ledger looks for when it asks what became of a signal. Their rows are listed first (`doings`), and those that
whoever asks has chosen are built, so that the cost follows what may tell and not the size of the record. What is only
planned, asked for or feared is no happening; nor is what heads the condition or the consequence of a signal, nor what
stands in an aside.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from sayso.record.conditions import standing
from sayso.record.doings import FEW, TOLD, Doing, doings, first_entry, last_entry
from sayso.record.entries import Entity, Event, Statement
from sayso.record.filters import Filters
from sayso.record.fulltext import Query, matching
from sayso.record.lens import Lens
from sayso.record.listing import Publication, Quoted, quoted_of
from sayso.record.rows import batches, entities_of, load_entries
from sayso.record.schema import articles, entries, events, readings, sentences, signals, spans
from sayso.record.withdrawn import unrejected

KEPT: Final = 20_000
"""Happenings that are kept in memory before all are dropped; bounds memory, changes nothing. Set by hand."""
LISTED: Final = 200_000
"""Rows that are kept likewise."""


@dataclass(frozen=True, slots=True)
class Happening:
    """
    An event that an article tells of as done or not done.

    Attributes:
        event: The entry.
        publication: The article.
        published: First and last day (ISO) that its publication date may mean.
        sentence: The sentences that hold it, as one string.
        quoted: The first of them.
        place: Where its first sentence begins in the article, in code points.
        text: What its spans count in: its sentences where they stand, blanks elsewhere.
        entities: Those of the article, by id; empty until `whole` looks them up.
        told_by: The statement that holds it, None where the article itself says it.
        run: What read it.
        reading: The row of `readings`.
    """

    event: Event
    publication: Publication
    published: tuple[str, str]
    sentence: str
    quoted: str
    place: int
    text: str = field(repr=False)
    entities: Mapping[str, Entity] = field(repr=False)
    told_by: Statement | None
    run: str
    reading: int = 0


class Happenings:
    """
    The happenings of a record, asked for many times in one look; each is loaded once.

    Args:
        connection: To the record; asked while this is in use.
        until: ISO day; leaves out what was published for certain after it. What is dated nowhere is left out always.
    """

    def __init__(self, connection: Connection, until: str | None = None) -> None:
        self._connection = connection
        self._until = until
        self._lens = Lens(connection)
        self._last = last_entry(connection)
        self._firsts: dict[str, int | None] = {}
        self._asked: dict[tuple[frozenset[str], frozenset[str], int | None], Sequence[Doing]] = {}
        self._seen: dict[int, Happening | None] = {}
        self._entities: dict[int, Mapping[str, Entity]] = {}

    @property
    def is_as_read(self) -> bool:
        """Whether nobody merged or split anybody: else rows do not tell who is meant."""
        return self._lens.who.is_as_read

    def doings(self, acts: Collection[str], involved: Collection[str], since: str | None = None) -> Sequence[Doing]:
        """
        Return what may be happenings of some acts in which some parties are involved.

        Args:
            acts: Ids in the act taxonomy.
            involved: Entity ids, one of which must be a party or the place where the event has any.
            since: ISO day; leaves out most of what was published for certain before it.
        """
        first = 0 if since is None else self._first(since)
        if first is None:
            return ()
        if self._last - first < FEW:
            return self._listed(frozenset(acts), frozenset(involved), first)
        return [one for one in self._listed(frozenset(acts), frozenset(involved), None) if one.key >= first]

    def _listed(self, acts: frozenset[str], involved: frozenset[str], first: int | None) -> Sequence[Doing]:
        asked = acts, involved, first
        if asked not in self._asked:
            if sum(map(len, self._asked.values())) > LISTED:
                self._asked.clear()
            self._asked[asked] = doings(self._connection, self._lens, *asked)
        return self._asked[asked]

    def told(self, found: Iterable[Doing], acts: Collection[str]) -> list[Happening]:
        """
        Return those of some that are happenings of some acts, without the entities of their articles.

        Returns:
            By first day of publication, article and place in the text.
        """
        keys = {one.key for one in found}
        self._load(keys)
        held = (self._seen[key] for key in keys)
        return sorted((one for one in held if one is not None and one.event.act in acts), key=order)

    def whole(self, found: Sequence[Happening]) -> list[Happening]:
        """Return happenings with the entities of their articles as people have them."""
        articles_of = {one.reading: one.publication.id for one in found}
        named = entities_of(self._connection, sorted(articles_of.keys() - self._entities.keys()))
        self._lens.who.learn(one.id for some in named.values() for one in some)
        for reading, some in named.items():
            self._entities[reading] = {one.id: one for one in self._lens.entities(articles_of[reading], some)}
        return [replace(one, entities=self._entities[one.reading]) for one in found]

    def in_the_words_of(self, one: Happening) -> list[Happening]:
        """Return earlier happenings of the same act that may stand in the same sentence, without entities."""
        matched = matching(self._connection, Query((one.quoted,), ()))
        overlaps = (sentences.c.start < spans.c.end) & (sentences.c.end > spans.c.start)
        rows = (
            select(events.c.entry)
            .distinct()
            .join(entries, entries.c.key == events.c.entry)
            .join(spans, spans.c.entry == events.c.entry)
            .join(sentences, (sentences.c.reading == entries.c.reading) & overlaps)
            .join(matched, matched.c.key == sentences.c.key)
            .where(events.c.act == one.event.act, events.c.standing.in_(TOLD))
        )
        keys = self._connection.execute(rows).scalars().all()
        self._load(keys)
        held = [self._seen[key] for key in keys]
        return [other for other in held if other is not None and order(other) < order(one)]

    def _first(self, since: str) -> int | None:
        if since not in self._firsts:
            self._firsts[since] = first_entry(self._connection, since)
        return self._firsts[since]

    def _load(self, keys: Collection[int]) -> None:
        if len(self._seen) > KEPT:
            self._seen.clear()
            self._entities.clear()
        new = sorted(set(keys) - self._seen.keys())
        self._seen.update(dict.fromkeys(new))
        for some in batches(new):
            held = self._connection.execute(_passing(self._connection, some, self._until)).scalars().all()
            for key, one in _told(self._connection, sorted(held), self._lens):
                if one.event.standing.value in TOLD and not one.event.zone.is_aside:
                    self._seen[key] = one


def order(one: Happening) -> tuple[str, str, str, int, str]:
    """Return a key that sorts happenings by first day of publication, article and place in the text."""
    return *one.published, one.publication.id, one.place, one.event.id


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


def _heads_a_signal() -> ColumnElement[bool]:
    """Return the condition that a signal of the same reading has the event as its condition or consequence."""
    holder = entries.alias("holder")
    heads = or_(signals.c.condition_event == entries.c.id, signals.c.consequence_event == entries.c.id)
    joined = select(holder.c.key).join(signals, signals.c.entry == holder.c.key)
    return joined.where(holder.c.reading == entries.c.reading, heads, unrejected(holder.c.id)).exists()


def _told(connection: Connection, keys: Sequence[int], lens: Lens) -> Iterator[tuple[int, Happening]]:
    """Yield these rows as happenings, without the entities of their articles."""
    for some in batches(keys):
        built, quoted, about = load_entries(connection, some), quoted_of(connection, some), _about(connection, some)
        lens.learn(built.values())
        said = _statements(connection, about.values(), lens)
        for key in some:
            row, held = about[key], quoted.get(key, [])
            event = lens.entry(row.article, built[key])
            assert isinstance(event, Event)
            printed = Publication(row.article, row.outlet, row.title, row.url, row.published, row.text_sha256)
            yield (
                key,
                Happening(
                    event=event,
                    publication=printed,
                    published=(row.published_first, row.published_last),
                    sentence=" ".join(one.words for one in held),
                    quoted=held[0].words if held else "",
                    place=held[0].start if held else row.start,
                    text=_sheet(held),
                    entities={},
                    told_by=said.get((row.reading, row.statement)),
                    run=row.made_by,
                    reading=row.reading,
                ),
            )


def _about(connection: Connection, keys: Sequence[int]) -> Mapping[int, Any]:
    rows = (
        select(entries.c.key, entries.c.reading, entries.c.statement, entries.c.start)
        .add_columns(*(readings.c[name] for name in ("article", "title", "published", "text_sha256", "made_by")))
        .add_columns(readings.c.published_first, readings.c.published_last, articles.c.outlet, articles.c.url)
        .join(readings, readings.c.key == entries.c.reading)
        .join(articles, articles.c.id == readings.c.article)
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

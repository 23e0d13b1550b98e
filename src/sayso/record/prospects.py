"""
Acts to the signals that they may set off: who and what stands in their conditions, and the rows of those chosen.

A what-if weighs few signals of a large record. First every signal whose condition names one of some acts is listed
with its parties, without being built; then those that whoever asks has chosen are built, with all that weighing needs
and nothing else. The indexes on acts and parties choose, so that the cost follows the signals about those acts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from math import log
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from sayso.acts.taxonomy import SPEECH
from sayso.article.article import Article, Sentence
from sayso.record.conditions import dated, standing
from sayso.record.entries import Entity, Event, Reading, Signal, from_json
from sayso.record.filters import ASIDES, Filters
from sayso.record.lens import Lens
from sayso.record.outlets import NO_OUTLETS, KnownOutlets
from sayso.record.reports import Reports, reports
from sayso.record.rows import batches, load_entries
from sayso.record.schema import (
    articles,
    entities,
    entries,
    events,
    mentions,
    parties,
    readings,
    sentences,
    signals,
    spans,
)
from sayso.record.withdrawn import unrejected
from sayso.spans import Span
from sayso.terms import SignalKind

HOLDER: Final = entries.alias("holder")
BINDING: Final = (SignalKind.REFUSAL.value, SignalKind.PROMISE.value, SignalKind.COMMITMENT.value)
"""Kinds that say what their own side will or will not do, or is bound to."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """
    A signal with one of the acts in it, as far as its rows tell.

    Attributes:
        signal: Row of the signal.
        act: Id in the act taxonomy.
        actors: Ids of who does it, as articles have them or as people merged them.
        recipients: Ids of whom it is done to, likewise.
        place: Id of where, likewise, or None.
    """

    signal: int
    act: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None


class Prospects:
    """
    The signals of a record, asked for by what may set them off.

    Args:
        connection: To the record; asked while this is in use.
        until: ISO day: leaves out what was published for certain after it, and what is dated nowhere.
        outlets: What the user knows of outlets.
    """

    def __init__(self, connection: Connection, until: str | None, outlets: KnownOutlets = NO_OUTLETS) -> None:
        self._connection = connection
        self._outlets = outlets
        self._lens = Lens(connection)
        self._passing = [*standing(connection, Filters()), *dated(Filters(until=until)), HOLDER.c.zone.not_in(ASIDES)]
        self._passing.append(unrejected(HOLDER.c.id))

    def naming(self, acts: Collection[str]) -> list[Prospect]:
        """Return the signals whose condition names one of some acts, and those whose promise or refusal does."""
        rows = self._connection.execute(self._pairs(acts)).all()
        involved = self._parties(sorted({row.event for row in rows}))
        final = self._lens.who.final

        def who(event: int, role: str) -> tuple[str, ...]:
            return tuple(final(one) for one in involved.get((event, role), ()))

        return [
            Prospect(
                row.signal,
                row.act,
                who(row.event, "actor"),
                who(row.event, "recipient"),
                row.place and final(row.place),
            )
            for row in rows
        ]

    def involving(self, involved: Collection[str], most: int) -> list[int]:
        """Return the rows of the latest signals in whose condition some parties act or are acted upon."""
        raw = self._lens.who.meant(involved).raw
        found = (
            self._signals(select(HOLDER.c.key).distinct().add_columns(readings.c.published_first))
            .join(entries, (entries.c.reading == HOLDER.c.reading) & (entries.c.id == signals.c.condition_event))
            .join(parties, parties.c.entry == entries.c.key)
            .where(parties.c.entity.in_(sorted(raw)), signals.c.condition_event.is_not(None))
            .order_by(readings.c.published_first.desc().nulls_last(), HOLDER.c.key)
            .limit(most)
        )
        return [row.key for row in self._connection.execute(found)]

    def worded(self, beginnings: Collection[str]) -> list[int]:
        """Return the rows of the signals of whose condition no act of deed was read and a word of which begins so."""
        wanted = sorted({one.lower() for one in beginnings})
        if not wanted:
            return []
        return sorted({key for key, words in self._deedless if any(one in words for one in wanted)})

    def repeating(self, verbs: Collection[str], beginnings: Collection[str]) -> list[int]:
        """
        Return the rows of the signals whose condition has a verb and another word that begin so, whatever act it has.

        Args:
            verbs: Beginnings of verbs by which the same is said.
            beginnings: Of other words, one of which is enough.
        """
        done, others = ({one.lower() for one in some} for some in (verbs, beginnings))
        return sorted(
            key
            for key, words in self._conditions
            if any(one in words for one in done) and any(one in words for one in others)
        )

    def resembling(self, beginnings: Collection[str], most: int, whole: int) -> list[int]:
        """
        Return the rows of the signals whose condition has words that begin so, those first that have the rarest.

        Args:
            beginnings: Of words, in small letters.
            most: How many at most.
            whole: A record with no more signals than this is returned whole.
        """
        held = self._worded
        if len(held) <= whole:
            return [key for key, _ in held]
        common = {one: sum(one in words for _, words in held) for one in beginnings}
        worth = {one: log(len(held) / many) for one, many in common.items() if many}
        scored = ((sum(value for one, value in worth.items() if one in words), key) for key, words in held)
        return [key for _, key in nsmallest(most, ((-score, key) for score, key in scored if score))]

    @cached_property
    def _worded(self) -> Sequence[tuple[int, str]]:
        """All signals with a condition, each once with all words of it; looked for once a look."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for key, words in sorted({*self._conditions, *self._deedless}):
            found[key].append(words)
        return [(key, " ".join(words)) for key, words in found.items()]

    @cached_property
    def _deedless(self) -> Sequence[tuple[int, str]]:
        """The signals of whose condition no act of deed was read, each with its words; looked for once a look."""
        return self._with_words(or_(signals.c.condition_event.is_(None), _hollow()))

    @cached_property
    def _conditions(self) -> Sequence[tuple[int, str]]:
        """The signals of whose condition an act was read, each with its words; looked for once a look."""
        return self._with_words(signals.c.condition_event.is_not(None))

    def _with_words(self, passing: ColumnElement[bool]) -> Sequence[tuple[int, str]]:
        found = (
            self._signals(select(HOLDER.c.key, spans.c.words))
            .join(spans, (spans.c.entry == HOLDER.c.key) & (spans.c.field == "condition"))
            .where(passing)
        )
        return [(row.key, row.words.lower()) for row in self._connection.execute(found)]

    def corrected(self) -> list[int]:
        """Return the rows of the signals that people corrected, or events of which they did: their rows may lie."""
        ids = self._lens.corrected
        if not ids:
            return []
        found = self._signals(select(HOLDER.c.key).distinct())
        found = found.where(
            or_(HOLDER.c.id.in_(ids), signals.c.condition_event.in_(ids), signals.c.consequence_event.in_(ids))
        )
        return sorted(self._connection.execute(found).scalars())

    def load(self, keys: Collection[int]) -> Iterator[Reading]:
        """Yield readings that hold the signals of these rows with the events in them, as people have them."""
        for some in batches(sorted(keys)):
            yield from self._loaded(some)

    def ids(self, keys: Collection[int]) -> Mapping[str, int]:
        """Return the rows of some signals by their ids."""
        rows = select(HOLDER.c.key, HOLDER.c.id)
        found = (self._connection.execute(rows.where(HOLDER.c.key.in_(some))) for some in batches(sorted(keys)))
        return {row.id: row.key for some in found for row in some}

    def reports(self, keys: Collection[int]) -> Reports:
        """Return what corroboration needs to know of the signals of these rows."""
        return reports(self._connection, "signal", among=keys, known=self._outlets)

    # ---- choosing

    def _signals(self, wanted: Select[Any]) -> Select[Any]:
        return (
            wanted.join(signals, signals.c.entry == HOLDER.c.key)
            .join(readings, readings.c.key == HOLDER.c.reading)
            .join(articles, articles.c.id == readings.c.article)
            .where(*self._passing)
        )

    def _pairs(self, acts: Collection[str]) -> Select[Any]:
        """Select signals with the events of some acts that stand in them, where they may be what sets them off."""
        heads = entries.c.id == signals.c.condition_event
        binds = signals.c.kind.in_(BINDING) & (entries.c.id == signals.c.consequence_event)
        return (
            self._signals(select(HOLDER.c.key.label("signal"), entries.c.key.label("event")))
            .add_columns(events.c.act, events.c.place)
            .join(entries, (entries.c.reading == HOLDER.c.reading) & _stands_in())
            .join(events, events.c.entry == entries.c.key)
            .where(events.c.act.in_(sorted(acts)))
            .where(or_(heads, binds, signals.c.condition_event.is_(None), _has_alternatives()))
        )

    def _parties(self, keys: Sequence[int]) -> Mapping[tuple[int, str], Sequence[str]]:
        """Return the parties of some events by event and role."""
        found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        rows = select(parties.c.entry, parties.c.role, parties.c.entity)
        for some in batches(keys):
            for entry, role, entity in self._connection.execute(rows.where(parties.c.entry.in_(some))):
                found[entry, role].append(entity)
        return found

    # ---- building

    def _loaded(self, keys: Sequence[int]) -> Iterator[Reading]:
        about = {row.key: row for row in self._connection.execute(_about().where(HOLDER.c.key.in_(keys)))}
        # with nothing put behind it, a database would go over all events, rather than those of a few readings
        same = (HOLDER.c.reading == entries.c.reading) & (entries.c.kind.concat("") == "event")
        held = (
            select(entries.c.key, entries.c.reading)
            .join(HOLDER, same)
            .join(signals, (signals.c.entry == HOLDER.c.key) & _stands_in())
        )
        rows = self._connection.execute(held.where(HOLDER.c.key.in_(keys)).distinct())
        owners = {row.key: row.reading for row in rows}
        built = load_entries(self._connection, [*keys, *owners])
        wholes = sorted({row.reading for row in about.values()})
        named, quoted = self._entities(wholes), self._sentences(wholes)
        for reading in wholes:
            here = [row for row in about.values() if row.reading == reading]
            found = (built[key] for key in sorted(owners) if owners[key] == reading)
            told = (built[row.key] for row in here)
            article = _article(here[0], quoted[reading])
            yield self._lens.reading(
                Reading(
                    article=article, run=here[0].made_by, entities=tuple(named[reading]), statements=(),
                    events=tuple(one for one in found if isinstance(one, Event)),
                    signals=tuple(one for one in told if isinstance(one, Signal)), figures=(), times=(),
                )
            )  # fmt: skip

    def _entities(self, wholes: Sequence[int]) -> Mapping[int, list[Entity]]:
        quoted: defaultdict[int, list[list[int]]] = defaultdict(list)
        places = select(mentions.c.entity, mentions.c.start, mentions.c.end).join(entities)
        places = places.where(entities.c.reading.in_(wholes)).order_by(mentions.c.entity, mentions.c.position)
        for row in self._connection.execute(places):
            quoted[row.entity].append([row.start, row.end])
        found: defaultdict[int, list[Entity]] = defaultdict(list)
        rows = select(entities).where(entities.c.reading.in_(wholes)).order_by(entities.c.reading, entities.c.position)
        for row in self._connection.execute(rows):
            found[row.reading].append(from_json(Entity, {**row._mapping, "mentions": quoted[row.key]}))
        return found

    def _sentences(self, wholes: Sequence[int]) -> Mapping[int, list[Sentence]]:
        found: defaultdict[int, list[Sentence]] = defaultdict(list)
        columns = [sentences.c[name] for name in ("reading", "start", "end", "zone", "paragraph")]
        rows = (
            select(*columns).where(sentences.c.reading.in_(wholes)).order_by(sentences.c.reading, sentences.c.position)
        )
        for row in self._connection.execute(rows):
            found[row.reading].append(Sentence(Span(row.start, row.end), row.zone, row.paragraph))
        return found


def _stands_in() -> ColumnElement[bool]:
    """Tell whether an event stands in a signal; one that heads a half of it may have its object before it."""
    inside = (entries.c.start >= HOLDER.c.start) & (entries.c.start < HOLDER.c.end)
    return or_(inside, entries.c.id == signals.c.condition_event, entries.c.id == signals.c.consequence_event)


def _has_alternatives() -> ColumnElement[bool]:
    """Return the condition under which a signal's condition may name several acts: "lands or shells"."""
    here = (spans.c.entry == HOLDER.c.key) & (spans.c.field == "condition")
    return select(spans.c.entry).where(here, func.lower(spans.c.words).contains(" or ")).exists()


def _hollow() -> ColumnElement[bool]:
    """Return the condition under which the act of a signal's condition is one of speech."""
    inner = entries.alias("inner")
    heads = (inner.c.reading == HOLDER.c.reading) & (inner.c.id == signals.c.condition_event)
    found = select(events.c.entry).join(inner, inner.c.key == events.c.entry)
    return found.where(heads, events.c.event_type.in_([one.value for one in SPEECH])).exists()


def _about() -> Select[Any]:
    return (
        select(
            HOLDER.c.key, HOLDER.c.reading, readings.c.article, readings.c.made_by, readings.c.title, readings.c.byline
        )
        .add_columns(readings.c.published, readings.c.language, readings.c.text)
        .add_columns(articles.c.outlet, articles.c.url, articles.c.sha256)
        .join(readings, readings.c.key == HOLDER.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .order_by(HOLDER.c.key)
    )


def _article(row: Any, held: Sequence[Sentence]) -> Article:
    """Return an article without its zones, and without the paths it was taken from, which weighing needs no more."""
    told = {
        name: getattr(row, name)
        for name in ("sha256", "url", "outlet", "title", "byline", "published", "language", "text")
    }
    return Article(id=row.article, path="-", zones=(), sentences=tuple(held), **told)

"""
Words to passages: the sentences that hold any of them, with who is named there, when, and who says it.

What a ledger reads where no act was read: "the strike that had been threatened did not take place". Only what an
article itself says by its headline and body, and only of articles whose date is bounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, func, select

from sayso.record.conditions import standing
from sayso.record.entries import Entity, Entry
from sayso.record.filters import ASIDES, Filters
from sayso.record.fulltext import matching_best
from sayso.record.lens import Lens
from sayso.record.listing import Publication
from sayso.record.rows import batches, entities_of, load_entries
from sayso.record.schema import articles, entries, readings, sentences, spans, zones

KEPT: Final = 20_000
"""Passages that are kept in memory before all are dropped; bounds memory, changes nothing. Set by hand."""
MORE: Final = 4
"""How many times as many sentences as are wanted are asked of the index, and again where too few of them pass. Set by
hand."""


@dataclass(frozen=True, slots=True)
class Passage:
    """
    A sentence as an article has it.

    Attributes:
        publication: The article.
        published: First and last day (ISO) that its publication date may mean.
        words: The sentence.
        start: Where it begins in the article, in code points.
        before: The sentence before it in its article, empty for the first.
        after: The sentence after it, empty for the last.
        entities: Those of the article, by id.
        entries: What rests on it, in text order.
        run: What read it.
    """

    publication: Publication
    published: tuple[str, str]
    words: str
    start: int
    before: str
    after: str
    entities: Mapping[str, Entity] = field(repr=False)
    entries: tuple[Entry, ...] = field(repr=False)
    run: str

    @property
    def end(self) -> int:
        """One past its last code point in the article."""
        return self.start + len(self.words)


class Passages:
    """
    The passages of a record, asked for many times in one look; each is loaded once.

    Args:
        connection: To the record; asked while this is in use.
        until: ISO day; leaves out what was published for certain after it. What is dated nowhere is left out always.
    """

    def __init__(self, connection: Connection, until: str | None = None) -> None:
        self._connection = connection
        self._until = until
        self._lens = Lens(connection)
        self._asked: dict[tuple[frozenset[str], str, int], Sequence[int]] = {}
        self._begins: dict[str, int | None] = {}
        self._seen: dict[int, Passage] = {}
        self._entities: dict[int, Mapping[str, Entity]] = {}

    def holding(self, words: Collection[str], since: str, limit: int = 100) -> list[Passage]:
        """
        Return the passages that hold any of some words.

        Args:
            words: In any of their English endings.
            since: ISO day; leaves out what was published for certain before it.
            limit: How many at most: those that hold most of the words, and the rarest.

        Returns:
            By first day of publication, article and place in the text.
        """
        asked = frozenset(words), since, limit
        if asked not in self._asked:
            self._asked[asked] = self._best(*asked)
        keys = self._asked[asked]
        self._load([key for key in keys if key not in self._seen])
        return sorted(
            (self._seen[key] for key in keys), key=lambda one: (*one.published, one.publication.id, one.start)
        )

    def _best(self, words: Collection[str], since: str, limit: int) -> Sequence[int]:
        """
        Return the rows of the sentences that hold most of some words, and the rarest.

        The index is asked for its best first, and for more as long as too few of them pass: what passes takes much
        longer to tell than what is best.
        """
        begin = self._begin(since) if words else None
        most = limit
        while begin is not None:
            most *= MORE
            scores = matching_best(self._connection, sorted(words), begin, most)
            least = min(scores.values()) if len(scores) >= most else None
            passing = self._passing([key for key, score in scores.items() if score != least], since)
            if least is None or len(passing) >= limit:
                return sorted(passing, key=lambda key: (-scores[key], *passing[key]))[:limit]
        return ()

    def _begin(self, since: str) -> int | None:
        """Return the row from which on sentences may have been published on a day or after it, None where none was."""
        if since not in self._begins:
            first = select(func.min(readings.c.key)).where(readings.c.published_last >= since).scalar_subquery()
            behind = select(sentences.c.key).where(sentences.c.reading >= first)
            found = self._connection.execute(behind.order_by(sentences.c.reading, sentences.c.position).limit(1))
            self._begins[since] = found.scalar()
        return self._begins[since]

    def _passing(self, keys: Sequence[int], since: str) -> Mapping[int, tuple[str, str, int]]:
        """Return those of some sentences that count, each with its first day of publication, article and place."""
        wanted = [*standing(self._connection, Filters()), zones.c.kind.not_in(ASIDES)]
        wanted.append(readings.c.published_last >= since)
        if self._until is not None:
            wanted.append(readings.c.published_first <= self._until)
        rows = (
            select(sentences.c.key, readings.c.published_first, articles.c.id, sentences.c.start)
            .join(readings, readings.c.key == sentences.c.reading)
            .join(articles, articles.c.id == readings.c.article)
            .join(zones, (zones.c.reading == sentences.c.reading) & (zones.c.position == sentences.c.zone))
            .where(*wanted)
        )
        lots = (self._connection.execute(rows.where(sentences.c.key.in_(some))) for some in batches(keys))
        return {row.key: (row.published_first, row.id, row.start) for lot in lots for row in lot}

    def _load(self, keys: Sequence[int]) -> None:
        if len(self._seen) > KEPT:
            self._seen.clear()
            self._entities.clear()
        for some in batches(keys):
            rows = _rows(self._connection, some)
            resting = _resting(self._connection, some)
            self._lens.learn(one for found in resting.values() for one in found)
            self._learn({row.reading: row.id for row in rows})
            for row in rows:
                self._seen[row.key] = Passage(
                    publication=Publication(row.id, row.outlet, row.title, row.url, row.published, row.text_sha256),
                    published=(row.published_first, row.published_last),
                    words=row.words,
                    start=row.start,
                    before=row.before or "",
                    after=row.after or "",
                    entities=self._entities[row.reading],
                    entries=tuple(self._as_people_have(row.id, resting.get(row.key, ()))),
                    run=row.made_by,
                )

    def _learn(self, articles_of: Mapping[int, str]) -> None:
        """Look up the entities of some readings at once, given with their articles."""
        new = entities_of(self._connection, sorted(articles_of.keys() - self._entities.keys()))
        self._lens.who.learn(one.id for found in new.values() for one in found)
        for reading, found in new.items():
            self._entities[reading] = {one.id: one for one in self._lens.entities(articles_of[reading], found)}

    def _as_people_have(self, article: str, found: Iterable[Entry]) -> Iterator[Entry]:
        return (self._lens.entry(article, one) for one in found if not self._lens.is_rejected(one.id))


def _rows(connection: Connection, keys: Sequence[int]) -> Sequence[Any]:
    earlier, later = sentences.alias("earlier"), sentences.alias("later")
    told = (
        select(sentences.c.key, sentences.c.reading, sentences.c.words, sentences.c.start)
        .add_columns(earlier.c.words.label("before"), later.c.words.label("after"))
        .add_columns(articles.c.id, articles.c.outlet, articles.c.url)
        .add_columns(*(readings.c[name] for name in ("title", "published", "published_first", "published_last")))
        .add_columns(readings.c.text_sha256, readings.c.made_by)
        .join(readings, readings.c.key == sentences.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .outerjoin(
            earlier,
            (earlier.c.reading == sentences.c.reading) & (earlier.c.position == sentences.c.position - 1),
        )
        .outerjoin(
            later,
            (later.c.reading == sentences.c.reading) & (later.c.position == sentences.c.position + 1),
        )
        .where(sentences.c.key.in_(keys))
    )
    return connection.execute(told).all()


def _resting(connection: Connection, keys: Sequence[int]) -> Mapping[int, tuple[Entry, ...]]:
    """Return the entries with a span in each of these sentences."""
    touching = (sentences.c.start < spans.c.end) & (sentences.c.end > spans.c.start)
    rows = (
        select(sentences.c.key.label("sentence"), entries.c.key, entries.c.start)
        .join(entries, entries.c.reading == sentences.c.reading)
        .join(spans, (spans.c.entry == entries.c.key) & touching)
        .where(sentences.c.key.in_(keys))
        .distinct()
        .order_by(sentences.c.key, entries.c.start, entries.c.key)
    )
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row in connection.execute(rows):
        found[row.sentence].append(row.key)
    every = load_entries(connection, sorted({key for some in found.values() for key in some}))
    return {sentence: tuple(every[key] for key in some) for sentence, some in found.items()}

"""
Readings to gists, judgements and utterances: the store that finds reports of one utterance as articles come.

A reading that stands and is not settled waits; settling it is one transaction: the gists of its statements and signals
enter the buckets, their candidates are judged, and what changed is grouped anew. A reading that stands no more leaves
in the same way, and one of which people said something leaves and comes again. What is there follows from the readings
that are settled and from what people said, in whatever order both came.

What a gist is, how two are judged and how judgements make groups is not known here: whoever settles brings a `Method`
(`merge.retelling`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, delete, func, insert, or_, select, update

from sayso.record.buckets import Buckets
from sayso.record.engine import looking, writing
from sayso.record.entries import Reading
from sayso.record.likenesses import Alike, drop_of, keep, load, within
from sayso.record.rows import batches
from sayso.record.schema import articles, readings
from sayso.record.schema_utterances import blocks, gists, likenesses, tellings, told
from sayso.record.spoken import Spoken
from sayso.record.withdrawn import kept
from sayso.terms import Judgement

Pair: TypeAlias = tuple[int, int]

BLOCKS: Final = Buckets(blocks, blocks.c.gist, likenesses, crowded=48, heads=12)
"""
Where gists meet: a speaker on some days. Both bounds were set by hand: a bucket is crowded where that many different
reports were written of one speaker.
"""


@dataclass(frozen=True, slots=True)
class Keyed:
    """
    A gist with what it is found by.

    Attributes:
        key: 63 bits of its hash: the same for reports that say the same.
        packed: The gist as text.
        values: What it shares with gists that may be of the same utterance, each a hash of 63 bits.
    """

    key: int
    packed: str
    values: frozenset[int]


@dataclass(frozen=True, slots=True)
class Method:
    """
    How reports of one utterance are known.

    Attributes:
        scheme: Its name and version; what was settled by another is settled anew.
        make: Gives the gists of a reading, by the ids of their entries, from it and the SHA-256 of its text.
        judge: Says what two gists, given as text, have in common; None where they are not alike.
        group: Gives the utterance of each gist, from their texts by key and all that is judged among them.
    """

    scheme: str
    make: Callable[[Reading, str], Mapping[str, Keyed]]
    judge: Callable[[str, str], tuple[Judgement, str, float] | None]
    group: Callable[[Mapping[int, str], Iterable[Alike]], Mapping[int, int]]


class Utterances:
    """Where gists are kept; every reading is settled in a transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def is_behind(self) -> bool:
        """Whether readings that stand were recorded after the last one that was settled."""
        with looking(self._engine) as connection:
            last = connection.execute(select(func.max(told.c.reading))).scalar() or 0
            newer = select(readings.c.key).join(articles, articles.c.id == readings.c.article)
            return connection.execute(newer.where(readings.c.key > last, *_standing()).limit(1)).first() is not None

    def waiting(self, scheme: str) -> list[int]:
        """Return the readings to settle, in order of recording."""
        with looking(self._engine) as connection:
            return sorted({*connection.execute(_waiting(scheme)).scalars(), *Spoken(connection).changed()})

    def settle(self, reading: int, method: Method) -> int:
        """
        Settle one reading: it leaves where it was settled before, and enters where it stands.

        Returns:
            How many pairs of gists were judged.
        """
        with writing(self._engine) as connection:
            change = _Change(connection, method)
            left = change.forget(reading)
            text = connection.execute(_standing_text(reading)).scalar()
            if text is not None:
                spoken = Spoken(connection)
                row = {"reading": reading, "scheme": method.scheme, "overlays": spoken.digest(reading)}
                connection.execute(insert(told), row)
                change.tell(reading, method.make(spoken.reading(reading), text))
            change.drop(left)
            change.regroup()
            return change.judged


class _Change:
    """
    What one reading that comes or goes changes.

    Attributes:
        judged: Pairs judged so far.
    """

    def __init__(self, connection: Connection, method: Method) -> None:
        self._connection = connection
        self._method = method
        self._touched: set[int] = set()
        self.judged = 0

    def forget(self, reading: int) -> set[int]:
        """Drop what a reading tells; return the gists that it told."""
        held = set(self._connection.execute(select(tellings.c.gist).where(tellings.c.reading == reading)).scalars())
        self._connection.execute(delete(tellings).where(tellings.c.reading == reading))
        self._connection.execute(delete(told).where(told.c.reading == reading))
        return held

    def tell(self, reading: int, made: Mapping[str, Keyed]) -> None:
        """Keep what a reading tells; gists that are new enter and are judged."""
        new = {one.key: one for one in made.values()}
        for some in batches(sorted(new)):
            for key in self._connection.execute(select(gists.c.key).where(gists.c.key.in_(some))).scalars():
                del new[key]
        for one in sorted(new.values(), key=lambda one: one.key):
            self._connection.execute(insert(gists), {"key": one.key, "gist": one.packed, "utterance": one.key})
            candidates, dropped = BLOCKS.enter(self._connection, one.key, one.values)
            self._touched |= {one.key, *(key for pair in dropped for key in pair)}
            self._judge({_ordered(one.key, key) for key in candidates})
        if made:
            rows = [{"reading": reading, "entry": entry, "gist": one.key} for entry, one in made.items()]
            self._connection.execute(insert(tellings), rows)

    def drop(self, left: Collection[int]) -> None:
        """Let those of some gists leave that nobody tells any more."""
        for key in sorted(left):
            if self._connection.execute(select(tellings.c.gist).where(tellings.c.gist == key).limit(1)).first():
                continue
            self._touched |= drop_of(self._connection, key)
            self._judge(BLOCKS.leave(self._connection, key))
            self._connection.execute(delete(gists).where(gists.c.key == key))
            self._touched.discard(key)

    def regroup(self) -> None:
        """Group anew whatever hangs together with what was touched."""
        found, pairs = self._around(self._touched)
        if not found:
            return
        rows: Select[Any] = select(gists.c.key, gists.c.gist, gists.c.utterance)
        held = [
            row
            for some in batches(sorted(found))
            for row in self._connection.execute(rows.where(gists.c.key.in_(some)))
        ]
        utterances = self._method.group({row.key: row.gist for row in held}, pairs)
        for row in held:
            if utterances[row.key] != row.utterance:
                change = update(gists).where(gists.c.key == row.key).values(utterance=utterances[row.key])
                self._connection.execute(change)

    def _around(self, touched: Collection[int]) -> tuple[set[int], list[Alike]]:
        """Return all gists that hang together with some by positive judgements, and all such judgements."""
        found, new = set(touched), set(touched)
        pairs: dict[Pair, Alike] = {}
        while new:
            for one in load(self._connection, new, Judgement.POSITIVE):
                pairs[one.one, one.other] = one
            new = {key for pair in pairs for key in pair} - found
            found |= new
        return found, [pairs[keys] for keys in sorted(pairs)]

    def _judge(self, pairs: Collection[Pair]) -> None:
        there = within(self._connection, pairs)
        wanted = sorted(set(pairs) - there)
        texts = self._texts({key for pair in wanted for key in pair})
        judged = ((one, other, self._method.judge(texts[one], texts[other])) for one, other in wanted)
        made = [Alike(one, other, *told) for one, other, told in judged if told is not None]
        keep(self._connection, made)
        self._touched |= {key for one in made if one.judgement is Judgement.POSITIVE for key in (one.one, one.other)}
        self.judged += len(wanted)

    def _texts(self, keys: Collection[int]) -> dict[int, str]:
        rows = select(gists.c.key, gists.c.gist)
        return {
            row.key: row.gist
            for some in batches(sorted(keys))
            for row in self._connection.execute(rows.where(gists.c.key.in_(some)))
        }


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _standing() -> list[ColumnElement[bool]]:
    return [readings.c.retracted_at.is_(None), articles.c.superseded_by.is_(None), *kept()]


def _standing_text(reading: int) -> Select[Any]:
    rows = select(readings.c.text_sha256).join(articles, articles.c.id == readings.c.article)
    return rows.where(readings.c.key == reading, *_standing())


def _waiting(scheme: str) -> Select[Any]:
    stands, is_told = and_(*_standing()), told.c.reading.is_not(None)
    return (
        select(readings.c.key)
        .join(articles, articles.c.id == readings.c.article)
        .outerjoin(told, told.c.reading == readings.c.key)
        .where(or_(stands & ~is_told, is_told & ~stands, is_told & (told.c.scheme != scheme)))
    )

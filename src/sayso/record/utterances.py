"""
Readings to gists, judgements and utterances: the store that finds reports of one utterance as articles come.

A reading that stands and is not settled waits. Settling it is done whole or not at all: the gists of its statements
and signals enter the buckets, their candidates are judged, and what changed is grouped anew. A reading that stands no
more leaves in the same way, and one of which people said something leaves and comes again. What is there follows from
the readings that are settled and from what people said, in whatever order both came.

What a gist is, how two are judged and how judgements make groups is not known here: whoever settles brings a `Method`
(`merge.retelling`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, bindparam, delete, func, insert, or_, select

from sayso.record.buckets import Buckets
from sayso.record.engine import looking, writing
from sayso.record.entries import Reading
from sayso.record.likenesses import Alike, drop_of, keep, within
from sayso.record.regrouping import Group, regroup
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
        is_wide: Tells of a gist, given as text, whether its time may take in several utterances, so that `group` has to
            look at all that it is like.
    """

    scheme: str
    make: Callable[[Reading, str], Mapping[str, Keyed]]
    judge: Callable[[str, str], tuple[Judgement, str, float] | None]
    group: Group
    is_wide: Callable[[str], bool]


class Utterances:
    """Where gists are kept."""

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

    def settle(self, some: Iterable[int], method: Method) -> list[int]:
        """
        Settle readings, all in one transaction: each leaves where it was settled before, and enters where it stands.

        Returns:
            How many pairs of gists were judged for each.
        """
        with writing(self._engine) as connection:
            change = _Change(connection, method)
            counts = [change.settle(reading) for reading in some]
            change.regroup()
            return counts


class _Change:
    """What readings that come or go change, in one transaction."""

    def __init__(self, connection: Connection, method: Method) -> None:
        self._connection = connection
        self._method = method
        self._spoken = Spoken(connection)
        self._new: set[int] = set()
        self._gone: set[int] = set()
        self._shaken: set[int] = set()
        self._read: dict[int, str] = {}

    def settle(self, reading: int) -> int:
        """Let a reading leave where it was settled before, and enter where it stands; return how many pairs it took."""
        left, judged = self._forget(reading), 0
        text = self._connection.execute(_standing_text(), {"reading": reading}).scalar()
        if text is not None:
            row = {"reading": reading, "scheme": self._method.scheme, "overlays": self._spoken.digest(reading)}
            self._connection.execute(insert(told), row)
            judged = self._tell(reading, self._method.make(self._spoken.reading(reading), text))
        return judged + self._drop(left)

    def regroup(self) -> None:
        """Group anew what was touched."""
        regroup(self._connection, self._method.group, self._method.is_wide, self._new, self._shaken)

    def _forget(self, reading: int) -> set[int]:
        """Drop what a reading tells; return the gists that it told."""
        if self._connection.execute(select(told.c.reading).where(told.c.reading == reading)).first() is None:
            return set()
        held = set(self._connection.execute(select(tellings.c.gist).where(tellings.c.reading == reading)).scalars())
        self._connection.execute(delete(tellings).where(tellings.c.reading == reading))
        self._connection.execute(delete(told).where(told.c.reading == reading))
        return held

    def _tell(self, reading: int, made: Mapping[str, Keyed]) -> int:
        """Keep what a reading tells; gists that are new enter and are judged, in so many pairs."""
        new, judged = {one.key: one for one in made.values()}, 0
        for some in batches(sorted(new)):
            for key in self._connection.execute(select(gists.c.key).where(gists.c.key.in_(some))).scalars():
                del new[key]
        came = [new[key] for key in sorted(new)]
        if came:
            rows = [{"key": one.key, "gist": one.packed, "utterance": one.key} for one in came]
            self._connection.execute(insert(gists), rows)
        for one in came:
            candidates, dropped = BLOCKS.enter(self._connection, one.key, one.values)
            self._new.add(one.key)
            self._shaken |= {key for pair in dropped for key in pair} | ({one.key} & self._gone)
            self._judge([_ordered(one.key, key) for key in sorted(candidates)])
            judged += len(candidates)
        if made:
            rows = [{"reading": reading, "entry": entry, "gist": one.key} for entry, one in made.items()]
            self._connection.execute(insert(tellings), rows)
        return judged

    def _drop(self, left: Collection[int]) -> int:
        """Let those of some gists leave that nobody tells any more; return how many pairs that makes to judge."""
        judged = 0
        for key in sorted(left):
            if self._connection.execute(select(tellings.c.gist).where(tellings.c.gist == key).limit(1)).first():
                continue
            self._shaken |= drop_of(self._connection, key)
            met = BLOCKS.leave(self._connection, key)
            pairs = sorted(met - within(self._connection, met))
            self._judge(pairs)
            self._shaken |= {one for pair in pairs for one in pair}
            self._connection.execute(delete(gists).where(gists.c.key == key))
            self._shaken.discard(key)
            self._new.discard(key)
            self._gone.add(key)
            judged += len(pairs)
        return judged

    def _judge(self, pairs: Collection[Pair]) -> None:
        """Judge pairs that are not judged yet."""
        self._learn({key for pair in pairs for key in pair})
        texts = self._read
        judged = ((one, other, self._method.judge(texts[one], texts[other])) for one, other in pairs)
        keep(self._connection, [Alike(one, other, *told) for one, other, told in judged if told is not None])

    def _learn(self, keys: Collection[int]) -> None:
        """Read the texts of those gists that were not read in this transaction; a key is a hash of its text."""
        rows = select(gists.c.key, gists.c.gist)
        for some in batches(sorted(keys - self._read.keys())):
            for row in self._connection.execute(rows.where(gists.c.key.in_(some))):
                self._read[row.key] = row.gist


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _standing() -> list[ColumnElement[bool]]:
    return [readings.c.retracted_at.is_(None), articles.c.superseded_by.is_(None), *kept()]


@cache
def _standing_text() -> Select[Any]:
    """Return the query, made once, for the digest of the text of a `reading` that stands."""
    rows = select(readings.c.text_sha256).join(articles, articles.c.id == readings.c.article)
    return rows.where(readings.c.key == bindparam("reading"), *_standing())


def _waiting(scheme: str) -> Select[Any]:
    stands, is_told = and_(*_standing()), told.c.reading.is_not(None)
    return (
        select(readings.c.key)
        .join(articles, articles.c.id == readings.c.article)
        .outerjoin(told, told.c.reading == readings.c.key)
        .where(or_(stands & ~is_told, is_told & ~stands, is_told & (told.c.scheme != scheme)))
    )

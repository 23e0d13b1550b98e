"""
Readings to signatures, candidates and families: the store that finds copies as articles come in.

A reading that stands and has no signature waits. Settling it is done whole or not at all: its wording enters the
bands, its candidates are judged, and what they have in common is kept. A reading that stands no more leaves in the same
way. After a crash each is settled or waits, and settling again goes on from there.

How a signature is made and how two wordings are judged is not known here: whoever settles brings both
(`merge.settling`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias

from sqlalchemy import BindParameter, Connection, Engine, Select, Text, bindparam, delete, func, insert, or_, select

from sayso.article.article import Article
from sayso.record.buckets import Buckets
from sayso.record.engine import looking, writing
from sayso.record.resemblances import Pair, Resemblance, add_pairs, drop_pairs, judged_pairs, load_pairs
from sayso.record.rows import batches, load_article
from sayso.record.schema import articles, readings
from sayso.record.schema_copies import bands, credit_lines, resemblances, signatures, wordings
from sayso.record.withdrawn import kept
from sayso.spans import Span
from sayso.terms import CreditKind, Relation

BANDS: Final = Buckets(bands, bands.c.wording, resemblances, crowded=24, heads=2)
"""
Where stories meet. Two heads hold a cluster together, and four would have more than one in a hundred wordings of a
cluster of 1,000 compared with over 200 (measured on changed copies, tests/record/test_bands.py). Larger buckets find no
more: as soon as a word is changed, a copy shares some bucket with those few that have the change too.
"""


@dataclass(frozen=True, slots=True)
class Wording:
    """
    A story word by word, with what it is found by.

    Attributes:
        key: 63 bits of the SHA-256 of `words`: the same for stories of the same words and quotations.
        words: The normal forms of its words, blanks between, “ and ” where quotations begin and end.
        values: What it shares with stories that may be copies of it, each a hash of 63 bits, sorted.
    """

    key: int
    words: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """
    A place where an article says whose text it is.

    Attributes:
        kind: Where it stands.
        span: Its place in the article's text.
        words: As written.
    """

    kind: CreditKind
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Signed:
    """
    What is kept of a reading to find copies of it.

    Attributes:
        wording: Its story, None where that is too short to be told apart.
        credits: Where it says whose text it is, in text order.
    """

    wording: Wording | None
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """
    An article whose story is printed elsewhere too, with all that tells which was first.

    Attributes:
        article: Its id.
        reading: Row of the reading that stands.
        wording: Key of its story.
        outlet: Who published it, or None.
        title: Headline, or None.
        url: Where, or None.
        byline: As printed, or None.
        published: EDTF, or None.
        first: First day that it may have been published (ISO), or None.
        last: Last day, likewise.
        page: The same for all versions of a page; None without URL.
        superseded_by: Id of the next version of the page, or None.
        credits: Where it says whose text it is, in text order.
    """

    article: str
    reading: int
    wording: int
    outlet: str | None
    title: str | None
    url: str | None
    byline: str | None
    published: str | None
    first: str | None
    last: str | None
    page: str | None
    superseded_by: str | None
    credits: tuple[Credit, ...]


Sign: TypeAlias = Callable[[Article], Signed]
Judge: TypeAlias = Callable[[str, str], Resemblance | None]

_MEMBER: Final = [articles.c[name] for name in ("outlet", "url", "page", "superseded_by")]
_READ: Final = [readings.c[name] for name in ("key", "article", "title", "byline", "published")]


class Copies:
    """Where signatures are kept and asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    # ---- settling

    def waiting(self, scheme: str) -> list[int]:
        """Return the readings to settle, in order of recording: without a signature of this scheme, or retracted."""
        with looking(self._engine) as connection:
            return [*connection.execute(_waiting(scheme)).scalars()]

    def is_waiting(self, scheme: str) -> bool:
        """Tell whether there is any reading to settle."""
        with looking(self._engine) as connection:
            return connection.execute(_waiting(scheme).limit(1)).first() is not None

    def settle(self, some: Iterable[int], scheme: str, sign: Sign, judge: Judge) -> list[int]:
        """
        Sign readings, judge their candidates and keep what was found; let those that stand no more leave.

        Args:
            some: Their rows; all of them are settled in one transaction, or none.
            scheme: What the signatures are made by.
            sign: Makes one.
            judge: Says what two wordings have in common.

        Returns:
            With how many wordings each was compared.
        """
        with writing(self._engine) as connection:
            return [_settle(connection, reading, scheme, sign, judge) for reading in some]

    # ---- asking

    def wording_of(self, article: str) -> int | None:
        """Return the key of an article's story, None where it has none that can be told apart."""
        with looking(self._engine) as connection:
            rows = select(signatures.c.wording).join(readings).where(readings.c.article == article)
            return connection.execute(rows.where(readings.c.retracted_at.is_(None))).scalar()

    def family(self, wording: int) -> set[int]:
        """Return the keys of the stories that are copies of a story, of copies of it, and so on; itself among them."""
        with looking(self._engine) as connection:
            found, new = {wording}, {wording}
            while new:
                reached = {key for pair in _copies(connection, new) for key in (pair.one, pair.other)}
                new = reached - found
                found |= new
            return found

    def pairs(self, among: Collection[int] | None = None) -> list[Pair]:
        """Return what stories have in common that have a key among some, all where that is None."""
        with looking(self._engine) as connection:
            return load_pairs(connection, among)

    def members(self, among: Collection[int] | None = None) -> list[Member]:
        """
        Return the articles that print one of some stories, all that share theirs with another where that is None.

        Older versions of a page are among them; what people retracted is not.
        """
        with looking(self._engine) as connection:
            rows = list(_member_rows(connection, among))
            held = _credits(connection, [row.key for row in rows])
        return [_member(row, held[row.key]) for row in rows]

    def words_of(self, keys: Iterable[int]) -> dict[int, str]:
        """Return the words of some stories by key."""
        with looking(self._engine) as connection:
            return _words(connection, keys)

    def article(self, reading: int) -> Article:
        """Return the article of a reading as it was read, without its entries."""
        with looking(self._engine) as connection:
            return load_article(connection, connection.execute(_of_reading(reading)).one())


# ---------------------------------------------------------------------------- settling


def _waiting(scheme: str | BindParameter[str]) -> Select[tuple[int]]:
    stands = readings.c.retracted_at.is_(None)
    signed = signatures.c.reading.is_not(None)
    return (
        select(readings.c.key)
        .outerjoin(signatures, signatures.c.reading == readings.c.key)
        .where(or_(stands & ~signed, signed & ~stands, signed & (signatures.c.scheme != scheme)))
        .order_by(readings.c.key)
    )


@cache
def _is_waiting() -> Select[tuple[int]]:
    """Return the query, made once, that finds a `reading` where it waits to be signed by a `scheme`."""
    return _waiting(bindparam("scheme", type_=Text)).where(readings.c.key == bindparam("reading"))


def _settle(connection: Connection, reading: int, scheme: str, sign: Sign, judge: Judge) -> int:
    if connection.execute(_is_waiting(), {"reading": reading, "scheme": scheme}).first() is None:
        return 0  # another process was here first
    signed = connection.execute(select(signatures.c.reading).where(signatures.c.reading == reading)).first()
    compared = 0 if signed is None else _forget(connection, reading, judge)
    row = connection.execute(_standing_one(), {"reading": reading}).first()
    return compared if row is None else compared + _sign(connection, row, scheme, sign, judge)


def _standing() -> Select[Any]:
    rows = select(readings, articles.c.sha256, articles.c.outlet, articles.c.url)
    return rows.join(articles, articles.c.id == readings.c.article).where(readings.c.retracted_at.is_(None))


@cache
def _standing_one() -> Select[Any]:
    """Return the query, made once, for one `reading` where it stands."""
    return _standing().where(readings.c.key == bindparam("reading"))


def _of_reading(reading: int) -> Select[Any]:
    rows = select(readings, articles.c.sha256, articles.c.outlet, articles.c.url)
    return rows.join(articles, articles.c.id == readings.c.article).where(readings.c.key == reading)


def _sign(connection: Connection, row: Any, scheme: str, sign: Sign, judge: Judge) -> int:
    """Keep the signature of a reading; return how many wordings a new one was compared with."""
    signed = sign(load_article(connection, row))
    told, compared = signed.wording, 0
    if told is not None:
        there = select(wordings.c.key).where(wordings.c.key == told.key)
        if connection.execute(there).first() is None:
            connection.execute(insert(wordings), {"key": told.key, "words": told.words})
            candidates, _ = BANDS.enter(connection, told.key, told.values)
            compared = _judge(connection, {_ordered(told.key, key) for key in candidates}, judge)
    kept_row = {"reading": row.key, "scheme": scheme, "wording": told.key if told else None}
    connection.execute(insert(signatures), kept_row)
    said = [
        {"reading": row.key, "position": n, "kind": one.kind.value}
        | {"start": one.span.start, "end": one.span.end, "words": one.words}
        for n, one in enumerate(signed.credits)
    ]
    if said:
        connection.execute(insert(credit_lines), said)
    return compared


def _forget(connection: Connection, reading: int, judge: Judge) -> int:
    """Drop the signature of a reading, and its wording where it was the last; return how many pairs that compares."""
    told = connection.execute(select(signatures.c.wording).where(signatures.c.reading == reading)).scalar()
    connection.execute(delete(credit_lines).where(credit_lines.c.reading == reading))
    connection.execute(delete(signatures).where(signatures.c.reading == reading))
    if told is None:
        return 0
    if connection.execute(select(signatures.c.reading).where(signatures.c.wording == told).limit(1)).first():
        return 0
    drop_pairs(connection, told)
    added = BANDS.leave(connection, told)
    connection.execute(delete(wordings).where(wordings.c.key == told))
    return _judge(connection, added - judged_pairs(connection, added), judge)


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _judge(connection: Connection, pairs: Collection[tuple[int, int]], judge: Judge) -> int:
    words = _words(connection, {key for pair in pairs for key in pair})
    judged = ((one, other, judge(words[one], words[other])) for one, other in sorted(pairs))
    add_pairs(connection, (Pair(one, other, found) for one, other, found in judged if found is not None))
    return len(pairs)


def _words(connection: Connection, keys: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for some in batches(sorted(set(keys))):
        rows = select(wordings.c.key, wordings.c.words).where(wordings.c.key.in_(some))
        found.update((row.key, row.words) for row in connection.execute(rows))
    return found


# ---------------------------------------------------------------------------- asking


def _copies(connection: Connection, among: Collection[int]) -> list[Pair]:
    return [pair for pair in load_pairs(connection, among) if pair.resemblance.relation is Relation.COPY]


def _shared() -> Select[tuple[int | None]]:
    """Return the query for the stories that more than one article prints, the same or changed."""
    copied = resemblances.c.relation == Relation.COPY.value
    same = select(signatures.c.wording).group_by(signatures.c.wording).having(func.count() > 1)
    return (
        same.union(select(resemblances.c.one).where(copied), select(resemblances.c.other).where(copied))
        .subquery()
        .select()
    )


def _member_rows(connection: Connection, among: Collection[int] | None) -> Iterator[Any]:
    days = (readings.c.published_first.label("first"), readings.c.published_last.label("last"))
    rows = (
        select(*_READ, *_MEMBER, *days, signatures.c.wording)
        .join(signatures, signatures.c.reading == readings.c.key)
        .join(articles, articles.c.id == readings.c.article)
        .where(readings.c.retracted_at.is_(None), signatures.c.wording.is_not(None), *kept())
        .order_by(readings.c.published_first.is_(None), readings.c.published_first, articles.c.id)
    )
    if among is None:
        yield from connection.execute(rows.where(signatures.c.wording.in_(_shared())))
        return
    found = [
        row for some in batches(sorted(among)) for row in connection.execute(rows.where(signatures.c.wording.in_(some)))
    ]
    yield from sorted(found, key=lambda row: (row.first is None, row.first or "", row.article))


def _credits(connection: Connection, keys: Collection[int]) -> Mapping[int, list[Credit]]:
    found: defaultdict[int, list[Credit]] = defaultdict(list)
    for some in batches(sorted(keys)):
        rows = (
            select(credit_lines)
            .where(credit_lines.c.reading.in_(some))
            .order_by(credit_lines.c.reading, credit_lines.c.position)
        )
        for row in connection.execute(rows):
            found[row.reading].append(Credit(CreditKind(row.kind), Span(row.start, row.end), row.words))
    return found


def _member(row: Any, said: Iterable[Credit]) -> Member:
    given = {name: row._mapping[name] for name in Member.__dataclass_fields__ if name in row._mapping}
    return Member(**given, reading=row.key, credits=tuple(said))

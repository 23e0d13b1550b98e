"""
Statements and signals to reports, with all others of the same utterances: what corroboration counts outlets by.

Which report one utterance was judged before (`utterances`); what people rejected or retracted since is left out here.
What is not settled yet stands alone. No entry is built for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, func, or_, select

from sayso.record.conditions import standing
from sayso.record.copies import Credit
from sayso.record.filters import ASIDES, Filters
from sayso.record.lens import Lens
from sayso.record.outlets import NO_OUTLETS, KnownOutlets
from sayso.record.rows import batches
from sayso.record.schema import articles, entities, entries, parties, readings
from sayso.record.schema_copies import credit_lines, resemblances, signatures
from sayso.record.schema_utterances import gists, tellings
from sayso.record.withdrawn import unrejected
from sayso.spans import Span
from sayso.terms import CreditKind, Relation


@dataclass(frozen=True, slots=True)
class Report:
    """
    One report of an utterance.

    Attributes:
        entry: Id of the statement or signal.
        article: Id of the article.
        outlet: Who published it, or None.
        published_first: First day that its publication date may mean, or None.
        text_sha256: The same for articles of the same text.
        place: Where the entry stands in the text: two articles of one text have it in the same place.
        aside: Whether it was read in a caption, credit, comment or boilerplate.
        utterance: What it is judged to report, by number; None where nothing else does.
        gist: What it comes to, as it is compared; None where it is not settled.
        via: Names of the outlets that carried it before this one, nearest first.
        credits: Where its article says whose text it is.
        story: Key of its article's story, None where that is too short to be told apart.
    """

    entry: str
    article: str
    outlet: str | None
    published_first: str | None
    text_sha256: str
    place: tuple[int, int]
    aside: bool
    utterance: int | None
    gist: str | None
    via: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    story: int | None = None


@dataclass(frozen=True, slots=True)
class Reports:
    """
    Reports with what tells whose they are.

    Attributes:
        rows: By publication date, article and id; of every utterance all that stand.
        copies: Pairs of stories of which one is a copy of the other, by their keys.
        outlets: The names of all outlets of the record.
        known: What the user knows of outlets.
    """

    rows: tuple[Report, ...]
    copies: frozenset[tuple[int, int]] = frozenset()
    outlets: tuple[str, ...] = ()
    known: KnownOutlets = NO_OUTLETS


def keys_of_ids(connection: Connection, ids: Collection[str]) -> set[int]:
    """Return the rows of the entries of some ids, in whichever readings they are."""
    rows = select(entries.c.key)
    return {
        key for some in batches(sorted(ids)) for key in connection.execute(rows.where(entries.c.id.in_(some))).scalars()
    }


_COLUMNS: Final = (entries.c.key, entries.c.id, entries.c.reading, entries.c.start, entries.c.end, entries.c.zone)


def reports(
    connection: Connection, kind: str, among: Collection[int] | None = None, known: KnownOutlets = NO_OUTLETS
) -> Reports:
    """
    Return a report for every statement or signal that stands, and for all others of the same utterances.

    Args:
        connection: To the record.
        kind: `statement` or `signal`.
        among: Rows of the entries asked for, all of that kind where it is None.
        known: What the user knows of outlets.
    """
    rows = _rows(connection, kind) if among is None else _rows_of(connection, kind, among)
    about = _About(connection, rows)
    found = sorted((about.report(row) for row in rows), key=_order)
    stories = {one.story for one in found if one.story is not None}
    return Reports(tuple(found), _copies(connection, stories), _outlets(connection), known)


def _order(one: Report) -> tuple[bool, str, str, str]:
    return one.published_first is None, one.published_first or "", one.article, one.entry


def _standing(connection: Connection, kind: str) -> Select[Any]:
    stands = (*standing(connection, Filters()), unrejected(), entries.c.kind == kind)
    return (
        select(*_COLUMNS, articles.c.id.label("article"), articles.c.outlet)
        .add_columns(readings.c.published_first, readings.c.text_sha256, tellings.c.gist, gists.c.utterance)
        .add_columns(gists.c.gist.label("packed"), entries.c.statement)
        .join(readings, readings.c.key == entries.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .outerjoin(tellings, (tellings.c.reading == entries.c.reading) & (tellings.c.entry == entries.c.id))
        .outerjoin(gists, gists.c.key == tellings.c.gist)
        .where(*stands)
    )


def _rows(connection: Connection, kind: str) -> list[Any]:
    return list(connection.execute(_standing(connection, kind)))


def _rows_of(connection: Connection, kind: str, among: Collection[int]) -> list[Any]:
    """Return the rows of some entries and of all that report the same utterances, each once."""
    found = _by_key(connection, kind, among)
    utterances = sorted({row.utterance for row in found.values() if row.utterance is not None})
    others = _uttering(connection, utterances) - found.keys()
    return [*found.values(), *_by_key(connection, kind, others).values()]


def _by_key(connection: Connection, kind: str, keys: Collection[int]) -> dict[int, Any]:
    rows = _standing(connection, kind)
    lots = (connection.execute(rows.where(entries.c.key.in_(some))) for some in batches(sorted(keys)))
    return {row.key: row for lot in lots for row in lot}


def _uttering(connection: Connection, utterances: Sequence[int]) -> set[int]:
    """Return the rows of the entries that report some utterances, looked up apart: else all of a kind are gone over."""
    same = (entries.c.reading == tellings.c.reading) & (entries.c.id == tellings.c.entry)
    rows = select(entries.c.key).join(tellings, same).join(gists, gists.c.key == tellings.c.gist)
    lots = (connection.execute(rows.where(gists.c.utterance.in_(some))) for some in batches(utterances))
    return {key for lot in lots for key in lot.scalars()}


class _About:
    """What tells whose the reports of some rows are."""

    def __init__(self, connection: Connection, rows: Sequence[Any]) -> None:
        keys = sorted({row.reading for row in rows})
        self._connection = connection
        self._lens = Lens(connection)
        self._via = self._carriers(rows)
        self._credits = _credits(connection, keys)
        self._stories = _stories(connection, keys)

    def report(self, row: Any) -> Report:
        return Report(
            entry=row.id,
            article=row.article,
            outlet=row.outlet,
            published_first=row.published_first,
            text_sha256=row.text_sha256,
            place=(row.start, row.end),
            aside=self._lens.values(row.id).get("zone", row.zone) in ASIDES,
            utterance=row.utterance,
            gist=row.packed,
            via=self._via.get((row.reading, row.statement or row.id), ()),
            credits=self._credits.get(row.reading, ()),
            story=self._stories.get(row.reading),
        )

    def _carriers(self, rows: Iterable[Any]) -> Mapping[tuple[int, str], tuple[str, ...]]:
        """Return the names of those through whom statements came, by reading and id; a signal has its statement's."""
        held = {(row.reading, row.statement or row.id) for row in rows}
        named = (
            select(entries.c.reading, entries.c.id, func.coalesce(entities.c.name, parties.c.entity).label("name"))
            .join(parties, (parties.c.entry == entries.c.key) & (parties.c.role == "via"))
            .outerjoin(entities, (entities.c.reading == entries.c.reading) & (entities.c.id == parties.c.entity))
            .order_by(entries.c.reading, entries.c.id, parties.c.position)
        )
        found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        for some in batches(sorted({reading for reading, _ in held})):
            for row in self._connection.execute(named.where(entries.c.reading.in_(some))):
                if (row.reading, row.id) in held:
                    found[row.reading, row.id].append(row.name)
        return {key: tuple(names) for key, names in found.items()}


def _credits(connection: Connection, keys: Sequence[int]) -> Mapping[int, tuple[Credit, ...]]:
    found: defaultdict[int, list[Credit]] = defaultdict(list)
    for some in batches(keys):
        rows = select(credit_lines).where(credit_lines.c.reading.in_(some)).order_by(*credit_lines.primary_key)
        for row in connection.execute(rows):
            found[row.reading].append(Credit(CreditKind(row.kind), Span(row.start, row.end), row.words))
    return {key: tuple(said) for key, said in found.items()}


def _stories(connection: Connection, keys: Sequence[int]) -> Mapping[int, int]:
    rows = select(signatures.c.reading, signatures.c.wording).where(signatures.c.wording.is_not(None))
    return {
        row.reading: row.wording
        for some in batches(keys)
        for row in connection.execute(rows.where(signatures.c.reading.in_(some)))
    }


def _copies(connection: Connection, stories: Collection[int]) -> frozenset[tuple[int, int]]:
    rows = select(resemblances.c.one, resemblances.c.other).where(resemblances.c.relation == Relation.COPY.value)
    found = {
        (row.one, row.other)
        for some in batches(sorted(stories))
        for row in connection.execute(rows.where(or_(resemblances.c.one.in_(some), resemblances.c.other.in_(some))))
    }
    return frozenset(pair for pair in found if pair[0] in stories and pair[1] in stories)


def _outlets(connection: Connection) -> tuple[str, ...]:
    rows = select(articles.c.outlet).where(articles.c.outlet.is_not(None)).distinct().order_by(articles.c.outlet)
    return tuple(connection.execute(rows).scalars())

"""
Entries to pages: some entries of a kind that pass, the newest publication first, and the place where the page ends.

Rare things are looked up, frequent ones are met on the way. Where one of the conditions has few entries by its index,
those are weighed and sorted; else readings are taken in the order of pages until the page is full. Whoever asks for
what is frequent by each condition and rare by all together gets a page that ends before it is full, with the place to
go on from: `looked_through` says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select, true

from sayso.record.conditions import AIMED_AT, Asked, asked, dated, of_entry, standing, unless_rejected
from sayso.record.filters import Filters
from sayso.record.lens import Lens
from sayso.record.listing import Listed, listed_by_key
from sayso.record.order import Place, lots
from sayso.record.passing import passing
from sayso.record.rows import batches
from sayso.record.schema import DETAILS, articles, entries, events, parties, readings, signals, statements
from sayso.record.withdrawn import is_corrected

RARE: Final = 2000
"""Up to so many entries of one condition are looked up and sorted; some 20 ms of work. Set by hand."""
BUDGET: Final = 1000
"""Readings of which a page may weigh the entries before it ends unfilled; some 200 ms of work. Set by hand."""
WEIGHED: Final = 8
"""Readings whose entries are weighed in the first query of a page; each further query takes twice as many."""


@dataclass(frozen=True, slots=True)
class Page:
    """
    A page of a list.

    Attributes:
        listed: The entries.
        after: Where the next page begins, None where there is none.
        looked_through: Whether it ends before it is full, because too much would have had to be looked through.
    """

    listed: tuple[Listed, ...]
    after: Place | None
    looked_through: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    key: int
    place: Place


def page(connection: Connection, kind: str, filters: Filters, after: Place | None, size: int) -> Page:
    """
    Return a page of a list.

    Args:
        connection: To the record.
        kind: Of entry: `statement`, `event`, …
        filters: Narrow the list.
        after: Where the page before ended, None for the first.
        size: How many entries at most.
    """
    lens = Lens(connection)
    weigh = _Scales(connection, kind, asked(connection, filters, lens.who), lens)
    few = _rare(connection, kind, weigh.wanted, lens)
    if few is not None:
        found = sorted((one for some in batches(few) for one in weigh(entries.c.key.in_(some))), key=_order)
        left = [one for one in found if after is None or _order(one) > _place_order(after)]
        kept, stopped = left[: size + 1], None
    else:
        kept, stopped = _met(connection, filters, weigh, after, size)
    shown = kept[:size]
    more = shown[-1].place if len(kept) > size else stopped
    return Page(tuple(listed_by_key(connection, [one.key for one in shown], lens)), more, stopped is not None)


def _met(
    connection: Connection, filters: Filters, weigh: _Scales, after: Place | None, size: int
) -> tuple[list[_Found], Place | None]:
    """Return what is met on the way, one more than asked for, and where the looking stopped before that."""
    found: list[_Found] = []
    spent = 0
    for some in _growing(lots(connection, filters, after)):
        keys = [one.key for one in some if one.stands]
        spent += len(keys)
        met = sorted(weigh(entries.c.reading.in_(keys)), key=_order) if keys else []
        found += [one for one in met if after is None or _order(one) > _place_order(after)]
        if len(found) > size:
            return found[: size + 1], None
        if spent >= BUDGET:
            last = some[-1]
            return found, Place(last.published, last.article, *_PAST)
    return found, None


def _growing(found: Iterator[list[Any]]) -> Iterator[list[Any]]:
    """Yield what lots hold, few at first and then more at a time."""
    amount = WEIGHED
    for lot in found:
        rest = lot
        while rest:
            yield rest[:amount]
            rest, amount = rest[amount:], amount * 2


class _Scales:
    """Tells which of some entries pass, and where each stands in the order of pages."""

    def __init__(self, connection: Connection, kind: str, wanted: Asked, lens: Lens) -> None:
        self.wanted = wanted
        self._connection, self._lens = connection, lens
        filters, detail = wanted.filters, DETAILS[kind]
        as_read = and_(true(), *dated(filters, kind), *of_entry(kind, wanted, by_row=True))
        stands = and_(true(), *standing(connection, filters), *unless_rejected(filters))
        self._rows: Select[Any] = (
            select(entries.c.key, entries.c.start, entries.c.end, entries.c.id, readings.c.article)
            .add_columns(readings.c.published_first, is_corrected().label("is_corrected"))
            .join(readings, readings.c.key == entries.c.reading)
            .join(articles, articles.c.id == readings.c.article)
            .join(detail, detail.c.entry == entries.c.key)
            .where(opaque(and_(stands, or_(as_read, is_corrected()))))
        )

    def __call__(self, which: ColumnElement[bool]) -> list[_Found]:
        rows = self._connection.execute(self._rows.where(which)).all()
        doubtful = [row.key for row in rows if row.is_corrected or not self.wanted.is_exact]
        left = set(doubtful) - passing(self._connection, doubtful, self.wanted, self._lens) if doubtful else set()
        return [
            _Found(row.key, Place(row.published_first, row.article, row.start, row.end, row.id))
            for row in rows
            if row.key not in left
        ]


def opaque(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return a condition behind which a database sees no index: it then weighs only what the other conditions leave."""
    return func.coalesce(condition, false())


def _rare(connection: Connection, kind: str, wanted: Asked, lens: Lens) -> Sequence[int] | None:
    """Return all entries that can pass where one condition has few of them, None where none has."""
    for rows in _indexed(kind, wanted):
        keys: Sequence[int] = connection.execute(rows.limit(RARE + 1)).scalars().all()
        if len(keys) <= RARE:
            return sorted({*keys, *_corrected(connection, lens)})
    return None


def _corrected(connection: Connection, lens: Lens) -> set[int]:
    """Return the entries that people corrected and those that stand in a statement which they corrected."""
    found: set[int] = set()
    for some in batches(sorted(lens.corrected)):
        here = or_(entries.c.id.in_(some), entries.c.statement.in_(some))
        found.update(connection.execute(select(entries.c.key).where(here)).scalars())
    return found


def _indexed(kind: str, wanted: Asked) -> Iterator[Select[Any]]:
    """Yield the entries that meet each condition for which there is an index."""
    if wanted.source is not None:
        yield from _said_by(kind, wanted.source.raw)
    for one, roles in ((wanted.actor, ("actor",)), (wanted.target, AIMED_AT)):
        if one is not None:
            yield select(parties.c.entry).where(parties.c.entity.in_(one.raw), parties.c.role.in_(roles))
    given = wanted.filters.kind
    if given is not None and kind == "event":
        yield select(events.c.entry).where(or_(events.c.act == given.lower(), events.c.event_type == given.upper()))
    if given is not None and kind == "signal":
        yield select(signals.c.entry).where(signals.c.kind == given.lower())


def _said_by(kind: str, ids: frozenset[str]) -> Iterator[Select[Any]]:
    said = select(statements.c.entry).where(statements.c.source.in_(ids))
    if kind == "statement":
        yield said
    elif kind == "signal":
        yield select(signals.c.entry).where(signals.c.sender.in_(ids))
    elif kind in ("event", "figure"):
        holding = entries.alias("holding")
        same = (holding.c.reading == entries.c.reading) & (holding.c.id == entries.c.statement)
        yield select(entries.c.key).join(holding, same).where(holding.c.key.in_(said))


def _order(one: _Found) -> tuple[Any, ...]:
    return _place_order(one.place)


def _place_order(place: Place) -> tuple[Any, ...]:
    day = place.published
    return day is None, -int(day.replace("-", "")) if day else 0, place.article, place.within


_PAST: Final = (2**62, 2**62, "")

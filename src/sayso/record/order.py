"""
Readings in the order of pages: the newest publication first, what has no date last, some at a time from a place on.

A page begins where the one before it ended, never at the N-th row: so it costs the same at the end of a record as at
its beginning, and what is added meanwhile moves nothing. Conditions are asked for as columns, not as constraints: a
database that thinks every value rare would else look up a frequent one in its index and sort half the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select, true

from sayso.record.beginnings import from_beginning
from sayso.record.conditions import dated, standing
from sayso.record.filters import Filters
from sayso.record.naming import outlets_named
from sayso.record.schema import articles, readings

LOT: Final = 256
"""Readings that are looked at in one query; some milliseconds of work. Set by hand."""
FEW: Final = 1500
"""Up to so many articles of one outlet are looked up rather than met on the way. Set by hand."""


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where a page ended.

    Attributes:
        published: First day (ISO) that the date of publication may mean, None where there is none.
        article: Id of the article.
        start: First code point of the entry, -1 where pages are made of articles.
        end: One past its last code point, likewise.
        id: Of the entry, empty likewise.
    """

    published: str | None
    article: str
    start: int = -1
    end: int = -1
    id: str = ""

    @property
    def within(self) -> tuple[int, int, str]:
        """What orders the entries of one article."""
        return self.start, self.end, self.id


@dataclass(frozen=True, slots=True)
class Shelved:
    """
    A reading in the order of pages.

    Attributes:
        key: The row of `readings`.
        article: Id of its article.
        published: First day (ISO) that its date may mean, None where it has none.
        stands: Whether it stands and its article passes.
    """

    key: int
    article: str
    published: str | None
    stands: bool


def lots(
    connection: Connection, filters: Filters, after: Place | None, *, by_date: bool = False
) -> Iterator[list[Shelved]]:
    """
    Yield the readings of a record from a place on, the article of that place included, some at a time.

    Args:
        connection: To the record.
        filters: Decide which of them stand; those that don't are yielded too, for whoever counts what was looked at.
        after: Where the page before ended, None for the beginning.
        by_date: Leave out articles that were published for certain before `since` or after `until`; an entry has
            clocks of its own, so that its page cannot tell by the article.
    """
    rows = _rows(connection, filters)
    if by_date:
        rows = rows.where(*dated(filters))
    few = _few(connection, filters)
    if few is not None:
        rows = rows.where(readings.c.article.in_(few))
    at = after
    if at is None or at.published is not None:
        yield from _dated(connection, rows, at)
        at = None
    yield from _undated(connection, rows, at)


def _rows(connection: Connection, filters: Filters) -> Select[Any]:
    stands = and_(true(), *standing(connection, filters))
    return select(readings.c.key, readings.c.article, readings.c.published_first, stands.label("stands")).join(
        articles, articles.c.id == readings.c.article
    )


def _few(connection: Connection, filters: Filters) -> Sequence[str] | None:
    """Return the articles that can pass where they are few and cheap to find, None where they are not."""
    found = select(articles.c.id)
    if filters.article is not None:
        found = found.where(from_beginning(articles.c.id, filters.article))
    elif filters.outlet is not None:
        found = found.where(articles.c.outlet.in_(outlets_named(connection, filters.outlet)))
    else:
        return None
    held = connection.execute(found.limit(FEW + 1)).scalars().all()
    return held if len(held) <= FEW else None


def _dated(connection: Connection, rows: Select[Any], at: Place | None) -> Iterator[list[Shelved]]:
    day, article, key = readings.c.published_first, readings.c.article, readings.c.key
    rows = rows.where(day.is_not(None)).order_by(day.desc(), article, key).limit(LOT)
    where: list[ColumnElement[bool]] = []
    if at is not None:
        where = [day <= at.published, or_(day < at.published, article >= at.article)]
    while lot := _shelved(connection, rows.where(*where)):
        yield lot
        last = lot[-1]
        where = [day <= last.published, or_(day < last.published, _behind(last))]


def _undated(connection: Connection, rows: Select[Any], at: Place | None) -> Iterator[list[Shelved]]:
    rows = rows.where(readings.c.published_first.is_(None)).order_by(readings.c.article, readings.c.key).limit(LOT)
    where = [readings.c.article >= at.article] if at is not None else []
    while lot := _shelved(connection, rows.where(*where)):
        yield lot
        where = [_behind(lot[-1])]


def _behind(last: Shelved) -> ColumnElement[bool]:
    return or_(readings.c.article > last.article, and_(readings.c.article == last.article, readings.c.key > last.key))


def _shelved(connection: Connection, rows: Select[Any]) -> list[Shelved]:
    found = connection.execute(rows)
    return [Shelved(row.key, row.article, row.published_first, bool(row.stands)) for row in found]

"""Articles to pages: the newest first, each with what was read from it counted, and one article told by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, func, select

from sayso.record.conditions import unless_rejected
from sayso.record.entries import Json
from sayso.record.filters import Filters
from sayso.record.lens import Lens, review_json
from sayso.record.order import Place, Shelved, lots
from sayso.record.schema import articles, captures, entries, readings, runs

LOOKED_AT: Final = 20_000
"""Readings that a page of articles may pass over before it ends unfilled. Set by hand."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """
    A page of the list of articles.

    Attributes:
        rows: `id`, `outlet`, `title`, `byline`, `published`, `url`, `language`, `sha256`, `characters` (of the text),
            `path`, `captured_at`, `recorded_at`, `run` (what read it), `superseded_by`, `entries` (by kind), `review`.
        after: Where the next page begins, None where there is none.
        looked_through: Whether it ends before it is full, because too much would have had to be looked through.
    """

    rows: tuple[dict[str, Json], ...]
    after: Place | None
    looked_through: bool = False


def article_page(connection: Connection, filters: Filters, after: Place | None, size: int) -> ArticlePage:
    """Return a page of the articles that pass; `after` is where the page before ended."""
    found: list[Shelved] = []
    stopped: Place | None = None
    spent = 0
    for lot in lots(connection, filters, after, by_date=True):
        found += [one for one in lot if one.stands and not _is_before(one, after)]
        spent += len(lot)
        if len(found) > size:
            break
        if spent >= LOOKED_AT:
            stopped = Place(lot[-1].published, lot[-1].article)
            break
    shown = found[:size]
    more = Place(shown[-1].published, shown[-1].article) if len(found) > size else stopped
    return ArticlePage(tuple(article_rows_of(connection, [one.key for one in shown], filters)), more, bool(stopped))


def newest(connection: Connection, size: int) -> list[dict[str, Json]]:
    """Return the articles that were recorded last, the last first."""
    rows = select(readings.c.key).join(articles, articles.c.id == readings.c.article)
    rows = rows.where(readings.c.retracted_at.is_(None), articles.c.superseded_by.is_(None))
    keys = connection.execute(rows.order_by(readings.c.key.desc()).limit(size)).scalars().all()
    return article_rows_of(connection, keys, Filters())


def article_rows_of(connection: Connection, keys: Sequence[int], filters: Filters) -> list[dict[str, Json]]:
    """Return what a list tells of the articles of some readings, in this order."""
    if not keys:
        return []
    lens = Lens(connection)
    told = [readings.c[name] for name in ("key", "title", "byline", "published", "language", "made_by")]
    rows = (
        select(articles, *told, func.length(readings.c.text).label("characters"), runs.c.recorded_at)
        .join(readings, readings.c.article == articles.c.id)
        .join(runs, runs.c.key == readings.c.run)
        .where(readings.c.key.in_(keys))
    )
    by_key = {row.key: row for row in connection.execute(rows)}
    counts = _counts(connection, keys, filters)
    taken = _taken(connection, [row.id for row in by_key.values()])
    return [_row(by_key[key], counts[key], taken[by_key[key].id], lens) for key in keys]


def _row(row: Any, counts: Mapping[str, int], taken: Sequence[Any], lens: Lens) -> dict[str, Json]:
    said = lens.retraction(row.id, row.outlet)
    names = ("outlet", "title", "byline", "published", "url", "language", "sha256", "characters")
    return {
        "id": row.id,
        **{name: getattr(row, name) for name in names},
        "path": taken[0].path,
        "captured_at": taken[0].captured_at,
        "recorded_at": row.recorded_at,
        "run": row.made_by,
        "superseded_by": row.superseded_by,
        "entries": dict(sorted(counts.items())),
        "review": said and review_json(said),
    }


def _counts(connection: Connection, keys: Sequence[int], filters: Filters) -> Mapping[int, Mapping[str, int]]:
    rows = select(entries.c.reading, entries.c.kind, func.count().label("amount"))
    rows = rows.where(entries.c.reading.in_(keys), *unless_rejected(filters))
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for row in connection.execute(rows.group_by(entries.c.reading, entries.c.kind)):
        found[row.reading][row.kind] = row.amount
    return found


def _taken(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[Any]]:
    rows = select(captures).where(captures.c.article.in_(ids)).order_by(captures.c.captured_at, captures.c.path)
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(rows):
        found[row.article].append(row)
    return found


def _is_before(one: Shelved, after: Place | None) -> bool:
    """Tell whether an article stood on the page before: the place of that page's end is yielded once more."""
    return after is not None and (one.published, one.article) == (after.published, after.article)

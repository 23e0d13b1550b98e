"""
An article, or one of its entries, to all that a page shows of it at once, as people have it.

One look at the record each: what is shown beside one another belongs together, whatever is added meanwhile.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from sayso.article.article import Article
from sayso.record.article_pages import article_rows_of
from sayso.record.entries import Entity, Json
from sayso.record.filters import Filters
from sayso.record.lens import Lens
from sayso.record.listing import Listed, listed_by_key
from sayso.record.rows import load_article, load_entities
from sayso.record.schema import articles, captures, entries, readings, sentences
from sayso.record.withdrawn import unrejected


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    An article with all that was read from it.

    Attributes:
        article: Text, zones, sentences.
        about: What lists tell of it (`article_pages`).
        entities: Whom and what it names.
        listed: Its entries in text order, those that people rejected left out.
        versions: Ids of all versions of the page, the oldest first; the article's own among them.
        captures: Every place that its bytes were taken from, with the moment (UTC).
        text_sha256: Of the canonical text.
    """

    article: Article
    about: Mapping[str, Json]
    entities: tuple[Entity, ...]
    listed: tuple[Listed, ...]
    versions: tuple[str, ...]
    captures: tuple[tuple[str, str], ...]
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Around:
    """
    A stretch of sentences of one article.

    Attributes:
        number: Of the first sentence that holds the entry, counted from 1.
        before: The sentence before in the same zone, None where there is none.
        after: The sentence after, likewise.
    """

    number: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Kin:
    """
    An entry with what belongs to it.

    Attributes:
        listed: The entry.
        around: Its sentence's neighbours, None where no sentence holds it.
        within: What stands in it: the events, signals and figures of a statement.
        parts: What it refers to: the statement that holds it, the events of a signal's condition and consequence.
        used_by: Signals whose condition or consequence it heads.
    """

    listed: Listed
    around: Around | None
    within: tuple[Listed, ...]
    parts: tuple[Listed, ...]
    used_by: tuple[Listed, ...]


def sheet(connection: Connection, article: str) -> Sheet | None:
    """Return an article with the reading of it that stands; None where there is no such article."""
    rows = select(readings, articles.c.sha256, articles.c.outlet, articles.c.url, articles.c.page)
    rows = rows.join(articles, articles.c.id == readings.c.article)
    row = connection.execute(rows.where(readings.c.article == article, readings.c.retracted_at.is_(None))).first()
    if row is None:
        return None
    lens = Lens(connection)
    held = select(entries.c.key).where(entries.c.reading == row.key, unrejected())
    keys = connection.execute(held.order_by(entries.c.start, entries.c.end, entries.c.key)).scalars().all()
    taken = select(captures.c.path, captures.c.captured_at).where(captures.c.article == article)
    return Sheet(
        article=load_article(connection, row),
        about=article_rows_of(connection, [row.key], Filters())[0],
        entities=lens.entities(article, load_entities(connection, row.key)),
        listed=tuple(listed_by_key(connection, keys, lens)),
        versions=_versions(connection, article, row.page),
        captures=tuple(
            (one.path, one.captured_at)
            for one in connection.execute(taken.order_by(captures.c.captured_at, captures.c.path))
        ),
        text_sha256=row.text_sha256,
    )


def listed_of(connection: Connection, ids: Collection[str]) -> Mapping[str, Listed]:
    """Return entries by id, those in the reading that stands or else in the last that had them."""
    keys = _keys(connection, ids)
    found = listed_by_key(connection, sorted(keys.values()), Lens(connection))
    return {one.entry.id: one for one in found}


def arounds(connection: Connection, ids: Collection[str]) -> Mapping[str, Around]:
    """Return the neighbours of the sentences that hold some entries, by the entry's id."""
    keys = _keys(connection, ids)
    first, near = sentences.alias("first"), sentences.alias("near")
    rows = (
        select(entries.c.id, first.c.position, near.c.position.label("at"), near.c.words)
        .join(first, (first.c.reading == entries.c.reading) & (first.c.end > entries.c.start))
        .join(near, (near.c.reading == first.c.reading) & (near.c.zone == first.c.zone))
        .where(first.c.start <= entries.c.start, entries.c.key.in_(sorted(keys.values())))
        .where(near.c.position >= first.c.position - 1, near.c.position <= first.c.position + 1)
    )
    found: dict[str, dict[int, Any]] = {}
    for row in connection.execute(rows):
        found.setdefault(row.id, {})[row.at - row.position] = row
    return {
        key: Around(near[0].position + 1, *(near[n].words if n in near else None for n in (-1, 1)))
        for key, near in found.items()
    }


def kin(connection: Connection, entry: str) -> Kin | None:
    """Return an entry with what belongs to it; None where there is none of this id."""
    keys = _keys(connection, [entry])
    if entry not in keys:
        return None
    lens = Lens(connection)
    (listed,) = listed_by_key(connection, [keys[entry]], lens)
    reading = select(entries.c.reading).where(entries.c.key == keys[entry]).scalar_subquery()
    held = select(entries.c.key).where(entries.c.reading == reading, unrejected()).order_by(entries.c.start)
    near = held.where(
        or_(entries.c.statement == entry, entries.c.id.in_(_referred(listed)), entries.c.kind == "signal")
    )
    others = list(listed_by_key(connection, connection.execute(near).scalars().all(), lens))
    return Kin(
        listed=listed,
        around=arounds(connection, [entry]).get(entry),
        within=tuple(one for one in others if getattr(one.entry, "statement", None) == entry),
        parts=tuple(one for one in others if one.entry.id in _referred(listed)),
        used_by=tuple(one for one in others if entry in _events_of(one)),
    )


def _referred(listed: Listed) -> list[str]:
    held = getattr(listed.entry, "statement", None)
    return [one for one in (held, *_events_of(listed)) if one is not None]


def _events_of(listed: Listed) -> tuple[str | None, ...]:
    return tuple(getattr(listed.entry, name, None) for name in ("condition_event", "consequence_event"))


def _keys(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    """Return the rows of some entries: in the reading that stands or else in the last that had them."""
    rows = (
        select(entries.c.id, entries.c.key)
        .join(readings, readings.c.key == entries.c.reading)
        .where(entries.c.id.in_(sorted(ids)))
        .order_by(readings.c.retracted_at.is_(None), readings.c.key)
    )
    return {row.id: row.key for row in connection.execute(rows)}


def _versions(connection: Connection, article: str, page: str | None) -> tuple[str, ...]:
    """Return the versions of a page from the oldest to the newest, following each to the next."""
    if page is None:
        return (article,)
    rows = select(articles.c.id, articles.c.superseded_by).where(articles.c.page == page)
    following: dict[str, str | None] = {row.id: row.superseded_by for row in connection.execute(rows)}
    later = set(following.values())
    at: str | None = next((one for one in following if one not in later), article)
    found: list[str] = []
    while at is not None and at not in found:
        found.append(at)
        at = following.get(at)
    return tuple(found)

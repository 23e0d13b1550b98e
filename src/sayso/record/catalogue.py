"""Rows to lists of what entries rest on: articles, the entities they name, what was quarantined, and the runs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, func, select

from sayso.record.conditions import dated, standing, unless_rejected
from sayso.record.entries import Json, as_json
from sayso.record.filters import Filters
from sayso.record.lens import Lens, review_json
from sayso.record.rows import load_entities
from sayso.record.schema import articles, captures, entities, entries, mentions, quarantine, readings, runs, sentences
from sayso.record.withdrawn import kept

_HEAD: Final = [articles.c[name] for name in ("id", "sha256", "outlet", "url", "superseded_by")]
_READ: Final = [
    readings.c[name]
    for name in ("key", "title", "byline", "published", "language", "text", "made_by", "published_first")
]


def article_rows(connection: Connection, filters: Filters) -> Iterator[dict[str, Json]]:
    """Yield every article that passes, by date of publication and id, in the form of CONTRACT."""
    lens = Lens(connection)
    for row in _standing_readings(connection, filters):
        said = lens.retraction(row.id, row.outlet)
        taken = select(captures.c.path, captures.c.captured_at).where(captures.c.article == row.id)
        paths = connection.execute(taken.order_by(captures.c.captured_at, captures.c.path)).all()
        held = select(entries.c.kind, func.count().label("amount")).where(entries.c.reading == row.key)
        held = held.where(*unless_rejected(filters))
        held = held.group_by(entries.c.kind).order_by(entries.c.kind)
        yield {
            "id": row.id,
            "path": paths[0].path,
            **{
                key: getattr(row, key)
                for key in ("sha256", "url", "outlet", "title", "byline", "published", "language")
            },
            "text": row.text,
            "article": row.id,
            "sentence": None,
            "run": row.made_by,
            "captured_at": paths[0].captured_at,
            "paths": [one.path for one in paths],
            "superseded_by": row.superseded_by,
            "entries": {one.kind: one.amount for one in connection.execute(held)},
            "review": said and review_json(said),
        }


def entity_rows(connection: Connection, filters: Filters) -> Iterator[dict[str, Json]]:
    """Yield every entity of every article that passes, with its mentions there and the sentence of the first."""
    lens = Lens(connection)
    lens.who.learn_all()
    for row in _standing_readings(connection, filters):
        cut = select(sentences.c.start, sentences.c.end, sentences.c.words).where(sentences.c.reading == row.key)
        lines = connection.execute(cut.order_by(sentences.c.position)).all()
        for entity in lens.entities(row.id, load_entities(connection, row.key)):
            if filters.kind is None or entity.kind == filters.kind.lower():
                yield {
                    **as_json(entity),
                    "article": row.id,
                    "sentence": _holding(lines, entity.mentions[0].start) if entity.mentions else None,
                    "run": row.made_by,
                    "outlet": row.outlet,
                    "published": row.published,
                }


def merged_entities(connection: Connection, filters: Filters) -> list[dict[str, Json]]:
    """
    Return one row for each entity id over all articles that pass, the most often mentioned first.

    Returns:
        `id`, `kind`, `name` (the longest), `names` (every spelling of a name, by frequency), `affiliation`, `roles`,
        `articles` (ids with the mentions in each), `count` of all mentions.
    """
    by_id: defaultdict[str, list[dict[str, Json]]] = defaultdict(list)
    for row in entity_rows(connection, filters):
        by_id[row["id"]].append(row)
    merged = [_merged(one, rows) for one, rows in by_id.items()]
    return sorted(merged, key=lambda row: (-row["count"], row["id"]))


def quarantined_rows(connection: Connection) -> Iterator[dict[str, Json]]:
    """Yield what could not be read, once for each reason it was given, the latest first, in the form of CONTRACT."""
    told = [quarantine.c[name] for name in ("path", "sha256", "reason", "detail")]
    latest = func.max(runs.c.recorded_at).label("recorded_at")
    rows = select(*told, latest).join(runs, runs.c.key == quarantine.c.run).group_by(*told)
    for row in connection.execute(rows.order_by(latest.desc(), quarantine.c.path, quarantine.c.reason)):
        yield {"schema": "sayso/quarantine/1", **row._mapping}


def run_rows(connection: Connection) -> list[dict[str, Json]]:
    """Return every run with its counts, in order of starting."""
    return [dict(row._mapping) for row in connection.execute(select(runs).order_by(runs.c.key))]


def spellings(connection: Connection, entity: str) -> Counter[str]:
    """Return how often an entity is mentioned in which words, over all readings that stand."""
    who = Lens(connection).who
    wanted = who.meant([entity])
    rows = (
        select(readings.c.article, entities.c.id, mentions.c.words, func.count().label("amount"))
        .join(entities, entities.c.key == mentions.c.entity)
        .join(readings, readings.c.key == entities.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .where(entities.c.id.in_(wanted.raw), readings.c.retracted_at.is_(None), *kept())
        .group_by(readings.c.article, entities.c.id, mentions.c.words)
    )
    found: Counter[str] = Counter()
    for row in connection.execute(rows):
        if who.of(row.article, row.id) in wanted.ids:
            found[row.words] += row.amount
    return found


def publication_dates(connection: Connection) -> list[str]:
    """Return the publication dates of the articles that stand, sorted, each once."""
    rows = select(readings.c.published).join(articles, articles.c.id == readings.c.article)
    passing = rows.where(*standing(connection, Filters()), readings.c.published.is_not(None)).distinct()
    return sorted(one for one in connection.execute(passing).scalars() if one is not None)


def standing_keys(connection: Connection, filters: Filters, holding: str | None = None) -> Sequence[int]:
    """Return the rows of the readings that stand, pass and hold a kind of entry, by publication date and article."""
    passing = (
        select(readings.c.key)
        .join(articles, articles.c.id == readings.c.article)
        .where(*standing(connection, filters), *dated(filters))
        .order_by(readings.c.published_first.is_(None), readings.c.published_first, articles.c.id)
    )
    if holding is not None:
        passing = passing.where(readings.c.key.in_(select(entries.c.reading).where(entries.c.kind == holding)))
    return connection.execute(passing).scalars().all()


def _standing_readings(connection: Connection, filters: Filters) -> Iterator[Any]:
    rows = select(articles, *(readings.c[name] for name in ("key", "made_by", "text", "title", "byline", "published")))
    rows = rows.add_columns(readings.c.language).join(readings, readings.c.article == articles.c.id)
    for key in standing_keys(connection, filters):
        yield connection.execute(rows.where(readings.c.key == key)).one()


def _merged(entity: str, rows: Sequence[dict[str, Json]]) -> dict[str, Json]:
    names = Counter(row["name"] for row in rows)
    held = {row["article"]: row["mentions"] for row in rows}
    return {
        "id": entity,
        "kind": Counter(row["kind"] for row in rows).most_common(1)[0][0],
        "name": max(names, key=lambda name: (len(name), name)),
        "names": [name for name, _ in sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))],
        "affiliation": next((row["affiliation"] for row in rows if row["affiliation"]), None),
        "roles": sorted({row["role"] for row in rows if row["role"]}),
        "articles": held,
        "count": sum(map(len, held.values())),
    }


def _holding(lines: Sequence[Any], offset: int) -> str | None:
    return next((row.words for row in lines if row.start <= offset < row.end), None)

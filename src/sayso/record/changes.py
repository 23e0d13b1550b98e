"""
What a record took in and what people said since a moment, as one feed: added, read anew, corrected, retracted, undone.

A feed tells what changed and never what is: that is what lists are for. Its order is that of recording, so that whoever
reads on from the last moment misses nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from sayso.errors import UsageError
from sayso.record.entries import Json, as_json
from sayso.record.overlays import ARTICLE, OUTLET, Overlay, holding, journal
from sayso.record.rows import batches, load_entries
from sayso.record.schema import articles, entities, entries, readings, runs
from sayso.record.sightings import base_of
from sayso.resolve.edtf import bounds
from sayso.terms import OverlayKind

DID: Final[Mapping[OverlayKind, str]] = {
    OverlayKind.ACCEPT: "accepted",
    OverlayKind.REJECT: "rejected",
    OverlayKind.CORRECT: "corrected",
    OverlayKind.OUTCOME: "judged",
    OverlayKind.RETRACT: "retracted",
    OverlayKind.MERGE: "merged",
    OverlayKind.SPLIT: "split",
    OverlayKind.APART: "told apart",
}
_ON_ENTITIES: Final = (OverlayKind.MERGE, OverlayKind.SPLIT, OverlayKind.APART)


def overlay_rows(connection: Connection) -> list[dict[str, Json]]:
    """
    Return every overlay in the order of making, those that were undone or outdone too.

    Returns:
        What `Overlay` holds, `of` (entry, article, outlet or entity), `holds` (whether it has effect), and `orphan`:
        true where no reading that stands has its target any more.
    """
    made = journal(connection)
    held = {one.id for one in holding(made)}
    there = _there(connection, made)
    return [
        {
            **told(one),
            "recorded_at": one.recorded_at,
            "holds": one.id in held,
            "orphan": one.target not in there,
            "undone": one.undone and {"at": one.undone.at, "by": one.undone.by, "why": one.undone.why},
        }
        for one in made
    ]


def moment(connection: Connection, given: str) -> str:
    """
    Return the moment that a date or the number of a run names, as the record's clock writes it.

    Raises:
        UsageError: It is neither.
    """
    if given.isdigit() and len(given) < 4:
        began: str | None = connection.execute(select(runs.c.recorded_at).where(runs.c.key == int(given))).scalar()
        if began is None:
            raise UsageError(f"there is no run {given}; sayso runs lists them")
        return began
    first, _ = bounds(given.partition("T")[0])
    if first is None:
        raise UsageError(f"--since takes a date such as 2022-03-23, a moment or the number of a run, not {given!r}")
    return given if "T" in given else first.isoformat()


def changes(connection: Connection, since: str) -> list[dict[str, Json]]:
    """
    Return what changed from a moment on, in the order of recording.

    Args:
        connection: To the record.
        since: UTC, as `moment` returns it.

    Returns:
        `at`, `change`, `of` (article, reading, entry, outlet, entity or overlay), `id`, `by` and `why` where a person
        did it, and what the change is about.
    """
    found = [*_read(connection, since), *_replaced(connection, since), *_said(connection, since)]
    return sorted(found, key=lambda row: (row["at"], row["change"] == "undone", row["of"], row["id"]))


def _read(connection: Connection, since: str) -> Iterator[dict[str, Json]]:
    """Yield the articles that came in, and those that were read again."""
    first = select(func.min(readings.c.key)).group_by(readings.c.article)
    newer = select(articles.c.superseded_by).where(articles.c.superseded_by.is_not(None))
    rows = (
        select(runs.c.recorded_at, readings.c.key, readings.c.article, readings.c.made_by, readings.c.title)
        .add_columns(readings.c.published, articles.c.outlet, readings.c.run)
        .add_columns(readings.c.key.in_(first).label("is_first"), articles.c.id.in_(newer).label("is_version"))
        .join(runs, runs.c.key == readings.c.run)
        .join(articles, articles.c.id == readings.c.article)
        .where(runs.c.recorded_at >= since)
    )
    counts = _counts(connection, since)
    for row in connection.execute(rows):
        change = ("version" if row.is_version else "added") if row.is_first else "read again"
        yield {
            "at": row.recorded_at,
            "change": change,
            "of": "article",
            "id": row.article,
            "outlet": row.outlet,
            "published": row.published,
            "title": row.title,
            "read_by": row.made_by,
            "run": row.run,
            "entries": dict(sorted(counts.get(row.key, {}).items())),
        }


def _counts(connection: Connection, since: str) -> Mapping[int, Counter[str]]:
    rows = select(entries.c.reading, entries.c.kind, func.count().label("amount"))
    rows = rows.join(readings, readings.c.key == entries.c.reading).join(runs, runs.c.key == readings.c.run)
    rows = rows.where(runs.c.recorded_at >= since).group_by(entries.c.reading, entries.c.kind)
    found: dict[int, Counter[str]] = {}
    for row in connection.execute(rows):
        found.setdefault(row.reading, Counter())[row.kind] = row.amount
    return found


def _replaced(connection: Connection, since: str) -> Iterator[dict[str, Json]]:
    """Yield the readings in whose place another one stands, with the entries that it lacks and those it has besides."""
    rows = select(readings.c.key, readings.c.article, readings.c.made_by, readings.c.retracted_at)
    rows = rows.add_columns(readings.c.retracted_why, articles.c.outlet)
    rows = rows.join(articles, articles.c.id == readings.c.article).where(readings.c.retracted_at >= since)
    for row in connection.execute(rows).all():
        standing = select(readings.c.key).where(readings.c.article == row.article, readings.c.retracted_at.is_(None))
        was, now = _ids(connection, [row.key]), _ids(connection, connection.execute(standing).scalars().all())
        yield {
            "at": row.retracted_at,
            "change": "retracted",
            "of": "reading",
            "id": row.article,
            "outlet": row.outlet,
            "read_by": row.made_by,
            "why": row.retracted_why,
            "lost": sorted(was - now),
            "gained": sorted(now - was),
        }


def _ids(connection: Connection, keys: Any) -> set[str]:
    return set(connection.execute(select(entries.c.id).where(entries.c.reading.in_(keys))).scalars())


def _said(connection: Connection, since: str) -> Iterator[dict[str, Json]]:
    """Yield what people said, and what they took back."""
    made = journal(connection)
    was = _as_read(connection, [one for one in made if one.kind is OverlayKind.CORRECT and one.recorded_at >= since])
    for one in made:
        if one.recorded_at >= since:
            before = {"was": was[one.id]} if one.id in was else {}
            line = {key: value for key, value in told(one).items() if key not in ("id", "kind", "target")}
            yield {
                "at": one.recorded_at,
                "change": DID[one.kind],
                "id": one.target,
                "overlay": one.id,
                **line,
                **before,
            }
        if one.undone and one.undone.at >= since:
            back = {"by": one.undone.by, "why": one.undone.why, "undid": told(one)}
            yield {"at": one.undone.at, "change": "undone", "of": "overlay", "id": one.id, **back}


def told(one: Overlay) -> dict[str, Json]:
    """Return an overlay in the form in which it is printed, without its clocks."""
    of = one.field if one.field in (ARTICLE, OUTLET) else "entity" if one.kind in _ON_ENTITIES else "entry"
    names = ("id", "target", "field", "value", "by", "why")
    return {"kind": one.kind.value, "of": of, **{name: getattr(one, name) for name in names}}


def _as_read(connection: Connection, made: list[Overlay]) -> Mapping[str, Json]:
    """Return what was read where some corrections stand, by overlay."""
    rows = select(func.max(entries.c.key).label("key"), entries.c.id).group_by(entries.c.id)
    keys: dict[str, int] = {}
    for some in batches(sorted({one.target for one in made})):
        keys.update({row.id: row.key for row in connection.execute(rows.where(entries.c.id.in_(some)))})
    held = load_entries(connection, sorted(keys.values()))
    return {one.id: as_json(held[keys[one.target]])[one.field] for one in made if one.target in keys}


def _there(connection: Connection, made: list[Overlay]) -> set[str]:
    """Return the targets that some reading that stands still has."""
    wanted = sorted({name for one in made for name in (one.target, base_of(one.target))})
    stands = readings.c.retracted_at.is_(None)
    found: set[str] = set()
    for some in batches(wanted):
        in_entries = select(entries.c.id).join(readings, readings.c.key == entries.c.reading).where(stands)
        in_entities = select(entities.c.id).join(readings, readings.c.key == entities.c.reading).where(stands)
        queries: list[Select[Any]] = [
            in_entries.where(entries.c.id.in_(some)).distinct(),
            in_entities.where(entities.c.id.in_(some)).distinct(),
            select(articles.c.id).where(articles.c.id.in_(some)),
            select(articles.c.outlet).where(articles.c.outlet.in_(some)).distinct(),
        ]
        for query in queries:
            found.update(connection.execute(query).scalars())
    return {one.target for one in made if found & {one.target, base_of(one.target)}}

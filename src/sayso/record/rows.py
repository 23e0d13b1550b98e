"""
Readings to rows and back, exactly: what `load_reading` returns equals what `insert_reading` was given.

The fields of an entry fall in four: spans go to `spans`, several entity ids go to `parties`, what every kind has goes
to `entries`, and the rest to the table of its kind. The annotation of a field decides (`entries.span_fields`,
`entries.party_fields`), so that a new field needs a column and nothing here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeVar

from sqlalchemy import BindParameter, Connection, Row, Table, bindparam, insert, select

from sayso.article.article import Article, Sentence, Zone
from sayso.record.clocks import days
from sayso.record.entries import (
    KINDS,
    Entity,
    Entry,
    Event,
    Reading,
    Statement,
    from_json,
    party_fields,
    span_fields,
    spans_by_field,
    spans_in,
)
from sayso.record.schema import (
    DETAILS,
    articles,
    captures,
    entities,
    entries,
    mentions,
    parties,
    readings,
    sentences,
    spans,
    zones,
)
from sayso.spans import Span, cover
from sayso.terms import EntityKind, ZoneKind

Values: TypeAlias = dict[str, Any]
K = TypeVar("K")

CLASSES: Final[Mapping[str, type[Entry]]] = {name: kind for kind, name in KINDS.items()}

_ENTITY_KINDS: Final = {one.value: one for one in EntityKind}

# How many keys go into one IN (…): SQLite takes 32,766 variables in a statement, PostgreSQL 65,535.
_AT_ONCE: Final = 500

# What an entry takes from `entries`; its own kind (a signal's) stands in the table of its kind.
_COMMON: Final = (entries.c.key, entries.c.id, entries.c.zone, entries.c.statement, entries.c.probability)

# What is asked for every reading is made once: making a query costs as much as asking it.
_SOME: Final[BindParameter[Any]] = bindparam("some", expanding=True)
_OF: Final[BindParameter[Any]] = bindparam("of")
_KINDS_OF: Final = select(entries.c.kind).where(entries.c.key.in_(_SOME)).distinct()
_OF_KIND: Final = {
    kind: select(*_COMMON, detail).join(detail).where(entries.c.key.in_(_SOME)) for kind, detail in DETAILS.items()
}
_SPANS_OF: Final = (
    select(spans.c.entry, spans.c.field, spans.c.start, spans.c.end)
    .where(spans.c.entry.in_(_SOME))
    .order_by(spans.c.entry, spans.c.field, spans.c.position)
)
_PARTIES_OF: Final = (
    select(parties.c.entry, parties.c.role, parties.c.entity)
    .where(parties.c.entry.in_(_SOME))
    .order_by(parties.c.entry, parties.c.role, parties.c.position)
)
_ENTITIES_OF: Final = (
    select(entities).where(entities.c.reading.in_(_SOME)).order_by(entities.c.reading, entities.c.position)
)
_MENTIONS_OF: Final = (
    select(mentions.c.entity, mentions.c.start, mentions.c.end)
    .join(entities)
    .where(entities.c.reading.in_(_SOME))
    .order_by(mentions.c.entity, mentions.c.position)
)
_ZONES_OF: Final = select(zones).where(zones.c.reading == _OF).order_by(zones.c.position)
_SENTENCES_OF: Final = (
    select(sentences.c.start, sentences.c.end, sentences.c.zone, sentences.c.paragraph)
    .where(sentences.c.reading == _OF)
    .order_by(sentences.c.position)
)


def insert_reading(connection: Connection, key: int, reading: Reading) -> None:
    """Store the zones, sentences, entities and entries of a reading whose row has this key."""
    text = reading.article.text
    _insert(connection, zones, (_zone(key, i, zone) for i, zone in enumerate(reading.article.zones)))
    _insert(connection, sentences, (_sentence(key, i, one, text) for i, one in enumerate(reading.article.sentences)))
    _insert_entities(connection, key, reading.entities, text)
    _insert_entries(connection, key, reading, text)


def load_entries(connection: Connection, keys: Sequence[int]) -> dict[int, Entry]:
    """Return the entries of these rows by key."""
    found: dict[int, Entry] = {}
    for some in batches(keys):
        quoted, listed = _spans_of(connection, some), _parties_of(connection, some)
        kinds = connection.execute(_KINDS_OF, {"some": some}).scalars()
        for kind in sorted(kinds):
            for row in connection.execute(_OF_KIND[kind], {"some": some}):
                found[row.key] = _entry(CLASSES[kind], row, quoted[row.key], listed[row.key])
    return found


def load_reading(connection: Connection, key: int) -> Reading:
    """Return the reading whose row has this key, with its article under the earliest path it was taken from."""
    row = connection.execute(
        select(readings, articles.c.sha256, articles.c.outlet, articles.c.url)
        .join(articles, articles.c.id == readings.c.article)
        .where(readings.c.key == key)
    ).one()
    ordered = select(entries.c.key, entries.c.kind).where(entries.c.reading == key).order_by(entries.c.position)
    keys: dict[str, list[int]] = {kind: [] for kind in DETAILS}
    for one in connection.execute(ordered):
        keys[one.kind].append(one.key)
    found = load_entries(connection, [each for some in keys.values() for each in some])
    kinds: dict[str, Any] = {f"{kind}s": tuple(found[each] for each in some) for kind, some in keys.items()}
    return Reading(load_article(connection, row), row.made_by, entities=load_entities(connection, key), **kinds)


def load_entities(connection: Connection, reading: int) -> tuple[Entity, ...]:
    """Return the entities of a reading, in its order."""
    return entities_of(connection, [reading])[reading]


def entities_of(connection: Connection, some: Sequence[int]) -> dict[int, tuple[Entity, ...]]:
    """Return the entities of some readings, each in its order, by the rows of the readings."""
    found: dict[int, list[Entity]] = {reading: [] for reading in some}
    for lot in batches(some):
        quoted: defaultdict[int, list[Span]] = defaultdict(list)
        for entity, start, end in connection.execute(_MENTIONS_OF, {"some": lot}):
            quoted[entity].append(Span(start, end))
        for row in connection.execute(_ENTITIES_OF, {"some": lot}):
            spans_of = tuple(quoted.get(row.key, ()))
            found[row.reading].append(
                Entity(row.id, _ENTITY_KINDS[row.kind], row.name, spans_of, row.affiliation, row.role)
            )
    return {reading: tuple(held) for reading, held in found.items()}


def path_of(connection: Connection, article: str) -> str:
    """Return the path that an article was first taken from: the earliest, and of those the first by name."""
    paths = select(captures.c.path).where(captures.c.article == article)
    return connection.execute(paths.order_by(captures.c.captured_at, captures.c.path)).scalars().first() or "-"


def in_batches(connection: Connection, keys: Sequence[int]) -> Iterator[dict[int, Entry]]:
    """Yield the entries of these rows, in this order, some hundreds at a time: a long list needs little memory."""
    for some in batches(keys):
        found = load_entries(connection, some)
        yield {key: found[key] for key in some}


def batches(keys: Sequence[K]) -> Iterator[Sequence[K]]:
    """Yield row numbers or ids in lots small enough for one statement."""
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]


def storable(text: str) -> str:
    """Return a path that any database takes: what is no UTF-8 in a file's name is written as an escape."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")


def load_article(connection: Connection, row: Row[Any]) -> Article:
    """Return the article of a row of `readings` that has the article's bytes, outlet and URL beside it."""
    stretches = connection.execute(_ZONES_OF, {"of": row.key})
    cut = connection.execute(_SENTENCES_OF, {"of": row.key})
    return Article(
        id=row.article,
        path=path_of(connection, row.article),
        sha256=row.sha256,
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        byline=row.byline,
        published=row.published,
        language=row.language,
        text=row.text,
        zones=tuple(Zone(ZoneKind(one.kind), Span(one.start, one.end), one.element) for one in stretches),
        sentences=tuple(Sentence(Span(one.start, one.end), one.zone, one.paragraph) for one in cut),
    )


def _zone(reading: int, position: int, zone: Zone) -> Values:
    return {
        "reading": reading,
        "position": position,
        "kind": zone.kind.value,
        "start": zone.span.start,
        "end": zone.span.end,
        "element": zone.element,
    }


def _sentence(reading: int, position: int, sentence: Sentence, text: str) -> Values:
    return {
        "reading": reading,
        "position": position,
        "zone": sentence.zone,
        "paragraph": sentence.paragraph,
        **_quote(sentence.span, text),
    }


def _quote(span: Span, text: str) -> Values:
    return {"start": span.start, "end": span.end, "words": span.of(text)}


def _insert_entities(connection: Connection, key: int, found: Sequence[Entity], text: str) -> None:
    columns = ("id", "kind", "name", "affiliation", "role")
    rows = [
        {"reading": key, "position": i, **{name: _plain(getattr(one, name)) for name in columns}}
        for i, one in enumerate(found)
    ]
    keys = _insert_for_keys(connection, entities, rows)
    _insert(
        connection,
        mentions,
        (
            {"entity": owner, "position": i, **_quote(span, text)}
            for owner, one in zip(keys, found, strict=True)
            for i, span in enumerate(one.mentions)
        ),
    )


def _insert_entries(connection: Connection, key: int, reading: Reading, text: str) -> None:
    found = reading.entries()
    positions: defaultdict[type, int] = defaultdict(int)
    rows = []
    for one in found:
        rows.append(_common(key, positions[type(one)], one))
        positions[type(one)] += 1
    keyed = list(zip(_insert_for_keys(connection, entries, rows), found, strict=True))
    for kind, table in DETAILS.items():
        _insert(connection, table, (_detail(owner, one) for owner, one in keyed if KINDS[type(one)] == kind))
    _insert(connection, spans, (row for owner, one in keyed for row in _span_rows(owner, one, text)))
    _insert(connection, parties, (row for owner, one in keyed for row in _party_rows(owner, one)))


def _common(reading: int, position: int, entry: Entry) -> Values:
    whole = cover(spans_in(entry))
    return {
        "reading": reading,
        "position": position,
        "id": entry.id,
        "kind": KINDS[type(entry)],
        "zone": entry.zone.value,
        "statement": getattr(entry, "statement", None),
        "probability": getattr(entry, "probability", None),
        "start": whole.start,
        "end": whole.end,
    }


def _detail(key: int, entry: Entry) -> Values:
    names = [column.name for column in DETAILS[KINDS[type(entry)]].columns]
    held = {name: _plain(getattr(entry, name)) for name in names if hasattr(entry, name)}
    return {"entry": key, **held, **_days(entry)}


def _days(entry: Entry) -> Values:
    if isinstance(entry, Statement):
        first, last = days(entry.said_at)
        return {"said_first": first, "said_last": last}
    if isinstance(entry, Event):
        first, last = days(entry.happened)
        return {"happened_first": first, "happened_last": last}
    return {}


def _span_rows(key: int, entry: Entry, text: str) -> Iterator[Values]:
    positions: defaultdict[str, int] = defaultdict(int)
    for name, span in spans_by_field(entry):
        yield {"entry": key, "field": name, "position": positions[name], **_quote(span, text)}
        positions[name] += 1


def _party_rows(key: int, entry: Entry) -> Iterator[Values]:
    for role in party_fields(type(entry)):
        for i, entity in enumerate(getattr(entry, role)):
            yield {"entry": key, "role": role, "position": i, "entity": entity}


def _entry(kind: type[Entry], row: Row[Any], quoted: Mapping[str, Any], listed: Mapping[str, list[str]]) -> Entry:
    single = {name for name in span_fields(kind) if kind.__dataclass_fields__[name].type == "Span"}
    given = {
        **row._mapping,
        **{name: quoted[name][0] if name in single else quoted.get(name) for name in span_fields(kind)},
        **{role: listed.get(role, []) for role in party_fields(kind)},
    }
    return from_json(kind, given)


def _spans_of(connection: Connection, keys: Sequence[int]) -> Mapping[int, dict[str, list[list[int]]]]:
    found: defaultdict[int, dict[str, list[list[int]]]] = defaultdict(dict)
    for entry, name, start, end in connection.execute(_SPANS_OF, {"some": keys}):
        found[entry].setdefault(name, []).append([start, end])
    return found


def _parties_of(connection: Connection, keys: Sequence[int]) -> Mapping[int, dict[str, list[str]]]:
    found: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)
    for entry, role, entity in connection.execute(_PARTIES_OF, {"some": keys}):
        found[entry].setdefault(role, []).append(entity)
    return found


def _insert(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    if given := list(rows):
        connection.execute(insert(table), given)


def _insert_for_keys(connection: Connection, table: Table, rows: Sequence[Values]) -> Sequence[int]:
    if not rows:
        return ()
    made = insert(table).returning(table.c.key, sort_by_parameter_order=True)
    return connection.execute(made, list(rows)).scalars().all()


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value

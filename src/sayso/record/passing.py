"""
Entries as people have them to those that pass: what `conditions` asks of the rows, asked of a corrected entry.

Rows tell what was read. An entry that a person corrected, and one whose party's name several persons share, is looked
at here, as it is shown; all others never come here. Both agree on an entry that nobody touched, which a test holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from sayso.record.clocks import days
from sayso.record.conditions import AIMED_AT, Asked
from sayso.record.entries import KINDS, Entry, Event, Figure, Json, Signal, Statement, Time, party_fields
from sayso.record.filters import ASIDES, Filters
from sayso.record.identities import Meant
from sayso.record.lens import Lens
from sayso.record.rows import batches, load_entries
from sayso.record.schema import entries, readings

_KIND_FIELDS: Final[Mapping[type, tuple[str, ...]]] = {
    Statement: ("act",),
    Event: ("act", "event_type"),
    Signal: ("kind",),
    Figure: ("unit",),
    Time: ("type",),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """
    An entry as people have it, with what else a filter asks of it.

    Attributes:
        entry: The entry.
        said_by: Entity id of whose words it is: its source or sender, or the source of the statement that holds it.
        published: First and last day (ISO) that its article's date may mean, None for both where it has none.
    """

    entry: Entry
    said_by: str | None
    published: tuple[str | None, str | None]


def passing(connection: Connection, keys: Sequence[int], asked: Asked, lens: Lens) -> set[int]:
    """Return those of some entries' rows that pass, as people have them."""
    return {key for key, seen in _seen(connection, keys, lens) if passes(seen, asked)}


def passes(seen: Seen, asked: Asked) -> bool:
    """Tell whether an entry passes."""
    entry, filters = seen.entry, asked.filters
    if not _in_zone(entry, filters) or not _in_time(seen, filters):
        return False
    if filters.kind is not None and filters.kind.lower() not in _kinds(entry):
        return False
    if not _among(asked.source, [seen.said_by] if seen.said_by else []):
        return False
    return _among(asked.actor, _parties(entry, ("actor",))) and _among(asked.target, _parties(entry, AIMED_AT))


def _in_zone(entry: Entry, filters: Filters) -> bool:
    if not filters.asides and entry.zone.value in ASIDES:
        return False
    return not filters.zone or entry.zone.value == filters.zone


def _in_time(seen: Seen, filters: Filters) -> bool:
    own = _own_days(seen.entry)
    first, last = own[0] or seen.published[0], own[1] or seen.published[1]
    if filters.since is not None and (last is None or last < filters.since):
        return False
    return filters.until is None or (first is not None and first <= filters.until)


def _own_days(entry: Entry) -> tuple[str | None, str | None]:
    if isinstance(entry, Statement):
        return days(entry.said_at)
    if isinstance(entry, Event):
        return days(entry.happened)
    return (entry.low, entry.high) if isinstance(entry, Time) else (None, None)


def _kinds(entry: Entry) -> set[str]:
    held: list[Json] = [getattr(entry, name) for name in _KIND_FIELDS[type(entry)]]
    return {str(one).lower() for one in held if one is not None}


def _among(wanted: Meant | None, held: Collection[str]) -> bool:
    return wanted is None or not wanted.ids.isdisjoint(held)


def _parties(entry: Entry, roles: Collection[str]) -> list[str]:
    return [one for name in party_fields(type(entry)) if name in roles for one in getattr(entry, name)]


def _seen(connection: Connection, keys: Sequence[int], lens: Lens) -> Iterator[tuple[int, Seen]]:
    for some in batches(keys):
        held = load_entries(connection, some)
        about = _about(connection, some)
        said = _statements(connection, about.values(), lens)
        lens.learn(held.values())
        for key, entry in held.items():
            row = about[key]
            seen = lens.entry(row.article, entry)
            told = said.get((row.reading, seen.statement)) if isinstance(seen, (Event, Figure)) else None
            own = getattr(seen, "source", None) or getattr(seen, "sender", None)
            yield key, Seen(seen, own or told, (row.published_first, row.published_last))


def _about(connection: Connection, keys: Sequence[int]) -> Mapping[int, Any]:
    rows = (
        select(entries.c.key, entries.c.reading, entries.c.statement)
        .add_columns(readings.c.article, readings.c.published_first, readings.c.published_last)
        .join(readings, readings.c.key == entries.c.reading)
        .where(entries.c.key.in_(keys))
    )
    return {row.key: row for row in connection.execute(rows)}


def _statements(
    connection: Connection, rows: Collection[Any], lens: Lens
) -> Mapping[tuple[int, str | None], str | None]:
    """Return who is said to have said the statements of the readings that some rows stand in, by reading and id."""
    held = sorted({row.reading for row in rows})
    found = select(entries.c.key, entries.c.reading, entries.c.id, readings.c.article).join(readings)
    found = found.where(entries.c.reading.in_(held), entries.c.kind == KINDS[Statement])
    about = {row.key: row for row in connection.execute(found)}
    told: dict[tuple[int, str | None], str | None] = {}
    for some in batches(list(about)):
        for key, one in load_entries(connection, some).items():
            row = about[key]
            seen = lens.entry(row.article, one)
            told[row.reading, row.id] = seen.source if isinstance(seen, Statement) else None
    return told

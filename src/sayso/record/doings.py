"""
Acts and parties to the events that a record tells of, as far as their rows say: which act, by whom, to whom, where.

They are what a happening is chosen by before any is built. The indexes on acts and parties find them; where only what
was published since some day is asked for, and that is little, all of it is gone over instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from sayso.record.lens import Lens
from sayso.record.rows import batches
from sayso.record.schema import entries, events, parties, readings
from sayso.terms import Standing

TOLD: Final = (Standing.ACTUAL.value, Standing.HISTORICAL.value, Standing.NEGATED.value)
"""Standings of what a text says happened or did not."""
FEW: Final = 50_000
"""Entries up to which all since some day are gone over, rather than all of some parties. Set by hand."""


@dataclass(frozen=True, slots=True)
class Doing:
    """
    An event as far as its rows tell.

    Attributes:
        key: Its row.
        act: Id in the act taxonomy.
        actors: Ids of who does it, as articles have them.
        recipients: Ids of whom it is done to, likewise.
        place: Id of where, or None.
        is_sure: Whether nobody corrected it, so that its rows do not lie.
    """

    key: int
    act: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    is_sure: bool = True


def doings(
    connection: Connection, lens: Lens, acts: Collection[str], involved: Collection[str], first: int | None = None
) -> list[Doing]:
    """
    Return the events of some acts that are told as done or not done and involve somebody, in the order of their rows.

    Args:
        connection: To the record.
        lens: How people have it.
        acts: Ids in the act taxonomy.
        involved: Entity ids, one of which must be a party or the place where the event has any.
        first: Row of the first entry that counts; all from there on are gone over. None for all by the indexes.
    """
    corrected = _corrected(connection, lens.corrected)
    keys = {key for key in corrected if first is None or key >= first}
    for some in batches(sorted(lens.who.meant(involved).raw)):
        for rows in _involving(acts, some) if first is None else _latest(acts, some, first):
            keys.update(connection.execute(rows).scalars())
    return list(_rows(connection, keys, corrected))


def first_entry(connection: Connection, since: str) -> int | None:
    """
    Return the row from which on entries may have been published on a day (ISO) or after it, None where none was.

    Rows are numbered as articles are read: those of a later reading come later.
    """
    first = select(func.min(readings.c.key)).where(readings.c.published_last >= since).scalar_subquery()
    behind = select(entries.c.key).where(entries.c.reading >= first)
    return connection.execute(behind.order_by(entries.c.reading, entries.c.key).limit(1)).scalar()


def last_entry(connection: Connection) -> int:
    """Return the row of the last entry, 0 where there is none."""
    return connection.execute(select(func.max(entries.c.key))).scalar() or 0


def _involving(acts: Collection[str], involved: Collection[str]) -> Iterator[Select[Any]]:
    """Yield the events that involve somebody, each by another index."""
    told = (events.c.act.in_(sorted(acts)), events.c.standing.in_(TOLD))
    yield (
        select(parties.c.entry)
        .join(events, events.c.entry == parties.c.entry)
        .where(parties.c.entity.in_(involved), *told)
    )
    yield select(events.c.entry).where(events.c.place.in_(involved), *told)
    own = select(parties.c.entry).where(parties.c.entry == events.c.entry)
    yield select(events.c.entry).where(~own.exists(), *told)


def _latest(acts: Collection[str], involved: Collection[str], first: int) -> Iterator[Select[Any]]:
    """Yield the events that involve somebody, all from a row on gone over."""
    # with nothing put behind it, a database would look a frequent act or entity up in its index, far more than these
    told = [events.c.act.concat("").in_(sorted(acts)), events.c.standing.in_(TOLD), events.c.entry >= first]
    own = select(parties.c.entry).where(parties.c.entry == events.c.entry)
    every = select(events.c.entry).where(*told)
    yield every.where(own.where(parties.c.entity.concat("").in_(involved)).exists())
    yield every.where(events.c.place.in_(involved))
    yield every.where(~own.exists())


def _corrected(connection: Connection, ids: Collection[str]) -> set[int]:
    """Return the events that people corrected, or that a statement holds which they did: their rows may lie."""
    found: set[int] = set()
    for some in batches(sorted(ids)):
        rows = select(events.c.entry).join(entries, entries.c.key == events.c.entry)
        found.update(connection.execute(rows.where(entries.c.id.in_(some))).scalars())
        found.update(connection.execute(rows.where(entries.c.statement.in_(some))).scalars())
    return found


def _rows(connection: Connection, keys: Collection[int], corrected: Collection[int]) -> Iterator[Doing]:
    """Yield what the rows of some events say of them."""
    acted = select(events.c.entry, events.c.act, events.c.place).order_by(events.c.entry)
    listed = select(parties.c.entry, parties.c.role, parties.c.entity)
    for some in batches(sorted(keys)):
        held: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        for entry, role, entity in connection.execute(listed.where(parties.c.entry.in_(some))):
            held[entry, role].append(entity)
        for key, act, place in connection.execute(acted.where(events.c.entry.in_(some))):
            yield Doing(key, act, *_by_role(held, key), place, key not in corrected)


def _by_role(held: Mapping[tuple[int, str], list[str]], key: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    actors, recipients = (tuple(sorted(held.get((key, role), ()))) for role in ("actor", "recipient"))
    return actors, recipients

"""Entries that nobody has looked at to a queue for people: the least certain first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from heapq import merge
from itertools import count, islice

from sqlalchemy import Connection, select

from sayso.record.conditions import Asked, asked
from sayso.record.filters import Filters
from sayso.record.lens import Lens
from sayso.record.listing import Listed, listed_by_key, passed, rows_of
from sayso.record.schema import entries
from sayso.record.schema_overlays import overlays


def queue(connection: Connection, kinds: Collection[str], filters: Filters, limit: int | None) -> Iterator[Listed]:
    """
    Yield the entries that pass and that nobody has accepted, rejected or corrected, the least certain first.

    Args:
        connection: To the record.
        kinds: Of entry, of `GUESSED`.
        filters: Narrow the queue.
        limit: How many at most; None for all.
    """
    lens = Lens(connection)
    wanted = asked(connection, filters, lens.who)
    found = merge(*(_waiting(connection, kind, wanted, lens, limit) for kind in kinds))
    yield from listed_by_key(connection, [key for *_, key in islice(found, limit)], lens)


def _waiting(
    connection: Connection, kind: str, wanted: Asked, lens: Lens, limit: int | None
) -> Iterator[tuple[float, str, int]]:
    """Yield probability, id and row of what waits of a kind, in this order; as many are asked for at once."""
    told = select(overlays.c.target).where(overlays.c.undone_at.is_(None))
    rows = (
        rows_of(connection, kind, wanted)
        .add_columns(entries.c.probability, entries.c.id)
        .where(entries.c.id.not_in(told), entries.c.probability.is_not(None))
        .order_by(entries.c.probability, entries.c.id, entries.c.key)
    )
    for start in count(0, limit or 1):
        some = connection.execute(rows.limit(limit).offset(start if limit else None)).all()
        kept = set(passed(connection, some, wanted, lens))
        yield from ((row.probability, row.id, row.key) for row in some if row.key in kept)
        if limit is None or len(some) < limit:
            return

"""Entries that nobody has looked at to a queue for people: the least certain first."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from sayso.record.filters import Filters
from sayso.record.lens import Lens
from sayso.record.listing import Listed, keys_of, listed_by_key
from sayso.record.rows import batches
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
    told = select(overlays.c.target).where(overlays.c.undone_at.is_(None))
    rows = select(entries.c.probability, entries.c.id, entries.c.key).where(entries.c.id.not_in(told))
    passing = [key for kind in kinds for key in keys_of(connection, kind, filters, lens)]
    found = [
        (row.probability, row.id, row.key)
        for some in batches(passing)
        for row in connection.execute(rows.where(entries.c.key.in_(some), entries.c.probability.is_not(None)))
    ]
    yield from listed_by_key(connection, [key for *_, key in sorted(found)[:limit]], lens)

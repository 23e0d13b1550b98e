"""
What people said to the readings that it changes, and those as people have them, for what is worked out ahead.

A list looks through the `lens` each time. What is kept ready instead must be made again when a person corrects,
rejects, merges or splits: the digest of all that was said of a reading tells whether it was.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from sayso.record.entries import Reading
from sayso.record.lens import Lens, corrected
from sayso.record.overlays import Overlay, held
from sayso.record.rows import batches, load_reading
from sayso.record.schema import entities, entries
from sayso.record.schema_utterances import told
from sayso.record.sightings import base_of
from sayso.terms import OverlayKind


class Spoken:
    """
    What people said, as of one look at a record.

    Args:
        connection: To the record; asked while this is in use.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        made = held(connection)
        self._on_entries = _by(made, (OverlayKind.CORRECT, OverlayKind.REJECT), lambda one: (one.target,))
        self._on_entities = _by(made, (OverlayKind.MERGE, OverlayKind.SPLIT), _persons)

    def reading(self, key: int) -> Reading:
        """Return a reading as people have it; who shares a name is told apart only where people did."""
        read = load_reading(self._connection, key)
        if not self._on_entries and not self._on_entities:
            return read
        if not self._on_entities.keys().isdisjoint(base_of(one.id) for one in read.entities):
            return self._lens.reading(read)
        kinds: dict[str, Any] = {
            name: tuple(
                corrected(one, self._lens.values(one.id))
                for one in getattr(read, name)
                if not self._lens.is_rejected(one.id)
            )
            for name in ("statements", "events", "signals", "figures", "times")
        }
        return replace(read, **kinds)

    def digest(self, key: int) -> str:
        """Return a digest of all that was said of a reading, empty where nothing was."""
        return next((_digest(said) for _, said in self._said_of(key)), "")

    def changed(self) -> set[int]:
        """Return the settled readings of which other things were said when they were settled."""
        rows = select(told.c.reading, told.c.overlays)
        now = {reading: _digest(said) for reading, said in self._said_of(None)}
        then = {row.reading: row.overlays for row in self._connection.execute(rows.where(told.c.overlays != ""))}
        settled: set[int] = set()
        for some in batches(sorted(now.keys() - then.keys())):
            settled |= set(self._connection.execute(select(told.c.reading).where(told.c.reading.in_(some))).scalars())
        return {key for key in settled | then.keys() if now.get(key, "") != then.get(key, "")}

    @cached_property
    def _lens(self) -> Lens:
        return Lens(self._connection)

    def _said_of(self, reading: int | None) -> Iterator[tuple[int, set[str]]]:
        """Yield what was said of one reading, or of each, by the ids of the overlays."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        for said, column, of in (
            (self._on_entries, entries.c.id, entries.c.reading),
            (self._on_entities, entities.c.id, entities.c.reading),
        ):
            for some in batches(sorted(said)):
                rows = select(column.label("id"), of.label("reading")).where(column.in_(some))
                for row in self._connection.execute(rows if reading is None else rows.where(of == reading)):
                    found[row.reading] |= said[row.id]
        yield from found.items()


def _by(made: Collection[Overlay], kinds: Collection[OverlayKind], ids: Any) -> dict[str, set[str]]:
    """Return the ids of the overlays of some kinds by what they bear on."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in made:
        if one.kind in kinds:
            for key in ids(one):
                found[key].add(one.id)
    return dict(found)


def _persons(one: Overlay) -> Iterator[str]:
    """Yield the ids, made of names alone, of those whom people merged or split."""
    others = one.value["ids"] if one.kind is OverlayKind.MERGE else [one.value["into"]]
    yield from {base_of(key) for key in (one.target, *others)}


def _digest(said: Collection[str]) -> str:
    return hashlib.sha256(",".join(sorted(said)).encode()).hexdigest()[:16]

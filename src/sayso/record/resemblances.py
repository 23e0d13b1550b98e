"""Pairs of wordings and what they have in common, to rows and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select

from sayso.record.rows import batches
from sayso.record.schema_copies import resemblances
from sayso.terms import Relation


@dataclass(frozen=True, slots=True)
class Resemblance:
    """
    What two wordings have in common; every number is a count, so that it is the same on every machine.

    Attributes:
        relation: What that makes of them.
        shared: Shingles that stand in both.
        either: Shingles that stand in one of them or both.
        words: Words of either side.
        held: Of those, how many stand in shared shingles.
    """

    relation: Relation
    shared: int
    either: int
    words: tuple[int, int]
    held: tuple[int, int]

    @property
    def jaccard(self) -> float:
        """Shared shingles to all, 0 to 1."""
        return self.shared / self.either

    @property
    def containment(self) -> tuple[float, float]:
        """Share of the words of either side that stand in shared shingles, 0 to 1."""
        return self.held[0] / self.words[0], self.held[1] / self.words[1]

    def turned(self) -> Resemblance:
        """Return the same with the sides changed."""
        return Resemblance(self.relation, self.shared, self.either, self.words[::-1], self.held[::-1])


@dataclass(frozen=True, slots=True)
class Pair:
    """
    Two wordings by their keys, the lower first, with what they have in common.

    Attributes:
        one: Key of the one.
        other: Key of the other.
        resemblance: What they have in common, the one's side first.
    """

    one: int
    other: int
    resemblance: Resemblance


def add_pairs(connection: Connection, pairs: Iterable[Pair]) -> None:
    """Write pairs that are not there."""
    if rows := [_row(pair) for pair in pairs]:
        connection.execute(insert(resemblances), rows)


def judged_pairs(connection: Connection, pairs: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return those of some pairs, the lower key first, that are there."""
    by_one: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in sorted(pairs):
        by_one[one].append(other)
    found: set[tuple[int, int]] = set()
    for one, others in by_one.items():
        for some in batches(others):
            known = select(resemblances.c.other).where(resemblances.c.one == one, resemblances.c.other.in_(some))
            found.update((one, other) for other in connection.execute(known).scalars())
    return found


def drop_pairs(connection: Connection, wording: int) -> None:
    """Drop all that a wording has in common with others."""
    touching = or_(resemblances.c.one == wording, resemblances.c.other == wording)
    connection.execute(delete(resemblances).where(touching))


def load_pairs(connection: Connection, among: Collection[int] | None = None) -> list[Pair]:
    """Return the pairs that have a wording among some, all where that is None; each once, in the order of keys."""
    if among is None:
        return sorted(map(_pair, connection.execute(select(resemblances))), key=_keys)
    found: dict[tuple[int, int], Pair] = {}
    for some in batches(sorted(among)):
        for column in (resemblances.c.one, resemblances.c.other):
            for row in connection.execute(select(resemblances).where(column.in_(some))):
                found[row.one, row.other] = _pair(row)
    return sorted(found.values(), key=_keys)


def _keys(pair: Pair) -> tuple[int, int]:
    return pair.one, pair.other


def _row(pair: Pair) -> dict[str, Any]:
    found = pair.resemblance
    return {
        "one": pair.one,
        "other": pair.other,
        "relation": found.relation.value,
        "shared": found.shared,
        "either": found.either,
        "words": found.words[0],
        "other_words": found.words[1],
        "held": found.held[0],
        "other_held": found.held[1],
    }


def _pair(row: Any) -> Pair:
    words, held = (row.words, row.other_words), (row.held, row.other_held)
    return Pair(row.one, row.other, Resemblance(Relation(row.relation), row.shared, row.either, words, held))

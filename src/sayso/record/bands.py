"""
A wording to its candidates: the stories in its buckets, few of them even where a bucket holds ten thousand.

In a bucket of at most `CROWDED` wordings each is compared with each. In a larger one the `HEADS` wordings of the
lowest keys stand for all: every other one is compared with those only. A key is a hash of the words, so that which
wordings these are is decided by the wordings and not by when they came, and a wording that comes late displaces a
head, and has to be compared with all, about HEADS × ln n times in n.

So what is compared is a function of the wordings that are there. Two are *supported* where some bucket holds both and
is not crowded, or has one of them for a head; after every change the pairs that stand are the supported ones that have
something in common. Any order of coming and going gives the same pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import combinations
from typing import Final

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from sayso.record.rows import batches
from sayso.record.schema_copies import bands, resemblances

# A bucket with more wordings is crowded; so many stand for the rest then. Two hold a cluster together, and four would
# have more than one in a hundred wordings of a cluster of 1,000 compared with over 200 (measured on changed copies,
# tests/record/test_bands.py). Larger buckets find no more: as soon as a word is changed, a copy shares some bucket with
# those few that have the change too.
CROWDED: Final = 24
HEADS: Final = 2


class State(IntEnum):
    """What a wording is compared with in a bucket."""

    OPEN = 0  # with all, for the bucket is not crowded
    HEAD = 1  # with all, for it stands for the others
    SHUT = 2  # with the heads


@dataclass(slots=True)
class _Changes:
    """
    What entering some buckets does.

    Attributes:
        rows: Rows of `bands` to write.
        candidates: Wordings to compare the new one with.
        crowded: Groups that are no longer compared with one another.
        displaced: Wordings that are no longer heads.
    """

    rows: list[dict[str, int]] = field(default_factory=list)
    candidates: set[int] = field(default_factory=set)
    crowded: list[Sequence[int]] = field(default_factory=list)
    displaced: set[int] = field(default_factory=set)


def enter(connection: Connection, wording: int, values: Collection[int]) -> set[int]:
    """
    Put a wording into its buckets and drop the pairs that are no longer supported.

    Returns:
        Keys of the wordings to compare it with.
    """
    done = _Changes()
    there = _open(connection, values)
    for value in values:
        _enter_one(connection, value, wording, sorted(there[value]), done)
    if done.rows:
        connection.execute(insert(bands), done.rows)
    _prune(connection, done.crowded, done.displaced)
    return done.candidates - {wording}


def leave(connection: Connection, wording: int) -> set[tuple[int, int]]:
    """
    Take a wording out of its buckets.

    Returns:
        Pairs of other wordings, the lower key first, that are compared now and were not before.
    """
    rows = connection.execute(select(bands.c.value, bands.c.state).where(bands.c.wording == wording)).all()
    connection.execute(delete(bands).where(bands.c.wording == wording))
    found: set[tuple[int, int]] = set()
    for row in rows:
        if row.state != State.OPEN:
            found |= _fewer(connection, row.value, was_head=row.state == State.HEAD)
    return found


def _open(connection: Connection, values: Collection[int]) -> defaultdict[int, list[tuple[int, int]]]:
    """Return the wordings that are compared with all, with their states, by bucket."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for some in batches(sorted(values)):
        rows = select(bands).where(bands.c.value.in_(some), bands.c.state < State.SHUT)
        for row in connection.execute(rows):
            found[row.value].append((row.wording, row.state))
    return found


def _enter_one(
    connection: Connection, value: int, wording: int, there: Sequence[tuple[int, int]], done: _Changes
) -> None:
    """Put a wording into one bucket, given those that are compared with all."""
    keys = [key for key, _ in there]
    is_crowded = bool(there) and there[0][1] == State.HEAD
    state = State.OPEN
    if not is_crowded and len(keys) < CROWDED:
        done.candidates.update(keys)
    elif not is_crowded:
        ordered = sorted([*keys, wording])
        heads, others = ordered[:HEADS], ordered[HEADS:]
        _move(connection, value, [key for key in heads if key != wording], State.HEAD)
        _move(connection, value, [key for key in others if key != wording], State.SHUT)
        state = State.HEAD if wording in heads else State.SHUT
        done.candidates.update(ordered if wording in heads else heads)
        done.crowded.append(others)
    elif wording > keys[-1]:
        state = State.SHUT
        done.candidates.update(keys)
    else:
        state = State.HEAD
        done.candidates.update(connection.execute(select(bands.c.wording).where(bands.c.value == value)).scalars())
        _move(connection, value, [keys[-1]], State.SHUT)
        done.displaced.add(keys[-1])
    done.rows.append({"value": value, "state": state, "wording": wording})


def _fewer(connection: Connection, value: int, *, was_head: bool) -> set[tuple[int, int]]:
    """Restore a crowded bucket that lost a wording; return the pairs that this adds."""
    held = select(bands.c.wording).where(bands.c.value == value).order_by(bands.c.wording)
    some = connection.execute(held.limit(CROWDED + 1)).scalars().all()
    if len(some) <= CROWDED:
        _move(connection, value, some, State.OPEN)
        return set(combinations(some, 2))
    if not was_head:
        return set()
    shut = select(bands.c.wording).where(bands.c.value == value, bands.c.state == State.SHUT)
    promoted, *others = connection.execute(shut.order_by(bands.c.wording)).scalars().all()
    _move(connection, value, [promoted], State.HEAD)
    return {(promoted, other) for other in others}


def _move(connection: Connection, value: int, wordings: Sequence[int], state: State) -> None:
    if wordings:
        here = (bands.c.value == value, bands.c.wording.in_(wordings))
        connection.execute(update(bands).where(*here).values(state=state))


def _prune(connection: Connection, crowded: Iterable[Sequence[int]], displaced: Collection[int]) -> None:
    """Drop the pairs that no bucket supports any more, among those whose support changed."""
    doubtful = [
        and_(resemblances.c.one.in_(group), resemblances.c.other.in_(group))
        for group in {tuple(group) for group in crowded}
    ]
    doubtful += [or_(resemblances.c.one == key, resemblances.c.other == key) for key in sorted(displaced)]
    left, right = bands.alias("mine"), bands.alias("theirs")
    supported = (
        select(left.c.value)
        .join(right, right.c.value == left.c.value)
        .where(left.c.wording == resemblances.c.one, right.c.wording == resemblances.c.other)
        .where(or_(left.c.state < State.SHUT, right.c.state < State.SHUT))
    )
    for one in doubtful:
        connection.execute(delete(resemblances).where(one, ~supported.exists()))

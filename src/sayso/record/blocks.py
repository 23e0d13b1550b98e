"""
A gist to its candidates: the gists in its buckets, few of them even where a bucket holds ten thousand.

As among copies (`bands`): in a bucket of at most `CROWDED` gists each is compared with each; in a larger one the
`HEADS` of the lowest keys stand for all, and every other is compared with those only. Keys are hashes of what the gists
say, so that which these are does not depend on when they came, and any order of coming and going leaves the same pairs:
those that some bucket holds, where it is not crowded or one of the two is a head.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import combinations
from typing import Final

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from sayso.record.rows import batches
from sayso.record.schema_utterances import blocks, likenesses

CROWDED: Final = 48
"""A bucket with more gists is crowded: a speaker on some days of whom that many different reports were written."""
HEADS: Final = 12
"""How many stand for a crowded bucket. Both set by hand; docs/corroboration.md tells what that costs."""


class State(IntEnum):
    """What a gist is compared with in a bucket."""

    OPEN = 0
    """With all, for the bucket is not crowded."""
    HEAD = 1
    """With all, for it stands for the others."""
    SHUT = 2
    """With the heads."""


@dataclass(slots=True)
class _Entering:
    """
    What entering some buckets does.

    Attributes:
        rows: Rows of `blocks` to write.
        candidates: Gists to compare the new one with.
        parted: Groups of gists that are no longer compared with one another.
        displaced: Gists that are heads no longer.
    """

    rows: list[dict[str, int]] = field(default_factory=list)
    candidates: set[int] = field(default_factory=set)
    parted: list[Sequence[int]] = field(default_factory=list)
    displaced: set[int] = field(default_factory=set)


def enter(connection: Connection, gist: int, values: Collection[int]) -> tuple[set[int], set[tuple[int, int]]]:
    """
    Put a gist into its buckets and drop the pairs that no bucket supports any more.

    Returns:
        Keys of the gists to compare it with, and the pairs dropped, the lower key first.
    """
    done = _Entering()
    there = _compared_with_all(connection, values)
    for value in sorted(values):
        _enter_one(connection, value, gist, there.get(value, []), done)
    if done.rows:
        connection.execute(insert(blocks), done.rows)
    return done.candidates - {gist}, _prune(connection, done)


def leave(connection: Connection, gist: int) -> set[tuple[int, int]]:
    """
    Take a gist out of its buckets.

    Returns:
        Pairs of other gists, the lower key first, that are to be compared now.
    """
    held = connection.execute(select(blocks.c.value, blocks.c.state).where(blocks.c.gist == gist)).all()
    connection.execute(delete(blocks).where(blocks.c.gist == gist))
    found: set[tuple[int, int]] = set()
    for row in held:
        if row.state != State.OPEN:
            found |= _close_ranks(connection, row.value, was_head=row.state == State.HEAD)
    return found


def _compared_with_all(connection: Connection, values: Collection[int]) -> Mapping[int, list[tuple[int, int]]]:
    """Return the gists that are compared with all in some buckets, in order, each with its state."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for some in batches(sorted(values)):
        rows = select(blocks).where(blocks.c.value.in_(some), blocks.c.state < State.SHUT).order_by(blocks.c.gist)
        for row in connection.execute(rows):
            found[row.value].append((row.gist, row.state))
    return found


def _enter_one(
    connection: Connection, value: int, gist: int, there: Sequence[tuple[int, int]], done: _Entering
) -> None:
    keys = [key for key, _ in there]
    state = State.OPEN
    if there and there[0][1] == State.HEAD:
        state = _enter_crowded(connection, value, gist, keys, done)
    elif len(keys) < CROWDED:
        done.candidates.update(keys)
    else:
        ordered = sorted([*keys, gist])
        heads, others = ordered[:HEADS], ordered[HEADS:]
        _move(connection, value, heads, State.HEAD)
        _move(connection, value, others, State.SHUT)
        state = State.HEAD if gist in heads else State.SHUT
        done.candidates.update(ordered if gist in heads else heads)
        done.parted.append(others)
    done.rows.append({"value": value, "state": state, "gist": gist})


def _enter_crowded(connection: Connection, value: int, gist: int, heads: Sequence[int], done: _Entering) -> State:
    if gist > heads[-1]:
        done.candidates.update(heads)
        return State.SHUT
    done.candidates.update(connection.execute(select(blocks.c.gist).where(blocks.c.value == value)).scalars())
    done.displaced.add(heads[-1])
    _move(connection, value, [heads[-1]], State.SHUT)
    return State.HEAD


def _close_ranks(connection: Connection, value: int, *, was_head: bool) -> set[tuple[int, int]]:
    """Restore a crowded bucket that lost a gist; return the pairs that this adds."""
    held = select(blocks.c.gist).where(blocks.c.value == value).order_by(blocks.c.gist)
    some = connection.execute(held.limit(CROWDED + 1)).scalars().all()
    if len(some) <= CROWDED:
        _move(connection, value, some, State.OPEN)
        return set(combinations(some, 2))
    if not was_head:
        return set()
    promoted, *others = connection.execute(held.where(blocks.c.state == State.SHUT)).scalars().all()
    _move(connection, value, [promoted], State.HEAD)
    return {(promoted, other) for other in others}


def _move(connection: Connection, value: int, gists: Sequence[int], state: State) -> None:
    for some in batches(gists):
        here = (blocks.c.value == value, blocks.c.gist.in_(some))
        connection.execute(update(blocks).where(*here).values(state=state.value))


def _prune(connection: Connection, done: _Entering) -> set[tuple[int, int]]:
    """Drop the pairs that no bucket supports any more, among those whose support changed, and return them."""
    doubtful = [and_(likenesses.c.one.in_(some), likenesses.c.other.in_(some)) for some in map(tuple, done.parted)] + [
        or_(likenesses.c.one == key, likenesses.c.other == key) for key in sorted(done.displaced)
    ]
    mine, theirs = blocks.alias("mine"), blocks.alias("theirs")
    supported = (
        select(mine.c.value)
        .join(theirs, theirs.c.value == mine.c.value)
        .where(mine.c.gist == likenesses.c.one, theirs.c.gist == likenesses.c.other)
        .where(or_(mine.c.state < State.SHUT, theirs.c.state < State.SHUT))
    )
    dropped: set[tuple[int, int]] = set()
    for one in doubtful:
        gone = delete(likenesses).where(one, ~supported.exists()).returning(likenesses.c.one, likenesses.c.other)
        dropped |= {(row.one, row.other) for row in connection.execute(gone)}
    return dropped

"""
A member to its candidates: those in its buckets, few of them even where a bucket holds ten thousand.

In a bucket of at most `crowded` members each is compared with each. In a larger one the `heads` members of the lowest
keys stand for all: every other one is compared with those only. A key is a hash of what a member says, so that which
these are is decided by the members and not by when they came, and a member that comes late displaces a head, and has to
be compared with all, about heads × ln n times in n.

So what is compared is a function of the members that are there. Two are *supported* where some bucket holds both and is
not crowded, or has one of them for a head; after every change the pairs that stand are the supported ones that were
judged to have something in common. Any order of coming and going gives the same pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from itertools import combinations
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)

from sayso.record.rows import batches


class State(IntEnum):
    """What a member is compared with in a bucket."""

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
        rows: Rows to write.
        candidates: Members to compare the new one with.
        parted: Groups of members that are no longer compared with one another.
        displaced: Members that are heads no longer.
    """

    rows: list[dict[str, int]] = field(default_factory=list)
    candidates: set[int] = field(default_factory=set)
    parted: list[Sequence[int]] = field(default_factory=list)
    displaced: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Buckets:
    """
    Buckets in a table of a record.

    Attributes:
        table: One row for each member of each bucket: `value` (the bucket), `state` (a `State`) and the member.
        member: The column of `table` that holds the member's key.
        pairs: One row for each pair that stands: `one` (the lower key) and `other`.
        crowded: A bucket with more members is crowded.
        heads: How many members stand for a crowded bucket.
    """

    table: Table
    member: Column[int]
    pairs: Table
    crowded: int
    heads: int

    def enter(self, connection: Connection, key: int, values: Collection[int]) -> tuple[set[int], set[tuple[int, int]]]:
        """
        Put a member into its buckets and drop the pairs that no bucket supports any more.

        Returns:
            Keys of the members to compare it with, and the pairs dropped, the lower key first.
        """
        done = _Entering()
        there = self._compared_with_all(connection, values)
        for value in sorted(values):
            self._enter_one(connection, value, key, there.get(value, []), done)
        if done.rows:
            connection.execute(insert(self.table), done.rows)
        return done.candidates - {key}, self._prune(connection, done)

    def leave(self, connection: Connection, key: int) -> set[tuple[int, int]]:
        """
        Take a member out of its buckets.

        Returns:
            Pairs of other members, the lower key first, that are to be compared now.
        """
        columns = self.table.c
        held = connection.execute(select(columns.value, columns.state).where(self.member == key)).all()
        connection.execute(delete(self.table).where(self.member == key))
        found: set[tuple[int, int]] = set()
        for row in held:
            if row.state != State.OPEN:
                found |= self._close_ranks(connection, row.value, was_head=row.state == State.HEAD)
        return found

    def _compared_with_all(
        self, connection: Connection, values: Collection[int]
    ) -> Mapping[int, list[tuple[int, int]]]:
        """Return the members that are compared with all in some buckets, in order, each with its state."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for some in batches(sorted(values)):
            for value, state, member in connection.execute(self._not_shut, {"some": some}):
                found[value].append((member, state))
        return found

    @cached_property
    def _not_shut(self) -> Select[Any]:
        """The query for those in `some` buckets that are compared with all, made once."""
        columns = self.table.c
        rows = select(columns.value, columns.state, self.member)
        here = columns.value.in_(bindparam("some", expanding=True))
        return rows.where(here, columns.state < State.SHUT).order_by(self.member)

    def _enter_one(
        self, connection: Connection, value: int, key: int, there: Sequence[tuple[int, int]], done: _Entering
    ) -> None:
        """Put a member into one bucket, given those that are compared with all."""
        keys = [one for one, _ in there]
        state = State.OPEN
        if there and there[0][1] == State.HEAD:
            state = self._enter_crowded(connection, value, key, keys, done)
        elif len(keys) < self.crowded:
            done.candidates.update(keys)
        else:
            ordered = sorted([*keys, key])
            heads, others = ordered[: self.heads], ordered[self.heads :]
            self._move(connection, value, heads, State.HEAD)
            self._move(connection, value, others, State.SHUT)
            state = State.HEAD if key in heads else State.SHUT
            done.candidates.update(ordered if key in heads else heads)
            done.parted.append(others)
        done.rows.append({"value": value, "state": state.value, self.member.name: key})

    def _enter_crowded(
        self, connection: Connection, value: int, key: int, heads: Sequence[int], done: _Entering
    ) -> State:
        if key > heads[-1]:
            done.candidates.update(heads)
            return State.SHUT
        done.candidates.update(connection.execute(select(self.member).where(self.table.c.value == value)).scalars())
        done.displaced.add(heads[-1])
        self._move(connection, value, [heads[-1]], State.SHUT)
        return State.HEAD

    def _close_ranks(self, connection: Connection, value: int, *, was_head: bool) -> set[tuple[int, int]]:
        """Restore a crowded bucket that lost a member; return the pairs that this adds."""
        held = select(self.member).where(self.table.c.value == value).order_by(self.member)
        some = connection.execute(held.limit(self.crowded + 1)).scalars().all()
        if len(some) <= self.crowded:
            self._move(connection, value, some, State.OPEN)
            return set(combinations(some, 2))
        if not was_head:
            return set()
        promoted, *others = connection.execute(held.where(self.table.c.state == State.SHUT)).scalars().all()
        self._move(connection, value, [promoted], State.HEAD)
        return {(promoted, other) for other in others}

    def _move(self, connection: Connection, value: int, keys: Sequence[int], state: State) -> None:
        for some in batches(keys):
            here = (self.table.c.value == value, self.member.in_(some))
            connection.execute(update(self.table).where(*here).values(state=state.value))

    def _prune(self, connection: Connection, done: _Entering) -> set[tuple[int, int]]:
        """Drop the pairs that no bucket supports any more, among those whose support changed, and return them."""
        one, other = self.pairs.c.one, self.pairs.c.other
        doubtful = [and_(one.in_(group), other.in_(group)) for group in {tuple(group) for group in done.parted}]
        doubtful += [or_(one == key, other == key) for key in sorted(done.displaced)]
        dropped: set[tuple[int, int]] = set()
        for pair in doubtful:
            gone = delete(self.pairs).where(pair, self._is_unsupported).returning(one, other)
            dropped |= {(row.one, row.other) for row in connection.execute(gone)}
        return dropped

    @cached_property
    def _is_unsupported(self) -> ColumnElement[bool]:
        """The condition under which no bucket supports a pair."""
        mine, theirs = self.table.alias("mine"), self.table.alias("theirs")
        supported = (
            select(mine.c.value)
            .join(theirs, theirs.c.value == mine.c.value)
            .where(mine.c[self.member.name] == self.pairs.c.one, theirs.c[self.member.name] == self.pairs.c.other)
            .where(or_(mine.c.state < State.SHUT, theirs.c.state < State.SHUT))
        )
        return ~supported.exists()

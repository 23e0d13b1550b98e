"""
Two sequences of words to the runs that they share and the gaps between: what was changed, where it belongs.

Runs are found around shingles that occur once in either sequence, first in one order, then in what is left over, so
that a paragraph that moved is compared with itself. A gap between two runs that are neighbours in both sequences is
one change; words that stand beside no such pair were added or left out.

The unique shingles are those of patience diff (B. Cohen), which find no chance matches of "of the" between sentences
that have nothing to do with one another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

Forms: TypeAlias = Sequence[str]

# Words of a shingle that may hold a run. Three let "the prime minister" join what does not belong together, five lose
# runs between two changes; set by hand.
SHINGLE: Final = 4

# How often what is left over is searched for runs in another order. Each round finds one more order of what moved.
_ROUNDS: Final = 4


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """
    Words that stand in both sequences.

    Attributes:
        before: Index of the first in the one sequence.
        after: Index of the first in the other.
        length: How many.
    """

    before: int
    after: int
    length: int


@dataclass(frozen=True, slots=True)
class Gap:
    """
    Words that differ, half-open in either sequence; one of the two may be empty.

    Attributes:
        before: From which to which word of the one sequence.
        after: From which to which word of the other.
    """

    before: tuple[int, int]
    after: tuple[int, int]


def runs(before: Forms, after: Forms) -> list[Run]:
    """Return the runs that two sequences share, in the order of the first; no word is in two of them."""
    found: list[Run] = []
    left, right = [True] * len(before), [True] * len(after)
    for _ in range(_ROUNDS):
        new = _one_order(before, after, left, right)
        if not new:
            break
        for run in new:
            left[run.before : run.before + run.length] = [False] * run.length
            right[run.after : run.after + run.length] = [False] * run.length
        found += new
    return _joined(sorted(found))


def gaps(shared: Sequence[Run], before: int, after: int) -> list[Gap]:
    """
    Return what lies between runs.

    Args:
        shared: The runs, in the order of the first sequence.
        before: Length of the first sequence.
        after: Length of the other.
    """
    ends = [Run(0, 0, 0), *shared, Run(before, after, 0)]
    ordered = [0, *sorted(range(1, len(ends) - 1), key=lambda n: ends[n].after), len(ends) - 1]
    found, lone = [], []
    follows = dict(pairwise(ordered))
    for n in range(len(ends) - 1):
        here, there = ends[n], ends[n + 1]
        span = (here.before + here.length, there.before)
        other = (here.after + here.length, ends[follows[n]].after)
        if follows[n] == n + 1:
            found.append(Gap(span, other))
        else:
            lone += [Gap(span, (other[0], other[0])), Gap((span[0], span[0]), other)]
    return [gap for gap in (*found, *lone) if gap.before[0] < gap.before[1] or gap.after[0] < gap.after[1]]


def _one_order(before: Forms, after: Forms, left: Sequence[bool], right: Sequence[bool]) -> list[Run]:
    """Return the runs around the longest chain of shingles in one order, among words that are still free."""
    once, again = _once(before, left), _once(after, right)
    pairs = sorted((at, again[shingle]) for shingle, at in once.items() if shingle in again)
    found: list[Run] = []
    for at, to in _rising(pairs):
        if found and at < found[-1].before + found[-1].length:
            continue  # inside the run before
        low = (found[-1].before + found[-1].length, found[-1].after + found[-1].length) if found else (0, 0)
        if to >= low[1]:
            found.append(_grown(before, after, left, right, (at, to), low))
    return found


def _once(forms: Forms, free: Sequence[bool]) -> dict[tuple[str, ...], int]:
    """Return where each shingle of free words stands that occurs only once."""
    places = [n for n in range(len(forms) - SHINGLE + 1) if all(free[n : n + SHINGLE])]
    counted = Counter(tuple(forms[n : n + SHINGLE]) for n in places)
    return {shingle: n for n in places if counted[shingle := tuple(forms[n : n + SHINGLE])] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of pairs that rises in both numbers."""
    tails: list[int] = []
    chain: list[tuple[int, int | None]] = []  # of each pair: its place in `tails`, the pair before it
    last: list[int] = []
    for n, (_, to) in enumerate(pairs):
        at = bisect_left(tails, to)
        chain.append((at, last[at - 1] if at else None))
        tails[at : at + 1] = [to]
        last[at : at + 1] = [n]
    found: list[tuple[int, int]] = []
    place = last[-1] if last else None
    while place is not None:
        found.append(pairs[place])
        place = chain[place][1]
    return found[::-1]


def _grown(
    before: Forms,
    after: Forms,
    left: Sequence[bool],
    right: Sequence[bool],
    start: tuple[int, int],
    low: tuple[int, int],
) -> Run:
    """Return the run around a shared shingle, as far as words agree and are free."""
    at, to = start
    while at > low[0] and to > low[1] and left[at - 1] and right[to - 1] and before[at - 1] == after[to - 1]:
        at, to = at - 1, to - 1
    length = 0
    while at + length < len(before) and to + length < len(after) and before[at + length] == after[to + length]:
        if not (left[at + length] and right[to + length]):
            break
        length += 1
    return Run(at, to, length)


def _joined(ordered: Sequence[Run]) -> list[Run]:
    """Return runs with those joined that touch in both sequences."""
    found: list[Run] = []
    for run in ordered:
        last = found[-1] if found else None
        if last and (last.before + last.length, last.after + last.length) == (run.before, run.after):
            found[-1] = Run(last.before, last.after, last.length + run.length)
        else:
            found.append(run)
    return found


def changes(before: Forms, after: Forms) -> Iterator[Gap]:
    """Yield what differs between two sequences, each gap once."""
    yield from gaps(runs(before, after), len(before), len(after))

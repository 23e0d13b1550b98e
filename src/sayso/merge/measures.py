"""
Counts to measures: what several articles count of one thing at one time, and whether their numbers can stand together.

Two counts are of one thing where what is counted and what happened to it agree, no other state's is meant, the names
and rare words around are shared, and neither the days that they name nor their days of publication lie apart. A number
that grows from day to day is a series and contradicts nobody: numbers disagree only where two articles of one day leave
no number that both could mean, or that of the next day counts fewer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from sayso.merge.counts import Count
from sayso.merge.likeness import NAME_WEIGHT
from sayso.merge.parts import Parts
from sayso.merge.stems import MOST
from sayso.merge.tokens import NAME

WINDOW: Final = 7
"""Days between two articles on one event within which they count the same; set by hand."""
NEAR: Final = 1
"""Days within which two numbers are of one time."""
SHARED: Final = 6.0
"""Bits of names and rare words that two counts of one thing share; set by hand."""
MANY: Final = 40
"""Counts of one kind that share a word, up to which each is compared with each; of more, each with those next to it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """
    One thing as several articles count it.

    Attributes:
        head: What is counted.
        fate: What happened to it, or empty.
        unit: Of the numbers; None for plain counts.
        counts: By publication, article and place in the text.
        disagreeing: Pairs of places among them whose numbers can't stand together.
        is_series: Whether the numbers only grow from day to day.
    """

    head: str
    fate: str
    unit: str | None
    counts: tuple[Count, ...]
    disagreeing: tuple[tuple[int, int], ...]
    is_series: bool

    @property
    def what(self) -> str:
        """What is counted, in words."""
        return f"{self.head} {self.fate}".strip()

    @property
    def about(self) -> frozenset[str]:
        """Tokens of names and rare words that most of its counts share."""
        often = Counter(token for one in self.counts for token in one.about)
        return frozenset(token for token, count in often.items() if 2 * count > len(self.counts))

    @property
    def low(self) -> float:
        """The least number given."""
        return min(_number(one, least=True) for one in self.counts)

    @property
    def high(self) -> float:
        """The greatest number given."""
        return max(_number(one, least=False) for one in self.counts)


def measures(counts: Iterable[Count]) -> list[Measure]:
    """Return what is counted in several articles, by first publication; a thing counted once is no measure."""
    kinds: defaultdict[tuple[str, str, str | None], list[Count]] = defaultdict(list)
    for one in counts:
        kinds[one.head, one.fate, one.figure.unit].append(one)
    found = [
        _measure(group)
        for key in sorted(kinds, key=str)
        for group in _things(sorted(kinds[key], key=_order))
        if len({one.article for one in group}) > 1
    ]
    return sorted(found, key=lambda one: (_order(one.counts[0]), one.head, one.fate))


def _order(one: Count) -> tuple[str, str, int]:
    return one.published or "9999", one.article, one.figure.span.start


def _things(held: Sequence[Count]) -> list[list[Count]]:
    """Return counts of one kind in groups that count the same thing."""
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(held):
        for token in one.about:
            sharing[token].append(n)
    parts: Parts[int] = Parts()
    for places in sharing.values():
        for left, right in _compared(places):
            if parts.root(left) != parts.root(right) and is_one_thing(held[left], held[right]):
                parts.join(left, right)
    groups: defaultdict[int, list[Count]] = defaultdict(list)
    for n, one in enumerate(held):
        groups[parts.root(n)].append(one)
    return list(groups.values())


def _compared(places: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(places) <= MANY:
        return combinations(places, 2)
    return [(places[n], places[m]) for n in range(len(places)) for m in range(n + 1, min(n + MANY, len(places)))]


def is_one_thing(one: Count, other: Count) -> bool:
    """Tell whether two counts of one kind are of the same thing at the same time; two of one article are not."""
    if one.article == other.article:
        return False
    if one.states and other.states and one.states.isdisjoint(other.states):
        return False
    if one.published is None or other.published is None or _apart(one.published, other.published) > WINDOW:
        return False
    if one.day is not None and other.day is not None and _apart(one.day, other.day) > NEAR:
        return False
    shared = one.about & other.about
    return sum(NAME_WEIGHT if token.startswith(NAME) else MOST for token in shared) >= SHARED


def _apart(one: str, other: str) -> int:
    """Return the days between two days (ISO)."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _measure(held: Sequence[Count]) -> Measure:
    first = held[0]
    pairs = tuple((n, m) for n, m in combinations(range(len(held)), 2) if _disagree(held[n], held[m]))
    return Measure(first.head, first.fate, first.figure.unit, tuple(held), pairs, _grows(held))


def _disagree(one: Count, other: Count) -> bool:
    if one.article == other.article or one.published is None or other.published is None:
        return False
    if _apart(one.published, other.published) > NEAR:
        return False
    (low, high), (least, most) = one.range, other.range
    grew = (one.published < other.published and high < least) or (other.published < one.published and most < low)
    return not grew and (high < least or most < low)


def _grows(held: Sequence[Count]) -> bool:
    """Tell whether numbers of several days only grow from one to the next."""
    days: defaultdict[str, list[float]] = defaultdict(list)
    for one in held:
        if one.published is not None:
            days[one.published].append(_number(one, least=False))
    steps = [max(days[day]) for day in sorted(days)]
    return len(steps) > 1 and steps == sorted(steps) and steps[0] < steps[-1]


def _number(one: Count, *, least: bool) -> float:
    figure = one.figure
    bounds = (figure.low, figure.value, figure.high) if least else (figure.high, figure.value, figure.low)
    return next(bound for bound in bounds if bound is not None)

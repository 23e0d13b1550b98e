"""
Days to places on an axis, with the dates to write under it; a long silence is cut short, and the cut is shown.

Positions are units of a drawing, which are pixels. Nothing here knows what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

LONG: Final = timedelta(days=120)
"""A silence from this on may be cut. Set by hand."""
MOST: Final = 0.45
"""Share of the whole time that a silence must take to be cut. Set by hand."""
CUT: Final = 110
"""Width of a silence that is cut."""
TICKS: Final = 8
"""Dates under an axis at most."""
APART: Final = 92
"""Least distance of two dates under an axis, so that they can be read."""

_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Tick:
    """A date under the axis: where, and how it is written."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without anything, cut short: from where to where, and how long it was."""

    left: float
    right: float
    words: str


@dataclass(frozen=True, slots=True)
class Days:
    """
    An axis of days.

    Attributes:
        stops: Days with their places, in order; between two of them the axis is even.
        ticks: Dates to write.
        silences: What was cut.
    """

    stops: tuple[tuple[date, float], ...]
    ticks: tuple[Tick, ...]
    silences: tuple[Silence, ...]

    def at(self, day: date) -> float:
        """Return the place of a day, at an end of the axis where it lies outside."""
        if day <= self.stops[0][0]:
            return self.stops[0][1]
        for (one, left), (other, right) in pairwise(self.stops):
            if day <= other:
                return round(left + (right - left) * (day - one).days / max((other - one).days, 1), 1)
        return self.stops[-1][1]


def days(held: Iterable[date], left: float, right: float) -> Days:
    """
    Return an axis that holds some days between two places.

    Args:
        held: The days; at least one.
        left: Where the axis begins.
        right: Where it ends.
    """
    known = sorted(set(held))
    if len(known) == 1:
        only = known[0].toordinal()
        known = [date.fromordinal(n) for n in (max(only - 1, 1), only, min(only + 1, date.max.toordinal()))]
    whole = known[-1] - known[0]
    cut = [pair for pair in pairwise(known) if pair[1] - pair[0] >= max(LONG, whole * MOST)]
    lasting = max((whole - sum((b - a for a, b in cut), timedelta())).days, 1)
    each = (right - left - CUT * len(cut)) / lasting
    at, stops, silences = left, [(known[0], left)], []
    for one, other in pairwise(known):
        is_cut = (one, other) in cut
        before, at = at, at + (CUT if is_cut else (other - one).days * each)
        stops.append((other, round(at, 1)))
        if is_cut:
            silences.append(Silence(round(before, 1), round(at, 1), _length(other - one)))
    made = Days(tuple(stops), (), tuple(silences))
    return Days(made.stops, tuple(_ticks(made, known, cut)), made.silences)


def _length(lasting: timedelta) -> str:
    if lasting.days >= 730:
        return f"{round(lasting.days / 365.25)} years"
    return f"{round(lasting.days / 30.44)} months"


def _ticks(axis: Days, known: Sequence[date], cut: Sequence[tuple[date, date]]) -> list[Tick]:
    """Return dates for an axis: both ends, the borders of silences, and even ones between while there is room."""
    firm = {known[0], known[-1], *(day for pair in cut for day in pair)}
    whole = (known[-1] - known[0]).days
    stretch = (axis.stops[-1][1] - axis.stops[0][1]) / max(min(TICKS, whole), 1)
    found: list[tuple[bool, float, date]] = [(False, axis.at(day), day) for day in firm]
    inside = [day for day in _even(known, cut) if day not in firm]
    found += [(True, axis.at(day), day) for day in inside]
    shown: list[tuple[float, date]] = []
    for _, x, day in sorted(found):
        if all(abs(x - other) >= max(APART, stretch * 0.6) for other, _ in shown):
            shown.append((x, day))
    return [Tick(x, _written(day)) for x, day in sorted(shown)]


def _even(known: Sequence[date], cut: Sequence[tuple[date, date]]) -> list[date]:
    """Return days at even distances outside of silences."""
    lasting = max(((known[-1] - known[0]) - sum((b - a for a, b in cut), timedelta())).days, 1)
    step = max(round(lasting / TICKS), 1)
    found, ordinal = [], known[0].toordinal() + step
    while ordinal < known[-1].toordinal():
        day = date.fromordinal(ordinal)
        day = next((last for first, last in cut if first < day < last), day)
        found.append(day)
        ordinal = day.toordinal() + step
    return found


def _written(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class Numbers:
    """
    An axis of numbers, upwards.

    Attributes:
        low: The number at the bottom.
        high: The number at the top.
        bottom: Place of the lowest.
        top: Place of the highest.
        ticks: Numbers to write, with their places.
    """

    low: float
    high: float
    bottom: float
    top: float
    ticks: tuple[tuple[float, float], ...]

    def at(self, number: float) -> float:
        """Return the place of a number, at an end of the axis where it lies outside."""
        held = min(max(number, self.low), self.high)
        return round(self.bottom - (self.bottom - self.top) * (held - self.low) / (self.high - self.low), 1)


def numbers(held: Iterable[float], bottom: float, top: float) -> Numbers:
    """Return an axis that holds some numbers between two places, with round ones to write."""
    known = sorted(held)
    low, high = known[0], known[-1]
    if low >= 0 and low < high * 0.6:
        low = 0.0
    if low == high:
        low, high = (0.0, high) if high > 0 else (low - 1, high + 1)
    step = _round((high - low) / 4)
    first, last = int(low // step), int(-(-high // step))
    made = Numbers(first * step, last * step, bottom, top, ())
    ticks = tuple((n * step, made.at(n * step)) for n in range(first, last + 1))
    return Numbers(made.low, made.high, bottom, top, ticks)


def _round(step: float) -> float:
    """Return the least of 1, 2, 5, 10, 20, … that is no smaller, or of their tenths."""
    size = 1.0
    while size < step:
        size *= 10
    while size / 10 >= step:
        size /= 10
    return next(size * part for part in (0.1, 0.2, 0.5, 1.0) if size * part >= step)

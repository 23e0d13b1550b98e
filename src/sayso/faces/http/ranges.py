"""
A measure to a drawing: what each source counts of one thing, as far up and down as its words leave it open, over time.

A number with bounds is a bar from one to the other; a bound that the text leaves open reaches to the edge. A date that
is no day makes the bar as wide. Numbers are those of the table beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sayso.faces.http.scales import Days, Numbers, days, numbers
from sayso.resolve.edtf import bounds

WIDTH: Final = 960
LEFT: Final = 90
RIGHT: Final = 940
TOP: Final = 14
BOTTOM: Final = 210
HEIGHT: Final = 240
LEAST: Final = 9
"""Width of a day, and height of an exact number, so that they can be seen."""
ASIDE: Final = 30
"""How far to the right a number moves that would lie over another: its own width and that of the number beside it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """
    A figure in the drawing.

    Attributes:
        number: Under which drawing and table speak of it.
        x: Left edge.
        width: Of the bar.
        y: Upper edge.
        height: Of the bar.
        is_open: Whether its lower and its upper end are open.
        clashes: Whether it cannot stand beside another.
    """

    number: int
    x: float
    width: float
    y: float
    height: float
    is_open: tuple[bool, bool]
    clashes: bool


@dataclass(frozen=True, slots=True)
class Ranges:
    """A measure with positions: the figures that have a date, and the two axes."""

    bars: tuple[Bar, ...]
    days: Days
    numbers: Numbers


def ranges(measure: Mapping[str, Any]) -> Ranges | None:
    """Return the drawing of a measure, in the form of `sayso measures --json`; None where fewer than two have dates."""
    held = [(n, one, *bounds(one["published"])) for n, one in enumerate(measure["values"], 1)]
    dated = [(n, one, first or last, last or first) for n, one, first, last in held if first or last]
    if len(dated) < 2:
        return None
    axis = days([day for *_, first, last in dated for day in (first, last) if day], LEFT + 20, RIGHT - 60)
    told = [number for _, one, *_ in dated for number in (one["value"], one["low"], one["high"]) if number is not None]
    if not told:
        return None
    scale = numbers(told, BOTTOM, TOP)
    against = {one for pair in measure["pairs"] for one in pair}
    bars: list[Bar] = []
    for n, one, first, last in dated:
        assert first is not None
        assert last is not None
        left, width = axis.at(first), axis.at(last) - axis.at(first)
        if width < LEAST:
            left, width = left + (width - LEAST) / 2, LEAST
        y, height, is_open = _upright(one, scale)
        bars.append(_free(Bar(n, round(left, 1), round(width, 1), y, height, is_open, one["id"] in against), bars))
    return Ranges(tuple(bars), axis, scale)


def _upright(one: Mapping[str, Any], scale: Numbers) -> tuple[float, float, tuple[bool, bool]]:
    """Return the upper edge and the height of a bar, and whether its lower and its upper end are open."""
    low, high, value = one["low"], one["high"], one["value"]
    if low is None and high is None:
        return _centred(scale.at(value), scale.at(value)), LEAST, (True, True)
    bottom = scale.bottom if low is None else scale.at(low)
    top = scale.top if high is None else scale.at(high)
    if bottom - top < LEAST:
        return _centred(top, bottom), LEAST, (low is None, high is None)
    return top, round(bottom - top, 1), (low is None, high is None)


def _centred(top: float, bottom: float) -> float:
    return round((top + bottom - LEAST) / 2, 1)


def _free(bar: Bar, others: Sequence[Bar]) -> Bar:
    """Return a bar as far to the right as it takes to lie over no other, if the drawing has room."""
    x = bar.x
    while any(_overlap(x, bar, one) for one in others) and x + ASIDE <= RIGHT - ASIDE:
        x += ASIDE
    return Bar(bar.number, x, bar.width, bar.y, bar.height, bar.is_open, bar.clashes)


def _overlap(x: float, bar: Bar, other: Bar) -> bool:
    beside = x >= other.x + ASIDE or x + ASIDE <= other.x
    above = bar.y >= other.y + other.height or bar.y + bar.height <= other.y
    return not (beside or above)

"""
A trace to a drawing of who had a text from whom: a box for each article, a line for each step, positions only.

Who was copied stands to the left of who copied. Beside it stands the same in words, with the reason of each step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final

BOX: Final = 232
"""Width of a box, in units of the drawing, which are pixels."""
GAP: Final = 96
HEIGHT: Final = 92
SPACE: Final = 18
CHARACTERS: Final = 31
"""Characters of a line in a box, by the average width of the letters of its type."""
CAPITALS: Final = 22
"""The same where all letters are capitals."""
LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Stop:
    """
    An article in the drawing.

    Attributes:
        article: Its id.
        outlet: Who published it.
        published: When (EDTF), or None.
        lines: What it is called, in lines.
        x: Left edge.
        y: Upper edge.
        is_own: Whether it is the one that is traced.
        lacks: Whether it left out the words that are traced.
    """

    article: str
    outlet: str
    published: str | None
    lines: tuple[str, ...]
    x: int
    y: int
    is_own: bool
    lacks: bool

    @property
    def middle(self) -> int:
        """Where lines arrive and leave."""
        return self.y + HEIGHT // 2


@dataclass(frozen=True, slots=True)
class Line:
    """A step: SVG's path, what was changed on it, where that is written, and whether it is open which was first."""

    path: str
    words: str
    x: int
    y: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain with positions."""

    stops: tuple[Stop, ...]
    lines: tuple[Line, ...]
    width: int
    height: int


def chain(answer: Mapping[str, Any]) -> Chain:
    """Return the drawing of a trace, in the form of `sayso trace --json`."""
    found: Sequence[Mapping[str, Any]] = answer["chain"]
    depth: dict[str, int] = {}
    for link in found:
        above = [depth[step["article"]] for step in link["from"] if step["article"] in depth]
        depth[link["article"]["id"]] = max(above) + 1 if above else 0
    columns: defaultdict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for link in found:
        columns[depth[link["article"]["id"]]].append(link)
    tallest = max(map(len, columns.values()), default=1)
    height = tallest * (HEIGHT + SPACE) + SPACE
    stops = {}
    for column, some in columns.items():
        top = (height - len(some) * (HEIGHT + SPACE) + SPACE) // 2
        for n, link in enumerate(some):
            stop = _stop(link, column * (BOX + GAP) + 1, top + n * (HEIGHT + SPACE), answer)
            stops[stop.article] = stop
    lines = [
        _line(stops[step["article"]], stops[link["article"]["id"]], step)
        for link in found
        for step in link["from"]
        if step["article"] in stops
    ]
    return Chain(tuple(stops.values()), tuple(lines), len(columns) * (BOX + GAP) - GAP + 2, height)


def _stop(link: Mapping[str, Any], x: int, y: int, answer: Mapping[str, Any]) -> Stop:
    article = link["article"]
    title = " ".join((article["title"] or "").split())
    most = CAPITALS if title.isupper() else CHARACTERS
    lines = wrap(title, most, break_long_words=True)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], f"{lines[LINES - 1][: most - 1].rstrip()}…"]
    return Stop(
        article=article["id"],
        outlet=article["outlet"] or "outlet unknown",
        published=article["published"],
        lines=tuple(lines),
        x=x,
        y=y,
        is_own=article["id"] == answer["article"],
        lacks="words" in link and link["words"] is None,
    )


def _line(one: Stop, other: Stop, step: Mapping[str, Any]) -> Line:
    left, right = one.x + BOX, other.x
    bend = (right - left) // 2
    path = f"M{left},{one.middle} C{left + bend},{one.middle} {right - bend},{other.middle} {right},{other.middle}"
    changed = len(step["edits"])
    words = f"{changed} change{'' if changed == 1 else 's'}" if changed else "unchanged"
    return Line(path, words, right - GAP // 2, (one.middle + other.middle) // 2 - 7, step["direction"] is None)

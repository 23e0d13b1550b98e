"""
A what-if's answer to a drawing: the move, what it sets off step by step, and what leads to what; positions only.

The drawing is made on the server, so that it is there without JavaScript and on paper. Steps run from left to right;
beside it stands the same in words, which is what is read aloud.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final

BOX: Final = 300
"""Width of a box, in units of the drawing, which are pixels."""
GAP: Final = 96
LINE: Final = 18
CHARACTERS: Final = 36
"""Characters of a line in a box: of 40 a line with many capitals ran over its edge."""
LINES: Final = 4
PAD: Final = 12
SPACE: Final = 18


@dataclass(frozen=True, slots=True)
class Box:
    """
    A signal, or the move, in the drawing.

    Attributes:
        key: Id of the signal, `query` for the move.
        kind: `move`, or the kind of the signal.
        title: Who.
        lines: What, in lines.
        foot: How it matches.
        match: The match's word, for its looks.
        x: Left edge.
        y: Upper edge.
        height: Of the box.
        width: Likewise.
        breaks: Whether the move would contradict it rather than set it off.
    """

    key: str
    kind: str
    title: str
    lines: tuple[str, ...]
    foot: str
    match: str
    x: int
    y: int
    height: int
    width: int = BOX
    breaks: bool = False

    @property
    def middle(self) -> int:
        """Where lines arrive and leave."""
        return self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Edge:
    """
    A line from what sets off to what is set off.

    Attributes:
        start: Key of the box that it leaves.
        end: Key of the box that it leads to.
        path: Where it runs, in SVG's words.
        match: How what it leads to matches.
        breaks: Whether what it leads to would be contradicted.
    """

    start: str
    end: str
    path: str
    match: str
    breaks: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """
    A graph with positions.

    Attributes:
        boxes: The move first.
        edges: Between them.
        width: Of the whole.
        height: Of the whole.
        steps: The steps with the left edge of each.
    """

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    steps: tuple[tuple[int, int], ...]


def drawing(answer: Mapping[str, Any], consequences: Mapping[str, str]) -> Drawing:
    """
    Return the drawing of an answer.

    Args:
        answer: In the form of CONTRACT.
        consequences: The words of each signal's consequence, by its id.
    """
    columns: dict[int, list[Mapping[str, Any]]] = {}
    for one in answer["fired"]:
        columns.setdefault(one["step"], []).append(one)
    broken = list(answer["breaks"])
    if broken:
        columns.setdefault(1, [])
    boxes: list[Box] = []
    for step, some in sorted(columns.items()):
        y = 34
        for one in [*some, *(broken if step == 1 else [])]:
            box = _box(one, consequences, BOX * step + GAP * step, y, breaks=one in broken)
            boxes.append(box)
            y += box.height + SPACE
    height = max([box.y + box.height for box in boxes], default=120) + SPACE
    move = _move(answer["query"], height)
    placed = {box.key: box for box in (move, *boxes)}
    causes = {one["signal"]["id"]: one["because"] for one in answer["fired"]}
    edges = [_edge(placed[cause], box) for box in boxes for cause in causes.get(box.key, ["query"]) if cause in placed]
    last = max(columns, default=0)
    steps = tuple((step, (BOX + GAP) * step) for step in sorted(columns))
    return Drawing(
        (move, *boxes), tuple(edges), BOX * (last + 1) + GAP * last, max(height, move.y + move.height), steps
    )


def _box(one: Mapping[str, Any], words: Mapping[str, str], x: int, y: int, *, breaks: bool) -> Box:
    signal = one["signal"]
    lines = _wrapped(words.get(signal["id"]) or one["sentence"])
    foot = f"{one['match']} · p {one['probability']:.2f}" if not breaks else "would be contradicted"
    title = _shortened(one["source"] or "nobody named")
    height = PAD * 2 + LINE * (len(lines) + 3) + 4
    return Box(signal["id"], signal["kind"], title, lines, foot, one["match"], x, y, height, breaks=breaks)


def _move(query: str, height: int) -> Box:
    lines = _wrapped(query)
    own = PAD * 2 + LINE * (len(lines) + 1)
    return Box("query", "move", "", lines, "", "same", 0, max(34, (height - own) // 2), own)


def _edge(one: Box, other: Box) -> Edge:
    left, right = one.x + BOX, other.x
    bend = (right - left) // 2
    path = f"M{left},{one.middle} C{left + bend},{one.middle} {right - bend},{other.middle} {right},{other.middle}"
    return Edge(one.key, other.key, path, other.match, other.breaks)


def _wrapped(words: str) -> tuple[str, ...]:
    lines: Sequence[str] = wrap(" ".join(words.split()), CHARACTERS, break_long_words=True) or [""]
    if len(lines) > LINES:
        return (*lines[: LINES - 1], f"{lines[LINES - 1][: CHARACTERS - 1].rstrip()}…")
    return tuple(lines)


def _shortened(name: str, length: int = 34) -> str:
    return name if len(name) <= length else f"{name[: length - 1].rstrip()}…"

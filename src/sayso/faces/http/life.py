"""
A line of the ledger to a drawing of the signal's life: said, said harder or softer, met, taken back, due, what came.

What the texts do not date to a day is drawn as long as they leave it open; an end that they leave open altogether has
none. Every mark has a number, under which the table beside the drawing says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sayso.faces.http.scales import Days, days
from sayso.ledger.evidence import Shows
from sayso.ledger.firmness import NAMES
from sayso.resolve.edtf import bounds

WIDTH: Final = 960
LEFT: Final = 150
"""Where the axis begins; the names of the lanes stand before it."""
RIGHT: Final = 930
ROW: Final = 26
"""Height of a row of a lane."""
STEP: Final = 19
"""Height of a step of firmness."""
GAP: Final = 18
TOP: Final = 12
LEAST: Final = 9
"""Width of a day, so that it can be seen."""
CLOSE: Final = 20
"""Two numbers of one row nearer than this would lie over one another."""
ROWS: Final = 6
"""Rows of a lane at most; what has no room lies in the last, without its number."""

LANES: Final = {
    "said": "said",
    "condition": "the condition",
    "announced": "what was announced",
    "deadline": "the deadline",
    "withdrawn": "taken back",
    "outcome": "as of this day",
}
LANE_OF: Final[Mapping[str, tuple[str, bool]]] = {
    Shows.CAME.value: ("condition", True),
    Shows.STAYED.value: ("condition", False),
    Shows.DONE.value: ("announced", True),
    Shows.UNDONE.value: ("announced", False),
    Shows.WITHDRAWN.value: ("withdrawn", True),
    Shows.EXTENDED.value: ("deadline", True),
    Shows.EXPIRED.value: ("deadline", False),
}
"""What a report shows, to its lane, and whether it shows that something came rather than stayed away."""


@dataclass(frozen=True, slots=True)
class Moment:
    """
    Something in the life of a signal.

    Attributes:
        number: Under which drawing and table speak of it.
        lane: One of `LANES`.
        what: What it is, in words.
        edtf: When, as the text has it.
        first: First day, None where that is open.
        last: Last day, likewise.
        is_full: Whether something came rather than stayed away.
        level: How firmly it was said, 1 to 5; None for what is no saying.
        sentence: What proves it, None where nothing is quoted.
        outlet: Who published that, or None.
        entry: Id of a signal or event, None where none was read.
        article: Id of the article, None where nothing is quoted.
    """

    number: int
    lane: str
    what: str
    edtf: str | None
    first: date | None
    last: date | None
    is_full: bool = True
    level: int | None = None
    sentence: str | None = None
    outlet: str | None = None
    entry: str | None = None
    article: str | None = None

    @property
    def kind(self) -> str:
        """The kind of entry that `entry` names."""
        return "signal" if self.lane == "said" else "event"


@dataclass(frozen=True, slots=True)
class Mark:
    """
    A moment in the drawing.

    Attributes:
        moment: What it stands for.
        x: Left edge.
        width: Of the bar.
        y: Middle of the bar.
        is_open: Whether its left and its right end are open.
        shows_number: Whether there is room for the number.
    """

    moment: Moment
    x: float
    width: float
    y: float
    is_open: tuple[bool, bool]
    shows_number: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its name, where it begins and how high it is, and its marks."""

    key: str
    name: str
    y: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """
    A life with positions.

    Attributes:
        moments: In the order of time.
        lanes: From top to bottom.
        axis: The days.
        levels: Name and place of each step of firmness that is drawn.
        path: The line from saying to saying, SVG's, empty for a single one.
        width: Of the whole.
        height: Of the whole.
    """

    moments: tuple[Moment, ...]
    lanes: tuple[Lane, ...]
    axis: Days
    levels: tuple[tuple[str, float], ...]
    path: str
    width: int
    height: float


# ---- moments


def moments(row: Mapping[str, Any], said: Mapping[str, tuple[str, str | None, str]]) -> list[Moment]:
    """
    Return what happened to a signal, in the order of time.

    Args:
        row: Its line of the ledger, in the form of `sayso ledger --json`.
        said: Sentence, outlet and article of each saying, by its entry.
    """
    found = [*_sayings(row, said), *map(_shown, row["evidence"]), *_due(row)]
    found.sort(key=lambda one: (one.last or one.first or date.max, one.first or date.min))
    end = date.fromisoformat(row["as_of"])
    found.append(Moment(0, "outcome", f"{row['outcome']}: {row['reason']}", row["as_of"], end, end))
    return [replace(one, number=number) for number, one in enumerate(found, 1)]


def _sayings(row: Mapping[str, Any], said: Mapping[str, tuple[str, str | None, str]]) -> Iterator[Moment]:
    harder, softer = ({one["id"] for one in row[name]} for name in ("hardened", "softened"))
    for n, one in enumerate((row["made"], *row["restated"])):
        how = "said again"
        if one["id"] in harder:
            how = "said harder"
        elif one["id"] in softer:
            how = "said softer"
        sentence, outlet, article = said.get(one["id"], (None, None, None))
        words = f", by “{one['marked_by']}”" if one["marked_by"] else ""
        yield Moment(
            number=0,
            lane="said",
            what=f"{how if n else 'said'} ({one['firmness_name']}{words})",
            edtf=one["date"],
            first=bounds(one["date"])[0],
            last=bounds(one["date"])[1],
            level=one["firmness"],
            sentence=sentence,
            outlet=outlet,
            entry=one["id"],
            article=article,
        )


def _shown(one: Mapping[str, Any]) -> Moment:
    lane, is_full = LANE_OF[one["shows"]]
    first, last = bounds(one["date"])
    return Moment(
        number=0,
        lane=lane,
        what=one["shows"],
        edtf=one["date"],
        first=first,
        last=last,
        is_full=is_full,
        sentence=one["sentence"],
        outlet=one["outlet"],
        entry=one["id"],
        article=one["article"],
    )


def _due(row: Mapping[str, Any]) -> Iterator[Moment]:
    due = row["deadline"]
    if due is not None:
        words = f", “{due['words']}”" if due["words"] else ""
        last = date.fromisoformat(due["high"])
        first = date.fromisoformat(due["low"]) if due["low"] else last
        put_off = " (put off)" if due["put_off"] else ""
        yield Moment(0, "deadline", f"due{words}{put_off}", due["edtf"], first, last, is_full=False)


# ---- the drawing


def drawn(found: Sequence[Moment]) -> Drawn:
    """Return the drawing of some moments."""
    held = [day for one in found for day in (one.first, one.last) if day is not None]
    axis = days(held, LEFT + 20, RIGHT - 20)
    lanes: list[Lane] = []
    y: float = TOP
    levels: tuple[tuple[str, float], ...] = ()
    for key, name in LANES.items():
        own = [one for one in found if one.lane == key]
        if not own:
            continue
        if key == "said":
            marks, levels = _by_firmness(own, axis, y)
            height: float = STEP * len(levels) + 8
        else:
            marks = _in_rows(own, axis, y)
            height = max(mark.y for mark in marks) - y + ROW / 2
        lanes.append(Lane(key, name, y, height, tuple(marks)))
        y += height + GAP
    return Drawn(tuple(found), tuple(lanes), axis, levels, _path(lanes), WIDTH, y + 26)


def _by_firmness(own: Sequence[Moment], axis: Days, top: float) -> tuple[list[Mark], tuple[tuple[str, float], ...]]:
    """Return sayings, the firmer the higher, and the steps that they stand on with one above and one below."""
    held = [one.level or 0 for one in own]
    steps = range(min(max(held) + 1, max(NAMES)), max(min(held) - 1, min(NAMES)) - 1, -1)
    places = {level: top + STEP * (n + 0.5) + 4 for n, level in enumerate(steps)}
    marks: list[Mark] = []
    last: dict[int | None, float] = {}
    for one in own:
        mark = _mark(one, axis, places[one.level or 0])
        fits = mark.x - last.get(one.level, -CLOSE) >= CLOSE
        last[one.level] = mark.x if fits else last[one.level]
        marks.append(replace(mark, shows_number=fits))
    return marks, tuple((NAMES[level], place) for level, place in places.items())


def _in_rows(own: Sequence[Moment], axis: Days, top: float) -> list[Mark]:
    """Return marks in as many rows as it takes that none lies over another, up to a bound."""
    ends: list[float] = []
    marks = []
    for one in own:
        mark = _mark(one, axis, 0)
        row = next((n for n, end in enumerate(ends) if mark.x >= end), None)
        fits = row is not None or len(ends) < ROWS
        if row is None:
            row = min(len(ends), ROWS - 1)
            if fits:
                ends.append(0)
        ends[row] = max(ends[row], mark.x + mark.width + CLOSE)
        marks.append(replace(mark, y=top + ROW * (row + 0.5), shows_number=fits))
    return marks


def _mark(one: Moment, axis: Days, y: float) -> Mark:
    left = axis.at(one.first) if one.first else LEFT
    right = axis.at(one.last) if one.last else RIGHT
    width = max(right - left, LEAST)
    x = left if right - left >= LEAST else (left + right - width) / 2
    return Mark(one, round(x, 1), round(width, 1), y, (one.first is None, one.last is None))


def _path(lanes: Sequence[Lane]) -> str:
    """Return the line from each saying to the next."""
    marks = next((lane.marks for lane in lanes if lane.key == "said"), ())
    if len(marks) < 2:
        return ""
    points = [f"{round(mark.x + mark.width / 2, 1)},{mark.y}" for mark in marks]
    return "M" + " L".join(points)

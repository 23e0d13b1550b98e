"""
A meaning and a day to a place on the calendar: the first and last day that is meant.

The day is the one that the article is read against; what else decides (the tense, another date of the text) comes in
a frame. Nothing here looks at the text.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from sayso.annotate.meanings import (
    Calendar,
    Clocked,
    Edge,
    Edged,
    Length,
    Meaning,
    Near,
    Numeric,
    Portion,
    Range,
    Repeat,
    Stretch,
    Unit,
    Vague,
)
from sayso.resolve.periods import MONTHS_IN, SEASON_STARTS, Place, duration, months, shifted, span_of
from sayso.resolve.tense import Tense


@dataclass(frozen=True, slots=True)
class Frame:
    """
    What a meaning is read against.

    Attributes:
        day: Of publication, or the best stand-in.
        context: The date last named in the text, for "a year earlier" and "the next day"; None where none is.
        tense: Of the clause, None where no verb tells.
        day_first: Whether the article writes its numeric dates day first, None where that is not known.
    """

    day: date
    context: Place | None = None
    tense: Tense | None = None
    day_first: bool | None = None


def place(meaning: Meaning, frame: Frame) -> Place | None:
    """Return where a meaning lies, read against a frame; None where no such day exists ("February 30")."""
    match meaning:
        case Calendar():
            return _calendar(meaning, frame)
        case Numeric():
            return _numeric(meaning, frame)
        case Near():
            return _near(meaning, frame)
        case Length():
            return Place(duration(meaning.unit, meaning.count))
        case Stretch():
            return _stretch(meaning, frame)
        case Repeat():
            return Place(_repeated(meaning))
        case Vague():
            return Place(meaning.value)
        case Portion():
            return _portion(meaning, frame)
        case Edged():
            return _edged(meaning, frame)
        case Clocked():
            return _clocked(meaning, frame)
        case Range():
            return _range(meaning, frame)


def _calendar(meaning: Calendar, frame: Frame) -> Place | None:
    """Place written parts of a date, those that are missing taken from the frame."""
    if meaning.weekday is not None and meaning.day is None:
        return _weekday(meaning, frame)
    if meaning.month is not None:
        return _month_or_day(meaning, frame)
    if meaning.day is not None:
        return _day_of_month(meaning.day, frame)
    if meaning.season is not None or meaning.quarter is not None:
        return _repeating(meaning, frame)
    if meaning.year is not None:
        return span_of(Unit.YEAR, date(meaning.year, 1, 1))
    if meaning.decade is not None:
        return _decade(meaning.decade, frame)
    return months((meaning.century or 0) * 12, 1200, Unit.CENTURY)


def _decade(first: int, frame: Frame) -> Place:
    if first >= 100:
        return months(first * 12, 120, Unit.DECADE)
    century = frame.day.year - frame.day.year % 100
    year = century + first if century + first <= frame.day.year else century - 100 + first
    return replace(months(year * 12, 120, Unit.DECADE), anchored=True)


def _weekday(meaning: Calendar, frame: Frame) -> Place:
    """
    Place a weekday: the latest up to and with the day itself, or the next one where the clause tells of the future.

    "last Monday" is before the day itself, "the following Monday" and "this coming Monday" after it.
    """
    day, wanted = _origin(meaning.context, frame), meaning.weekday or 0
    back, ahead = (day.weekday() - wanted) % 7, (wanted - day.weekday()) % 7
    if meaning.step == -1 or (meaning.context and meaning.step == 0):
        found = day - timedelta(days=back if meaning.step == 0 else back or 7)
    elif meaning.step == 1:
        found = day + timedelta(days=ahead or 7)
    elif frame.tense is Tense.FUTURE or (meaning.step == 0 and frame.tense is None):
        found = day + timedelta(days=ahead)
    else:
        found = day - timedelta(days=back)
    return Place(found.isoformat(), found, found, Unit.DAY, anchored=True)


def _origin(context: bool, frame: Frame) -> date:
    """Return the day that is counted from: another date of the text where the words ask for it and there is one."""
    if context and frame.context and frame.context.first and frame.context.unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        return frame.context.first
    return frame.day


def _month_or_day(meaning: Calendar, frame: Frame) -> Place | None:
    if meaning.year is not None:
        return _written(meaning, meaning.year)
    year = frame.day.year
    found = [one for near in range(year - 8, year + 9) if 0 < near < 10_000 and (one := _written(meaning, near))]
    if meaning.weekday is not None:
        fitting = [one for one in found if one.first and one.first.weekday() == meaning.weekday]
        found, frame = fitting or found, replace(frame, tense=None)
    chosen = _chosen(found, meaning.step, frame)
    return replace(chosen, anchored=True) if chosen else None


def _written(meaning: Calendar, year: int) -> Place | None:
    month = meaning.month or 1
    if meaning.day is None:
        return span_of(Unit.MONTH, date(year, month, 1))
    if meaning.day > calendar.monthrange(year, month)[1]:
        return None
    return span_of(Unit.DAY, date(year, month, meaning.day))


def _day_of_month(day: int, frame: Frame) -> Place | None:
    """Place "the 24th" in the month that the tense and the distance ask for."""
    months_near = (shifted(frame.day.replace(day=1), Unit.MONTH, step) for step in range(-3, 4))
    found = [_written(Calendar(month=month.month, day=day), month.year) for month in months_near]
    chosen = _chosen([one for one in found if one], None, frame, against=AGAINST_TENSE[Unit.DAY] / 12)
    return replace(chosen, anchored=True) if chosen else None


def _repeating(meaning: Calendar, frame: Frame) -> Place | None:
    """Place a season or quarter, which comes round each year."""
    start = SEASON_STARTS[meaning.season] if meaning.season else 3 * (meaning.quarter or 1) - 2
    unit = Unit.SEASON if meaning.season else Unit.QUARTER
    if meaning.year is not None:
        return span_of(unit, date(meaning.year, start, 1))
    found = [span_of(unit, date(year, start, 1)) for year in range(frame.day.year - 2, frame.day.year + 3)]
    chosen = _chosen(found, meaning.step, frame)
    return replace(chosen, anchored=True) if chosen else None


def _chosen(found: list[Place], step: int | None, frame: Frame, against: float | None = None) -> Place | None:
    """
    Return which of some places is meant.

    "last" is the latest that is over, "next" the first that has not begun, "this" the one of the same year; without
    any of them the nearest, unless another fits the tense and is not much farther.

    Args:
        found: In order of time.
        step: -1, 0 or 1 as in `Calendar`, or None.
        frame: With the day and the tense.
        against: What it costs, in days, to go against the tense; by `AGAINST_TENSE` where they are a year apart.
    """
    day = frame.day
    if step == 0:
        return next((one for one in found if one.first and one.first.year == day.year), None)
    if step == -1:
        return next((one for one in reversed(found) if one.last and one.last < day), None)
    if step == 1:
        return next((one for one in found if one.first and one.first > day), None)
    return min(found, key=lambda one: _distance(one, frame, against), default=None)


def _distance(one: Place, frame: Frame, cost: float | None) -> float:
    """Return how many days away a place lies, with what it costs to go against the tense."""
    assert one.first and one.last
    ahead, behind = (one.first - frame.day).days, (frame.day - one.last).days
    against = {Tense.PAST: ahead > 0, Tense.FUTURE: behind > 0, None: False}[frame.tense]
    if cost is None:
        cost = AGAINST_TENSE[Unit.DAY if one.unit is Unit.DAY else Unit.MONTH]
    return max(ahead, behind, 0) + (cost if against else 0)


# What it costs, in days, to read a day or a month without a year against the tense of its clause. Swept 0 to 1000 on
# the dev part of TBAQ and MEANTIME (lab.evaluate.times): value accuracy is best from 150 to 200 for both, 0.5 points
# lower from 250 on for months. Theirs is set higher all the same: business news, most of that corpus, names coming
# months in sentences that tell of the past, and a war that began "in late February" is not to begin next year.
AGAINST_TENSE: Final = {Unit.DAY: 165, Unit.MONTH: 300}


def _numeric(meaning: Numeric, frame: Frame) -> Place | None:
    """Place a date in digits; where nothing settles the order of day and month, from the earlier to the later."""
    first, second = date(meaning.year, meaning.first, meaning.second), date(meaning.year, meaning.second, meaning.first)
    if frame.day_first is not None:
        return span_of(Unit.DAY, second if frame.day_first else first)
    low, high = sorted((first, second))
    return Place(None, low, high, Unit.DAY)


def _near(meaning: Near, frame: Frame) -> Place:
    """Place a unit some steps away: "yesterday", "last week", "two years ago", "a year earlier"."""
    if meaning.steps is None:
        return Place("FUTURE_REF" if meaning.sign > 0 else "PAST_REF", anchored=True)
    context = frame.context if meaning.context else None
    quarter = frame.context if frame.context and frame.context.unit is Unit.QUARTER and meaning.steps == -1 else None
    context = context or (quarter if meaning.sign else None)  # "a year ago" in business news is the same quarter
    if context and context.first and context.unit in (Unit.QUARTER, Unit.MONTH) and meaning.unit is Unit.YEAR:
        shift = shifted(context.first, Unit.YEAR, meaning.steps)
        return replace(span_of(context.unit, shift), anchored=context.anchored)
    origin = context.first if context and context.first else frame.day
    unit, steps = meaning.unit, meaning.steps
    if unit is Unit.WEEKEND and steps == 0:
        return replace(_weekend(origin, frame.tense), anchored=not context or context.anchored)
    if unit in (Unit.DECADE, Unit.CENTURY) and abs(steps) > 0:  # "two decades ago" counts years
        unit, steps = Unit.YEAR, steps * MONTHS_IN[unit] / 12
    if unit in MONTHS_IN and steps != int(steps):
        unit, steps = Unit.MONTH, steps * MONTHS_IN[unit]
    return replace(span_of(unit, shifted(origin, unit, steps)), anchored=not context or context.anchored)


def _weekend(day: date, tense: Tense | None) -> Place:
    """Return the weekend meant by "the weekend": the one just past, or the coming one in the future."""
    this = span_of(Unit.WEEKEND, day)
    if tense is not Tense.FUTURE and day.weekday() < 5:
        return span_of(Unit.WEEKEND, day - timedelta(days=7))
    return this


def _stretch(meaning: Stretch, frame: Frame) -> Place:
    value = duration(meaning.unit, meaning.count)
    if meaning.count is None:
        return Place(value, anchored=True)
    other = shifted(frame.day, meaning.unit, meaning.step * meaning.count)
    return Place(value, min(frame.day, other), max(frame.day, other), None, fuzzy=False, anchored=True)


def _repeated(meaning: Repeat) -> str:
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday + 1}" + (f"T{meaning.part.value}" if meaning.part else "")
    return f"XXXX-XX-XXT{meaning.part.value}" if meaning.part else duration(meaning.unit, meaning.every)


def _portion(meaning: Portion, frame: Frame) -> Place | None:
    whole = place(meaning.whole, frame)
    if whole is None or whole.first is None or whole.last is None:
        return None
    if meaning.index == 0:
        return replace(span_of(meaning.unit, whole.first), anchored=whole.anchored)
    pieces = list(_pieces(meaning.unit, whole.first, whole.last))
    start = meaning.index - 1 if meaning.index > 0 else len(pieces) - meaning.count
    chosen = pieces[start : start + meaning.count] if 0 <= start < len(pieces) else []
    if not chosen:
        return None
    value = chosen[0].value if meaning.count == 1 else duration(meaning.unit, meaning.count)
    return Place(value, chosen[0].first, chosen[-1].last, meaning.unit, anchored=whole.anchored)


def _pieces(unit: Unit, first: date, last: date) -> Iterator[Place]:
    """Yield the units that make up a longer time; weeks of a month are seven days each from its first."""
    day = first
    while day <= last:
        if unit is Unit.WEEK and first.weekday():
            end = min(day + timedelta(days=6), last)
            found = Place(span_of(unit, day).value, day, end, unit)
        else:
            found = span_of(unit, day)
        yield found
        day = (found.last or last) + timedelta(days=1)


def _edged(meaning: Edged, frame: Frame) -> Place | None:
    """Place a part of a longer time: thirds of a month, quarters of a year, and its last day for "the end of"."""
    whole = place(meaning.whole, frame)
    if whole is None or whole.first is None or whole.last is None or whole.unit is Unit.DAY:
        return whole
    first, last = _part(meaning.edge, whole.first, whole.last, whole.unit, frame.day)
    return replace(whole, first=first, last=last, fuzzy=meaning.edge not in (Edge.EARLIER, Edge.LATER))


# What "early", "mid-" and "late" cut out of each unit: first and last piece, counted from 0. No corpus marks where
# the parts end; thirds of a month and of a decade, and the outer quarters and middle four months of a year, are how
# style guides of statistics offices use the words.
PARTS: Final[Mapping[Unit, tuple[Unit, Mapping[Edge, tuple[int, int]]]]] = {
    Unit.MONTH: (Unit.DAY, {Edge.EARLY: (0, 9), Edge.MID: (9, 19), Edge.LATE: (19, 30)}),
    Unit.YEAR: (Unit.MONTH, {Edge.EARLY: (0, 2), Edge.MID: (4, 7), Edge.LATE: (9, 11)}),
    Unit.DECADE: (Unit.YEAR, {Edge.EARLY: (0, 3), Edge.MID: (3, 6), Edge.LATE: (6, 9)}),
    Unit.CENTURY: (Unit.YEAR, {Edge.EARLY: (0, 32), Edge.MID: (33, 66), Edge.LATE: (67, 99)}),
    Unit.WEEK: (Unit.DAY, {Edge.EARLY: (0, 1), Edge.MID: (2, 2), Edge.LATE: (3, 4)}),
    Unit.WEEKEND: (Unit.DAY, {Edge.EARLY: (0, 0), Edge.LATE: (1, 1)}),
    Unit.SEASON: (Unit.MONTH, {Edge.EARLY: (0, 0), Edge.MID: (1, 1), Edge.LATE: (2, 2)}),
    Unit.QUARTER: (Unit.MONTH, {Edge.EARLY: (0, 0), Edge.MID: (1, 1), Edge.LATE: (2, 2)}),
}
# The beginning and the end of a unit are its first and last piece of the next smaller unit.
ENDS: Final = {Unit.YEAR: Unit.MONTH, Unit.DECADE: Unit.YEAR, Unit.CENTURY: Unit.DECADE}


def _part(edge: Edge, first: date, last: date, unit: Unit | None, today: date) -> tuple[date, date]:
    if edge is Edge.EARLIER:
        return first, min(max(first, today), last)
    if edge is Edge.LATER:
        return max(min(last, today), first), last
    if edge in (Edge.START, Edge.END):
        piece = ENDS.get(unit or Unit.DAY, Unit.DAY)
        found = span_of(piece, first if edge is Edge.START else last)
    else:
        piece, parts = PARTS.get(unit or Unit.DAY, (Unit.DAY, {}))
        if edge not in parts:
            return first, last
        pieces = list(_pieces(piece, first, last))
        start, end = parts[edge]
        found = Place(None, pieces[start].first, pieces[min(end, len(pieces) - 1)].last)
    return found.first or first, found.last or last


def _clocked(meaning: Clocked, frame: Frame) -> Place | None:
    """Place a time of day; where no day is named, on the day last named in the text, else on the day itself."""
    if meaning.whole is not None:
        whole = place(meaning.whole, frame)
    elif frame.context and frame.context.unit is Unit.DAY:
        whole = frame.context
    else:
        whole = replace(span_of(Unit.DAY, frame.day), anchored=True)
    if whole is None or whole.first is None or whole.first != whole.last:
        return whole
    clock = meaning.part.value if meaning.part else f"{meaning.hour:02d}:{meaning.minute or 0:02d}"
    return replace(whole, value=f"{whole.first.isoformat()}T{clock}{'Z' if meaning.utc else ''}", unit=Unit.DAY)


def _range(meaning: Range, frame: Frame) -> Place | None:
    first, last = place(meaning.first, frame), place(meaning.last, frame)
    if first is None or last is None:
        return None
    return Place(f"{first.value}/{last.value}", first.first, last.last, first.unit, anchored=first.anchored)

"""
Time expressions to dates: read against publication, the tense and one another, into EDTF with bounds.

What hangs on publication is never surer than publication itself: an approximate date makes it approximate (`~`), an
open or long one leaves it an interval, none leaves it undated. A preposition shapes the interval (`by June 1` is
`../2007-06-01`). A length has no date; its `edtf` is its ISO 8601 duration.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeAlias

from sayso.annotate.meanings import Calendar, Clocked, Edged, Length, Meaning, Near, Numeric, Portion, Shape, Unit
from sayso.annotate.times import TimeExpression
from sayso.resolve.edtf import Qualifier, bounds, from_days, is_approximate
from sayso.resolve.periods import Place, shifted_or_none
from sayso.resolve.placing import Frame, place
from sayso.resolve.tense import Tense, tense_near
from sayso.spans import Span
from sayso.terms import TimeType

TenseOf: TypeAlias = Callable[[TimeExpression], Tense | None]


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """
    A time expression placed on the calendar.

    Attributes:
        expression: The words and what they mean by themselves.
        value: TIMEX3's, None where it could not be read.
        edtf: The date or interval meant, shaped by the preposition; for a length its ISO 8601 duration; or None.
        low: First day it may mean (ISO), or None.
        high: Last day it may mean (ISO), or None.
        anchor: The date it was read against (EDTF), or None where it needs none.
    """

    expression: TimeExpression
    value: str | None
    edtf: str | None
    low: str | None
    high: str | None
    anchor: str | None

    @property
    def span(self) -> Span:
        """The words."""
        return self.expression.span


def resolve(
    expressions: Sequence[TimeExpression],
    text: str,
    published: str | None,
    tense: TenseOf | None = None,
) -> list[ResolvedTime]:
    """
    Place time expressions on the calendar.

    Args:
        expressions: Of one article, in text order.
        text: The text that their spans count in.
        published: EDTF; may be approximate or an open interval; None where nothing is known of it.
        tense: Says when the clause of an expression lies, None where it cannot say; then the words around decide.

    Returns:
        One for each expression, in the same order.
    """
    reader = _Reader(text, published, tense, _day_first(text))
    read = [reader.read(expression) for expression in expressions]
    return [_finished(one, reader.published) for one in _with_ranges(read)]


@dataclass(frozen=True, slots=True)
class _Read:
    """An expression with its place, before its preposition shapes it."""

    expression: TimeExpression
    place: Place | None
    tense: Tense | None
    anchor: str | None
    until: date | None = None  # the end of the range that it opens or closes


class _Reader:
    """Reads the expressions of one article in order, so that each can lean on those before it."""

    def __init__(self, text: str, published: str | None, tense: TenseOf | None, day_first: bool | None) -> None:
        self.text = text
        self.published = published if any(bounds(published)) else None
        self.days = bounds(self.published)
        self.tense = tense
        self.day_first = day_first
        self.context: Place | None = None
        self.told: tuple[Place, int] | None = None  # the last date with its own year, and where it ends

    def read(self, expression: TimeExpression) -> _Read:
        """Place one expression, and remember it as what the next ones may count from."""
        tense = self._tense(expression)
        told = self._told_of(expression, tense)
        if told:
            found = self._placed(expression.meaning, Frame(told.last or told.first or date.min, self.context))
            anchor = from_days(told.first, told.last) if told.first and told.last else None
            found = replace(found, anchored=False) if found else None
        else:
            found = self._hull(expression.meaning, tense)
            anchor = self.published if found and found.anchored else None
        self._remember(expression, found)
        return _Read(expression, found, tense, anchor)

    def _tense(self, expression: TimeExpression) -> Tense | None:
        known = self.tense(expression) if self.tense else None
        due = expression.shape in (Shape.BY, Shape.UNTIL)
        near = known or tense_near(self.text, expression.sentence, expression.span, until=due)
        return near or (Tense.FUTURE if due else None)

    def _told_of(self, expression: TimeExpression, tense: Tense | None) -> Place | None:
        """
        Return the date of another year that the passage tells of, where a month without a year belongs to it.

        "In October 1962 ... On 22 October Kennedy": only inside a paragraph, only backwards in time, and for the
        whole article where nothing is known of its publication.
        """
        meaning = _core(expression.meaning)
        if not isinstance(meaning, Calendar) or not meaning.month or meaning.year or meaning.step is not None:
            return None
        if self.told is None or tense is Tense.FUTURE:
            return None
        place_told, end = self.told
        between = self.text[end : expression.span.start]
        low = self.days[0] or self.days[1]
        if low is None:
            return place_told
        long_ago = place_told.last is not None and place_told.last.year < low.year - 1
        return place_told if long_ago and len(between) <= TOLD_REACH and not PARAGRAPH.search(between) else None

    def _hull(self, meaning: Meaning, tense: Tense | None) -> Place | None:
        """Place a meaning against the first and the last day that publication may have, and cover both."""
        low, high = self.days
        found = self._placed(meaning, self._frame(low or high or UNKNOWN_DAY, tense))
        if found is None or not found.anchored or low == high is not None:
            return found
        if low is None and high is None:
            return Place(_undated(meaning), unit=found.unit, anchored=True)
        if low is None or high is None:
            return replace(found, value=None, first=low and found.first, last=high and found.last)
        other = self._placed(meaning, self._frame(high, tense))
        if other is None or other == found:
            return found
        return replace(found, value=None, last=other.last)

    def _frame(self, day: date, tense: Tense | None) -> Frame:
        return Frame(day, self.context, tense, self.day_first)

    def _placed(self, meaning: Meaning, frame: Frame) -> Place | None:
        if isinstance(meaning, Numeric) and frame.day_first is None:
            frame = replace(frame, day_first=_settled(meaning, self.days))
        try:
            return place(meaning, frame)
        except (ValueError, OverflowError):  # outside the years 1 to 9999
            return None

    def _remember(self, expression: TimeExpression, found: Place | None) -> None:
        if found is None or found.first is None or found.last is None or expression.type is TimeType.DURATION:
            return
        meaning = expression.meaning
        if not (isinstance(meaning, Near) and meaning.context and meaning.unit is not Unit.DAY):
            self.context = found
        core = _core(meaning)
        if isinstance(core, Calendar) and core.year is not None and core.month is not None:
            self.told = found, expression.span.end


UNKNOWN_DAY: Final = date(2000, 1, 1)  # stands in where nothing is known; whatever hangs on it is dropped
TOLD_REACH: Final = 400  # characters, about three sentences: how far a year that is told of carries
PARAGRAPH: Final = re.compile(r"\n\s*\n")
NUMERIC: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])")
NEAR_DAYS, FAR_DAYS = 7, 20  # a reading so near to publication settles a numeric date, if the other is so far


def _core(meaning: Meaning) -> Meaning:
    """Return what an edge or a time of day is of."""
    while isinstance(meaning, Edged | Portion | Clocked):
        if meaning.whole is None:
            return meaning
        meaning = meaning.whole
    return meaning


def _day_first(text: str) -> bool | None:
    """Tell whether an article writes its numeric dates day first: settled by those that can be read in one way only."""
    orders = {int(found[1]) > 12 for found in NUMERIC.finditer(text) if (int(found[1]) > 12) != (int(found[3]) > 12)}
    return orders.pop() if len(orders) == 1 else None


def _settled(meaning: Numeric, days: tuple[date | None, date | None]) -> bool | None:
    """Tell whether a numeric date is day first, where one reading lies at publication and the other far away."""
    day = days[0] or days[1]
    if day is None:
        return None
    month_first = abs((date(meaning.year, meaning.first, meaning.second) - day).days)
    day_first = abs((date(meaning.year, meaning.second, meaning.first) - day).days)
    if min(month_first, day_first) > NEAR_DAYS or max(month_first, day_first) < FAR_DAYS:
        return None
    return day_first < month_first


def _undated(meaning: Meaning) -> str | None:
    """Return TIMEX3's value of what has no date without publication: `XXXX-03-24`, `XXXX-WXX-5`."""
    core = _core(meaning)
    if not isinstance(core, Calendar):
        return None
    if core.weekday is not None and core.day is None:
        return f"XXXX-WXX-{core.weekday + 1}"
    if core.month is not None:
        return f"XXXX-{core.month:02d}" + (f"-{core.day:02d}" if core.day else "")
    if core.season is not None:
        return f"XXXX-{core.season.value}"
    if core.day is not None:
        return f"XXXX-XX-{core.day:02d}"
    return f"XXXX-Q{core.quarter}" if core.quarter else None


def _with_ranges(read: list[_Read]) -> list[_Read]:
    """Give both ends of a range ("from March 3 to March 9") the whole of it."""
    done = list(read)
    for index in range(1, len(done)):
        first, last = done[index - 1], done[index]
        if (first.expression.shape, last.expression.shape) != (Shape.FROM, Shape.TO):
            continue
        start, end = first.place and first.place.first, last.place and last.place.last
        if start and end and start <= end:
            done[index - 1] = replace(first, until=end)
            done[index] = replace(last, place=replace(last.place, first=start) if last.place else None, until=end)
    return done


def _finished(read: _Read, published: str | None) -> ResolvedTime:
    """Write a place down, shaped by the preposition."""
    expression, found = read.expression, read.place
    if found is None:
        return ResolvedTime(expression, None, None, None, None, None)
    if isinstance(expression.meaning, Length):
        return _length(expression, found, published)
    vague = (published is not None and found.anchored and is_approximate(published)) or found.fuzzy or expression.hedged
    qualifier = Qualifier.APPROXIMATE if vague else Qualifier.EXACT
    first, last = found.first, read.until or found.last
    shape = expression.shape
    if shape is Shape.FROM and read.until is None:
        shape = Shape.SINCE if read.tense is Tense.FUTURE else Shape.AT
    if expression.type is TimeType.DURATION:
        shape = Shape.AT
    written = _written(found, first, last, qualifier)
    if written and first and last:
        if shape in (Shape.BY, Shape.UNTIL, Shape.BEFORE):
            written, first = "../" + written.split("/")[-1], None
        elif shape in (Shape.SINCE, Shape.AFTER):
            written, last = written.split("/")[0] + "/..", None
    return ResolvedTime(expression, found.value, written, _iso(first), _iso(last), read.anchor)


def _length(expression: TimeExpression, found: Place, published: str | None) -> ResolvedTime:
    """Write a length down; "within 48 hours" also bounds the days that it may end on."""
    counted = found.value if found.value and "X" not in found.value else None
    low, high = bounds(published)
    meaning = expression.meaning
    if (
        expression.shape is not Shape.WITHIN
        or not isinstance(meaning, Length)
        or not low
        or not high
        or not meaning.count
    ):
        return ResolvedTime(expression, found.value, counted, None, None, None)
    last = shifted_or_none(high, meaning.unit, meaning.count)
    return ResolvedTime(expression, found.value, counted, _iso(low), _iso(last), published)


SEASON_CODES: Final = {3: 21, 6: 22, 9: 23, 12: 24}


def _written(found: Place, first: date | None, last: date | None, qualifier: Qualifier) -> str | None:
    if first and last:
        if found.unit is Unit.SEASON and first.month in SEASON_CODES and 80 < (last - first).days < 95:
            return f"{first.year}-{SEASON_CODES[first.month]}{qualifier.value}"
        return from_days(first, last, qualifier)
    if first:
        return f"{first.isoformat()}{qualifier.value}/.."
    return f"../{last.isoformat()}{qualifier.value}" if last else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

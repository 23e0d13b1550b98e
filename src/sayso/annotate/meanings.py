"""
What a time expression means before it is read against a date: a closed set of small frozen values.

Nothing here knows a publication date or a tense; `resolve.dates` places these on the calendar. A meaning may hold
another ("the end of last March" is an edge of a calendar month of the last year).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from sayso.terms import TimeType


class Unit(StrEnum):
    """A span of the calendar or the clock."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Edge(StrEnum):
    """Which part of a longer time: "the beginning of", "early", "mid-", "late", "the end of", "earlier this"."""

    EARLIER = "earlier"
    LATER = "later"
    START = "start"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end"


class DayPart(StrEnum):
    """TIMEX3's parts of the day."""

    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"


class Season(StrEnum):
    """TIMEX3's seasons, northern where they are placed on the calendar."""

    SPRING = "SP"
    SUMMER = "SU"
    AUTUMN = "FA"
    WINTER = "WI"


class Shape(StrEnum):
    """What the preposition before an expression makes of it; `AT` leaves it as it is."""

    AT = "at"
    BY = "by"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    WITHIN = "within"
    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True)
class Calendar:
    """
    The parts of a date that are written; what is not written is None.

    Attributes:
        year: Of the common era.
        month: 1 to 12.
        day: Of the month.
        weekday: 0 is Monday.
        season: Of the year.
        quarter: 1 to 4.
        decade: First year of it: 1990; below 100 where the century is not written ("the '80s" is 80).
        century: First year of it, as EDTF counts: 1800 for the 19th.
        step: -1 for "last", 0 for "this", 1 for "next", None where the text does not say.
        context: Whether it counts from another date of the text ("the previous Friday"), not from publication.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: Season | None = None
    quarter: int | None = None
    decade: int | None = None
    century: int | None = None
    step: int | None = None
    context: bool = False


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in digits whose order of day and month is not known: `11-12-22`. The year has four digits or two."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Near:
    """
    A unit so many steps away: "yesterday", "this month", "two years ago", "a year earlier".

    Attributes:
        unit: What is counted and named.
        steps: Negative is earlier; None where the text gives no number ("years ago").
        sign: Direction where `steps` is None.
        context: Whether it counts from another date of the text ("a year earlier"), not from publication.
    """

    unit: Unit
    steps: float | None
    sign: int = 0
    context: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts; `count` is None for "several years", "weeks"."""

    unit: Unit
    count: float | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length that ends or begins at publication: "the past two months" (step -1), "the next three years" (1)."""

    unit: Unit
    count: float | None
    step: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """Every such unit, weekday or both with a part of the day ("Monday nights")."""

    unit: Unit
    weekday: int | None = None
    part: DayPart | None = None
    every: float = 1


@dataclass(frozen=True, slots=True)
class Vague:
    """TIMEX3's references without a date: `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`."""

    value: str


@dataclass(frozen=True, slots=True)
class Portion:
    """
    A numbered unit inside a longer time: "the last week of March", "the first nine months of 1989".

    Attributes:
        unit: What is counted.
        index: 1 is the first, -1 the last, 0 the one that holds the whole ("the week of March 6").
        whole: The longer time.
        count: How many of them.
    """

    unit: Unit
    index: int
    whole: Meaning
    count: int = 1


@dataclass(frozen=True, slots=True)
class Edged:
    """Part of a longer time, without sharp bounds: "late February", "the end of the year"."""

    edge: Edge
    whole: Meaning


@dataclass(frozen=True, slots=True)
class Clocked:
    """
    A time of day, on a day that is named or not.

    Attributes:
        whole: The day, None where none is named.
        part: Part of the day, None where a clock time is given.
        hour: 0 to 24, None where a part is given.
        minute: Likewise, None also where it is not written ("5 p.m.").
        utc: Whether it is given in UTC or GMT.
    """

    whole: Meaning | None
    part: DayPart | None = None
    hour: int | None = None
    minute: int | None = None
    utc: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """From one to the other, both included: "March 3-9", "2014-2018"."""

    first: Meaning
    last: Meaning


Meaning: TypeAlias = Calendar | Numeric | Near | Length | Stretch | Repeat | Vague | Portion | Edged | Clocked | Range

SHORT: Final = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})


def type_of(meaning: Meaning) -> TimeType:
    """Return TIMEX3's type of a meaning."""
    if isinstance(meaning, Length | Stretch):
        return TimeType.DURATION
    if isinstance(meaning, Repeat):
        return TimeType.SET
    if isinstance(meaning, Edged):
        return type_of(meaning.whole)
    if isinstance(meaning, Clocked) or (isinstance(meaning, Near) and meaning.unit in SHORT):
        return TimeType.TIME
    return TimeType.DATE


def grain(meaning: Meaning) -> Unit | None:
    """Return the unit that a meaning names a piece of, None where it names none (a length, a vague reference)."""
    match meaning:
        case Calendar():
            return _calendar_grain(meaning)
        case Near():
            return meaning.unit
        case Edged() | Portion():
            return grain(meaning.whole) if isinstance(meaning, Edged) else meaning.unit
        case Numeric() | Clocked():
            return Unit.DAY
        case _:
            return None


def _calendar_grain(meaning: Calendar) -> Unit:
    if meaning.day is not None or meaning.weekday is not None:
        return Unit.DAY
    if meaning.month is not None:
        return Unit.MONTH
    if meaning.season is not None:
        return Unit.SEASON
    if meaning.quarter is not None:
        return Unit.QUARTER
    if meaning.year is not None:
        return Unit.YEAR
    return Unit.DECADE if meaning.decade is not None else Unit.CENTURY

"""
EDTF strings to dates with bounds and back: ISO 8601-2 levels 0 and 1.

Level 0 is the date to the day, month or year, the date with a time, and the interval of two dates. Level 1 adds
qualification (`~` approximate, `?` uncertain, `%` both), unspecified digits from the right (`199X`, `2004-XX`),
seasons (`2001-21` to `2001-24`, placed in the north), open (`..`) and unknown (empty) ends, negative years and years
of more than four digits behind `Y`. What is not of level 0 or 1 is a ValueError, never half read.

Specification: https://www.loc.gov/standards/datetime/ (2019).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

DATE: Final = re.compile(
    r"(?P<year>Y-?[1-9]\d{4,}|-?(?:\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX))"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?P<time>T(?:[01]\d|2[0-4]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
    r"(?P<qualifier>[~?%]?)"
)
SEASON_MONTHS: Final = {21: 3, 22: 6, 23: 9, 24: 12}  # first month of each, in the north


class Qualifier(StrEnum):
    """How sure a date is."""

    EXACT = ""
    APPROXIMATE = "~"
    UNCERTAIN = "?"
    BOTH = "%"


@dataclass(frozen=True, slots=True)
class Date:
    """
    One EDTF date.

    Attributes:
        year: As written, with its sign, its `Y` and its unspecified digits.
        month: 1 to 12, or a season from 21 to 24; None where it is not written or unspecified.
        day: Likewise.
        unspecified: What is written as `XX`: 0 nothing, 1 the day, 2 the month, 3 both.
        time: From `T` on, or empty.
        qualifier: How sure it is.
    """

    year: str
    month: int | None = None
    day: int | None = None
    unspecified: int = 0
    time: str = ""
    qualifier: Qualifier = Qualifier.EXACT

    def __str__(self) -> str:
        month = "" if self.month is None and self.unspecified < 2 else f"-{_digits(self.month)}"
        day = "" if self.day is None and not self.unspecified & 1 else f"-{_digits(self.day)}"
        return f"{self.year}{month}{day}{self.time}{self.qualifier.value}"

    @property
    def low(self) -> date | None:
        """First day it may mean; None outside the years 1 to 9999."""
        return self._bound("0", last=False)

    @property
    def high(self) -> date | None:
        """Last day it may mean, likewise."""
        return self._bound("9", last=True)

    def _bound(self, digit: str, *, last: bool) -> date | None:
        if self.year.startswith(("Y", "-")):
            return None
        year = int(self.year.replace("X", digit)) or 1
        if self.day is not None and self.month is not None:
            return date(year, self.month, self.day)
        if self.month is None:
            return date(year, 12, 31) if last else date(year, 1, 1)
        month = SEASON_MONTHS.get(self.month, self.month)
        if not last:
            return date(year, month, 1)
        if self.month in SEASON_MONTHS:
            year, month = year + (month + 2 > 12), (month + 1) % 12 + 1
        return date(year, month, calendar.monthrange(year, month)[1]) if year < 10_000 else date.max


@dataclass(frozen=True, slots=True)
class Open:
    """An end of an interval without a date: open (`..`: it goes on) or unknown (nothing written)."""

    known: bool

    def __str__(self) -> str:
        return ".." if self.known else ""


@dataclass(frozen=True, slots=True)
class Interval:
    """An EDTF interval; at least one end is a date."""

    start: Date | Open
    end: Date | Open

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"

    @property
    def low(self) -> date | None:
        """First day it may mean, None where it has no known beginning."""
        return self.start.low if isinstance(self.start, Date) else None

    @property
    def high(self) -> date | None:
        """Last day it may mean, None where it has no known end."""
        return self.end.high if isinstance(self.end, Date) else None


def parse(value: str) -> Date | Interval:
    """
    Read an EDTF string of level 0 or 1.

    Raises:
        ValueError: It is none, or names a day that does not exist, or an interval that runs backwards.
    """
    ends = value.split("/")
    if len(ends) == 1:
        return _date(value)
    if len(ends) != 2:
        raise ValueError(f"an EDTF interval has two ends, not {len(ends)}: {value!r}")
    found = Interval(_end(ends[0]), _end(ends[1]))
    if isinstance(found.start, Open) and isinstance(found.end, Open):
        raise ValueError(f"an EDTF interval has a date at one end at least: {value!r}")
    if found.low and found.high and found.low > found.high:
        raise ValueError(f"an EDTF interval runs forward: {value!r}")
    return found


def _end(value: str) -> Date | Open:
    return Open(value == "..") if value in ("..", "") else _date(value)


def _date(value: str) -> Date:
    found = DATE.fullmatch(value)
    if not found:
        raise ValueError(f"not an EDTF date of level 0 or 1: {value!r}")
    month, day = _number(found["month"]), _number(found["day"])
    unspecified = 2 * (found["month"] == "XX") + (found["day"] == "XX")
    if (found["month"] == "XX" and day is not None) or (found["time"] and (day is None or "X" in found["year"])):
        raise ValueError(f"digits are unspecified from the right, and a time needs its day: {value!r}")
    made = Date(found["year"], month, day, unspecified, found["time"] or "", Qualifier(found["qualifier"]))
    _check(made, value)
    return made


def _check(made: Date, value: str) -> None:
    """Raise ValueError where a month or day is none of the calendar."""
    if made.month is None:
        return
    season = made.month in SEASON_MONTHS
    if not (1 <= made.month <= 12 or (season and made.day is None and not made.unspecified)):
        raise ValueError(f"a month is 01 to 12, a season 21 to 24: {value!r}")
    digits = made.year.lstrip("Y-").replace("X", "0")
    leap = "X" in made.year or calendar.isleap(int(digits))
    if made.day is not None and not 1 <= made.day <= calendar.monthrange(2000 if leap else 2001, made.month)[1]:
        raise ValueError(f"the month has no such day: {value!r}")


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits != "XX" else None


def _digits(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"


def bounds(value: str | None) -> tuple[date | None, date | None]:
    """Return the first and last day that an EDTF string may mean; None for an open end, for both where it is none."""
    if value is None:
        return None, None
    try:
        found = parse(value)
        return found.low, found.high
    except ValueError:
        return None, None


def days_later(day: date, days: int) -> date:
    """Return the day so many days later, earlier where negative; the first or last of the years 1 to 9999 beyond."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def is_approximate(value: str) -> bool:
    """Tell whether an EDTF string marks any of its dates as approximate or uncertain."""
    return any(mark in value for mark in "~?%")


def from_days(first: date, last: date, qualifier: Qualifier = Qualifier.EXACT) -> str:
    """
    Return the shortest EDTF for the days from one to another.

    A whole month, year, decade or century is written as such; else an interval, in months or years where it can be.
    """
    for written in (_whole(first, last), first.isoformat() if first == last else None):
        if written:
            return written + qualifier.value
    start, end = first.isoformat(), last.isoformat()
    if first.day == 1 and _ends_month(last):
        start, end = start[:7], end[:7]
        if first.month == 1 and last.month == 12:
            start, end = start[:4], end[:4]
    return f"{start}{qualifier.value}/{end}{qualifier.value}"


def _whole(first: date, last: date) -> str | None:
    if first.day != 1 or not _ends_month(last):
        return None
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04d}-{first.month:02d}"
    if first.month != 1 or last.month != 12:
        return None
    years = last.year - first.year + 1
    for length, digits in ((1, 4), (10, 3), (100, 2)):
        if years == length and first.year % length == 0:
            return f"{first.year:04d}"[:digits].ljust(4, "X")
    return None


def _ends_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]

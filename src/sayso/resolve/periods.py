"""
Pieces of the calendar: days, weeks, seasons, years and the lengths between them, with their TIMEX3 values.

Weeks run from Monday to Sunday (ISO 8601), decades and centuries as EDTF counts them (`199X`, `19XX`), and seasons are
the north's.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sayso.annotate.meanings import Season, Unit


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where a meaning lies on the calendar.

    Attributes:
        value: TIMEX3's, None where it has none.
        first: First day, None where the text leaves it open.
        last: Last day, likewise.
        unit: What it is a piece of, None for lengths and references.
        fuzzy: Whether its bounds are not sharp ("late February").
        anchored: Whether it hangs on the day that it was read against.
    """

    value: str | None
    first: date | None = None
    last: date | None = None
    unit: Unit | None = None
    fuzzy: bool = False
    anchored: bool = False


LETTERS: Final = {
    Unit.SECOND: ("PT", "S", 1),
    Unit.MINUTE: ("PT", "M", 1),
    Unit.HOUR: ("PT", "H", 1),
    Unit.DAY: ("P", "D", 1),
    Unit.WEEKEND: ("P", "D", 2),
    Unit.WEEK: ("P", "W", 1),
    Unit.FORTNIGHT: ("P", "W", 2),
    Unit.MONTH: ("P", "M", 1),
    Unit.QUARTER: ("P", "Q", 1),
    Unit.SEASON: ("P", "M", 3),
    Unit.HALF: ("P", "M", 6),
    Unit.YEAR: ("P", "Y", 1),
    Unit.DECADE: ("P", "Y", 10),
    Unit.CENTURY: ("P", "Y", 100),
}
# What half of a unit is, where TIMEX3 has no fraction: "two and a half years" is P2Y6M.
HALVES: Final = {Unit.YEAR: "6M", Unit.DAY: "12H", Unit.HOUR: "30M", Unit.MINUTE: "30S"}
MONTHS_IN: Final = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
DAYS_IN: Final = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
SEASON_STARTS: Final = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}


def duration(unit: Unit, count: float | None) -> str:
    """Return TIMEX3's value of a length; `X` where it is not counted."""
    head, letter, factor = LETTERS[unit]
    if count is None:
        return f"{head}X{letter}"
    count *= factor
    whole, rest = int(count), count - int(count)
    if not rest:
        return f"{head}{whole}{letter}"
    if rest == 0.5 and unit in HALVES:
        clock = "" if head == "PT" or unit is Unit.YEAR else "T"
        return f"{head}{f'{whole}{letter}' if whole else ''}{clock}{HALVES[unit]}"
    return f"{head}{count:g}{letter}"


def shifted(day: date, unit: Unit, count: float) -> date:
    """Return the day so many units later, or earlier where negative; clamped to the month's last day."""
    if unit in MONTHS_IN:
        months = day.year * 12 + day.month - 1 + round(count * MONTHS_IN[unit])
        year, month = min(max(months // 12, 1), 9999), months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    days = count * DAYS_IN.get(unit, 0) or count / {Unit.HOUR: 24, Unit.MINUTE: 1440}.get(unit, 86400)
    return day + timedelta(days=round(days) if unit in DAYS_IN else int(days))


def shifted_or_none(day: date, unit: Unit, count: float) -> date | None:
    """Return the day so many units later as `shifted` does; None where that is no day of the years 1 to 9999."""
    try:
        return shifted(day, unit, count)
    except (OverflowError, ValueError):
        return None


def span_of(unit: Unit, day: date) -> Place:
    """Return the piece of the calendar of that unit that holds a day."""
    if unit in (Unit.WEEK, Unit.FORTNIGHT, Unit.WEEKEND):
        monday = day - timedelta(days=day.weekday())
        year, week, _ = day.isocalendar()
        value = f"{year}-W{week:02d}"
        if unit is Unit.WEEKEND:
            return Place(value + "-WE", monday + timedelta(5), monday + timedelta(6), unit)
        return Place(value, monday, monday + timedelta(6), unit)
    if unit not in MONTHS_IN:
        return Place(day.isoformat(), day, day, Unit.DAY)
    if unit is Unit.SEASON:
        return season_of(day)
    first, length = day.year * 12 + day.month - 1, MONTHS_IN[unit]
    return months(first - first % length, length, unit)


def months(first: int, count: int, unit: Unit) -> Place:
    """Return a piece of whole months; `first` counts them from the year 0."""
    year, month = first // 12, first % 12 + 1
    last_year, last_month = (first + count - 1) // 12, (first + count - 1) % 12 + 1
    value = {
        Unit.MONTH: f"{year:04d}-{month:02d}",
        Unit.QUARTER: f"{year:04d}-Q{(month + 2) // 3}",
        Unit.HALF: f"{year:04d}-H{1 + (month > 6)}",
        Unit.YEAR: f"{year:04d}",
        Unit.DECADE: f"{year // 10:03d}",
        Unit.CENTURY: f"{year // 100:02d}",
    }[unit]
    last = date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    return Place(value, date(max(year, 1), month, 1), last, unit)


def season_of(day: date) -> Place:
    """Return the season that holds a day; a winter has the year of its December."""
    start = (day.month // 3 * 3) or 12
    year = day.year - (day.month < 3)
    name = next(season for season, month in SEASON_STARTS.items() if month == start)
    whole = months(year * 12 + start - 1, 3, Unit.QUARTER)
    return Place(f"{year:04d}-{name.value}", whole.first, whole.last, Unit.SEASON)

"""
Dates as pages print them (datelines, stamps, captions) to the days that they may mean.

Only what stands there counts: a form that two countries read differently (`11-12-22`) keeps every reading, and a day
without a year is no date here. `annotate/times.py` reads the times of the story; this small grammar serves the page
around it, which is read before any story is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.spans import Span

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
WEEKDAY: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)(?:\.|(?![a-z])))"
)
_ORDINAL: Final = r"(?:st|nd|rd|th)?"
# A day, with or without its year: `March 3`, `3 March`, `Mar. 3, 1994`, `the 3rd of March 1994`, `1994-03-03`.
DAY: Final = (
    rf"(?:{MONTH}\s{{1,2}}\d{{1,2}}{_ORDINAL}(?!\d)(?:,?\s{{1,2}}\d{{4}}(?!\d))?"
    rf"|\d{{1,2}}{_ORDINAL}(?:\s{{1,2}}of)?[\s-]{{1,2}}{MONTH}(?:,?[\s-]{{1,2}}\d{{4}}(?!\d))?"
    r"|\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d))"
)
CLOCK: Final = (
    r"(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\b\.?)"
    r"(?:\s?(?:GMT|UTC|BST|CET|CEST|EET|MSK|IST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|Z)\b(?:\s?[+-]\d{1,2}(?::?\d{2})?)?)?"
)

_WORDED: Final = re.compile(
    rf"(?P<m1>{MONTH})\s{{1,2}}(?P<d1>\d{{1,2}}){_ORDINAL},?\s{{1,2}}(?P<y1>\d{{4}})(?!\d)"
    rf"|(?<!\d)(?P<d2>\d{{1,2}}){_ORDINAL}(?:\s{{1,2}}of)?[\s-]{{1,2}}(?P<m2>{MONTH}),?[\s-]{{1,2}}(?P<y2>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_ISO: Final = re.compile(r"(?<!\d)(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)")
_FIGURES: Final = re.compile(r"(?<![\d.,/-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)")

# Two-digit years from 00 up to here are of this century. No clock is asked: the same bytes must always read alike.
_PIVOT: Final = 40


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """
    A day printed with its year.

    Attributes:
        span: Where it stands.
        readings: The days that it may mean, earliest first; more than one where countries differ.
    """

    span: Span
    readings: tuple[date, ...]

    @property
    def edtf(self) -> str:
        """The day, or the closed interval from the earliest to the latest reading."""
        first, last = self.readings[0].isoformat(), self.readings[-1].isoformat()
        return first if first == last else f"{first}/{last}"


def printed_dates(text: str, start: int, end: int) -> list[PrintedDate]:
    """Return every day printed with its year within a stretch, in text order."""
    found = [*_worded(text, start, end), *_iso(text, start, end), *_figures(text, start, end)]
    return sorted(found, key=lambda printed: printed.span)


def _worded(text: str, start: int, end: int) -> Iterator[PrintedDate]:
    for match in _WORDED.finditer(text, start, end):
        month, day, year = (match.group(key + "1") or match.group(key + "2") for key in "mdy")
        number = MONTHS.index(month[:3].lower()) + 1
        yield from _printed(match, [(int(year), number, int(day))])


def _iso(text: str, start: int, end: int) -> Iterator[PrintedDate]:
    for match in _ISO.finditer(text, start, end):
        year, month, day = map(int, match.groups())
        yield from _printed(match, [(year, month, day)])


def _figures(text: str, start: int, end: int) -> Iterator[PrintedDate]:
    """Yield `3/12/94` and the like: with dots the day comes first, with slashes or hyphens nobody can know."""
    for match in _FIGURES.finditer(text, start, end):
        one, mark, two, last = match.groups()
        year = int(last) if len(last) == 4 else _century(int(last))
        readings = [(year, int(two), int(one))]
        if mark != ".":
            readings.append((year, int(one), int(two)))
        if mark == "-" and len(last) == 2 and len(one) == 2:
            readings.append((_century(int(one)), int(two), int(last)))
        yield from _printed(match, readings)


def _century(year: int) -> int:
    return year + (2000 if year < _PIVOT else 1900)


def _printed(match: re.Match[str], readings: list[tuple[int, int, int]]) -> Iterator[PrintedDate]:
    """Yield the date with those of its readings that are days."""
    days: set[date] = set()
    for year, month, day in readings:
        try:
            days.add(date(year, month, day))
        except ValueError:  # no such day: this is not how it was meant
            continue
    if days:
        yield PrintedDate(Span(*match.span()), tuple(sorted(days)))

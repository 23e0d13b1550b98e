"""
What a match of each time rule means: its words read into a meaning, or None where they mean nothing.

The names of the parts (`d` a day, `m` a month, `y` a year, `s` a step such as "last", `u` a unit, `q` a quantity) are
those of the rules in `timerules`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from sayso.annotate.grammar import Found
from sayso.annotate.meanings import (
    Calendar,
    Clocked,
    DayPart,
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
from sayso.annotate.numbers import number, ordinal, spoken_year
from sayso.annotate.timewords import (
    ADVERBS,
    DAY_PARTS,
    DAYS_AWAY,
    DECADE_WORDS,
    EDGES,
    FROM_CONTEXT,
    HOLIDAYS,
    MONTHS,
    SEASONS,
    STEPS,
    UNCOUNTED,
    UNITS,
    VAGUE,
    WEEKDAYS,
)

Action: TypeAlias = Callable[[Found], Meaning | None]


def _month(found: Found) -> int:
    return MONTHS[found["m"]]


def _said_step(found: Found) -> int | None:
    return STEPS[found["s"]] if "s" in found else None


def _year(found: Found, name: str = "y") -> int | None:
    words = found.part(name)
    if not words:
        return None
    if len(words) > 1:
        return spoken_year(words)
    digits = words[0].strip("'’‘")
    return century_for(int(digits)) if len(digits) == 2 else int(digits)


def century_for(year: int) -> int:
    """Return a year of four digits for one of two, as 1930 to 2029 (POSIX splits at 69; news tells of older things)."""
    return year + (2000 if year < 30 else 1900)


def date(found: Found) -> Meaning | None:
    """Read a day of a month, with what stands of weekday and year."""
    day, year = ordinal(found.part("d")), _year(found)
    day = int(found["d"]) if day is None and found["d"].isdigit() else day
    if day is None or not 1 <= day <= 31 or ("y" in found and year is None):
        return None
    weekday = WEEKDAYS[found["w"]] if "w" in found else None
    first = Calendar(year, _month(found), day, weekday, step=_said_step(found))
    if "e" not in found:
        return first
    last = ordinal(found.part("e")) or (int(found["e"]) if found["e"].isdigit() else None)
    if last is None or not day < last <= 31:
        return None
    return Range(replace(first, weekday=None), Calendar(year, first.month, last))


def iso(found: Found) -> Meaning | None:
    """Read "2022-03-23", with a time of day or without."""
    year, month, day = (int(part) for part in found["iso"][:10].split("-"))
    whole = Calendar(year, month, day)
    clock = re.match(r"t(\d\d):(\d\d)", found["iso"][10:])
    return Clocked(whole, hour=int(clock[1]), minute=int(clock[2])) if clock else whole


def numeric(found: Found) -> Meaning | None:
    """Read "24/3/2022", "11-12-22" and, day first as all over Europe, "24.3.2022"."""
    first, second, year = (int(part) for part in re.split(r"[/.-]", found["n"]))
    if max(first, second) > 31 or min(first, second) < 1 or min(first, second) > 12:
        return None
    year = century_for(year) if year < 100 else year
    if first > 12 or "." in found["n"]:  # dots part day, month and year all over Europe
        return Calendar(year, second, first) if second <= 12 else None
    return Calendar(year, first, second) if second > 12 or first == second else Numeric(first, second, year)


def day_of_month(found: Found) -> Meaning | None:
    """Read "the 24th" where a preposition of time stands before it."""
    return Calendar(day=ordinal(found.part("d")))


def month_of_year(found: Found) -> Meaning | None:
    """Read "November 2021", "last March", "June"."""
    year = _year(found)
    if "y" in found and year is None:
        return None
    return Calendar(year, _month(found), step=_said_step(found))


def month_of_near_year(found: Found) -> Meaning:
    """Read "June last year": the step is the year's."""
    return Portion(Unit.MONTH, _month(found), Near(Unit.YEAR, STEPS[found["s"]], context=found["s"] in FROM_CONTEXT))


def plain_year(found: Found) -> Meaning | None:
    """Read "1962", "nineteen sixty-two", "'62"."""
    year = _year(found)
    return None if year is None else Calendar(year)


def year_range(found: Found) -> Meaning | None:
    """Read "2014-2018" and "1939-45"."""
    if not re.fullmatch(r"\d{1,2}|\d{4}", found["z"]):
        return None
    first, last = int(found["y"]), int(found["z"])
    last = first - first % 100 + last if last < 100 else last
    return Range(Calendar(first), Calendar(last)) if first < last < first + 100 else None


def decade(found: Found) -> Meaning | None:
    """Read "the 1990s", "the '80s", "the nineties"."""
    word = found["y"].strip("'’‘s").rstrip("'’")
    return Calendar(decade=int(word) if word.isdigit() else DECADE_WORDS[found["y"]])


def century(found: Found) -> Meaning | None:
    """Read "the 19th century"."""
    rank = ordinal(found.part("o"))
    return Calendar(century=100 * (rank - 1)) if rank and rank <= 21 else None


def quarter(found: Found) -> Meaning | None:
    """Read "the third quarter", "the 1988 second quarter"."""
    rank = ordinal(found.part("o"))
    year = _year(found)
    return Calendar(year=year, quarter=rank) if rank and rank <= 4 else None


def season(found: Found) -> Meaning:
    """Read "last fall", "summer 2014", "this winter"."""
    step = _said_step(found)
    return Calendar(_year(found), season=SEASONS[found["n"]], step=step)


def weekday(found: Found) -> Meaning:
    """Read "Friday", "last Monday", "the previous Friday", "this coming Sunday"."""
    if found.get("s") == "next" and "t" not in found:  # on a Wednesday, "next Friday" is not the day after tomorrow
        return Portion(Unit.DAY, WEEKDAYS[found["w"]] + 1, Near(Unit.WEEK, 1))
    context = "s" in found and (found["s"] in FROM_CONTEXT)
    step = _said_step(found)
    return Calendar(weekday=WEEKDAYS[found["w"]], step=step, context=context)


def weekday_of_week(found: Found) -> Meaning:
    """Read "Friday last week"."""
    return Portion(Unit.DAY, WEEKDAYS[found["w"]] + 1, Near(Unit.WEEK, STEPS[found["s"]]))


def day_away(found: Found) -> Meaning:
    """Read "today", "yesterday", "tomorrow", "tonight"."""
    day = Near(Unit.DAY, DAYS_AWAY[found["n"]])
    return Clocked(day, DayPart.NIGHT) if found["n"] == "tonight" else day


def day_after_next(found: Found) -> Meaning | None:
    """Read "the day after tomorrow", "the day before yesterday"."""
    side = {"before": -1, "after": 1}.get(found["a"])
    return Near(Unit.DAY, DAYS_AWAY[found["n"]] + side) if side else None


def step(found: Found) -> Meaning | None:
    """Read "last week", "this month", "the following year", "the past decade"."""
    word, unit = found["s"], UNITS[found["u"]]
    step = STEPS[word]
    if word == "recent" or unit in (Unit.SECOND, Unit.MINUTE) or (word == "last" and unit is Unit.DAY):
        return None
    if (word in ("past", "coming") and unit is not Unit.WEEKEND) or unit is Unit.HOUR:
        return Stretch(unit, 1, step) if step else None
    context = word in FROM_CONTEXT or (word == "next" and "t" in found)
    return Near(unit, step, context=context)


def whole_unit(found: Found) -> Meaning:
    """Read "the weekend", "the year"."""
    return Near(UNITS[found["u"]], 0)


def part_of_day(found: Found) -> Meaning:
    """Read "last night", "this morning", "that evening", "the next morning"."""
    part = DAY_PARTS[found["n"]]
    if "s" not in found:
        return Clocked(None, part)
    word = found["s"]
    context = word in FROM_CONTEXT or "t" in found
    return Clocked(Near(Unit.DAY, STEPS[word], context=context), part)


def count_of(words: list[str]) -> float | None:
    """Return how many some words of a quantity say, None for "several" and the like."""
    if any(word in UNCOUNTED for word in words):
        return None
    if len(words) > 2 and words[-2] == "/":
        words = [*words[:-3], "".join(words[-3:])]
    return 1 if words in (["a"], ["an"], ["another"]) else number(words)


def _count(found: Found) -> tuple[float | None, bool]:
    """Return the number of a quantity with "and a half" after its unit, and whether it could be read."""
    words = found.part("q")
    count = count_of(words)
    known = count is not None or not words or any(word in UNCOUNTED for word in words)
    return (count + 0.5 if "b" in found and count is not None else count), known


def length(found: Found) -> Meaning | None:
    """Read "three weeks", "10-day", "two and a half years", "several months"."""
    count, known = _count(found)
    if "x" in found:  # "two or three weeks"
        count = None
    return Length(UNITS[found["u"]], count) if known else None


def steps_away(found: Found) -> Meaning | None:
    """Read "two months ago", "a year earlier", "three days later"."""
    count, known = _count(found)
    side = 1 if found["a"] in ("later", "after") else -1
    if not known:
        return None
    if count is None and found["a"] == "ago":
        return Vague("PAST_REF")
    return Near(UNITS[found["u"]], None if count is None else side * count, side, context=found["a"] != "ago")


def year_ago(found: Found) -> Meaning:
    """Read "year-earlier" and "the year-ago quarter"."""
    return Near(UNITS[found["u"]], -1, context=True)


def stretch(found: Found) -> Meaning | None:
    """Read "the past two months", "the coming days", "the first nine months"."""
    count, known = _count(found)
    word = found["s"]
    if not known:
        return None
    if word not in STEPS:
        return Length(UNITS[found["u"]], count)
    return Stretch(UNITS[found["u"]], count, STEPS[word] or -1)


def ahead(found: Found) -> Meaning:
    """Read "the weeks ahead"."""
    return Stretch(UNITS[found["u"]], None, 1)


def edge_of_unit(found: Found) -> Meaning:
    """Read "the end of the month", "earlier in the year", "year-end"."""
    return Edged(EDGES[found["e"]], Near(UNITS[found["u"]], 0))


def hour(found: Found) -> Meaning | None:
    """Read a time of the clock: "5 p.m.", "10:35 a.m.", "18:00 UTC", "0735 GMT", "noon"."""
    word = found["c"]
    if word in ("noon", "midnight"):
        return Clocked(None, hour=12 if word == "noon" else 24, minute=0)
    digits = re.fullmatch(r"(\d{1,2})(?:[:.]?([0-5]\d))?(?::\d\d)?", word)
    hour = int(digits[1]) if digits else number([word])
    if hour is None or hour > 24:
        return None
    minute = int(digits[2]) if digits and digits[2] else None
    if "p" in found:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["p"].startswith("p") else 0)
    return Clocked(None, hour=int(hour), minute=minute, utc=found.get("z") in ("utc", "gmt"))


def repeated(found: Found) -> Meaning | None:
    """Read "every day", "each Thursday", "every two weeks", "per month"."""
    word = found["n"]
    if word in WEEKDAYS:
        return Repeat(Unit.WEEK, weekday=WEEKDAYS[word])
    if word in DAY_PARTS:
        return Repeat(Unit.DAY, part=DAY_PARTS[word])
    if word in MONTHS or word in SEASONS:
        return Repeat(Unit.YEAR)
    every = 2.0 if "x" in found else (number(found.part("q")) or 1.0)
    return Repeat(UNITS[word], every=every)


def weekdays(found: Found) -> Meaning:
    """Read "Mondays", "Tuesday nights"."""
    part = DAY_PARTS[found["p"].removesuffix("s")] if "p" in found else None
    return Repeat(Unit.WEEK, weekday=WEEKDAYS[found["w"]], part=part)


def repeated_adverb(found: Found) -> Meaning:
    """Read "daily", "annually"."""
    return Repeat(ADVERBS[found["n"]])


def feast(found: Found) -> Meaning | None:
    """Read "Christmas Eve", "New Year's Day"."""
    words = [word for word in found.words.lower(found.first, found.last) if word not in ("'", "’")]
    name = " ".join(words).replace("’", "'").replace(" 's", "'s")
    return HOLIDAYS.get(name)


def vague_reference(found: Found) -> Meaning:
    """Read "now", "recently"."""
    return Vague(VAGUE[found["n"]])


def the_past(found: Found) -> Meaning | None:
    """Read "the past" where it is a noun."""
    return Vague("PAST_REF") if found["n"] == "past" else None


def reference(value: str) -> Action:
    """Return a reading that always gives this reference."""
    return lambda _: Vague(value)

"""
Times in and around a signal to the day on which it falls due: "by June 1", "within 48 hours", "if by then".

A time in the condition goes before one in the consequence, and that before one elsewhere in the sentence, which counts
only where its words set a limit. What lies before the signal was made is background, not a deadline. A length counts
from the making; in what follows an "if" it counts from the day the condition comes, which no article knows yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sayso.annotate.meanings import Unit
from sayso.annotate.timewords import WEEKDAYS
from sayso.record.entries import Signal, Time
from sayso.resolve.edtf import bounds, days_later
from sayso.resolve.periods import shifted_or_none
from sayso.spans import Span
from sayso.terms import SignalKind, TimeType

LIMIT: Final = re.compile(r"\b(?:by|before|until|till|within|no later than)\s+(?:the\s+|next\s+|this\s+)*$", re.I)
"""Words before a time that set a limit."""
GIVEN: Final = re.compile(
    r"\b(?:deadline|ultimatum|g[ai]v(?:e|es|en|ing)|ha(?:s|ve|d)|set|sets|allow(?:s|ed)?)\b", re.I
)
"""Words of a sentence in which a length is time that somebody is given."""
COUNTED: Final = re.compile(r"\b(?:within|in|inside|after)\s+(?:the\s+)?(?:next\s+|coming\s+)?(?:\w+\s+)?$", re.I)
"""Words before a length that count it from now on; "for two years" says how long, not when."""
TODAY: Final = frozenset("today tonight noon midnight dawn sunrise sunset morning afternoon evening".split())
"""Words by which a thing falls due on the day on which it is said; any other name of that day says when it was said."""
DENIED: Final = re.compile(r"\b(?:not|never|no|nothing|nobody|(?:fail|refuse)(?:s|d|ed)? to)\b|n['’]t\b", re.I)
"""Words of a condition that something is not done: its length counts from now on, as behind "unless"."""
THEN: Final = re.compile(r"\b(?:by|before|until|till)\s+then\b", re.I)
LENGTH: Final = re.compile(r"P(?:T(?P<hours>\d+)H|T(?P<minutes>\d+)M|(?P<n>\d+)(?P<unit>[DWMY]))")
UNITS: Final = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}
FARTHEST: Final = timedelta(days=3 * 366)
"""A date farther off than this is a term ("until 2030"), not a deadline that a crisis runs to; set by hand."""


@dataclass(frozen=True, slots=True)
class Due:
    """
    When a signal falls due.

    Attributes:
        edtf: As the text has it, or counted from the making where it gives a length.
        first: First day that it may mean, None where it only sets an end.
        last: Last day on which it is in time.
        words: The words that say so.
        of: What they belong to: `condition`, `consequence` or `sentence`.
    """

    edtf: str
    first: date | None
    last: date
    words: str
    of: str


def due(
    signal: Signal, text: str, sentence: Sequence[Span], times: Sequence[Time], made: tuple[date, date]
) -> Due | None:
    """
    Return when a signal falls due, None where its words set no end.

    Args:
        signal: The signal.
        text: Text of its article.
        sentence: The sentences that hold it.
        times: The time expressions of its article, in text order.
        made: First and last day on which it may have been made.
    """
    for of, spans in (("condition", signal.condition), ("consequence", signal.consequence), ("sentence", sentence)):
        for time in _inside(times, spans):
            found = _of_time(signal, text, time, of, made)
            if found is not None:
                return found
        if spans and of != "sentence" and any(THEN.search(span.of(text)) for span in spans):
            return _then(times, spans, text, made)
    return None


def _inside(times: Iterable[Time], spans: Iterable[Span] | None) -> Iterator[Time]:
    held = tuple(spans or ())
    return (time for time in times if any(time.span in span for span in held))


def _of_time(signal: Signal, text: str, time: Time, of: str, made: tuple[date, date]) -> Due | None:
    before = text[max(0, time.span.start - 24) : time.span.start]
    if time.type is TimeType.DURATION:
        return _length(signal, text, time, of, before, made)
    if time.type is TimeType.SET or time.edtf is None:
        return None
    if of == "sentence" and not LIMIT.search(before):
        return None
    words = time.span.of(text)
    if words.casefold() in WEEKDAYS and LIMIT.search(before):
        day = _next(words, made[1])
        return Due(f"../{day.isoformat()}", None, day, words, of)
    found = _dated(time.edtf, words, of, made)
    is_making = found is not None and found.last <= made[0] and TODAY.isdisjoint(words.casefold().split())
    return None if is_making and not LIMIT.search(before) else found


def _next(weekday: str, made: date) -> date:
    """Return the next such weekday after the making: a limit lies ahead, whatever tense its clause has."""
    return days_later(made, (WEEKDAYS[weekday.casefold()] - made.weekday() - 1) % 7 + 1)


def _dated(edtf: str, words: str, of: str, made: tuple[date, date]) -> Due | None:
    first, last = bounds(edtf)
    if last is None or last < made[0] or last - made[1] > FARTHEST:
        return None
    return Due(edtf, first, last, " ".join(words.split()), of)


def _length(signal: Signal, text: str, time: Time, of: str, before: str, made: tuple[date, date]) -> Due | None:
    """Return the end of a length that is counted from the making of the signal."""
    if of == "sentence":
        if signal.kind is not SignalKind.DEMAND and not signal.if_not:
            return None
        if not (LIMIT.search(before) or GIVEN.search(_around(text, time.span))):
            return None
    elif not COUNTED.search(before) or not _runs(signal, text, of):
        return None
    last = _after(made[1], time.value)
    if last is None:
        return None
    return Due(f"../{last.isoformat()}", None, last, " ".join(time.span.of(text).split()), of)


def _runs(signal: Signal, text: str, of: str) -> bool:
    """Tell whether a length counts from the making, and not from the day on which a condition comes."""
    if signal.condition is None or signal.if_not:
        return True
    return of == "condition" and any(DENIED.search(span.of(text)) for span in signal.condition)


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - 40) : span.end + 24]


def _after(day: date, length: str | None) -> date | None:
    """Return the day on which a length (ISO 8601) that begins on a day has passed."""
    found = LENGTH.fullmatch(length or "")
    if found is None:
        return None
    if found["hours"] or found["minutes"]:
        hours = int(found["hours"] or 0) + int(found["minutes"] or 0) / 60
        return shifted_or_none(day, Unit.DAY, -(-hours // 24))
    return shifted_or_none(day, UNITS[found["unit"]], int(found["n"]))


def _then(times: Sequence[Time], spans: Sequence[Span], text: str, made: tuple[date, date]) -> Due | None:
    """Return what "by then" points to: the last date before it that is still to come."""
    before = [time for time in times if time.type is not TimeType.SET and time.span.end <= spans[0].end and time.edtf]
    for time in reversed(before):
        found = _dated(time.edtf or "", time.span.of(text), "condition", made)
        if found is not None:
            return found
    return None

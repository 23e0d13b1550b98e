"""
A stretch of an article to tokens that mean the same in every article: ids, values and days in the place of words.

States stand under one id for their names, seats and adjectives, forces and ministries; others for whom an article names
under the id that it gives them; numbers under their value; dates under the day meant. All else stays a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sayso.acts.tokens import PART, plain
from sayso.annotate.numbers import CARDINALS, SCALES, number
from sayso.article.article import Sentence
from sayso.knowledge.knowledge import Knowledge
from sayso.merge.quotations import quotations
from sayso.record.entries import Reading
from sayso.record.sightings import base_of
from sayso.resolve.edtf import bounds
from sayso.spans import Span, Spans, cover
from sayso.terms import EntityKind, TimeType

STATE: Final = "="
NAME: Final = "@"
NUMBER: Final = "#"
DAY: Final = "~"
ACT: Final = "*"
"""First letters of tokens that are no plain words: a state, somebody or something else, a number, a date."""

_CLITIC: Final = re.compile(r"(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_DURATION: Final = re.compile(r"P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])*))?")
_DAYS: Final = {"Y": 365.0, "M": 30.4, "W": 7.0, "D": 1.0}
_UNNAMED: Final = "/unnamed-"


@dataclass(frozen=True, slots=True)
class Mark:
    """
    A stretch of the text that stands for a token.

    Attributes:
        span: Where.
        token: Which.
        keeps: Whether its words in small letters are tokens of their own besides: the ships of "three ships".
    """

    span: Span
    token: str
    keeps: bool


class Page:
    """
    An article as tokens are taken from it.

    Args:
        reading: The reading.
        known: The tables of states and their names.
    """

    def __init__(self, reading: Reading, known: Knowledge) -> None:
        self.text = reading.article.text
        self._known = known
        self._on = bounds(reading.article.published)[1]
        self._marks = _flat(self._found(reading))
        self._starts = [one.span.start for one in self._marks]
        self._quotations = quotations(self.text, _paragraphs(reading.article.sentences))

    def tokens(self, spans: Spans) -> tuple[str, ...]:
        """Return the tokens of some stretches, in text order."""
        return tuple(token for span in spans for token, _ in self._walk(span))

    def quoted(self, spans: Spans) -> tuple[bool, ...]:
        """Return for each token of some stretches whether it stands in quotation marks."""
        return tuple(any(at in one for one in self._quotations) for span in spans for _, at in self._walk(span))

    def _walk(self, span: Span) -> Iterator[tuple[str, Span]]:
        """Yield the tokens of a stretch, each with where it stands."""
        done: Mark | None = None
        for found in PART.finditer(self.text, span.start, span.end):
            here = Span(*found.span())
            mark = self._mark(here)
            if mark is not None and mark is not done:
                yield mark.token, here
            done = mark
            if mark is None or mark.keeps:
                yield from ((word, here) for word in _parts(found.group()) if mark is None or _is_thing(word))

    def _mark(self, word: Span) -> Mark | None:
        at = bisect_left(self._starts, word.end) - 1
        return self._marks[at] if at >= 0 and self._marks[at].span.end > word.start else None

    def _found(self, reading: Reading) -> Iterator[Mark]:
        """Yield every mark, those that go before others first."""
        for entity in reading.entities:
            if entity.kind is EntityKind.PERSON and _UNNAMED not in entity.id:
                yield from (Mark(span, NAME + base_of(entity.id), keeps=False) for span in entity.mentions)
        for hit in self._known.hits(self.text, self._on):
            known = [sense.known for sense in hit.senses]
            state = next((one for one in known if one.kind is EntityKind.COUNTRY), None)
            yield Mark(hit.span, STATE + state.id if state else NAME + known[0].id, keeps=False)
        for time in reading.times:
            if time.type is TimeType.DATE and (time.high or time.low):
                yield Mark(time.span, DAY + (time.high or time.low or ""), keeps=False)
            elif time.type is TimeType.DURATION and (length := _length(time.value)) is not None:
                yield Mark(time.span, f"{DAY}{length:.2g}d", keeps=False)
        for figure in reading.figures:
            value = figure.value if figure.value is not None else figure.low if figure.low is not None else figure.high
            if value is not None and value != 1:
                yield Mark(figure.span, numbered(value), keeps=True)


def _length(value: str | None) -> float | None:
    """Return the days of a TIMEX3 duration (`P6M`, `PT48H`), None where it is none."""
    found = _DURATION.fullmatch(value or "")
    if found is None:
        return None
    days = sum(float(number) * _DAYS[unit] for number, unit in re.findall(r"([\d.]+)([YMWD])", found.group(1)))
    hours = sum(float(number) / 24 for number in re.findall(r"([\d.]+)H", found.group(2) or ""))
    return days + hours or None


def _is_thing(word: str) -> bool:
    """Tell whether a word of a quantity is no number itself."""
    return word[0].isalpha() and word not in SCALES


def _paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    parts = groupby(sentences, key=lambda one: (one.zone, one.paragraph))
    return [cover(one.span for one in part) for _, part in parts]


def _flat(found: Iterator[Mark]) -> list[Mark]:
    """Return marks in text order of which none overlaps one that came before it in the order given."""
    taken: set[int] = set()
    held: list[Mark] = []
    for mark in found:
        here = range(mark.span.start, mark.span.end)
        if taken.isdisjoint(here):
            taken.update(here)
            held.append(mark)
    return sorted(held, key=lambda one: one.span)


def numbered(value: float) -> str:
    """Return the token of a number."""
    return f"{NUMBER}{value:g}"


def _parts(word: str) -> tuple[str, ...]:
    """Return a word in small letters, what is written together apart: `don't` is `do` and `n't`."""
    low = plain(word)
    if low[0].isdigit() or low in CARDINALS:
        value = number([low])
        return (low,) if value is None or low == "one" else (numbered(value),)
    cut = _CLITIC.match(low)
    return cut.groups() if cut else (low,)

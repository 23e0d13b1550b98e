"""
Text to quantities: exact, rounded, bounded and relative, each with its unit and what it counts.

A hedge makes bounds: "some 4,000" has none, "more than 90" is open above, "nearly 30" open below; what is stated
without one is exact. Years, dates, clock times and lengths of time are no figures (they are times), nor are numbers
that name ("Article 5", "Boeing 737", "T-72"). The rules are in `figurerules`, their words in `figurewords`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from sayso.annotate.counted import counted
from sayso.annotate.figurechecks import checked, stands_alone
from sayso.annotate.figurerules import RULES, Quantity
from sayso.annotate.figurewords import CURRENCIES, NATIONAL, SIGNS, VOCABULARY
from sayso.annotate.grammar import Found, Words
from sayso.annotate.syntax import Tree
from sayso.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class FigureMention:
    """
    A quantity as it is written.

    Attributes:
        span: Its words, with hedge and unit, without what is counted.
        value: The number stated, None where only bounds are ("hundreds", "between 3 and 5").
        low: Lower bound, None where the text leaves it open.
        high: Upper bound, likewise; an exact figure has both equal to its value.
        unit: `USD`, `km`, `%`, `times`, `years` (of age), None for plain counts.
        of: What is counted, None where the text does not name it.
    """

    span: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    of: Spans | None


class Hedge(Enum):
    """What the words around a number make of it."""

    ABOUT = "about"
    MORE = "more"
    LESS = "less"


def figures(
    text: str,
    spans: Iterable[Span],
    trees: Iterable[Tree] = (),
    taken: Iterable[Span] = (),
) -> list[FigureMention]:
    """
    Find the quantities of some sentences.

    Args:
        text: The article's canonical text.
        spans: Its sentences.
        trees: Their dependency trees, where there are any; they sharpen what is counted.
        taken: Spans that are known to be something else (the article's times): no figure overlaps them, ages excepted.

    Returns:
        In text order; none overlaps another.
    """
    words = VOCABULARY.read(text, spans)
    by_start = {tree.words[0].span.start: tree for tree in trees if tree.words}
    others = Taken(taken)
    done: list[FigureMention] = []
    for found, stated in RULES.matches(words):
        quantity = checked(words, found, stated)
        if quantity is None:
            continue
        first, last, hedge = _hedged(words, found)
        partitive = quantity.unit not in (None, "years") or _is_share(found)
        of = counted(words, last, by_start, partitive=partitive, money=quantity.unit in MONEY)
        if hedge is None and of is None and quantity.plain and not stands_alone(words, found, quantity):
            continue
        made, span = _bounded(quantity, hedge), words.span(first, last)
        if quantity.unit == "years" or not others.overlaps(span):
            done.append(FigureMention(span, made.value, made.low, made.high, made.unit, (of,) if of else None))
    return done


# What stands before a number, longest first, and what it makes of it.
LEFT: Final = (
    (VOCABULARY.compile("(NO MORE THAN | AT MOST | A? MAXIMUM OF) $"), Hedge.LESS),
    (VOCABULARY.compile("(NO LESS THAN | AT LEAST | A? MINIMUM OF | IN? UPWARDS OF) $"), Hedge.MORE),
    (VOCABULARY.compile("JUST? (MORE THAN | OVER) $"), Hedge.MORE),
    (VOCABULARY.compile("(JUST? (LESS THAN | UNDER) | UP TO | CLOSE TO | AS MANY AS) $"), Hedge.LESS),
    (VOCABULARY.compile("(A? ABOUT) $"), Hedge.ABOUT),
)
RIGHT: Final = (
    (VOCABULARY.compile("OR MORE | PLUS"), Hedge.MORE),
    (VOCABULARY.compile("OR LESS"), Hedge.LESS),
)
MONEY: Final = frozenset((*SIGNS.values(), *CURRENCIES.values(), *NATIONAL.values()))
HEDGE_REACH: Final = 4  # words; the longest hedge, "a minimum of", is shorter


def _hedged(words: Words, found: Found) -> tuple[int, int, Hedge | None]:
    """Return the words of a quantity with its hedge, and which it is."""
    for pattern, hedge in LEFT:
        match = pattern.search(words.codes, max(0, found.first - HEDGE_REACH), found.first)
        if match:
            return match.start(), found.last, hedge
    for pattern, hedge in RIGHT:
        match = pattern.match(words.codes, found.last)
        if match:
            return found.first, match.end(), hedge
    return found.first, found.last, None


def _bounded(quantity: Quantity, hedge: Hedge | None) -> Quantity:
    """Open the bounds that a hedge opens; a range and a plural scale keep their own."""
    if hedge is None or quantity.value is None:
        return quantity
    if hedge is Hedge.ABOUT:
        return replace(quantity, low=None, high=None)
    return replace(quantity, high=None) if hedge is Hedge.MORE else replace(quantity, low=None)


def _is_share(found: Found) -> bool:
    """Tell whether a quantity is a share ("a third", "one in five"), which counts what "of" leads to."""
    return found.match.re.groupindex.keys() == {"n"} and found.words.lower(found.last, found.last + 1) == ["of"]


class Taken:
    """Spans that figures keep clear of, for quick look-up."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def overlaps(self, span: Span) -> bool:
        """Tell whether any of them shares a code point with `span`."""
        index = bisect_right(self._starts, span.start)
        return any(one.overlaps(span) for one in self._spans[max(0, index - 1) : index + 2])

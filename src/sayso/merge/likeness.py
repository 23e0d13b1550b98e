"""
The contents of two reports to how much of the one the other says, in bits and as shares, and where they contradict.

Every word weighs what it tells (`stems.meaning`). A word is met by its own stem, or in part by a word that may name the
same act or a kind of the same thing, and in part by what stands around the other content: reporters cut differently.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.merge.gist import Gist
from sayso.merge.stems import Meaning, meaning
from sayso.merge.tokens import ACT, DAY, NAME, NUMBER, STATE

STATE_WEIGHT: Final = 1.5
NAME_WEIGHT: Final = 6.0
NUMBER_WEIGHT: Final = 5.0
SMALL_WEIGHT: Final = 2.0
DAY_WEIGHT: Final = 5.0
ACT_WEIGHT: Final = 4.0
"""Bits that a state, another name, a number, one of a single digit, a date and an act tell. Set by hand: states
are named in nearly every statement, and "two" says little."""
OWN: Final = 0.4
"""Share of its weight that the speaker's own side keeps, which "we" and "his country" leave unsaid. By hand."""
SAME_WORD: Final = 0.8
"""How far a word is met by one that reporters put for it. By hand."""
SAME_ACT: Final = 0.6
SAME_THING: Final = 0.6
"""How far a word is met by one for the same act, and by one for a kind of the same thing. By hand."""
MANY: Final = 8
"""A verb that may name so many acts names none in particular."""
BESIDE: Final = 0.5
"""How far a word is met by one outside the other content, in the same sentence. By hand."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """
    How far two contents say the same.

    Attributes:
        shared: Bits that both tell.
        short: Share of the content that tells less which the other has too, 0 to 1.
        long: Share of the other, likewise.
        run: Most words in a row that both have.
        quoted: Most words in a row that both have and that stand in quotation marks in one of them at least.
        numbers: Whether each has a number or date that the other lacks.
        names: Whether each has a name or state that the other lacks.
    """

    shared: float
    short: float
    long: float
    run: int
    quoted: int
    numbers: bool
    names: bool


@dataclass(frozen=True, slots=True)
class _Term:
    """
    A token that tells something.

    Attributes:
        token: As `tokens` gives it.
        weight: Bits that it tells.
        key: What it is known by: the stem of a word, else the token.
        meaning: Of a word what it comes to, where other words may name the same act or thing; else None.
    """

    token: str
    weight: float
    key: str
    meaning: Meaning | None


@dataclass(frozen=True, slots=True)
class _Content:
    """
    What is compared of some tokens.

    Attributes:
        terms: Those that tell something, each once.
        weight: Bits that they tell together.
        keys: What each is known by.
        kinds: The meanings of those that another word may name too.
    """

    terms: tuple[_Term, ...]
    weight: float
    keys: frozenset[str]
    kinds: tuple[Meaning, ...]


def likeness(one: Gist, other: Gist) -> Likeness:
    """Return how far two reports say the same."""
    first, second = _content(one.tokens, one.side), _content(other.tokens, other.side)
    there = _met(first, second, _content(other.around, other.side))
    here = _met(second, first, _content(one.around, one.side))
    bits = [
        sum(term.weight * met for term, met in zip(whole.terms, found, strict=True))
        for whole, found in ((first, there), (second, here))
    ]
    sums = (first.weight, second.weight)
    shares = [part / whole if whole else 0.0 for part, whole in zip(bits, sums, strict=True)]
    short, long = shares if sums[0] <= sums[1] else shares[::-1]
    run, quoted = _runs(one, other)
    return Likeness(
        shared=min(bits),
        short=short,
        long=long,
        run=run,
        quoted=quoted,
        numbers=_each_lacks(one.tokens, other.tokens, (NUMBER, DAY)),
        names=_each_lacks(one.tokens, other.tokens, (NAME, STATE), besides={one.side, other.side}),
    )


def telling_words(gist: Gist) -> list[tuple[str, float]]:
    """Return the words and names of a content, states left out, the most telling first, each with its bits."""
    terms = _content(gist.tokens, gist.side).terms
    found = ((term.key, term.weight) for term in terms if term.token[0] not in (STATE, ACT))
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


@lru_cache(maxsize=8192)
def _content(tokens: tuple[str, ...], side: str | None) -> _Content:
    found: dict[str, _Term] = {}
    for token in tokens:
        term = _term(token, side)
        if term.weight and (term.key not in found or found[term.key].weight > term.weight):
            found[term.key] = term
    terms = tuple(found.values())
    kinds = tuple(one.meaning for one in terms if one.meaning is not None)
    return _Content(terms, sum(one.weight for one in terms), frozenset(found), kinds)


def _is_shared(known: Meaning) -> bool:
    """Tell whether other words may name the same act, or a kind of the same thing."""
    return bool(known.things or known.kin) or 0 < len(known.acts) < MANY


def _term(token: str, side: str | None) -> _Term:
    head = token[0]
    if head == STATE:
        return _Term(token, STATE_WEIGHT * (OWN if token[1:] == side else 1.0), token, None)
    if head == NAME:
        return _Term(token, NAME_WEIGHT, token, None)
    if head == NUMBER:
        return _Term(token, SMALL_WEIGHT if len(token) == 2 else NUMBER_WEIGHT, token, None)
    if head == DAY:
        return _Term(token, DAY_WEIGHT, token, None)
    if head == ACT:
        return _Term(token, ACT_WEIGHT, token, None)
    known = meaning(token)
    return _Term(token, known.weight, known.stem, known if _is_shared(known) else None)


def _met(own: _Content, content: _Content, around: _Content) -> list[float]:
    """Return how far each term is met by the other report."""
    return [
        1.0 if term.key in content.keys else max(_best(term, content), BESIDE * _best(term, around))
        for term in own.terms
    ]


def _best(term: _Term, others: _Content) -> float:
    """Return how far a term is met by the likest of some."""
    if term.key in others.keys:
        return 1.0
    if term.meaning is None or not others.kinds:
        return 0.0
    return max([_like(term.meaning, one) for one in others.kinds])


def _like(first: Meaning, second: Meaning) -> float:
    """Return how far one word is met by another of another stem."""
    if first.kin & second.kin:
        return SAME_WORD
    if first.things & second.things and (first.things <= second.things or second.things <= first.things):
        return SAME_THING
    if first.acts & second.acts and len(first.acts) < MANY and len(second.acts) < MANY:
        return SAME_ACT
    return 0.0


def _runs(one: Gist, other: Gist) -> tuple[int, int]:
    """Return the most words in a row that two contents share, and the most that either has in quotation marks."""
    there: dict[str, list[int]] = {}
    for j, token in enumerate(other.tokens):
        there.setdefault(token, []).append(j)
    same = [[] if token[0] == ACT else there.get(token, []) for token in one.tokens]
    quoted, other_quoted = _places(one), _places(other)
    if not quoted and not other_quoted:
        return _longest(same), 0
    either = [at if i in quoted else [j for j in at if j in other_quoted] for i, at in enumerate(same)]
    return _longest(same), _longest(either)


def _longest(same: Iterable[Sequence[int]]) -> int:
    """Return the longest run of places, one after the other, in lists that follow one another."""
    best = 0
    before: dict[int, int] = {}
    for places in same:
        before = {j: before.get(j - 1, 0) + 1 for j in places}
        if before:
            best = max(best, *before.values())
    return best


def _places(gist: Gist) -> frozenset[int]:
    return frozenset(at for start, end in gist.quoted for at in range(start, end))


def _each_lacks(
    one: Sequence[str], other: Sequence[str], heads: tuple[str, ...], besides: Iterable[str | None] = ()
) -> bool:
    skipped = set(besides)
    first, second = (
        {token for token in tokens if token[0] in heads and token[1:] not in skipped} for tokens in (one, other)
    )
    return bool(first - second) and bool(second - first)

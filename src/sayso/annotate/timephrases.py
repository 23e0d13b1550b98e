"""
Cores to phrases: an expression's core grows over the words that belong to it, and neighbours are joined.

"late" and "the end of" before it, "morning" after it, "about" before a length; a clock time and the day that follows
it become one; the first of two dates takes the year that only the second shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, TypeAlias, TypeGuard

from sayso.annotate.grammar import Found, Words
from sayso.annotate.meanings import (
    Calendar,
    Clocked,
    Edge,
    Edged,
    Length,
    Meaning,
    Near,
    Portion,
    Stretch,
    Unit,
    grain,
)
from sayso.annotate.numbers import number, ordinal
from sayso.annotate.timewords import DAY_PARTS, EDGES, UNITS, VOCABULARY


@dataclass(frozen=True, slots=True)
class Piece:
    """
    An expression while it grows.

    Attributes:
        first: Its first word.
        last: One past its last word.
        meaning: What it means so far.
        hedged: Whether a word says that it is not exact.
    """

    first: int
    last: int
    meaning: Meaning
    hedged: bool = False


def grown(words: Words, piece: Piece) -> Piece:
    """Return a piece with the modifiers around it: "morning" after it, "the end of", "about" before it."""
    after = PART_AFTER.match(words.codes, piece.last)
    if after and is_day(piece.meaning):
        part = DAY_PARTS[words.word(after.start("p")).lower()]
        piece = replace(piece, last=after.end(), meaning=Clocked(piece.meaning, part))
    for _ in range(LEFT_REACH):
        for pattern, action in LEFT:
            match = pattern.search(words.codes, max(0, piece.first - LEFT_REACH), piece.first)
            grown = action(Found(words, match), piece) if match else None
            if grown:
                piece = grown
                break
        else:
            break
    return piece


def _edge(found: Found, piece: Piece) -> Piece | None:
    if grain(piece.meaning) is None or isinstance(piece.meaning, Edged):
        return None
    edge = EDGES[found["e"]]
    if edge in (Edge.EARLIER, Edge.LATER) and isinstance(piece.meaning, Calendar):
        return None  # "he said later Friday" tells nothing of the day
    return replace(piece, first=found.first, meaning=Edged(edge, piece.meaning))


def _sometime(found: Found, piece: Piece) -> Piece | None:
    return replace(piece, first=found.first) if grain(piece.meaning) else None


def _portion(found: Found, piece: Piece) -> Piece | None:
    """Read "the last week of March", "the first nine months of 1989", "the week of March 6"."""
    if grain(piece.meaning) is None or isinstance(piece.meaning, Edged | Portion | Clocked):
        return None
    unit = Unit.HALF if found["u"] == "half" else UNITS[found["u"]]
    index = ordinal(found.part("o")) or (1 if found.get("o") == "opening" else -1) if "o" in found else 0
    count = int(number(found.part("c")) or 1)
    return replace(piece, first=found.first, meaning=Portion(unit, index, piece.meaning, count))


def _part_of(found: Found, piece: Piece) -> Piece | None:
    if not is_day(piece.meaning):
        return None
    return replace(piece, first=found.first, meaning=Clocked(piece.meaning, DAY_PARTS[found["n"]]))


def _hedge(found: Found, piece: Piece) -> Piece | None:
    counted = isinstance(piece.meaning, Length | Stretch | Clocked) or (
        isinstance(piece.meaning, Near) and found.words.codes[piece.first] not in UNHEDGED
    )
    compared = found.words.word(found.first - 1).lower() in COMPARED  # "ten times more than a year before"
    if not counted or compared or piece.hedged or (isinstance(piece.meaning, Clocked) and piece.meaning.whole):
        return None
    return replace(piece, first=found.first, hedged=True)


_Growth: TypeAlias = Callable[[Found, Piece], Piece | None]

LEFT_REACH: Final = 8  # words; the longest modifier, "the last seventy-two hours of the", is shorter
LEFT: Final[tuple[tuple[re.Pattern[str], _Growth], ...]] = tuple(
    (VOCABULARY.compile(f"({rule}) $"), action)
    for rule, action in (
        ("THE? e=EDGE OF THE?", _edge),
        ("THE? e=EARLY HYPHEN?", _edge),
        ("e=EARLIER (IN | ON)?", _edge),
        ("SOMETIME (IN | ON)?", _sometime),
        ("THE? o=(RANK | LAST | FINAL | OPENING) c=(CARD | DAY)? u=(ANYUNIT | HALF) OF THE?", _portion),
        ("THE u=WEEKWORD OF", _portion),
        ("THE? n=PART OF THE?", _part_of),
        ("HEDGE | NO? (MORE | LESS) THAN | AT LEAST", _hedge),
    )
)
PART_AFTER: Final = VOCABULARY.compile("HYPHEN? p=PART")
JOINS: Final = VOCABULARY.compile("(ON | COMMA)?")
COORDINATED: Final = VOCABULARY.compile("AND d=DAY (?=STOP | IN | AT | TO)")
COMPARED: Final = frozenset({"times", "percent", "%", "points", "much", "far"})
UNHEDGED: Final = VOCABULARY.code("STEP") + VOCABULARY.code("THE") + VOCABULARY.code("TODAY")


def add(words: Words, pieces: list[Piece], piece: Piece) -> None:
    """Append a piece: joined to a clock time before it, and with a day that shares its month ("24 and 25")."""
    before = pieces[-1] if pieces else None
    joined = before and JOINS.fullmatch(words.codes, before.last, piece.first)
    if before and joined and _is_hour(before.meaning) and is_day(piece.meaning):
        pieces[-1] = replace(before, last=piece.last, meaning=replace(before.meaning, whole=piece.meaning))
        return
    pieces.append(piece)
    other = COORDINATED.match(words.codes, piece.last)
    if other and isinstance(piece.meaning, Calendar) and piece.meaning.day and piece.meaning.month:
        day = int(words.word(other.start("d")))
        pieces.append(Piece(other.start("d"), other.end("d"), replace(piece.meaning, day=day, weekday=None)))


def is_day(meaning: Meaning) -> bool:
    """Tell whether a meaning names a day without a time of day."""
    return grain(meaning) is Unit.DAY and not isinstance(meaning, Clocked)


def _is_hour(meaning: Meaning) -> TypeGuard[Clocked]:
    return isinstance(meaning, Clocked) and meaning.whole is None and meaning.hour is not None


def sharing_years(words: Words, pieces: list[Piece]) -> list[Piece]:
    """Give the first of two dates the year of the second: "March and April 2015", "3 May to 5 June 2014"."""
    done = list(pieces)
    for index in range(len(done) - 1, 0, -1):
        first, last = done[index - 1], done[index]
        if not isinstance(first.meaning, Calendar) or not isinstance(last.meaning, Calendar):
            continue
        open_year = first.meaning.month and first.meaning.year is None and last.meaning.month and last.meaning.year
        if open_year and JOINED_DATES.fullmatch(words.codes, first.last, last.first):
            done[index - 1] = replace(first, meaning=replace(first.meaning, year=last.meaning.year))
    return done


JOINED_DATES: Final = VOCABULARY.compile("AND | OR | DASHTO | COMMA")

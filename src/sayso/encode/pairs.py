"""
A move and a rule in its passage to the pieces that the matcher reads together; no numbers are computed here.

A rule is what somebody said would follow upon what. It is read in the words around it, for half of what it means may
have been said a sentence before ("do that again"), with the pieces of its condition and of its consequence marked, so
that of several rules in one passage the one is meant that is marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from sayso.encode.tokens import Vocabulary, words
from sayso.spans import Span, Spans, cover

BEFORE: Final = 320
"""Code points before a rule that are read with it; set by hand: about two sentences of news."""
AFTER: Final = 80
"""Code points behind it, likewise."""
MOST: Final = 184
"""Pieces of a pair at most; of a longer one the words farthest before the rule are left out, and then its last."""
MOVE: Final = 48
"""Pieces of a move at most: a headline has 20."""


class Part(IntEnum):
    """What a piece belongs to."""

    MOVE = 0
    AROUND = 1
    CONDITION = 2
    CONSEQUENCE = 3
    UNLESS = 4
    """The condition, where the consequence follows if it does *not* come."""


class Shared(IntEnum):
    """How a name stands to those of the other text."""

    NO_NAME = 0
    SAME = 1
    """The other text names the same, perhaps otherwise."""
    PART = 2
    """It is a member, organ or place of what the other names."""
    WHOLE = 3
    """The other names a part of it."""
    ELSEWHERE = 4
    """The other has it not."""


Names = Sequence[tuple[Span, Shared]]
"""The known names of a text, in its order, none overlapping."""


@dataclass(frozen=True, slots=True)
class Rule:
    """
    What was said would follow upon what, where it was said.

    Attributes:
        text: The article.
        condition: Where it stands in it; empty where none was read.
        consequence: Likewise.
        if_not: Whether the consequence follows where the condition does not come.
    """

    text: str
    condition: Spans
    consequence: Spans
    if_not: bool

    @property
    def passage(self) -> Span:
        """The stretch of text that is read, from word to word."""
        held = cover((*self.condition, *self.consequence))
        start, end = max(0, held.start - BEFORE), min(len(self.text), held.end + AFTER)
        while 0 < start < held.start and not self.text[start - 1].isspace():
            start += 1
        while len(self.text) > end > held.end and not self.text[end].isspace():
            end -= 1
        return Span(start, end)


@dataclass(frozen=True, slots=True)
class Pair:
    """
    What the matcher takes: one row of each for every piece. *Shape:* `(pieces,)` each.

    Attributes:
        ids: Piece ids with [CLS], and [SEP] behind the move and at the end.
        shapes: Shape ids, as the encoder has them.
        parts: See `Part`.
        shared: See `Shared`.
    """

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    parts: tuple[int, ...]
    shared: tuple[int, ...]


def lay_out(move: str, rule: Rule, names: tuple[Names, Names], vocabulary: Vocabulary) -> Pair:
    """
    Lay a move and a rule out as the matcher takes them.

    Args:
        move: What is asked about, in words.
        rule: What may be set off.
        names: The known names of the move and of the rule's passage; spans of the latter are of the whole text.
        vocabulary: The encoder's.
    """
    first = _rows(move, words(move, 0, len(move)), names[0], vocabulary, [])[:MOVE]
    marks = [(span, Part.UNLESS if rule.if_not else Part.CONDITION) for span in rule.condition]
    marks += [(span, Part.CONSEQUENCE) for span in rule.consequence]
    held = rule.passage
    second = _rows(rule.text, words(rule.text, held.start, held.end), names[1], vocabulary, marks)
    room = MOST - 3 - len(first)
    if len(second) > room:
        marked = next((at for at, row in enumerate(second) if row[2] is not Part.AROUND), 0)
        cut = min(marked, len(second) - room)
        second = second[cut : cut + room]
    end = (vocabulary.sep, 0, Part.MOVE, Shared.NO_NAME)
    start = (vocabulary.cls, 0, Part.MOVE, Shared.NO_NAME)
    ids, shapes, parts, shared = zip(start, *first, end, *second, (end[0], 0, Part.AROUND, end[3]), strict=True)
    return Pair(ids, shapes, tuple(map(int, parts)), tuple(map(int, shared)))


def _rows(
    text: str, spans: Sequence[Span], names: Names, vocabulary: Vocabulary, marks: Sequence[tuple[Span, Part]]
) -> list[tuple[int, int, Part, Shared]]:
    """Return id, shape, part and name of each piece; without marks all is the move's."""
    line = vocabulary.line(text, spans)
    rows = []
    for span, pieces, shape in zip(line.spans, line.pieces, line.shapes, strict=True):
        outside = Part.AROUND if marks else Part.MOVE
        part = next((part for held, part in marks if span in held), outside)
        name = next((how for held, how in names if span in held), Shared.NO_NAME)
        rows += [(piece, shape, part, name) for piece in pieces]
    return rows

"""
The words of a move to other ways of saying them, in which its verb cannot be taken for a noun: "India will blockade".

A move is worded as headlines are, in the simple present and without much around it, and a parser that was trained on
whole sentences takes "blockades" for a noun. Said of what is to come, the same words leave it no choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sayso.acts.words import lemmas
from sayso.annotate.lemmas import lemma

LEAD: Final = "Meanwhile, "
"""What is said before a move, for a parser that has heard nothing yet."""
WILL: Final = "will "
WORD: Final = re.compile(r"[A-Za-z][\w'’-]*")
NO_VERB_BEHIND: Final = frozenset(
    "the a an its their his her our this that these those of in on at to for from by with and or no any all".split()
)
"""Words behind which no verb follows."""
MOST: Final = 2
"""Words of a move that are tried as its verb; set by hand."""


@dataclass(frozen=True, slots=True)
class Variant:
    """
    A way of saying a move.

    Attributes:
        text: The words.
        at: Where they part from those of the move.
        end: Where they come together again, in the move.
        gained: By how many letters they are longer.
    """

    text: str
    at: int
    end: int
    gained: int

    def back(self, place: int) -> int:
        """Return the place in the move that a place in these words stands for."""
        if place <= self.at:
            return place
        if place >= self.end + self.gained:
            return place - self.gained
        return min(max(self.at, place - len(WILL)), self.end)


def said_otherwise(text: str) -> Iterator[Variant]:
    """Yield other ways of saying a move: each word that may be its verb told of what is to come, then after a lead."""
    for start, match in tuple(_verbs(text))[:MOST]:
        told = WILL + lemma(match.group(), "VERB")
        end = match.end()
        yield Variant(text[:start] + told + text[end:], start, end, len(told) - (end - start))
    yield Variant(LEAD + text, 0, 0, len(LEAD))


def _verbs(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the words that may be the verb of a headline with where each begins: those in the third person first."""
    words = list(WORD.finditer(text))
    known = lemmas(noun=False)
    plural = []
    for before, word in pairwise(words):
        low = word.group()
        is_to = before.group() == "to" and low == lemma(low, "VERB")
        if not low.islower() or lemma(low, "VERB") not in known:
            continue
        if is_to:
            plural.append((before.start(), word))
        elif before.group().lower() in NO_VERB_BEHIND:
            continue
        elif low != lemma(low, "VERB") and low.endswith("s"):
            yield word.start(), word
        elif low == lemma(low, "VERB"):
            plural.append((word.start(), word))
    yield from plural

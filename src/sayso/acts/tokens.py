"""
A stretch of text to words: the few notions of a word that rules over plain text share, each with what needs it.

The encoder cuts text its own way (`encode/tokens.py`), zones read lines (`article/`), and copies are told by every mark
(`merge/stories.py`). Whoever compares wordings takes one of the notions below.
"""

from __future__ import annotations

import re
from typing import Final

_WRITTEN: Final = r"[^\W_]+(?:[-.'’][^\W_]+)*"

WORD: Final = re.compile(_WRITTEN)
"""A word as written, whole: "cease-fire", "U.S", "isn't". Classes of objects and clauses of signals know such words."""
WORD_OR_MARK: Final = re.compile(rf"{_WRITTEN}|--|[^\w\s]")
"""The same, and each mark between: what a helper or a negation reaches ends at a mark."""
PART: Final = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A number whole, or letters: outlets differ in hyphens, so reports are compared by what stands on either side."""
NAME_PART: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
"""Letters and digits of a name, without its hyphens and points: outlets print "Al-Ahram", "Al Ahram" and "A.P."."""


def plain(word: str) -> str:
    """Return a word in small letters, with a straight apostrophe."""
    return word.lower().replace("’", "'")


def unowned(word: str) -> str:
    """Return a word in small letters, without the ending of an owner: "Navy's" is "navy"."""
    return plain(word).removesuffix("'s")


def third_person(verb: str) -> str:
    """Return the form of a regular verb, given as its lemma, that goes with "she": "carries", "vetoes"."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")

"""
A stretch of text to its telling words: each with its forms, and whom it is part of the name of.

Words that a clause may have or lack without saying something else are told apart from those that it may not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.acts.tokens import WORD, unowned
from sayso.annotate.lemmas import lemma
from sayso.record.entries import Entity
from sayso.spans import Span

NOT: Final = frozenset("not never cannot no without neither nor".split())
AUXILIARIES: Final = frozenset(
    """be is are was were been being have has had having do does did will would shall should can could may might must
    to go goes going keep keeps continue continues begin begins start starts ever again still""".split()
)
EMPTY: Final = AUXILIARIES | frozenset(
    """a an the this that these those it its he his him she her they their them we our us you your i my who whom which
    what whose such so as at by for from in into of off on onto out over to toward towards up upon with within about
    across after against along around before behind below beyond down during near through under between among and or
    than then there here further more any anybody anyone someone somebody whoever every all some other another foreign
    outside if unless until once when while just only also even yet both either so much single mere slightest own
    's""".split()
)
"""Words that a clause may have or lack without saying something else."""
NOMINAL: Final = (
    ("ication", "y"), ("ation", "e"), ("ation", ""), ("ition", "e"), ("ission", "it"), ("sion", "d"), ("sion", "de"),
    ("tion", "t"), ("tion", "te"), ("ment", ""), ("ance", ""), ("ence", "e"), ("ence", ""), ("al", "e"), ("al", ""),
    ("ure", "e"), ("ure", ""), ("age", ""), ("ing", ""), ("ing", "e"),
)  # fmt: skip
"""Endings of nouns of doing with those of their verbs."""


@dataclass(frozen=True, slots=True)
class Term:
    """
    A word of a clause.

    Attributes:
        start: Where it stands in its text.
        low: In small letters.
        forms: Its lemma as a verb and as a noun, and the verb that it is the noun of.
        name: Id of whom it is part of the name of, or None.
    """

    start: int
    low: str
    forms: frozenset[str]
    name: str | None

    @property
    def tells(self) -> bool:
        """Whether a clause without it would say something else."""
        return self.name is not None or self.low not in EMPTY | NOT


def terms(text: str, within: Span, entities: Mapping[str, Entity]) -> tuple[Term, ...]:
    """Return the words of a stretch of text."""
    named = [(span, one.id) for one in entities.values() for span in one.mentions if span.overlaps(within)]
    return tuple(
        Term(found.start(), unowned(found.group()), _forms(unowned(found.group())), _name(found, named))
        for found in WORD.finditer(text, within.start, within.end)
    )


def _is_common(word: str) -> bool:
    """Tell whether a word of a name is no part of it: "Chadian | herders"; a pronoun stands for the whole."""
    return word[0].islower() and unowned(word) not in EMPTY


def _name(found: re.Match[str], named: Sequence[tuple[Span, str]]) -> str | None:
    if _is_common(found.group()):
        return None
    here = Span(*found.span())
    held = [(len(span), key) for span, key in named if span.overlaps(here)]
    return min(held)[1] if held else None


@cache
def _forms(low: str) -> frozenset[str]:
    verbs = (low.removesuffix(end) + verb for end, verb in NOMINAL if low.endswith(end) and len(low) > len(end) + 3)
    return frozenset((low, lemma(low, "VERB"), lemma(low, "NOUN"), *verbs))

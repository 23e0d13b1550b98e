"""
What a condition or a move only describes to how the two compare: a doer without a name, a thing that a place is called
after, what "it" may be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.acts.objects import compare_things, head_of
from sayso.spans import Span
from sayso.terms import Match
from sayso.weigh.frames import Frame
from sayso.weigh.terms import terms

POINTING: Final = re.compile(r"(?:those|these|both|such)\b", re.I)
"""How words begin for those whom an article has named by their kind: "those tanks"."""
FITS: Final = (Match.SAME, Match.NARROWER)
"""Matches by which one thing is met by another."""


def is_name(words: str | None) -> bool:
    """Tell whether words for a doer end in a name."""
    return words is not None and words.split()[-1][:1].isupper()


def compare_doers(asked: str, found: Frame) -> Match:
    """Compare a doer that is only described ("the rebels") with who makes a move: the same word, or somebody else."""
    head = head_of(asked)
    if found.doer is not None and head_of(found.doer) == head:
        return Match.SAME
    if found.doer is not None and POINTING.match(asked) and compare_things(asked, found.doer) in FITS:
        return Match.NARROWER
    return Match.UNKNOWN if asked.split()[-1][:1].isupper() else Match.CLASH


def is_named_after(frame: Frame, found: Frame) -> bool:
    """Tell whether the thing of a condition is what a place is called after that a move hits: "the | dam" of Rogun."""
    place = found.entities.get(found.place or "")
    if found.thing is not None or place is None or frame.thing is None:
        return False
    return place.name.casefold().split()[-1:] == [head_of(frame.thing)]


def is_told(thing: str, found: Frame) -> bool:
    """Tell whether a move says of what kind its act is by a word of a thing: "a | nuclear | test" of a device."""
    return any(one.tells and one.forms & found.said for one in terms(thing, Span(0, len(thing)), {}))


def is_spoken_of(things: Sequence[str], article: str) -> bool:
    """Tell whether an article has the head of one of some things: what its "it" may be."""
    heads = (head_of(one) for one in things)
    return any(head and re.search(rf"\b{re.escape(head)}", article, re.I) for head in heads)

"""
The words behind a verb to where it is done, where no name says so: "to the border", "into the buffer zone", "there".

Such a spot lies in what its article is about. It is never taken for a place that is named; it only tells one from the
other, so that troops in Chad do not count as troops at "the border" of somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sayso.acts.objects import classify, lineage
from sayso.record.entries import Entity
from sayso.spans import Span

BEHIND: Final = 90
"""How far behind a verb its place may stand, in code points; set by hand, a clause's length."""
CLAUSE_END: Final = re.compile(
    r"[.;:!?\"“”()\n–—]|,|\b(?:if|unless|when|until|that|which|who|and|but|or|said|warned)\b", re.I
)
"""What ends the words that belong to a verb."""
_PREPOSITIONS: Final = r"(?:in|into|to|at|on|onto|from|of|inside|near|across|through|along|towards?|over|off)"
PLACING: Final = re.compile(
    rf"(?:^(?!\s+{_PREPOSITIONS}\b)|\b{_PREPOSITIONS}\b)"
    r"\s+((?:[\w'’-]+\s+){0,3}?[\w'’-]+)(?=\s+(?:in|into|to|at|on|from|of|between|near|by|with|for|before|after|again)\b"
    r"|\s*$)",
    re.I,
)
"""A noun phrase behind a preposition of place, or right behind the verb."""
GOING: Final = frozenset("into to towards toward onto on in at along through across".split())
"""Prepositions of where somebody goes or is, not of where he leaves."""
POINTING: Final = re.compile(r"\b(?:there|here)\b", re.I)
KINDS: Final = frozenset(("territory", "line", "facilities"))
"""Classes of what is a place."""
LANDS: Final = frozenset("region area territory country city town village province land zone place state".split())
"""Words for any place, which may be one that is named elsewhere."""


def spot_of(text: str, start: int, entities: Mapping[str, Entity], *, leaving: bool = False) -> str | None:
    """
    Return the words of the place behind a verb, None where it is named or not said.

    Args:
        text: Canonical text.
        start: Where the verb ends.
        entities: By id, those of the text.
        leaving: Whether the place is where somebody leaves, and not where he goes.
    """
    stop = CLAUSE_END.search(text, start, start + BEHIND)
    behind = text[start : stop.start() if stop else start + BEHIND].rstrip()
    for found in PLACING.finditer(behind):
        here = Span(start + found.start(1), start + found.end(1))
        if leaving and found.group().split()[0].lower() in GOING:
            continue
        if _is_place(found.group(1)) and not _is_named(here, entities.values()):
            return " ".join(found.group(1).split())
    pointed = POINTING.search(behind)
    return pointed.group().lower() if pointed else None


def _is_place(words: str) -> bool:
    kind = classify(words)
    return kind is not None and not lineage(kind).isdisjoint(KINDS)


def _is_named(here: Span, entities: Iterable[Entity]) -> bool:
    """Tell whether the last word of a phrase belongs to a name."""
    last = Span(here.end - 1, here.end)
    return any(last in mention for one in entities for mention in one.mentions)


def is_vague(spot: str) -> bool:
    """Tell whether a spot may be any place: "there", "the region"."""
    return POINTING.fullmatch(spot) is not None or (spot.lower().split()[-1] in LANDS and len(spot.split()) < 3)

"""
Words for what is sent, struck or withdrawn to a small tree of classes: peacekeepers are troops, troops are forces.

The table is `objects.tsv`, our own. A class may have several parents: warships are forces when a navy sails and arms
when they are sold. What stands in no class is None, which never counts as matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from sayso.acts.taxonomy import rows
from sayso.acts.tokens import WORD
from sayso.terms import Match

# Heads that only measure or bundle what follows their "of".
MEASURES: Final = frozenset(
    """array assortment batch bunch consignment column company contingent convoy couple crowd delivery detachment
    dozen fleet flotilla flow fraction group half host hundred kind level list load lot majority member million
    most movement number package pair part piece presence proportion quantity range rest round salvo score series
    set shipment squad squadron sort stock stream string swarm team ten thousand ton tonne total trainload
    truckload type variety version volume wave whole""".split()
)
BREAKS: Final = frozenset(
    """about after against along among and around as at before beside between but by during for from in inside into
    like near nor of off on or over since than that through to toward towards under until which who with within
    without""".split()
)
KEPT: Final = 1 << 16
"""Phrases of which is remembered what they name; bounds memory, changes nothing. Set by hand."""
IRREGULAR: Final[Mapping[str, str]] = {"men": "man", "women": "woman", "children": "child", "people": "people"}


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]], int]:
    """Return phrase → class, class → parents, and the length of the longest phrase in words."""
    phrases: dict[str, str] = {}
    parents: dict[str, tuple[str, ...]] = {}
    for row in rows("objects.tsv"):
        parents[row["class"]] = () if row["parents"] == "-" else tuple(p.strip() for p in row["parents"].split(","))
        for phrase in row["words"].split(","):
            phrases.setdefault(phrase.strip(), row["class"])
    return phrases, parents, max(len(phrase.split()) for phrase in phrases)


def classes() -> tuple[str, ...]:
    """Return the ids of all classes, a parent before its children."""
    return tuple(_table()[1])


LOOSE: Final = frozenset(
    "assets documents facilities line people proposals sanctions talks territory trade_goods vessels".split()
)
"""Classes too wide for two of their things to be alike: a hospital is no factory, cod is no butter."""
GENERIC: Final = frozenset(
    """agreement asset boat citizen civilian demand document facility good infrastructure installation land line measure
    national people person product proposal sanction ship soil talk target territory trade treaty vessel""".split()
)
"""Words that name such a class as a whole."""


@cache
def lineage(id: str) -> frozenset[str]:  # noqa: A002 - the id of a class is called id everywhere
    """Return a class with all that is broader than it; KeyError where there is none of that name."""
    return frozenset({id}).union(*(lineage(parent) for parent in _table()[1][id]))


def compare(asked: str | None, found: str | None) -> Match:
    """Tell how a class that is found compares with the class that a condition names; None is unknown."""
    if asked is None or found is None:
        return Match.UNKNOWN
    if asked == found:
        return Match.SAME
    if asked in lineage(found):
        return Match.NARROWER
    return Match.BROADER if found in lineage(asked) else Match.CLASH


@lru_cache(maxsize=KEPT)
def compare_things(asked: str, found: str) -> Match:
    """
    Tell how a thing that is found compares with the thing that a condition names, each as text.

    Within a wide class only the same word, or a word for the class as a whole, is alike.
    """
    match = compare(classify(asked), classify(found))
    one, other = head_of(asked), head_of(found)
    if match is Match.UNKNOWN:
        return Match.SAME if one is not None and one == other else match
    if match is Match.CLASH and one in SHIPS and "warships" in lineage(classify(found) or "money"):
        return Match.NARROWER
    if match in (Match.SAME, Match.NARROWER) and classify(asked) in LOOSE and one != other:
        if any(one in some and other in some for some in SYNONYMS):
            return Match.SAME
        return Match.NARROWER if one in GENERIC else Match.CLASH
    return match


SHIPS: Final = frozenset("ship vessel boat craft".split())
"""Words for vessels of whatever kind, warships too."""
SYNONYMS: Final = tuple(
    frozenset(words.split())
    for words in (
        "ceasefire truce armistice", "border frontier crossing", "tax levy duty tariff toll", "airspace sky",
        "agreement accord pact deal treaty", "talk negotiation meeting", "proposal plan offer blueprint",
        "demand request term condition", "asset account", "island isle islet", "port harbour harbor",
        "sanction embargo measure ban",
    )
)  # fmt: skip
"""Heads of things of a wide class that mean the same."""


def singular(word: str) -> str:
    """Return the base form of a noun, by rule: `armies` → `army`; a word that a class lists is left as it is."""
    low = word.lower()
    if low in IRREGULAR or low in _table()[0]:
        return IRREGULAR.get(low, low)
    if low.endswith("men") and low[:-3] + "man" in _table()[0]:
        return low[:-3] + "man"
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh|o)es$", low):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") and len(low) > 3 else low


def classify(words: Sequence[str] | str) -> str | None:
    """
    Return the class of a noun phrase, or None where its head is in none.

    Args:
        words: The phrase as text or in words, inflected or not. The head is the last word before the first
            preposition or conjunction; after a measure ("thousands of soldiers") it is looked for behind the "of".
    """
    return _class_of(words if isinstance(words, str) else tuple(words))


@lru_cache(maxsize=KEPT)
def _class_of(words: tuple[str, ...] | str) -> str | None:
    found = WORD.findall(words) if isinstance(words, str) else list(words)
    return next((kind for phrase in _fronts(found) if (kind := _longest(phrase)) is not None), None)


@lru_cache(maxsize=KEPT)
def head_of(words: str) -> str | None:
    """Return the head noun of a phrase in the singular, None where there is no word."""
    fronts = list(_fronts(WORD.findall(words)))
    known = next((phrase for phrase in fronts if _longest(phrase) is not None), None)
    chosen = known or (fronts[0] if fronts else None)
    return chosen[-1] if chosen else None


def _fronts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the stretches at whose end the head may stand: up to the first preposition, behind measures and "and"."""
    bare = [singular(word) for word in words]
    start = 0
    while start < len(bare):
        stop = next((i for i in range(start, len(bare)) if bare[i] in BREAKS and i > start), len(bare))
        measured = stop < len(bare) and bare[stop] == "of" and bare[stop - 1] in MEASURES
        if not measured:
            yield bare[start:stop]
        if stop == len(bare) or not (measured or bare[stop] in ("and", "or")):
            return
        start = stop + 1


def _longest(phrase: Sequence[str]) -> str | None:
    phrases, _, most = _table()
    for size in range(min(most, len(phrase)), 0, -1):
        known = phrases.get(" ".join(phrase[-size:]))
        if known is not None:
            return known
    return None

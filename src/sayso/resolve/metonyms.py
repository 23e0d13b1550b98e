"""
A capital in its sentence to what it stands for: the place, or the government that sits there.

"Talks in Moscow" is a place, "Moscow warned" is the state. The words around the name decide: a preposition of place
before it, what it is the subject or the object of, the noun that it stands before. Trees are asked where they help;
where a tree is missing or odd, the words beside the name still speak.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.annotate.syntax import Tree, Word
from sayso.knowledge.spelling import fold
from sayso.spans import Span

# Prepositions that make any name after them a place.
_AT: Final = frozenset(
    "in at near outside inside around across throughout into onto through via over above toward towards beyond along "
    "off within downtown central southern northern eastern western outlying greater".split()
)
# Prepositions after which the verb or noun before them decides.
_EITHER: Final = frozenset("to from of on for".split())
# Verbs and nouns of going, being and fighting that take a place after to, from, on, for, of.
_PLACE_HEADS: Final = frozenset(
    """
    fly travel go come arrive leave return head move drive flee march advance retreat withdraw sail escape invite summon
    recall deport evacuate transfer transport ship visit trip flight journey tour road route train way mile kilometer
    kilometre km distance outskirts suburb center centre city town capital siege battle fall capture liberation bombing
    bombardment shelling attack assault strike raid occupation invasion defence defense gate street airport port mayor
    resident residents people university governor archbishop bishop treaty district region correspondent report reporter
    embassy ambassador call telephone phone address depart land evacuation exit rain fire missile rocket explosion
    dispatch reporting flew went came drove fled left struck fell rode sailed
    """.split()
)
# What stands after the name and makes it a place: "Kyiv airport".
_PLACE_NOUNS: Final = frozenset(
    """
    airport region suburb suburbs street streets district city university area province oblast hospital metro hotel
    summit paper newspaper daily broadcaster tabloid conference talks meeting agreement treaty accord accords protocol
    declaration square station residents mayor bureau correspondent time zoo subway road bridge stock market skyline
    neighborhood neighbourhood embassy radio court tribunal museum train bombings attacks siege memorandum process
    communique
    """.split()
)
_STRUCK: Final = frozenset(
    """
    attack hit shell bomb strike besiege capture surround encircle take seize occupy liberate destroy evacuate rock
    shake reach leave enter visit bombard pound raid storm retake recapture overrun defend approach quit flee loot
    """.split()
)
_BE: Final = frozenset("siege attack fire curfew blockade control quiet calm capital city town".split())


def is_place(text: str, tree: Tree | None, span: Span) -> bool:
    """
    Tell whether a name that may stand for a city or for the government in it stands for the city.

    Args:
        text: The article's text.
        tree: The tree of the name's sentence, or None.
        span: The name.
    """
    if _beside_place(text, span):
        return True
    head = tree.head_of(span) if tree else None
    if tree is None or head is None:
        return _by_words(text, span)
    return _by_tree(text, tree, head, span)


def _before(text: str, span: Span) -> list[str]:
    near = re.split(r"[.!?]\s|\n\n", text[max(0, span.start - 40) : span.start])[-1]
    return re.findall(r"[\w'-]+", fold(near))


def _beside_place(text: str, span: Span) -> bool:
    """Tell whether the name stands in an address or a dateline: "Kyiv, Ukraine", "LONDON (Reuter)", "capital, Kyiv"."""
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 30]
    if re.match(r", [A-Z][\w.]+(?: [A-Z][\w.]+)?[,.;\n)]", after) and re.search(
        r"(?:^|\b(?:in|of|near|at|from|to) )$", before
    ):
        return True
    if re.search(r"\b(?:capital|city|town|port|village|seat)(?: city)?(?: of|,) $", before):
        return True
    if re.match(r"\s*(?:\([A-Z][\w ,.]*\)\s*)?(?:--|\u2014|\u2013)", after) and not before.strip(" \n").endswith(","):
        return not before.strip() or before.endswith("\n")
    return bool((found := re.match(r"['\u2019]?s? ([a-z]+)", after)) and found[1] in _PLACE_NOUNS)


def _by_words(text: str, span: Span) -> bool:
    before = _before(text, span)
    if not before:
        return False
    if before[-1] in _AT or (before[-1] == "the" and len(before) > 1 and before[-2] in _AT):
        return True
    if before[-1] == "of" and before[-2:-1] and before[-2] in ("north", "south", "east", "west"):
        return True
    return before[-1] in _EITHER and len(before) > 1 and _stem(before[-2]) in _PLACE_HEADS


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and word.removesuffix(ending) in _PLACE_HEADS:
            return word.removesuffix(ending)
    return (
        word
        if word in _PLACE_HEADS
        else re.sub(r"(?:l|t|p)?(?:ing|ed)$", "", word) + ("e" if word.endswith("ing") else "")
    )


def _by_tree(text: str, tree: Tree, head: Word, span: Span) -> bool:
    if _by_words(text, span):
        return True
    above = tree.parent(head)
    if head.relation == "conj" and above is not None and above.upos == "PROPN":
        return _by_tree(text, tree, above, above.span)
    if above is None:
        return False
    case = {word.lemma for word in tree.children(head, "case")}
    if case & _AT:
        return True
    if head.relation in ("obl", "nmod") and case & _EITHER:
        return above.lemma in _PLACE_HEADS
    if head.relation == "obj":
        return above.lemma in _STRUCK
    if head.deprel == "nsubj:pass":
        return above.lemma in _STRUCK
    if head.relation == "nsubj" and above.upos in ("NOUN", "PROPN", "ADJ"):
        return above.lemma in _BE
    return head.relation in ("compound", "nmod") and above.lemma in _PLACE_NOUNS

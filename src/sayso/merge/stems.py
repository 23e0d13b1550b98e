"""
A word to what stays of it across wordings: its stem, how much it tells, and the acts and things that it may name.

"Withdrawal" and "withdrew" share a stem, "licence" and "license" too; "close" and "shut" share an act, "frigates" and
"warships" a class of things. All of it is by rule and table, so that two reports compare the same on any day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.acts.objects import LOOSE, classify, lineage
from sayso.acts.words import senses
from sayso.annotate.lemmas import lemma
from sayso.encode.frequency import rarity
from sayso.merge.synonyms import groups

GRAMMAR: Final = frozenset(
    """a an the this that these those it its he his him she her they them their we us our you your i me my who whom
    whose which what one ones own same such so as at by for from in into of off on onto out over to toward towards up
    upon with within without about across against along among around before behind below between beyond but and or nor
    than then there here when where while because since although though if unless until till would will shall should
    can could may might must be is are was were been being am have has had having do does did done doing not no never
    none neither nobody nothing cannot more most less least many much some any all both each every other another
    further just only also very too even still yet ever now once again already however s t d ll re ve m n't mr mrs ms
    said say says saying told tell added""".split()
)
"""Words that tell nothing of what is said."""
LIGHT: Final = frozenset(
    """make take go come get give put keep hold let see bring set turn stand lead mean become remain begin start stop
    continue call run work look use need want ready way day time year week month country people thing state government
    side man word president minister premier general leader official""".split()
)
"""Words that tell little."""
LIGHT_WEIGHT: Final = 1.0
LEAST: Final = 1.5
"""Bits of a word that tells little, and at least of one that tells something; set by hand."""
MOST: Final = 9.0
"""Bits of the rarest; set by hand, so that one odd word does not outweigh a sentence."""

# What is left must have four letters.
_ENDINGS: Final = (
    "isations izations isation ization ations ation itions ition utions ution ions ion ments ment ances ance ences "
    "ence ancy ency ures ure als al ings ing ers er ors or ives ive ists ist ably ibly able ible ly ness ity ities ous "
    "ic ical ize izes ized ise ises ised ates ated ating ators ator ate ies ied es ed s e y"
).split()
_ENDS: Final = tuple(sorted(_ENDINGS, key=lambda end: (-len(end), end)))
_SHORTEST: Final = 4
_SPELLINGS: Final = (
    (re.compile(r"our(?=$|s$|ed$|ing$|able$|hood)"), "or"),
    (re.compile(r"(?<=[bt])re$"), "er"),
    (re.compile(r"ogramme"), "ogram"),
    (re.compile(r"([^aeiou][aeiou])ll(?=ed$|ing$|er$)"), r"\1l"),
    (re.compile(r"en[cs]e(?=$|s$)"), "ens"),
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """
    What a word of a report comes to.

    Attributes:
        stem: The same for its forms, spellings and derivations.
        weight: Bits that it tells; 0 for grammar.
        acts: Acts that it may name, `~` before one that it says does not happen.
        things: Classes of things that it may name, each with what is broader; wide ones left out.
        kin: Groups of words that are put for one another (`synonyms`).
    """

    stem: str
    weight: float
    acts: frozenset[str]
    things: frozenset[str]
    kin: frozenset[int] = frozenset()


@cache
def meaning(word: str) -> Meaning:
    """Return what a word, in small letters, comes to."""
    verb, noun = lemma(word, "VERB"), lemma(word, "NOUN")
    if word in GRAMMAR or not any(c.isalpha() for c in word):
        return Meaning(word, 0.0, frozenset(), frozenset())
    named = (*senses(verb, noun=False), *senses(noun, noun=True))
    acts = frozenset(rule.act if rule.happens else f"~{rule.act}" for rule in named)
    kind = classify(noun)
    things = frozenset() if kind is None or kind in LOOSE else frozenset({kind}) | lineage(kind)
    root = stem(word)
    kin = groups(stem).get(root, frozenset())
    if verb in LIGHT or noun in LIGHT:
        return Meaning(root, LIGHT_WEIGHT, acts, things, kin)
    return Meaning(root, min(MOST, max(LEAST, min(map(rarity, (word, verb, noun))))), acts, things, kin)


@cache
def stem(word: str) -> str:
    """Return what stays of a word, in small letters, across its forms, spellings and derivations."""
    low = lemma(lemma(word, "NOUN"), "VERB")
    for pattern, plain in _SPELLINGS:
        low = pattern.sub(plain, low)
    for _ in range(2):
        end = next((end for end in _ENDS if low.endswith(end) and len(low) - len(end) >= _SHORTEST), "")
        low = low.removesuffix(end)
    return low[:-1] if len(low) > _SHORTEST and low[-1] == low[-2] else low

"""
What a form makes of a sentence before the model is asked: a draft of a signal, and the words that a cue introduces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from sayso.annotate import signalclauses as c
from sayso.annotate.signalstretches import BREAKS, is_long, reach
from sayso.annotate.syntax import Tree, Word
from sayso.terms import SignalKind

Words: TypeAlias = tuple[Word, ...]

AIM_REACH: Final = 10  # words between a cue and its infinitive: "urged the governments of the region to work"


@dataclass(frozen=True, slots=True)
class Draft:
    """
    A signal as its form suggests it.

    Attributes:
        kind: What the words suggest, None where only the form is there.
        condition: Its words, empty where there is none.
        consequence: Likewise.
        if_not: Whether the consequence follows when the condition does not come.
        trust: `SURE`, `LIKELY` or `FORM` (`signalkinds`).
    """

    kind: SignalKind | None
    condition: Words
    consequence: Words
    if_not: bool
    trust: float

    @property
    def words(self) -> frozenset[int]:
        """Indices of all its words."""
        return frozenset(word.index for word in (*self.condition, *self.consequence))


Settled: TypeAlias = tuple[Draft, SignalKind, float]
"""A draft with the kind that it has in the end, and its score."""
READY: Final = frozenset(("ready", "prepared", "willing"))
"""What somebody is to do what follows: "is ready to talk"."""


def is_ready(word: Word) -> bool:
    """Tell whether a word says that somebody is ready to do what follows."""
    return word.lemma in READY or word.text.lower() in READY


def offered(words: Words) -> Words:
    """Leave out "is ready to", "stands prepared to", "reserves the right to" before what is to be done."""
    for at, word in enumerate(words[:-2]):
        is_right = word.lemma == "right" and any(w.lemma == "reserve" for w in words[max(0, at - 2) : at])
        if (is_ready(word) or is_right) and words[at + 1].text.lower() == "to":
            return words[at + 2 :]
    return words


def aim(tree: Tree, word: Word) -> Word | None:
    """Return the verb of the infinitive that follows a word, at most a noun phrase between them; None without one."""
    for at in range(word.index + 1, min(word.index + AIM_REACH, len(tree.words) - 1)):
        one, after = tree.words[at], tree.words[at + 1]
        if one.text.lower() == "to" and one.upos == "PART" and after.upos in ("VERB", "AUX", "ADV", "PUNCT", "NOUN"):
            return next((w for w in tree.words[at + 1 : at + 4] if w.upos in ("VERB", "AUX")), after)
        is_name = one.text[:1].isupper() and after.text[:1].isupper()
        if (one.upos in ("VERB", "SCONJ", "AUX") and not is_name) or one.text in c.OPENERS | c.CLOSERS | BREAKS:
            return None
    return None


def thing(tree: Tree, word: Word) -> Word | None:
    """Return the noun of the phrase right behind a verb and its particle: "rejected the plan", "ruled out talks"."""
    at = word.index + 1
    while at < len(tree.words) and tree.words[at].text.lower() in ("out", "down", "any"):
        at += 1
    row = tree.words[at : at + 6]
    if word.upos != "VERB" or not row or row[0].upos not in ("DET", "ADJ", "NOUN", "NUM", "PRON", "SYM", "PROPN"):
        return None
    if row[0].upos in ("PRON", "PROPN") and row[0].relation != "nmod:poss":
        return None
    return next((one for one in row if one.upos == "NOUN"), None)


def after(tree: Tree, word: Word, preposition: str) -> Word | None:
    """Return the noun of the phrase behind a preposition that follows a word at once: "called for a truce"."""
    row = tree.words[word.index + 1 : word.index + 8]
    if not row or row[0].text.lower() != preposition:
        return None
    return next((one for one in row[1:] if one.upos in ("NOUN", "VERB", "PROPN")), None)


def introduced(tree: Tree, head: Word) -> Words:
    """Return the words of what a cue introduces, from its first word on, in the order of the text."""
    words = c.clause(tree, head)
    before = tree.words[head.index - 1].text.lower() if head.index else ""
    first = head.index if before == "to" or not words else min(head.index, words[0].index)
    if is_long(tree, first):
        first = next((w.index + 1 for w in tree.words[first : head.index] if w.text == ","), first)
    while first < head.index and head.upos == "NOUN" and tree.words[first].upos in ("VERB", "PART", "ADP", "PUNCT"):
        first += 1
    return reach(tree, first)

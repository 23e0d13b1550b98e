"""
Words to arguments by their order, where a tree gives none: the noun phrase before a verb, the one right behind it.

English has its subject before the verb and its object at once behind it. Where a parser hangs these elsewhere, the
order still tells: only phrases that touch the verb (over auxiliaries, adverbs and prepositional phrases) are taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.acts.words import lemmas
from sayso.annotate.lemmas import lemma
from sayso.annotate.syntax import Tree, Word

CALENDAR: Final = re.compile(
    r"^(?:(?:year|month|week|day|hour|minute|decade|century|night|morning|evening|time|today|yesterday|tomorrow|weekend)s?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|\d+(?:st|nd|rd|th|s)?)$",
    re.I,
)
"""Words of the calendar, which are nobody and nowhere."""
RELATIVES: Final = frozenset("who whom which that whose".split())
PARTICLES: Final = frozenset("back down in off out over up".split())
NOMINAL: Final = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
INSIDE: Final = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN"))
GENITIVE: Final = frozenset(("'s", "’s", "’", "'"))


def mend(tree: Tree) -> Tree:
    """
    Return a tree in which what must be a verb by its place is one: a "noun" right before an article, behind a name.

    Headlines and moves ("the guard arrests a skipper") are where a tagger takes the one for the other.
    """
    found = {word.index for word in tree.words if _must_be_verb(tree, word)}
    if not found:
        return tree
    words = tuple(replace(w, upos="VERB", lemma=lemma(w.text, "VERB")) if w.index in found else w for w in tree.words)
    return Tree(tree.sentence, words)


def _must_be_verb(tree: Tree, word: Word) -> bool:
    if word.upos not in ("NOUN", "PROPN", "ADJ") or not 0 < word.index < len(tree.words) - 1:
        return False
    earlier, later = tree.words[word.index - 1], tree.words[word.index + 1]
    low = word.text.lower()
    is_finite = low.endswith("s") and lemma(low, "VERB") in lemmas(noun=False) and low != lemma(low, "VERB")
    is_article = later.text.lower() in ("a", "an", "the") or later.text.lower() in OWNERS
    return is_finite and is_article and earlier.upos in NOMINAL


def before(tree: Tree, verb: Word) -> tuple[Word, ...]:
    """
    Return the heads of the noun phrases whose verb this is by order; empty where none touches it.

    Args:
        tree: The sentence.
        verb: A finite verb; what an infinitive or participle is done by does not stand before it.
    """
    at = verb.index - 1
    while at >= 0 and (tree.words[at].upos in ("AUX", "ADV") or tree.words[at].lemma in ("not", "n't", '"', "”", "“")):
        at -= 1
    if at >= 0 and tree.words[at].text.lower() in RELATIVES and tree.words[at].upos != "DET":
        at -= 1
        at -= at >= 0 and tree.words[at].text == ","
    return tuple(reversed(list(_leftwards(tree, at))))


def _leftwards(tree: Tree, at: int) -> Iterator[Word]:
    """Yield the head of the phrase that ends at a word, past what hangs on it, and the heads coordinated with it."""
    while at >= 0:
        run = _run_back(tree, at)
        if run is None:
            return
        head, first = run
        before = tree.words[first - 1] if first else None
        if before is not None and before.upos == "ADP":
            at = first - 2
            continue
        if not CALENDAR.match(head.text):
            yield head
        if before is None or before.lemma != "and":
            return
        at = first - 2


def _run_back(tree: Tree, at: int) -> tuple[Word, int] | None:
    """Return the head and the first index of the noun phrase that ends at a word."""
    if tree.words[at].upos not in NOMINAL:
        return None
    head = tree.words[at]
    if head.upos == "PRON":
        return head, at
    while at > 0 and (_is_inside(tree.words[at - 1]) or _is_owner(tree.words[at - 1])):
        at -= 1
    return head, at


def run_before(tree: Tree, head: Word) -> tuple[Word, ...]:
    """Return the adjectives and nouns that stand right before a noun, without its determiner."""
    at = head.index
    while at > 0 and tree.words[at - 1].upos in ("ADJ", "NOUN", "PROPN", "NUM"):
        at -= 1
    return tree.words[at : head.index]


def behind(tree: Tree, verb: Word) -> Word | None:
    """Return the head of the noun phrase right behind a verb (and its particle), or None where none is there."""
    at = verb.index + 1
    if at < len(tree.words) and tree.words[at].text.lower() in PARTICLES:
        at += 1
    head = _run(tree, at)
    return None if head is None or CALENDAR.match(head.text) else head


def phrases(tree: Tree, at: int) -> Iterator[tuple[str, Word]]:
    """Yield the prepositional phrases that follow one another from a word on."""
    while at + 1 < len(tree.words) and tree.words[at].upos == "ADP":
        head = _run(tree, at + 1)
        if head is None:
            return
        yield tree.words[at].text.lower(), head
        at = head.index + 1


def _run(tree: Tree, at: int) -> Word | None:
    """Return the head of the noun phrase that starts at a word: its last noun, or a lone pronoun."""
    head: Word | None = None
    words = tree.words
    if at < len(words) and words[at].upos == "PRON" and not _is_owner(words[at]):
        return words[at]
    while at < len(words) and (_is_inside(words[at]) or _is_owner(words[at])):
        head = words[at] if words[at].upos in NOMINAL and not _is_owner(words[at]) else head
        at += 1
    return head


def _is_inside(word: Word) -> bool:
    return word.upos in INSIDE or word.text == "-" or (word.upos == "VERB" and word.relation == "amod")


def _is_owner(word: Word) -> bool:
    return word.text in GENITIVE or (word.upos == "PRON" and word.text.lower() in OWNERS)


OWNERS: Final = frozenset("my your his her its our their".split())

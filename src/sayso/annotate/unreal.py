"""
Words of events to whether there is such an event at all: "would be used for [an invasion]" knows of none.

A dare, a question and a bare "let" tell of none either. What an article or a possessor points at is there; what is
bare or indefinite, under a verb that only may come, is not.
"""

from __future__ import annotations

from typing import Final

from sayso.annotate.phrases import preposition
from sayso.annotate.standingwords import DOUBTING, IF, MAYBE, PAST_THINGS, WILL
from sayso.annotate.syntax import Tree, Word


def is_unreal(tree: Tree, noun: Word) -> bool:
    """
    Tell whether the event of a noun phrase is only thinkable by its verb: "would be used for an invasion".

    It is where nothing says that there is such an event, and its verb only may come, will, or hangs on a wish.
    """
    word = tree.parent(noun)
    if noun.upos != "NOUN" or noun.relation not in ("obj", "obl", "nsubj"):
        return False
    if not is_open(tree, noun) and not _is_thought_of(tree, noun, word):
        return False
    while word is not None and word.upos in ("VERB", "ADJ") and word.lemma not in PAST_THINGS:
        marks = {w.text.lower() for w in tree.children(word, "mark")}
        above = tree.parent(word)
        if modals(tree, word) & (MAYBE | WILL) or marks & IF:
            return True
        if above is None or word.relation not in ("xcomp", "ccomp"):
            return False
        if above.lemma in DOUBTING:
            return True
        word = above if word.relation == "xcomp" else None
    return False


def _is_thought_of(tree: Tree, noun: Word, verb: Word | None) -> bool:
    """Tell whether a deed under "the" is only thought of: "[the landing of troops] would be an act of war"."""
    if verb is None or noun.relation != "nsubj" or "would" not in modals(tree, verb):
        return False
    of = (w for w in tree.children(noun, "nmod") if preposition(tree, w) == "of")
    return any(w.upos == "NOUN" and is_open(tree, w) for w in of)


def is_open(tree: Tree, noun: Word) -> bool:
    """Tell whether a noun phrase is indefinite: nothing says that there is such a thing."""
    if noun.lemma == "use" and not tree.children(noun, "nmod:poss"):
        return True
    return not any(w.lemma in ("the", "this", "that", "these", "those") for w in tree.children(noun, "det")) and not (
        tree.children(noun, "nmod:poss")
    )


def is_dared(tree: Tree, word: Word) -> bool:
    """Tell whether a verb dares somebody to do it: "Touch one sentry, and our fleet will sail"."""
    is_first = word.index == 0 or tree.words[word.index - 1].text in QUOTES
    if word.upos != "VERB" or not is_first or word.text.lower() != word.lemma or not word.text[0].isupper():
        return False
    rest = tree.words[word.index + 1 :]
    if not rest or rest[0].text.lower() == "by":
        return False
    joint = next((at for at, one in enumerate(rest) if one.text.lower() == "and" and at), None)
    if joint is None:
        return False
    return any(one.upos == "AUX" and one.text.lower() in DARED for one in rest[joint + 1 : joint + 8])


QUOTES: Final = frozenset("\"“‘'«")
"""Marks that open what somebody says."""
DARED: Final = frozenset(("will", "shall", "would", "'ll", "’ll", "'d", "’d"))
"""Words of what follows."""


QUESTIONS: Final = frozenset("how if what when where whether which who whom whose why".split())
"""Words that begin what somebody wants to know."""


def is_question(tree: Tree, verb: Word) -> bool:
    """Tell whether somebody asks a question and not for something: "asked him what would follow"."""
    told = tree.children(verb, "ccomp", "advcl", "xcomp", "obj")
    firsts = (min(tree.subtree(one), key=lambda w: w.index) for one in told if one.index > verb.index)
    return any(one.text.lower() in QUESTIONS for one in firsts)


def is_let(tree: Tree, verb: Word, has_subject: bool) -> bool:
    """Tell whether a "let" allows nothing: "let them come!", "let it be known"."""
    known = any(w.lemma in ("know", "understand", "say") for w in tree.children(verb, "xcomp", "ccomp"))
    return known or not (has_subject or tree.children(verb, "aux", "aux:pass", "mark", "obl:agent"))


def modals(tree: Tree, word: Word) -> frozenset[str]:
    """Return the modal verbs of a predicate, `must` for "have to"."""
    found = {w.text.lower() for w in tree.children(word, "aux")}
    marks = [w.index for w in tree.children(word, "mark") if w.lemma == "to"]
    if any(w.lemma in ("have", "need", "ought") and w.index < at for w in tree.children(word, "aux") for at in marks):
        found.add("must")
    return frozenset(found)

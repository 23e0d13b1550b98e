"""
Pronouns to the classes of what they may stand for, so that "they left it" names an act as "the troops left the town".

Nothing is decided here about who is meant (`resolve` does that): a pronoun, or a bare number ("ten of them"), may be of
any class that a noun before it has which agrees with it in number, in its sentence or else in the one before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sayso.annotate.phrases import kind_of
from sayso.annotate.syntax import Tree, Word

ONE: Final = frozenset("it itself this that one".split())
MANY: Final = frozenset("they them themselves these those ones both none some many all several each".split())
WHOEVER: Final = frozenset("whoever anyone anybody whosoever".split())
ANYBODY: Final = frozenset(("people", "forces"))
"""Who may be meant by "whoever": civilians and soldiers."""
NEAR: Final = 6
"""Nouns with a class that a pronoun looks back over; set by hand."""

Meant = Mapping[int, frozenset[str]]
"""Object classes by the index of a pronoun in its sentence."""


def meant(tree: Tree, before: Tree | None) -> Meant:
    """
    Return the classes that the pronouns of a sentence may stand for.

    Args:
        tree: The sentence.
        before: The sentence before it in the same zone, None where there is none.
    """
    pronouns = [(word, many) for word in tree.words if (many := _is_many(tree, word)) is not None]
    if not pronouns and not any(word.text.lower() in WHOEVER for word in tree.words):
        return {}
    earlier = _nouns(before) if before is not None else []
    here = _nouns(tree)
    anybody = {word.index: ANYBODY for word in tree.words if word.text.lower() in WHOEVER}
    return {word.index: _classes(word, many, here, earlier) for word, many in pronouns} | anybody


def _is_many(tree: Tree, word: Word) -> bool | None:
    """Tell whether a pronoun or a bare number stands for several, None for any other word."""
    low = word.text.lower()
    if word.upos in ("PRON", "DET") and word.relation not in ("det", "expl"):
        return True if low in MANY else False if low in ONE else None
    if low == "own" and word.relation in ("obj", "nmod", "obl"):
        return False
    is_bare = word.relation in ("nsubj", "obj", "obl", "conj", "root") and not tree.children(word, "nmod", "flat")
    if is_bare and (word.upos == "NUM" or (word.upos == "NOUN" and low in ("one", "ones"))):
        return low != "one"
    return None


def _nouns(tree: Tree) -> list[tuple[Word, str, bool]]:
    """Return the nouns of a sentence that have a class, with it and with whether there are several."""
    found = []
    for word in tree.words:
        if word.upos not in ("NOUN", "PROPN") or word.relation in ("compound", "amod", "flat"):
            continue
        kind = kind_of(tree, word)
        if kind is not None:
            found.append((word, kind, word.text.lower() != word.lemma or kind in ("nationals", "forces")))
    return found


def _classes(
    word: Word, many: bool, here: list[tuple[Word, str, bool]], earlier: list[tuple[Word, str, bool]]
) -> frozenset[str]:
    own = [row for row in here if row[0].index < word.index]
    is_either = word.text.lower() == "own"
    for rows in (own, earlier):
        near = [kind for _, kind, plural in rows[-NEAR:] if plural is many or kind == "forces" or is_either]
        if near:
            return frozenset(near)
    return frozenset()

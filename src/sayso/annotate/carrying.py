"""
A word of a clause to whether the clause says it: the verb itself, or what its verb begins, goes on with or fails at.

"Iraq refuses to withdraw" says a withdrawal (that it does not come); "Iraq debates a withdrawal" and "Iraq stops the
gunmen who crossed" say none. Polarity and modality are left to `standings`.
"""

from __future__ import annotations

from typing import Final

from sayso.annotate.clauses import ENTERING, HAPPENING, LIGHT, SUFFERED
from sayso.annotate.syntax import Tree, Word

CARRYING: Final = frozenset(
    """begin cease continue dare decline fail get go have help hesitate keep let make manage move neglect omit order
    proceed refrain refuse resume rush start stop""".split()
)
"""Verbs whose infinitive or participle is done, or not done, when they are."""


def carries(tree: Tree, word: Word, top: Word | None = None) -> bool:
    """
    Tell whether a clause says what a word of it names.

    Args:
        tree: Its sentence.
        word: The predicate, a verb or a noun.
        top: Head of the clause; the root of the sentence where none is given.
    """
    here = word
    top = top or tree.root
    while here is not top:
        above = tree.parent(here)
        if above is None or not _hands_on(tree, here, above):
            return False
        here = above
    return True


def _hands_on(tree: Tree, below: Word, above: Word) -> bool:
    relation = below.relation
    if relation == "conj":
        return True
    if relation in ("xcomp", "ccomp", "advcl"):
        return above.lemma in CARRYING
    if below.upos not in ("NOUN", "PROPN", "VERB") or above.upos not in ("VERB", "AUX"):
        return False
    if relation in ("obj", "obl") or below.deprel == "nsubj:pass":
        return above.lemma in LIGHT | ENTERING | SUFFERED
    return relation == "nsubj" and above.lemma in HAPPENING and not tree.children(above, "obj")

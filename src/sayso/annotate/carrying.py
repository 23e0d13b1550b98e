"""
A word of a clause to whether the clause says it: the verb itself, or what its verb begins, goes on with or fails at.

"Iraq refuses to withdraw" says a withdrawal (that it does not come); "Iraq debates a withdrawal" and "Iraq stops the
gunmen who crossed" say none. Polarity and modality are left to `standings`.
"""

from __future__ import annotations

from typing import Final

from sayso.annotate.clauses import ENTERING, HAPPENING, LIGHT, SUFFERED
from sayso.annotate.syntax import Tree, Word
from sayso.spans import Span

CARRYING: Final = frozenset(
    """attempt begin carry cease continue dare decline fail get go have help hesitate keep let make manage move neglect
    omit order persist proceed refrain refuse resume rush start stop try""".split()
)
"""Verbs whose infinitive or participle is done, or not done, when they are."""


def is_said(tree: Tree, word: Word) -> bool:
    """Tell whether a sentence says in its main clause what a word of it names."""
    here = word
    while here is not tree.root:
        above = tree.parent(here)
        if above is None or not _hands_on(tree, here, above, named=here is word):
            return False
        here = above
    return True


def heads(tree: Tree, word: Word, clause: Span) -> bool:
    """
    Tell whether a clause may be about what a word of it names: no verb of the clause stands above it for itself.

    Nouns may: "a member that is | attacked", "an act of | aggression".
    """
    here = word
    while (above := tree.parent(here)) is not None and above.span in clause:
        if (
            above.upos in ("VERB", "AUX")
            and above.text.islower()
            and not _hands_on(tree, here, above, named=here is word)
        ):
            return False
        here = above
    return True


def _hands_on(tree: Tree, below: Word, above: Word, *, named: bool) -> bool:
    """Tell whether a verb passes on what hangs on it; a noun only where it is itself what is named."""
    relation = below.relation
    if relation == "conj":
        return True
    if relation in ("xcomp", "ccomp", "advcl"):
        return above.lemma in CARRYING
    if not named or above.upos not in ("VERB", "AUX"):
        return False
    if relation in ("obj", "obl") or below.deprel == "nsubj:pass":
        return above.lemma in LIGHT | ENTERING | SUFFERED
    return relation == "nsubj" and above.lemma in HAPPENING and not tree.children(above, "obj")

"""
A dependency tree to the tense of the verb that a time expression hangs on: "will be barred, he announced on Friday".

The tree says which verb an expression belongs to, which the words beside it (`tense.py`) can only guess. What is not
firm stays open: a noun that governs ("the vote in the autumn"), a present, an infinitive, a participle without its
auxiliary before a noun.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sayso.annotate.syntax import Tree, Word
from sayso.annotate.times import TimeExpression
from sayso.article.article import Sentence
from sayso.resolve.tense import Tense
from sayso.spans import Span

DATING: Final = ("obl", "advmod", "nmod:tmod", "nmod:unmarked")
"""Relations by which an expression dates the verb above it, `obl` with its subtypes."""
MODALS: Final = frozenset("will wo shall would may might could must should can ca 'll ’ll 'd".split())
PAST: Final = frozenset("had was were did".split())
CLAUSES: Final = frozenset(("root", "conj", "parataxis", "ccomp", "acl:relcl", "advcl", "advcl:relcl", "appos"))
"""Relations of a verb that stands finite where nothing marks it as an infinitive."""


def governing_tense(
    trees: Mapping[int, Tree], sentences: Sequence[Sentence]
) -> Callable[[TimeExpression], Tense | None]:
    """
    Return what tells the tense of the verb that an expression hangs on.

    Args:
        trees: By the index of their sentence.
        sentences: Those of the article.
    """
    index = {one.span.start: i for i, one in enumerate(sentences)}

    def tense(expression: TimeExpression) -> Tense | None:
        tree = trees.get(index.get(expression.sentence.start, -1))
        return None if tree is None else _of(tree, expression.span)

    return tense


def _of(tree: Tree, span: Span) -> Tense | None:
    head = tree.head_of(span)
    if head is None or not (head.relation in DATING or head.deprel in DATING):
        return None
    verb = tree.parent(head)
    if verb is None or verb.upos not in ("VERB", "AUX"):
        return None
    low, high = sorted((head.index, verb.index))
    between = tree.words[low + 1 : high]
    if any(word.upos in ("VERB", "SCONJ") for word in between):  # a long way round another verb is often wrong
        return None
    return verb_tense(tree, verb)


def verb_tense(tree: Tree, verb: Word) -> Tense | None:
    """Return the tense of a verb by its auxiliaries or, where it has none, its own form; None where neither is firm."""
    if any(word.text.lower() == "to" for word in tree.children(verb, "mark")):
        return None
    helpers = [word.text.lower() for word in tree.children(verb, "aux", "cop") if word.index < verb.index]
    if not helpers and verb.relation == "conj" and (first := tree.parent(verb)) is not None and _same_form(first, verb):
        helpers = [word.text.lower() for word in tree.children(first, "aux") if word.index < first.index]
    if any(word in MODALS for word in helpers):
        return Tense.PAST if "have" in helpers else Tense.FUTURE
    if any(word in PAST or word in ("has", "have") for word in helpers):
        return Tense.PAST
    if helpers or verb.deprel not in CLAUSES or verb.text.lower().endswith("ing"):
        return None
    return Tense.PAST if verb.text.lower() not in (verb.lemma, f"{verb.lemma}s", f"{verb.lemma}es") else None


def _same_form(first: Word, second: Word) -> bool:
    """Tell whether two verbs may share an auxiliary: both base forms, or both participles."""
    return (first.text.lower() == first.lemma) == (second.text.lower() == second.lemma)

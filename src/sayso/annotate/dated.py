"""
Time expressions to the one that dates a predicate: its own, its carrier's, its governor's, or the nearest beside it.

A time dates what its clause tells. What only may happen takes none from above: "warned on Monday" dates the warning.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.annotate.clauses import Clause
from sayso.annotate.order import RELATIVES
from sayso.annotate.syntax import Tree, Word
from sayso.spans import Span
from sayso.terms import Standing

LIMITS: Final = frozenset("by before until till within as than".split())
"""Words before the time by which something is to be done, or with which it is compared ("as many as a year ago")."""
STOPS: Final = frozenset((",", ";", ":", "–", "—", "--", "(", ")", '"', "“", "”"))
"""Marks that end a stretch of words."""


def dated(tree: Tree, clause: Clause, times: Sequence[Span], where: Standing) -> Span | None:
    """
    Return the time expression that dates a predicate: its own, its carrier's, else its governor's, else the nearest.

    Only what is told as done is dated from above, for "warned on Monday" dates the warning and not what was warned of;
    a limit ("by Friday") dates nothing.
    """
    here: list[Word] = [w for w in (clause.word, clause.light) if w is not None]
    for above in tree.ancestors(clause.word):
        if not _dates(tree, here[-1], above) or not (clause.noun or where in (Standing.ACTUAL, Standing.HISTORICAL)):
            break
        here.append(above)
    for word in here:
        for head in tree.children(word, "obl", "nmod", "advmod", "obl:unmarked", "nmod:unmarked", "nsubj"):
            span = next((span for span in times if head.span.overlaps(span)), None)
            if span is not None and not _is_limit(tree, span):
                return span
    return None if clause.noun else _near(tree, clause.word, times)


def _dates(tree: Tree, below: Word, above: Word) -> bool:
    """Tell whether the time of a word is that of what hangs on it too."""
    if below.relation == "advcl":
        return any(w.lemma in ("when", "as", "while") for w in tree.children(below, "advmod", "mark"))
    return below.relation not in ("acl", "parataxis", "ccomp") and above.relation != "parataxis"


def _is_limit(tree: Tree, span: Span) -> bool:
    """Tell whether a time is the one by which something is to be done."""
    first = next((w for w in tree.words if w.span.overlaps(span)), None)
    if first is None:
        return False
    before = tree.words[first.index - 1].lemma if first.index else ""
    return first.lemma in LIMITS or before in LIMITS


def _near(tree: Tree, verb: Word, times: Sequence[Span]) -> Span | None:
    """Return the time in the same stretch of words as a verb, with no other verb and no mark of a clause between."""
    for way in (range(verb.index + 1, len(tree.words)), range(verb.index - 1, -1, -1)):
        for at in way:
            word = tree.words[at]
            span = next((span for span in times if word.span.overlaps(span)), None)
            above = tree.parent(word)
            if span is not None:
                is_others = at < verb.index and above is not None and above.upos == "VERB" and above is not verb
                return None if is_others or _is_limit(tree, span) else span
            if word.upos in ("VERB", "SCONJ", "CCONJ") or word.text.lower() in RELATIVES or word.text in STOPS:
                break
    return None

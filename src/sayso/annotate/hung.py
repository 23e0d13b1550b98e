"""
Event nouns to phrases that hang on their objects: "the expulsion of the consul [by Malta]" has somebody who does it.

A parser hangs a prepositional phrase on the noun right before it. Behind an event noun such a phrase may as well belong
to the event: by whom, against whom, with whom. Verbs have the same from `clauses.attached`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from sayso.annotate import order
from sayso.annotate.clauses import MEANS, Clause, obliques
from sayso.annotate.phrases import nominals
from sayso.annotate.syntax import Tree, Word
from sayso.knowledge.knowledge import knowledge
from sayso.knowledge.known import Use

LENT: Final = ("by", "on", "against", "between", "from", "to", "with")
"""Prepositions of phrases behind an event noun's first phrase that belong to the event."""
FIRST: Final = ("of", "by", "on", "against")
"""Prepositions of that first phrase."""


def with_hung(tree: Tree, clause: Clause) -> Clause:
    """
    Return the clause of an event noun with the phrases that hang on its own phrases, each preposition once.

    Where "by" is among them, whom it names does it, and a name before the noun is whom it is done to. The adjective of
    a nation before the noun is who does it: "the Azeri blockade" is not "the Gaza blockade".
    """
    if not clause.noun:
        return clause
    nations = tuple(w for w in clause.object if w.relation == "compound" and w.upos == "PROPN" and _is_nation(w.text))
    if nations and not clause.subject:
        clause = replace(clause, subject=nations, object=tuple(w for w in clause.object if w not in nations))
    oblique = dict(clause.oblique)
    first = [head for prep in FIRST for head in oblique.get(prep, ())]
    for head in first:
        for prep, heads in obliques(tree, head).items():
            if prep in LENT and prep not in oblique and all(w.index > clause.word.index for w in heads):
                oblique[prep] = heads
    behind = next(iter(order.phrases(tree, clause.word.index + 1)), None)
    if behind is not None and behind[0] == "by" and "by" not in oblique and _is_somebody(behind[1]):
        oblique["by"] = nominals(tree, behind[1])
    agents: tuple[Word, ...] = oblique.get("by", ())
    if not agents or "by" in clause.oblique:
        return replace(clause, oblique=oblique)
    return replace(clause, subject=agents, object=(*clause.object, *clause.subject), oblique=oblique)


def _is_somebody(head: Word) -> bool:
    """Tell whether a noun behind "by" may be who does it, and no day, number or means."""
    return head.upos in ("NOUN", "PROPN", "PRON") and not order.CALENDAR.match(head.text) and head.lemma not in MEANS


@cache
def _is_nation(word: str) -> bool:
    """Tell whether a word is the adjective of a nation and no name of a land or place."""
    uses = {sense.use for sense in knowledge().senses(word)}
    return bool(uses) and uses <= {Use.ADJECTIVE, Use.PEOPLE}

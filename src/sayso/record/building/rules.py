"""
Treaties, doctrines and their articles to who is bound by them: the sender of a commitment.

"Under the treaty France is bound to help" binds France. "By Article 4 of its founding treaty, an attack on one is an
attack on all" names no doer: what binds is the alliance whose treaty it is, or the treaty itself where it has a name.
Who only reminds others of a rule does not bind himself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.annotate.signals import SignalMention
from sayso.annotate.signalwords import BINDING, RULES
from sayso.annotate.syntax import Tree, Word
from sayso.record.building.parts import Parts
from sayso.record.entries import Statement
from sayso.spans import Span, Spans, cover

OWNING: Final = ("nmod:poss", "nmod", "compound", "amod")
"""Relations of whose rule it is: "its treaty", "the treaty of the league", "the NATO charter"."""
DANGLING: Final = ("acl", "appos", "parataxis", "advcl", "case")


def bound_by(mention: SignalMention, holder: Statement | None, parts: Parts) -> str | None:
    """Return the id of whom a commitment binds: who is to act, else whose rule it is; None where neither is known."""
    return _doer(mention, parts) or _owner(mention, holder, parts)


def _doer(mention: SignalMention, parts: Parts) -> str | None:
    """Return who is to act by the consequence: its subject, or that of "is bound to" over it."""
    spans = mention.consequence or ()
    tree = parts.tree(spans[0]) if spans else None
    head = tree.head_of(cover(spans)) if tree is not None else None
    if tree is None or head is None:
        return None
    for verb in (head, *tree.ancestors(head)):
        for who in tree.children(verb, "nsubj"):
            phrase = cover(w.span for w in tree.subtree(who, without=DANGLING))
            if who.lemma.lower() in RULES:
                continue
            is_done_to = who.deprel.endswith(":pass") and verb.lemma not in BINDING
            if is_done_to or _within(phrase, mention.condition) or verb.upos not in ("VERB", "ADJ"):
                return None
            return parts.entity_of(phrase)
    return None


def _owner(mention: SignalMention, holder: Statement | None, parts: Parts) -> str | None:
    """Return whose rule is named beside a commitment: in the source of its statement, or in its sentence."""
    spans = (*(mention.condition or ()), *(mention.consequence or ()))
    places = (*((holder.source_span or ()) if holder else ()), spans[0])
    for place in places:
        tree = parts.tree(place)
        for rule in _rules(tree) if tree is not None else ():
            if tree is not None and not _within(rule.span, spans):
                found = _named(tree, rule, parts)
                if found is not None:
                    return found
    return None


def _rules(tree: Tree) -> Iterator[Word]:
    yield from (word for word in tree.words if word.upos in ("NOUN", "PROPN") and word.lemma.lower() in RULES)


def _named(tree: Tree, rule: Word, parts: Parts) -> str | None:
    """Return the treaty itself where it has a name, else the party that it is called after."""
    whole = cover(w.span for w in tree.subtree(rule, without=(*DANGLING, "det", "nmod", "punct")))
    if rule.upos == "PROPN" and (found := parts.entity_of(whole)) is not None:
        return found
    for one in tree.children(rule, *OWNING):
        phrase = cover(w.span for w in tree.subtree(one, without=DANGLING))
        found = parts.entity_of(phrase) or parts.entity_of(one.span)
        if found is not None and one.lemma.lower() not in RULES and not found.startswith("local:place/"):
            return found
    return parts.entity_of(whole)


def _within(span: Span, spans: Spans | None) -> bool:
    return any(span.overlaps(one) for one in spans or ())

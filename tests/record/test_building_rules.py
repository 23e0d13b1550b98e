"""Whom a treaty's rule binds: who is to act, else the alliance whose treaty it is, else the treaty by its name."""

from __future__ import annotations

import pytest
from parsed import article_of

from sayso.annotate.signals import SignalMention
from sayso.record.building.parts import Parts
from sayso.record.building.rules import bound_by
from sayso.spans import Span
from sayso.terms import SignalKind

NAMED = {"Malta": "Q233", "its": "Q7184", "The League": "Q38130", "Gozo Pact": "local:organization/gozo-pact"}

BOUND = """
    Under/ADP/3/case the/DET/3/det pact/NOUN/6/obl Malta/PROPN/6/nsubj:pass is/AUX/6/aux:pass bound/VERB/0/root
    to/PART/8/mark help/VERB/6/xcomp ./PUNCT/6/punct
"""
FOUNDING = """
    According/VERB/5/case to/ADP/1/fixed its/PRON/5/nmod:poss founding/ADJ/5/amod treaty/NOUN/11/obl ,/PUNCT/11/punct
    any/DET/8/det raid/NOUN/11/nsubj:pass shall/AUX/11/aux be/AUX/11/aux:pass considered/VERB/0/root
    a/DET/13/det raid/NOUN/11/xcomp on/ADP/15/case all/PRON/13/nmod ./PUNCT/11/punct
"""
NAMELESS = FOUNDING.replace("its/PRON/5/nmod:poss", "a/DET/5/det")
BY_NAME = """
    The/DET/3/det Gozo/PROPN/3/compound Pact/PROPN/4/nsubj obliges/VERB/0/root members/NOUN/4/obj to/PART/7/mark
    help/VERB/4/xcomp ./PUNCT/4/punct
"""


def built(rows: str, condition: str | None, consequence: str) -> tuple[SignalMention, Parts]:
    """Build a commitment of one sentence of `form/UPOS/head/relation` words, its halves named by their words."""
    article, tree = article_of(rows)
    text = article.text

    def at(some: str | None) -> tuple[Span, ...] | None:
        return None if some is None else (Span(text.rindex(some), text.rindex(some) + len(some)),)

    mention = SignalMention(SignalKind.COMMITMENT, at(condition), at(consequence), False, 0, 0.9)
    parts = Parts(article, {0: tree}, (), lambda span: NAMED.get(span.of(text)), lambda _: None)
    return mention, parts


@pytest.mark.parametrize(
    ("rows", "condition", "consequence", "expected", "why"),
    [
        (BOUND, None, "help", "Q233", "who is bound to act"),
        (FOUNDING, "any raid", "a raid on all", "Q7184", "whose treaty it is, by a pronoun"),
        (NAMELESS, "any raid", "a raid on all", None, "nobody's treaty binds nobody who is known"),
        (BY_NAME, None, "help", "local:organization/gozo-pact", "a treaty by its name"),
    ],
)
def test_whom_a_rule_binds(rows, condition, consequence, expected, why):
    """The sender of a commitment is who is bound, and never who is only done to in it."""
    mention, parts = built(rows, condition, consequence)

    assert bound_by(mention, None, parts) == expected, why

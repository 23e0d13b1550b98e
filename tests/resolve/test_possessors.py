"""Whose an office is where a pronoun, a leader's name or a common noun says so."""

from __future__ import annotations

import pytest
from told import Told

from sayso.knowledge import knowledge


@pytest.mark.parametrize(
    ("words", "tree", "expected", "why"),
    [
        (
            "[c Peru] balked, its defence minister, [p Luis Quiroga], said.",
            "Peru/PROPN/2/nsubj balked/VERB/0/root",
            "Peru",
            "the subject of the sentence",
        ),
        (
            "The Peruvian navy would sail if [c Chile]'s ships came, one of its admirals, [p Luis Quiroga], said.",
            "The/DET/3/det Peruvian/ADJ/3/amod navy/NOUN/5/nsubj would/AUX/5/aux sail/VERB/0/root if/SCONJ/9/mark "
            "Chile/PROPN/9/nmod:poss",
            None,
            "a state that only owns something in a sentence about two",
        ),
        (
            "[o NATO] wept.\n[c Peru] balked until [o NATO] slept, its foreign minister, [p Luis Quiroga], said.",
            None,
            "Peru",
            "an alliance has no foreign minister",
        ),
        (
            "[c Peru] balked.\nThe mutineers rose.\nNobody slept, said their spokesman, Colonel [p Luis Quiroga].",
            None,
            None,
            "they are people without a name",
        ),
        (
            "Danish Prime Minister [p Anna Berg] balked. Mrs Berg's spokesman, [p Luis Quiroga], wept.",
            None,
            "Denmark",
            "whom his master serves",
        ),
    ],
)
def test_a_possessor_says_whose_an_office_is(words, tree, expected, why):
    """The nearest owner that can have such an office; nobody's where two states may be meant."""
    told = Told(words, trees={0: tree} if tree else None)
    (luis,) = (one for one in told.resolved.entities if one.name == "Luis Quiroga")

    assert (knowledge().name_of(luis.affiliation) if luis.affiliation else None) == expected, why

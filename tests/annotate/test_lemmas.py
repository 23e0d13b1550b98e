"""Words to lemmas."""

from __future__ import annotations

import pytest

from sayso.annotate.lemmas import lemma

VERBS = [
    ("sent", "send", "an irregular form"),
    ("went", "go", "another, with nothing in common"),
    ("withdrew", "withdraw", "a compound of an irregular verb"),
    ("deployed", "deploy", "a stem in y after a vowel"),
    ("denied", "deny", "a stem in y after a consonant"),
    ("imposing", "impose", "a silent e comes back"),
    ("visiting", "visit", "and does not where there was none"),
    ("negotiated", "negotiate", "verbs in -ate"),
    ("repeated", "repeat", "but not in -eat"),
    ("shelled", "shell", "a double letter that belongs to the stem"),
    ("permitted", "permit", "and one that does not"),
    ("challenges", "challenge", "third person"),
    ("crosses", "cross", "third person after ss"),
    ("strafed", "strafe", "a verb that the acts know settles it"),
]
NOUNS = [
    ("allies", "ally", "plural in -ies"),
    ("crises", "crisis", "a Greek plural"),
    ("embargoes", "embargo", "plural in -oes"),
    ("spokesmen", "spokesman", "an irregular plural"),
    ("series", "series", "a singular that ends in s"),
    ("headquarters", "headquarters", "a plural without singular"),
]


@pytest.mark.parametrize(("form", "expected", "why"), VERBS, ids=[why for *_, why in VERBS])
def test_a_verb_is_reduced_to_its_base_form(form, expected, why):
    """Tables come first, then the verbs of the acts, then spelling."""
    assert expected == lemma(form, "VERB"), why


@pytest.mark.parametrize(("form", "expected", "why"), NOUNS, ids=[why for *_, why in NOUNS])
def test_a_noun_is_reduced_to_its_singular(form, expected, why):
    """Tables first, then spelling."""
    assert expected == lemma(form, "NOUN"), why


def test_other_words_only_lose_their_capitals():
    """A name or an adjective keeps its form; a negation is one word."""
    assert lemma("Moscow", "PROPN") == "moscow"
    assert lemma("Armed", "ADJ") == "armed"
    assert lemma("n’t", "PART") == "not"

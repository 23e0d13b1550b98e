"""Words to acts: the table is sound, and which rule holds depends on what stands around the word."""

from __future__ import annotations

import pytest

from sayso.acts.objects import classes
from sayso.acts.taxonomy import acts
from sayso.acts.words import PARTY, Phrase, Surroundings, lemmas, sense, senses

TROOPS = Phrase(3, "troop", "troops")
TENTS = Phrase(3, "tent", "aid_goods")
TREATY = Phrase(3, "treaty", "documents")
SOMEBODY = Phrase(4, "malta", None, party=True)


def test_every_rule_is_sound() -> None:
    """Rules name acts and classes that exist, and no lemma is listed twice with the same needs."""
    for noun in (True, False):
        for lemma in lemmas(noun):
            for rule in senses(lemma, noun):
                assert rule.act in acts(), (lemma, rule)
                for need in rule.needs:
                    assert need.slot in ("o", "s", "@", "prt", "m", "x", "c"), (lemma, need)
                    assert need.classes <= {*classes(), PARTY}, (lemma, need)


def test_every_act_has_words() -> None:
    """Each act can be named by at least two words, but for the tops that only gather others."""
    named = {rule.act for noun in (True, False) for lemma in lemmas(noun) for rule in senses(lemma, noun)}

    assert set(acts()) - named == {"mobilize"}


def test_the_table_is_large() -> None:
    """At least 700 verbs and nouns have rules."""
    assert len(lemmas(True) | lemmas(False)) >= 700


CASES = [
    ("send", Surroundings(object=(TROOPS,)), "deploy", "forces are deployed"),
    ("send", Surroundings(object=(TENTS,)), "send_aid", "goods are given"),
    ("send", Surroundings(), None, "with nothing sent, no act is named"),
    ("withdraw", Surroundings(object=(TROOPS,)), "withdraw", "forces are withdrawn"),
    ("withdraw", Surroundings(prepositional={"from": (TREATY,)}), "suspend_treaty", "a treaty is left"),
    ("rule", Surroundings(particles=frozenset({"out"})), "reject", "a particle makes the verb"),
    ("rule", Surroundings(), None, "without it, it is another"),
    ("go", Surroundings(prepositional={"to": (Phrase(2, "war"),)}), "war", "a fixed phrase"),
    ("attack", Surroundings(object=(SOMEBODY,)), "attack", "somebody is attacked"),
    (
        "attack",
        Surroundings(object=(SOMEBODY,), prepositional={"over": (TREATY,)}),
        "condemn",
        "over something, it is words",
    ),
]


@pytest.mark.parametrize(("lemma", "around", "expected", "why"), CASES, ids=[row[3] for row in CASES])
def test_what_stands_around_a_verb_decides(lemma: str, around: Surroundings, expected: str | None, why: str) -> None:
    """The rule with most needs that hold names the act."""
    rule = sense(lemma, False, around)

    assert (None if rule is None else rule.act) == expected


def test_keeping_forces_is_the_contrary_act_undone() -> None:
    """A rule can say that an act does not happen."""
    rule = sense("keep", False, Surroundings(object=(TROOPS,)))

    assert rule is not None
    assert (rule.act, rule.happens) == ("withdraw", False)


def test_a_rule_tells_which_words_it_uses_up() -> None:
    """What a rule asks for by lemma is part of the predicate, what it asks for by class is no act of its own."""
    war = Surroundings(object=(Phrase(7, "war"),), prepositional={"on": (SOMEBODY,)})
    rule = sense("wage", False, war)
    sending = Surroundings(object=(TROOPS,))
    other = sense("send", False, sending)

    assert rule is not None and other is not None
    assert rule.named(war) == frozenset({7})
    assert other.named(sending) == frozenset()
    assert other.used(sending) == frozenset({3})

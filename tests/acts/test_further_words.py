"""Verbs of crisis news to acts: what stands around them tells their senses apart."""

from __future__ import annotations

import pytest

from sayso.acts.words import Phrase, Surroundings, sense

MEN = Phrase(3, "man", "men")
STATE = Phrase(1, "elbonia", "states", party=True)
SENTRY = Phrase(3, "sentry", "troops")
BILL = Phrase(3, "bill", "documents")
FORT = Phrase(3, "fort", "bases")
BRIDGE = Phrase(3, "bridge", "facilities")


def around(thing: Phrase, *adverbs: str, subject: Phrase | None = STATE, **behind: Phrase) -> Surroundings:
    """What stands around a verb with an object, adverbs and one phrase a preposition."""
    return Surroundings(
        subject=(subject,) if subject else (),
        object=(thing,),
        modifiers=frozenset(adverbs),
        prepositional={key: (one,) for key, one in behind.items()},
    )


CASES = [
    ("take", around(BILL, "back"), "concede", "a bill is taken back"),
    ("take", around(BILL), None, "taken, it is nothing"),
    ("withdraw", around(BILL), "concede", "or withdrawn"),
    ("withdraw", around(SENTRY), "withdraw", "soldiers are withdrawn from a place"),
    ("give", around(MEN, "up"), "extradite", "men are given up"),
    ("give", around(MEN, "back"), "release", "or given back"),
    ("give", around(BRIDGE, "up"), "withdraw", "a bridge given up is left"),
    ("beat", around(SENTRY), "violence", "a sentry is beaten"),
    ("beat", around(Phrase(3, "army", "forces")), None, "an army beaten has lost"),
    ("raze", around(FORT), "disarm", "a state razes its forts"),
    ("raze", around(FORT, subject=Phrase(1, "jet", "aircraft")), "strike", "jets raze somebody's"),
    ("call", around(Phrase(3, "reservist", "troops"), "up"), "raise_alert", "reservists are called up"),
    ("call", around(Phrase(3, "president", "leaders"), "up"), "consult", "a president is telephoned"),
    ("close", around(Phrase(3, "border", "line")), "close_border", "a border is closed"),
    ("close", around(Phrase(3, "strait", "line")), "blockade", "a strait is blockaded"),
    ("open", around(BRIDGE, to=Phrase(5, "lorry", "facilities")), "reopen", "a bridge is opened to somebody"),
    ("agree", Surroundings(subject=(STATE,), prepositional={"to": (Phrase(4, "plan", "proposals"),)}), "accept",
     "a plan is agreed to"),
    ("agree", Surroundings(subject=(STATE,)), "agree", "who only agrees accepts nothing that is named"),
    ("take", around(Phrase(3, "reactor", "power_plants"), "out"), "strike", "a reactor is taken out"),
    ("take", around(Phrase(3, "loan", "money"), "out"), None, "a loan is taken out otherwise"),
    ("force", Surroundings(subject=(STATE,), object=(MEN,), complements=frozenset({"undress"})), "coerce",
     "men are forced to undress"),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "here", "expected", "why"), CASES, ids=[f"{row[0]}: {row[3]}" for row in CASES])
def test_what_stands_around_a_verb_tells_its_senses_apart(
    verb: str, here: Surroundings, expected: str | None, why: str
) -> None:
    """A verb names an act with the things, adverbs and phrases that the act takes, and another one or none without."""
    rule = sense(verb, False, here)

    assert (None if rule is None else rule.act) == expected, why

"""Two reports to a judgement: worked pairs and near-misses in tests/cases/utterances.yaml, and the rules one by one."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from reported import gist_of, lasting

from sayso.merge.gist import unpacked
from sayso.merge.sameness import is_out_of_question, judge
from sayso.terms import Judgement

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "utterances.yaml").read_text(encoding="utf-8"))

KNOWN_FAILURES = {
    "what an agency carried and what a paper heard": "no table tells that a halt is a stop",
    "an unnamed official and the spokesman, in part the same": "unnamed, and half of the words",
}


def rows(kind: str) -> list[Any]:
    """Return the cases of a kind, those that are known to fail marked so."""
    return [pytest.param(case["one"], case["other"], case["why"], marks=marks(case["why"])) for case in CASES[kind]]


def marks(why: str) -> list[pytest.MarkDecorator]:
    reason = KNOWN_FAILURES.get(why)
    return [pytest.mark.xfail(strict=True, reason=reason)] if reason else []


@pytest.mark.parametrize(("one", "other", "why"), rows("same"))
def test_reports_of_one_utterance_are_joined(one: str, other: str, why: str) -> None:
    """However reporters word it, cut it, date it or call what is done by saying it."""
    assert judge(gist_of(one), gist_of(other)).judgement is Judgement.POSITIVE, why


@pytest.mark.parametrize(("one", "other", "why"), rows("different"))
def test_two_utterances_stay_apart(one: str, other: str, why: str) -> None:
    """However much they have in common; where that is nearly everything, nobody can tell, which joins nothing."""
    assert judge(gist_of(one), gist_of(other)).judgement is not Judgement.POSITIVE, why


@pytest.mark.parametrize(("one", "other", "why"), rows("unsure"))
def test_unsure_is_an_answer(one: str, other: str, why: str) -> None:
    """Where a careful reader could not tell either."""
    assert judge(gist_of(one), gist_of(other)).judgement is Judgement.UNSURE, why


@pytest.mark.parametrize("kind", ["same", "different", "unsure"])
def test_a_judgement_is_the_same_from_either_side(kind: str) -> None:
    """It does not depend on which report came first."""
    for case in CASES[kind]:
        one, other = gist_of(case["one"]), gist_of(case["other"])
        assert judge(one, other) == judge(other, one), case["why"]


def test_a_gist_is_kept_as_text_and_read_back() -> None:
    """What is judged later is what was made."""
    for case in CASES["same"]:
        gist = gist_of(case["one"])
        assert unpacked(gist.packed()) == gist


LANDING = "1994-05-12 said 1994-05-11 | holm/Q20 | warn | Holm said <any landing on the northern islands means war>."


@pytest.mark.parametrize(
    ("change", "expected", "why"),
    [
        ({}, Judgement.POSITIVE, "itself"),
        ({"first": "1994-05-12", "last": "1994-05-12"}, Judgement.POSITIVE, "the next day, by another clock"),
        ({"first": "1994-05-14", "last": "1994-05-14"}, Judgement.NEGATIVE, "days later, and both say when"),
        ({"first": "1994-05-01", "last": "1994-05-31"}, Judgement.POSITIVE, "in May"),
        ({"first": None, "last": None}, Judgement.POSITIVE, "no date, but the same words by the same source"),
        ({"who": "local:person/lund-a"}, Judgement.UNSURE, "another speaker of the same side"),
        ({"who": "local:person/lund-a", "act": "deny", "is_negative": True}, Judgement.NEGATIVE, "another denies it"),
        ({"who": None}, Judgement.POSITIVE, "an unnamed official of the same side"),
        ({"who": "Q20"}, Judgement.POSITIVE, "the state that he speaks for"),
        ({"side": "Q159"}, Judgement.UNSURE, "a namesake who serves another state"),
        ({"who": None, "side": None, "text": "x"}, Judgement.POSITIVE, "nobody is named: the words speak"),
        ({"act": "refuse"}, Judgement.POSITIVE, "what one reporter calls a warning, another a refusal"),
        ({"act": "promise", "is_negative": True}, Judgement.POSITIVE, "a doubt, but all the words agree"),
        ({"tokens": ("war",), "quoted": ()}, Judgement.NEGATIVE, "one word that the longer report has too"),
    ],
)
def test_what_tells_for_and_against(change: dict[str, Any], expected: Judgement, why: str) -> None:
    """One thing is changed in a report, and the two are compared."""
    gist = gist_of(LANDING)

    assert judge(gist, replace(gist, **change)).judgement is expected, why


def test_what_is_out_of_question_is_not_near() -> None:
    """Whatever the contents are: what is left out of comparing is what would have been dropped."""
    texts = [
        case[side] for kind in ("same", "different", "unsure") for case in CASES[kind] for side in ("one", "other")
    ]
    pairs = list(combinations(map(gist_of, texts), 2))
    left_out = [pair for pair in pairs if is_out_of_question(*pair)]

    assert 0 < len(left_out) < len(pairs)
    assert not any(judge(*pair).is_near for pair in left_out)


def test_a_standing_rule_says_the_same_whenever_it_is_told_of() -> None:
    """A treaty has no occasion; what is said has."""
    early = gist_of("1949-04-05 | =Q7184 | promise | <An armed attack on one member is an attack on all>, it says.")
    late = gist_of("2022-03-24 | =Q7184 | promise | <An armed attack on one member is an attack on all>, it says.")

    assert judge(early, late).judgement is Judgement.NEGATIVE
    assert judge(lasting(early), lasting(late)).judgement is Judgement.POSITIVE


def test_the_reason_says_what_decided() -> None:
    """In words that a person can check."""
    one = gist_of("1987-09-02 | kassem/Q801 | warn | “<Whoever closes the strait closes his own door>,” Kassem said.")
    other = gist_of(
        "1987-09-03 | kassem/Q801 | warn | Kassem: <“Whoever closes the strait closes his own door,” and more>"
    )

    assert judge(one, other).reason == "the same quotation, 8 words of it"
    assert judge(one, replace(other, first="1988-10-01", last="1988-10-03")).reason == "on other days"

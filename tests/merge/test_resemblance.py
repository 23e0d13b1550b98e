"""Two stories to what they have in common: copies however they were cut or changed, and what only looks like one."""

from __future__ import annotations

from typing import Any

import pytest
from dispatches import CASES, TEXTS, article_of, changed

from sayso.merge.resemblance import resemblance
from sayso.merge.signatures import wording
from sayso.merge.stories import story
from sayso.record.copies import Wording
from sayso.record.resemblances import Resemblance
from sayso.terms import Relation


def told(text: str) -> Wording:
    found = wording(story(article_of(text)))
    assert found is not None
    return found


def judged(one: str, other: str) -> Resemblance | None:
    return resemblance(told(one).words, told(other).words)


@pytest.mark.parametrize("case", CASES["copies"], ids=lambda case: f"{case['of']}: {case['why']}")
def test_a_copy_is_one_and_is_a_candidate(case: dict[str, Any]) -> None:
    """Whatever was cut, put around it or changed, it is judged a copy, and shares a bucket with its dispatch."""
    original, copy = TEXTS[case["of"]], changed(case)
    found = judged(original, copy)

    assert found is not None
    assert found.relation is Relation.COPY
    assert set(told(original).values) & set(told(copy).values)


@pytest.mark.parametrize("case", CASES["near"], ids=lambda case: f"{case['one']}, {case['other']}: {case['why']}")
def test_what_only_looks_like_a_copy_is_none(case: dict[str, Any]) -> None:
    """One event, one quotation, one treaty or one boilerplate in two reports makes no copy; it is named or nothing."""
    found = judged(TEXTS[case["one"]], TEXTS[case["other"]])

    assert (found and found.relation.value) == case.get("relation")


def test_what_is_shared_is_found_by_a_shared_run() -> None:
    """Reports that share a long quotation or passage share a bucket, so that they are compared at all."""
    for case in CASES["near"]:
        if "relation" in case:
            assert set(told(TEXTS[case["one"]]).values) & set(told(TEXTS[case["other"]]).values), case["why"]


def test_it_says_the_same_from_either_side() -> None:
    """Turned round, the judgement is the same with its sides changed."""
    for case in CASES["copies"]:
        original, copy = TEXTS[case["of"]], changed(case)
        there, back = judged(original, copy), judged(copy, original)
        assert there is not None
        assert back == there.turned()


def test_a_speech_printed_whole_by_two_is_copied() -> None:
    """A text that is one long quotation has no own words to tell by; only nearly all of it makes a copy."""
    speech = "“" + " ".join(f"Sentence number {n} of the speech says that {n} is enough." for n in range(12)) + "”"
    assert judged(speech, speech.replace("number 3", "number three")).relation is Relation.COPY  # type: ignore[union-attr]
    half = speech[: len(speech) // 2] + "”"
    assert judged(speech, half).relation is Relation.QUOTATION  # type: ignore[union-attr]

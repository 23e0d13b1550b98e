"""Words that reporters put for one another: the table, and what it does to how far one report is met by another."""

from __future__ import annotations

import pytest
from reported import gist_of

from sayso.merge.sameness import judge
from sayso.merge.stems import meaning
from sayso.merge.synonyms import GROUPS
from sayso.terms import Judgement

CONTRARY = [
    ("open", "close"), ("leave", "stay"), ("accept", "reject"), ("allow", "forbid"), ("war", "peace"),
    ("attack", "withdraw"), ("free", "arrest"), ("start", "stop"), ("kill", "free"), ("enter", "leave"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), CONTRARY)
def test_no_word_stands_beside_its_contrary(one: str, other: str) -> None:
    """Else a promise would be joined to the threat that it takes back."""
    assert meaning(one).kin.isdisjoint(meaning(other).kin)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("skies", "airspace"),
        ("lorries", "trucks"),
        ("harassed", "molest"),
        ("frontiers", "border"),
        ("quit", "vacated"),
    ],
)
def test_forms_of_two_words_for_one_thing_are_met(one: str, other: str) -> None:
    """Whatever their number and tense."""
    assert meaning(one).kin & meaning(other).kin


def test_a_group_names_no_word_twice() -> None:
    """A slip of the hand."""
    assert [line for line in GROUPS if len(set(line.split())) != len(line.split())] == []


LORRIES = (
    "1999-06-02 | adeyemi/Q1033 | threaten | <Any lorry that crosses the frontier will be seized with its load>, "
    "Adeyemi said."
)


@pytest.mark.parametrize(
    ("other", "expected", "why"),
    [
        (
            "1999-06-03 said 1999-06-02 | adeyemi/Q1033 | threaten | Adeyemi said that <trucks crossing the border "
            "would be taken, and their cargo too>.",
            True,
            "other words for all of it",
        ),
        (
            "1999-06-03 said 1999-06-02 | adeyemi/Q1033 | threaten | Adeyemi said that <the same measure would hit "
            "trucks from Benin>.",
            False,
            "what leans on another content has little of its own",
        ),
        (
            "1999-06-03 said 1999-06-02 | adeyemi/Q1033 | threaten | Adeyemi said that <trucks at the border would be "
            "searched for arms>.",
            False,
            "another thing at the same place",
        ),
    ],
)
def test_reports_in_other_words(other: str, expected: bool, why: str) -> None:
    """Synonyms join what is one, and not what only shares its scene."""
    found = judge(gist_of(LORRIES), gist_of(other))

    assert (found.judgement is Judgement.POSITIVE) is expected, why

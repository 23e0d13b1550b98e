"""Names of persons across spellings: one key for one name, another for another, measured on pairs of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.evaluate.spellings import evaluate, pairs
from sayso.knowledge.eastasian import eastern_key
from sayso.knowledge.spelling import name_words, person_key
from sayso.knowledge.tables import rows
from sayso.terms import EntityKind


def test_the_pairs_are_many_and_of_many_tongues() -> None:
    """At least eighty pairs, at least a dozen tongues, and enough names that only look alike."""
    found = list(pairs())
    assert len(found) >= 80
    assert len({one.tongue for one in found}) >= 12
    assert sum(not one.is_same for one in found) >= 40


@pytest.mark.parametrize(("part", "recall"), [("tune", 0.91), ("held", 0.88)])
def test_spellings_are_joined_and_other_names_kept_apart(part: str, recall: float) -> None:
    """No two names are taken for one; nine in ten spellings of a name come to one key."""
    found = evaluate(part)
    assert found["precision"] == 1.0
    assert found["recall"] >= recall


def test_hardly_any_two_persons_of_the_tables_share_a_key() -> None:
    """Of thousands of office holders a handful share a key, most of them namesakes indeed."""
    named: dict[str, set[str]] = {}
    for key, kind, name, *_ in rows("entities"):
        if kind == EntityKind.PERSON and len(name_words(name)) > 1:
            named.setdefault(person_key(name), set()).add(key)
    assert len(named) > 3000
    assert sum(len(ids) > 1 for ids in named.values()) <= 8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Teng Hsiao-ping", "Deng Xiaoping"),
        ("Chou En-lai", "Zhou Enlai"),
        ("Yeh Chien-ying", "Ye Jianying"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Park Chung-hee", "Pak Chong-hui"),
    ],
)
def test_a_chinese_or_korean_name_has_one_key(one: str, other: str) -> None:
    """Wade-Giles and pinyin, hyphens and blanks: the family name stands first in all."""
    assert person_key(one) == person_key(other)
    assert person_key(one).count("-") == 1


@pytest.mark.parametrize("name", ["Kim Philby", "Lee Harvey Oswald", "Song Thrush Airways", "An Wang", "Deng", "Chad"])
def test_other_names_are_neither(name: str) -> None:
    """A Western name that begins like a Korean or Chinese one is left to the other rules."""
    assert eastern_key(name_words(name)) is None


@given(st.text(max_size=40))
def test_every_name_has_a_key_of_at_most_two_parts(name: str) -> None:
    """The family name, and what else there is: what parts them is the only hyphen."""
    assert person_key(name).count("-") <= 1

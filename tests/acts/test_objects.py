"""Object classes: what phrases name, and what is a kind of what."""

from __future__ import annotations

import pytest

from sayso.acts.objects import classes, classify, compare, compare_things, lineage, singular
from sayso.terms import Match

PHRASES = [
    ("peacekeepers", "peacekeepers", "a plural"),
    ("peacekeepers from eleven countries", "peacekeepers", "the head stands before the preposition"),
    ("thousands of soldiers", "troops", "a measure is looked through"),
    ("a first shipment of howitzers", "artillery", "so is a shipment"),
    ("heavy weapons", "heavy_weapons", "the longest phrase wins"),
    ("heavy and light weapons", "arms", "coordination is looked through where its front names nothing"),
    ("medical supplies", "medicine", "a phrase beats its head"),
    ("two aircraft carriers", "warships", "carriers are ships"),
    ("peacekeeping operations", "peacekeepers", "an operation by its kind"),
    ("food aid", "food", "food is not just aid"),
    ("the port of a small island", "ports", "a port is not what it is the port of"),
    ("regards", None, "what no class knows is unknown"),
    ("", None, "nothing names nothing"),
]


@pytest.mark.parametrize(("phrase", "expected", "why"), PHRASES, ids=[row[2] for row in PHRASES])
def test_phrases_are_classified_by_their_head(phrase: str, expected: str | None, why: str) -> None:
    """A noun phrase is of the class of its head, or of the longest known phrase that ends there."""
    assert classify(phrase) == expected


COMPARED = [
    ("forces", "peacekeepers", Match.NARROWER, "peacekeepers are forces"),
    ("peacekeepers", "troops", Match.BROADER, "troops need not be peacekeepers"),
    ("arms", "heavy_weapons", Match.NARROWER, "heavy weapons are arms"),
    ("arms", "food", Match.CLASH, "food is no weapon"),
    ("forces", "warships", Match.NARROWER, "warships are forces"),
    ("arms", "warships", Match.NARROWER, "and arms when they are sold"),
    ("peacekeepers", "tanks", Match.CLASH, "tanks keep no peace"),
    (None, "tanks", Match.UNKNOWN, "an unknown class is never a match"),
    ("tanks", None, Match.UNKNOWN, "on either side"),
]


@pytest.mark.parametrize(("asked", "found", "expected", "why"), COMPARED, ids=[row[3] for row in COMPARED])
def test_classes_compare_by_the_tree(asked: str | None, found: str | None, expected: Match, why: str) -> None:
    """A class is narrower than every class above it, along any of its parents."""
    assert compare(asked, found) is expected


THINGS = [
    ("factories", "a factory", Match.SAME, "the same word"),
    ("a hospital", "a factory", Match.CLASH, "two buildings are not alike"),
    ("installations", "a factory", Match.NARROWER, "a word for the class as a whole"),
    ("cod", "cod", Match.SAME, "the same word, though no class knows it"),
    ("amber", "ivory", Match.UNKNOWN, "two words that no class knows"),
    ("tanks", "artillery", Match.CLASH, "classes decide where they are narrow"),
    ("the base", "an air base", Match.SAME, "and words do not matter there"),
]


@pytest.mark.parametrize(("asked", "found", "expected", "why"), THINGS, ids=[row[3] for row in THINGS])
def test_things_of_a_wide_class_are_alike_by_word_only(asked: str, found: str, expected: Match, why: str) -> None:
    """A narrow class decides alone; in a wide one the words must be the same, or name the class."""
    assert compare_things(asked, found) is expected


def test_parents_exist() -> None:
    """Every class hangs on classes that stand before it."""
    seen: set[str] = set()
    for one in classes():
        assert lineage(one) - {one} <= seen
        seen.add(one)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("armies", "army"), ("men", "man"), ("torpedoes", "torpedo"), ("forces", "force"), ("gas", "gas")],
)
def test_plurals_are_undone_by_rule(word: str, expected: str) -> None:
    """Plurals become what the table lists."""
    assert singular(word) == expected

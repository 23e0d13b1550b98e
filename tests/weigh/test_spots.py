"""Words behind a verb to the place that they only describe."""

from __future__ import annotations

import pytest

from sayso.record.entries import Entity
from sayso.spans import Span
from sayso.terms import EntityKind
from sayso.weigh.spots import is_vague, spot_of

CASES = [
    ("troops march to the border", "march", False, "the border", "a line"),
    ("troops march into the exclusion zone at dawn", "march", False, "the exclusion zone", "words behind it"),
    ("troops march there again", "march", False, "there", "pointed at"),
    ("troops march to Zapola", "march", False, None, "named"),
    ("troops march at dawn", "march", False, None, "a time"),
    ("troops pull back to barracks", "back", True, None, "where they go is not where they leave"),
    ("troops pull back from the frontier", "back", True, "the frontier", "where they leave"),
    ("troops march, and the border is closed", "march", False, None, "another clause"),
]


@pytest.mark.parametrize(("text", "verb", "leaving", "expected", "why"), CASES)
def test_a_place_that_is_only_described(text: str, verb: str, leaving: bool, expected: str | None, why: str) -> None:
    """A noun of place behind the verb is the spot; a name is none, and neither is what another clause tells."""
    at = text.find("Zapola")
    town = Entity("local:place/zapola", EntityKind.PLACE, "Zapola", (Span(at, at + 6),) if at >= 0 else ())

    assert expected == spot_of(text, text.index(verb) + len(verb), {town.id: town}, leaving=leaving), why


@pytest.mark.parametrize(("spot", "vague"), [("there", True), ("the region", True), ("the buffer zone", False)])
def test_some_words_may_be_any_place(spot: str, vague: bool) -> None:
    """ "The region" may be one that is named elsewhere; "the buffer zone" is not."""
    assert is_vague(spot) is vague

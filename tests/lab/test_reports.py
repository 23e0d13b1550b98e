"""What later reports show of the signals of our passages: every label can be used as it stands."""

from __future__ import annotations

from collections import Counter

import pytest

from lab.labels.load import reports

SHOWS = ("came", "stayed", "done", "undone")


def test_each_report_speaks_of_signals_of_its_passage() -> None:
    """Under the id that the passage gives them."""
    known = {one.of: {signal["id"] for signal in one.passage["signals"]} for one in reports()}

    assert [one.text for one in reports() if not one.shows.keys() <= known[one.of]] == []


def test_what_a_report_shows_is_one_of_four_things() -> None:
    """A condition does not come and stay away, nor is a thing done and not done."""
    told = [shown for one in reports() for shown in one.shows.values()]

    assert {name for shown in told for name in shown} == set(SHOWS)
    assert [shown for shown in told if {"came", "stayed"} <= set(shown) or {"done", "undone"} <= set(shown)] == []


def test_what_shows_nothing_says_why() -> None:
    """A near miss without a reason cannot be looked at again."""
    assert [one.text for one in reports() if not one.shows and not one.why] == []


@pytest.mark.parametrize("name", SHOWS)
def test_there_is_enough_of_each(name: str) -> None:
    """A tenth of all that is shown, so that none is learnt from a handful."""
    counted = Counter(shown for one in reports() for told in one.shows.values() for shown in told)

    assert counted[name] > sum(counted.values()) / 10


def test_no_report_stands_twice_for_a_passage() -> None:
    """It would count for two."""
    counted = Counter((one.of, one.text) for one in reports())

    assert [one for one, times in counted.items() if times > 1] == []

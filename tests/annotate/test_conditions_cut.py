"""Sentences to signals whose halves are easily cut in the wrong place, or not read at all."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sayso.acquire.capture import Capture, Hints
from sayso.pipeline import Reader
from sayso.spans import words_of

ROWS = [
    pytest.param(
        '"Lay a hand on one Danish fisherman and every franc you keep in Copenhagen will be seized the same day," '
        "the minister told the house.",
        ("Lay a hand on one Danish fisherman", "every franc you keep in Copenhagen will be seized the same day", False),
        id="a command and what comes of it part at the 'and' before the clause",
    ),
    pytest.param(
        '"If India sides with Hanoi, we will ask the Russians to leave Cam Ranh," the general said.',
        ("India sides with Hanoi", "we will ask the Russians to leave Cam Ranh", False),
        id="what will be asked is a consequence, and nobody who says it",
    ),
    pytest.param(
        "Spain will receive both generals in Madrid if both ask for it, the minister said.",
        ("both ask for it", "Spain will receive both generals in Madrid", False),
        id="whoever receives guests is no deed that is answered",
    ),
    pytest.param(
        "Portugal is ready to hand the colony over to the United Nations, its premier told parliament, provided that "
        "Indonesia guarantees the islanders a vote.",
        ("Indonesia guarantees the islanders a vote", "hand the colony over to the United Nations", False),
        id="who says it stands between the two halves",
        marks=pytest.mark.xfail(strict=True, reason="the model's border is taken, before the sender"),
    ),
    pytest.param(
        '"The day the first tank crosses the Sava, we shall bomb Belgrade," the minister said.',
        ("the first tank crosses the Sava", "we shall bomb Belgrade", False),
        id="the day is no part of the condition",
    ),
    pytest.param(
        "While the blockade lasts, not one barrel will leave Basra, the minister said.",
        ("the blockade lasts", "not one barrel will leave Basra", False),
        id="while something lasts",
    ),
    pytest.param(
        "Chilean ships have orders to sink any submarine found within ten miles of the strait, the admiral said.",
        ("any submarine found within ten miles of the strait", "Chilean ships have orders to sink", False),
        id="orders to sink whoever comes",
    ),
    pytest.param(
        "Dutch gunners have been told to fire on any boat that comes within two miles of the port.",
        ("any boat that comes within two miles of the port", "Dutch gunners have been told to fire", False),
        id="arms that were told to fire: nobody is asked for anything",
        marks=pytest.mark.xfail(strict=True, reason="the consequence is read without who is told"),
    ),
    pytest.param(
        "Rome said that Chad would arrest any man against whom Libya produced proof.",
        ("Libya produced proof", "Chad would arrest any man", False),
        id="the condition is the relative clause",
    ),
    pytest.param(
        "The next Dane whom the guards stop at the gate will be led through by marines, the general said.",
        ("The next Dane whom the guards stop at the gate", "led through by marines", False),
        id="the next to whom it happens",
        marks=pytest.mark.xfail(strict=True, reason="the model's border is taken, before the auxiliary"),
    ),
    pytest.param(
        "The Council told both governments to resume their talks within two weeks; otherwise it will ask the Assembly "
        "for sanctions against whichever of them stays away.",
        (
            "resume their talks within two weeks",
            "it will ask the Assembly for sanctions against whichever of them stays away",
            True,
        ),
        id="otherwise, behind a semicolon",
    ),
    pytest.param(
        "Under the charter of the league any quarrel that its members cannot settle is to be referred to the council.",
        ("any quarrel that its members cannot settle", "be referred to the council", False),
        id="what a charter provides for whatever comes",
        marks=pytest.mark.xfail(strict=True, reason="the model's border is taken, before the auxiliary"),
    ),
    pytest.param(
        "To haul Bolivia before the court would be taken as a cause of war, the marshal said.",
        ("To haul Bolivia before the court", "taken as a cause of war", False),
        id="a deed in the infinitive is kept whole",
    ),
    pytest.param(
        "In return for the release of the crew Spain would lift its embargo, the envoy said.",
        ("the release of the crew", "Spain would lift its embargo", False),
        id="what is given in return ends before who gives it",
    ),
    pytest.param(
        "Only if Iraq leaves Kuwait will the talks begin, the minister said.",
        ("Iraq leaves Kuwait", "will the talks begin", False),
        id="only if, with the verb before its subject",
        marks=pytest.mark.xfail(strict=True, reason="no signal is read"),
    ),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the shipped model."""
    return Reader()


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_both_halves_end_where_the_clause_does(reader: Reader, text: str, expected: tuple[str, str, bool]) -> None:
    """A signal of the sentence has just these words for its condition and its consequence."""
    capture = Capture(
        text.encode(), "wire.txt", datetime(1990, 6, 1, tzinfo=UTC), "text/plain", Hints(published="1990-06-01")
    )
    reading = reader.read(capture)
    found = [
        (words_of(reading.article.text, one.condition), words_of(reading.article.text, one.consequence), one.if_not)
        for one in reading.signals
        if one.condition and one.consequence
    ]

    assert expected in found

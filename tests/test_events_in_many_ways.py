"""Sentences of crisis news with an event in them, read as an article each: act, who, to whom, where, whether it was."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.acquire.capture import Capture, Hints
from sayso.pipeline import Reader
from sayso.record.entries import Event, Reading

ROWS: list[list[Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "events.yaml").read_text(encoding="utf-8"))
QUIET = [
    "The price of bread rose again on Monday.",
    "He took charge of the finance ministry in April and keeps a house in Lyon.",
    "The film tells of a love affair between a French officer and a nurse.",
    "The report runs to 300 pages and was written by two economists.",
    "Water in the reservoir has fallen to its lowest level in ten years.",
    "Voters are tired of the war of words, said Ann Holt, who runs a cafe.",
    "The company will open a second plant near the harbour next year.",
    "The ban is older than the law.",
    "A reader asked him what would become of the ships.",
    "The sanctions have made bread dear.",
    "The attack came under fierce criticism.",
    "Ms Rice took the post of secretary of state.",
    "The president took the radio from the shelf.",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the shipped model."""
    return Reader()


def read(reader: Reader, sentence: str) -> Reading:
    """The reading of a sentence of March 2011."""
    when = datetime(2011, 3, 5, tzinfo=UTC)
    return reader.read(Capture(sentence.encode(), "dispatch.txt", when, "text/plain", Hints(published="2011-03-05")))


def told(reading: Reading, event: Event) -> list[Any]:
    """An event as a row: act, actors, recipients, standing, parties by their names."""
    names = {one.id: one.name for one in reading.entities}
    parties = (", ".join(sorted(names.get(one, one) for one in some)) for some in (event.actor, event.recipient))
    return [event.act, *parties, event.standing.value]


def case(row: list[Any]) -> Any:
    """A row as a case; one with a sixth place is misread, and that says why."""
    marks = [pytest.mark.xfail(strict=True, reason=row[5])] if len(row) > 5 else []
    return pytest.param(row, id=f"{row[0][:50]} {row[1]}", marks=marks)


@pytest.mark.parametrize("row", [case(row) for row in ROWS])
def test_an_event_is_read_whatever_its_words(reader: Reader, row: list[Any]) -> None:
    """Its act, or one that a fair reader may take it for, who does it, to whom, and its standing."""
    reading = read(reader, row[0])
    found = [told(reading, one) for one in reading.events]

    assert any([act, *row[2:5]] in found for act in row[1].split("|")), found


@pytest.mark.parametrize("sentence", QUIET)
def test_what_is_no_event_is_none(reader: Reader, sentence: str) -> None:
    """Everyday sentences that share words with crises tell of no event."""
    assert not read(reader, sentence).events

"""Sentences with a signal in them, read as an article each: what is said, on which condition, whatever the form."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.acquire.capture import Capture, Hints
from sayso.pipeline import Reader
from sayso.record.entries import Reading, Signal
from sayso.spans import Spans

ROWS: list[list[Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "signals.yaml").read_text(encoding="utf-8"))
ALIKE = 0.5
"""Share of letters from which two stretches are the same half, as the scorer of the gold has it."""


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the shipped model."""
    return Reader()


def letters(words: str | None) -> set[str]:
    """The words of a half without marks and case, none where there is none."""
    return set(re.findall(r"\w+", (words or "").lower()))


def is_half(text: str, found: Spans | None, expected: str | None) -> bool:
    """Tell whether a half is the one expected."""
    one, other = letters(" ".join(span.of(text) for span in found or ())), letters(expected)
    return not one | other or len(one & other) >= ALIKE * len(one | other)


def is_signal(text: str, signal: Signal, row: list[Any]) -> bool:
    """Tell whether a signal is that of a row."""
    _, kind, condition, consequence, if_not = row[:5]
    halves = is_half(text, signal.condition, condition) and is_half(text, signal.consequence, consequence)
    return halves and signal.kind.value in kind.split("|") and signal.if_not is if_not


def case(row: list[Any]) -> Any:
    """A row as a case; one with a sixth place is misread, and that says why."""
    marks = [pytest.mark.xfail(strict=True, reason=row[5])] if len(row) > 5 else []
    return pytest.param(row, id=row[0][:60], marks=marks)


def dispatch(reader: Reader, text: str) -> Reading:
    """The reading of a text of 5 March 2011."""
    day = datetime(2011, 3, 5, tzinfo=UTC)
    return reader.read(Capture(text.encode(), "dispatch.txt", day, "text/plain", Hints(published="2011-03-05")))


@pytest.mark.parametrize("row", [case(row) for row in ROWS])
def test_a_signal_is_read_whatever_its_form(reader: Reader, row: list[Any]) -> None:
    """Its kind, both halves, and whether it follows when the condition fails to come."""
    reading = dispatch(reader, row[0])

    assert any(is_signal(reading.article.text, one, row) for one in reading.signals), reading.signals


@pytest.mark.parametrize(
    "text",
    [
        "The attack on the bus was an attack on Israel, Prime Minister Menachem Begin said.",
        "An attack on journalists is an attack on democracy, the minister said.",
        "Whoever believes that believes anything, the ambassador said.",
    ],
)
def test_what_only_sounds_like_a_rule_is_no_commitment(reader: Reader, text: str) -> None:
    """One deed that was done, a figure of speech, a saying: nobody binds himself to anything."""
    assert not dispatch(reader, text).signals


@pytest.mark.parametrize(
    "text",
    [
        "The minister denied that Hungary would close its border if the trains kept coming.",
        "Experts say that a strike on the reactor would provoke a wider war.",
        "The delegates walked out after threatening to do so for a week.",
        "Killed in the raid, the general will be buried on Friday.",
        "Invited to the summit, Iran will send its deputy.",
        "Left without water, the villagers will move.",
        "Stop the war. Then the crowd began to sing.",
        "Leave the islands. Otherwise the talks did not touch the dispute.",
        "Smokers will pay a heavy price for the new tax.",
        "The plane will land at the request of the pilot.",
        "The general told his Kurdish fighters to stop.",
    ],
)
def test_what_is_denied_or_only_watched_is_no_signal(reader: Reader, text: str) -> None:
    """Nobody's word: what is denied, foretold by onlookers, only named, told as done, or ordered to one's own."""
    assert not dispatch(reader, text).signals

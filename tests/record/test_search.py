"""Full-text search: the same sentences from either database."""

from __future__ import annotations

import pytest
from drafts import norland

from sayso.ask.search import search
from sayso.errors import UsageError
from sayso.record.filters import Filters
from sayso.record.store import Record

LANDING, CLOSE, CROSSED = "Norland's foreign", "“We will close", "Sudmark's navy"


@pytest.fixture
def filled(record: Record) -> Record:
    record.add(norland().capture, norland().reading)
    return record


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("strait", [CLOSE], "a word"),
        ("STRAITS closing", [CLOSE], "whatever the case and the English ending"),
        ("skerry", [LANDING, CROSSED], "two sentences"),
        ("skerry line", [CROSSED], "every word must be there"),
        ('"Skerry line"', [CROSSED], "a phrase"),
        ('"line Skerry"', [], "a phrase the other way round"),
        ("skerry -islands", [CROSSED], "a word that must be absent"),
        ('skerry -"Skerry line"', [LANDING], "a phrase that must be absent"),
        ("skerry AND OR NEAR(x", [], "operators of the database are words"),
        ("strait*", [CLOSE], "punctuation is no word"),
        ('"strait', [CLOSE], "a quotation mark without its fellow"),
        ("'strait; DROP TABLE sentences", [], "SQL is words too"),
    ],
)
def test_words_find_sentences(filled: Record, words: str, expected: list[str], why: str) -> None:
    """A query finds the sentences that hold all its words."""
    found = [row["sentence"] for row in search(filled, words)]

    assert sorted(one[: len(start)] for one, start in zip(sorted(found), sorted(expected), strict=True)) == sorted(
        expected
    ), why


def test_a_sentence_comes_with_what_rests_on_it(filled: Record) -> None:
    """Every entry with a span in the sentence is there, in text order, in the form of the lists."""
    (row,) = search(filled, "strait")

    assert sorted(one["id"][:2] for one in row["entries"]) == ["ev", "fi", "si", "st"]
    assert row["zone"] == "body"
    assert all(one["article"] == row["article"] for one in row["entries"])
    assert [one["reports"] for one in row["entries"] if "reports" in one] == [1, 1]


def test_kinds_and_filters_narrow_sentences_and_entries(filled: Record) -> None:
    """A kind that is asked for must rest on the sentence, and nothing else is shown."""
    assert [len(row["entries"]) for row in search(filled, "skerry", ["signal"])] == [1]
    assert list(search(filled, "skerry", (), Filters(actor="Norland"))) == []
    assert list(search(filled, "fishermen", (), Filters(asides=False))) == []
    assert len(list(search(filled, "fishermen"))) == 1


@pytest.mark.parametrize("words", ["", "  ", "-strait", '"..."', "?!"])
def test_nothing_to_look_for_is_a_usage_error(filled: Record, words: str) -> None:
    """A query without a word that could be there is refused."""
    with pytest.raises(UsageError, match="nothing to look for"):
        list(search(filled, words))

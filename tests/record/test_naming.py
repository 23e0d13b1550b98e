"""Names and beginnings of ids to what they name."""

from __future__ import annotations

import pytest
from drafts import norland

from sayso.errors import UsageError
from sayso.record.store import Record


@pytest.fixture
def filled(record: Record) -> Record:
    record.add(norland().capture, norland().reading)
    return record


def test_the_beginning_of_an_id_is_enough(filled: Record) -> None:
    """Eight characters of an entry's or article's id, as lists show them, find it."""
    draft = norland()

    for entry in draft.reading.entries():
        assert filled.find(entry.id[:8]) == (type(entry).__name__.lower(), entry.id)
    assert filled.find(draft.id[:8]) == ("article", draft.id)
    assert filled.find("Q-norland") == ("entity", "Q-norland")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("st00000000", "nothing in this record has the id"),
        ("st", "nothing in this record has the id"),
        ("", "nothing in this record has the id"),
        ("loca", "is the beginning of local:ada-holm, local:radio-fjord"),
        ("local%", "nothing in this record has the id"),
    ],
)
def test_what_names_nothing_or_too_much_says_so(filled: Record, given: str, expected: str) -> None:
    """An unknown or an ambiguous id is a usage error that tells which."""
    with pytest.raises(UsageError, match=expected):
        filled.find(given)

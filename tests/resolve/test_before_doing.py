"""Who is meant by a phrase that also says what they are doing, and to whose house."""

from __future__ import annotations

import pytest

from sayso.resolve.unnamed import before_doing
from sayso.spans import Span


@pytest.mark.parametrize(
    ("phrase", "who"),
    [
        ("students occupying the American embassy", "students"),
        ("rebels besieging a French garrison", "rebels"),
        ("the minister visiting the Gulf", "the minister"),
        ("the building workers of Lyon", "the building workers of Lyon"),
        ("Peking", "Peking"),
        ("King the First", "King the First"),
    ],
)
def test_a_phrase_ends_before_what_they_are_doing(phrase: str, who: str) -> None:
    """Whose embassy is occupied is not who occupies it."""
    text = f"So {phrase} said."

    assert before_doing(Span(3, 3 + len(phrase)), text).of(text) == who

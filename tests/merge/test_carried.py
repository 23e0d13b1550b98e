"""A stretch of one story to what became of it in another."""

from __future__ import annotations

import pytest
from dispatches import TEXTS, article_of
from hypothesis import given
from hypothesis import strategies as st

from sayso.merge.carried import carried, longest_shared
from sayso.merge.stories import story
from sayso.spans import Span

STRAIT = TEXTS["strait"].strip()
QUOTE = "A country that does not guard its own door will soon have no house, and we intend to guard ours."


def became(before: str, after: str, words: str) -> str | None:
    one, other = story(article_of(before)), story(article_of(after))
    start = one.text.index(words)
    found = carried(one, other, Span(start, start + len(words)))
    return found and found.of(other.text)


@pytest.mark.parametrize(
    ("after", "expected", "why"),
    [
        (STRAIT, f"“{QUOTE}”", "nothing changed"),
        (STRAIT.replace("own door", "door"), f"“{QUOTE}”".replace("own door", "door"), "a word inside is gone"),
        (STRAIT.replace("A country", "Any nation"), f"“{QUOTE}”".replace("A country", "Any nation"), "its first words"),
        (STRAIT.replace("guard ours", "keep ours"), f"“{QUOTE}”".replace("guard ours", "keep ours"), "its last words"),
        ("\n\n".join(STRAIT.split("\n\n")[2:]), None, "its paragraph was left out"),
        ("\n\n".join(STRAIT.split("\n\n")[::-1]), f"“{QUOTE}”", "it stands elsewhere"),
        (TEXTS["gas"], None, "another story"),
    ],
)
def test_the_words_in_its_place_are_found(after: str, expected: str | None, why: str) -> None:
    """Changed, moved, or left out."""
    assert became(STRAIT, after, QUOTE) == expected, why


@given(st.integers(0, len(STRAIT) - 1), st.integers(1, 200))
def test_in_a_reprint_every_stretch_is_carried_whole(start: int, length: int) -> None:
    """What holds a word is found where it is, to its words' ends and marks."""
    told = story(article_of(STRAIT))
    span = Span(start, min(start + length, len(STRAIT)))
    words = [word for word in told.words if word.span.overlaps(span)]
    found = carried(told, told, span)

    if words and found is not None:
        assert found.start <= words[0].span.start
        assert found.end >= words[-1].span.end
        assert len(found) <= sum(len(word.span) + 8 for word in words)


def test_the_longest_shared_stretch_is_told_from_both_sides() -> None:
    """What two reports quote alike."""
    one, other = story(article_of(STRAIT)), story(article_of(TEXTS["rival-strait"]))
    found = longest_shared(one, other)

    assert found is not None
    assert found[0].of(one.text) == found[1].of(other.text)
    assert QUOTE in found[0].of(one.text)
    assert longest_shared(one, story(article_of(TEXTS["law"]))) is None

"""The notions of a word differ where, and only where, somebody needs them to."""

from __future__ import annotations

import pytest

from sayso.acts.tokens import NAME_PART, PART, WORD, WORD_OR_MARK, plain, unowned


@pytest.mark.parametrize(
    ("text", "word", "marked", "part", "name"),
    [
        ("cease-fire", ["cease-fire"], ["cease-fire"], ["cease", "fire"], ["cease", "fire"]),
        ("the U.S. fleet", ["the", "U.S", "fleet"], ["the", "U.S", ".", "fleet"], ["the", "U", "S", "fleet"], None),
        ("1,500 men", ["1", "500", "men"], ["1", ",", "500", "men"], ["1,500", "men"], ["1", "500", "men"]),
        ("F16s", ["F16s"], ["F16s"], ["F", "16", "s"], ["F16s"]),
        ("“No,” he said", ["No", "he", "said"], ["“", "No", ",", "”", "he", "said"], ["No", "he", "said"], None),
        ("they didn’t", ["they", "didn’t"], ["they", "didn’t"], ["they", "didn’t"], ["they", "didn’t"]),
    ],
)
def test_each_notion_cuts_where_its_reader_needs_it(text, word, marked, part, name):
    """Hyphens, points, digits and marks are cut apart by some notions and kept by others."""
    assert WORD.findall(text) == word
    assert WORD_OR_MARK.findall(text) == marked
    assert PART.findall(text) == part
    assert name is None or NAME_PART.findall(text) == name


def test_small_letters_and_the_ending_of_an_owner():
    """A typographic apostrophe is a straight one; who owns something is the word without its ending."""
    assert plain("Didn’t") == "didn't"
    assert unowned("Navy’s") == "navy"
    assert unowned("Navies") == "navies"

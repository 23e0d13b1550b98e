"""Text to words, pieces and windows."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encode.tokens import MAX_PIECES, OVERLAP, SHAPES, gap, owners, shape, windows, words

CASES = [
    ("They don't want it.", ["They", "do", "n't", "want", "it", "."], "a negation is a word of its own"),
    ("Norway’s fleet", ["Norway", "’s", "fleet"], "a typographic possessive too"),
    ("It cannot last", ["It", "can", "not", "last"], "cannot is two words in UD"),
    ("a UN-led force", ["a", "UN", "-", "led", "force"], "hyphens are words in UD English"),
    ("at 10 a.m. on Jan. 3", ["at", "10", "a.m.", "on", "Jan.", "3"], "an abbreviation keeps its stop"),
    ("Gen. J. Ward", ["Gen.", "J.", "Ward"], "so do titles and initials"),
    ("cost $1.2bn or 40,000", ["cost", "$", "1.2bn", "or", "40,000"], "a number keeps its separators and scale"),
    ("He said no. Then", ["He", "said", "no", ".", "Then"], "no at the end of a sentence is no abbreviation"),
    ("No. 3 gun", ["No.", "3", "gun"], "but before a number it is"),
    ("wait... “what?”", ["wait", "...", "“", "what", "?", "”"], "an ellipsis is one word, quotation marks are words"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[why for *_, why in CASES])
def test_words_are_cut_as_ud_english_cuts_them(text, expected, why):
    """A word is a syntactic word, and its span gives it back."""
    assert expected == [span.of(text) for span in words(text, 0, len(text))], why


@given(st.text(max_size=200))
def test_words_lose_nothing_but_white_space(text):
    """Every character that is no white space is in exactly one word, whatever the text."""
    inked = [i for i, c in enumerate(text) if not c.isspace()]
    covered = [i for span in words(text, 0, len(text)) for i in range(span.start, span.end)]

    assert inked == [i for i in covered if not text[i].isspace()]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("war", "lower"), ("War", "title"), ("NATO", "upper"), ("McNamara", "mixed"), ("24", "digit"), ("155mm", "number"),
     ("“", "open-quote"), ("”", "close-quote"), ('"', "straight-quote"), ("’", "single-quote"), (",", "punctuation")],
)  # fmt: skip
def test_the_shape_tells_what_lowercasing_hides(word, expected):
    """Case, digits and the kind of quotation mark survive beside the lowercased piece."""
    assert expected == SHAPES[shape(word)]


@pytest.mark.parametrize(("between", "expected"), [("", 0), (" ", 1), ("\n", 2), ("\n\n", 3), (" \n \n ", 3)])
def test_the_gap_tells_words_lines_and_paragraphs_apart(between, expected):
    """White space before a word is none, a blank, a line's end or a paragraph's end."""
    text = f"a{between}b"

    assert expected == gap(text, 1, 1 + len(between))


@given(st.lists(st.integers(1, MAX_PIECES), min_size=1, max_size=60))
def test_windows_hold_every_line_and_are_never_too_long(lengths):
    """Every line is in a window, no window exceeds the encoder's length, and neighbours overlap a quarter at most."""
    packed = windows(lengths)
    held = {line for window in packed for line in range(window.first, window.last)}

    assert set(range(len(lengths))) == held
    assert all(sum(lengths[w.first : w.last]) <= MAX_PIECES for w in packed)
    assert all(sum(lengths[b.first : a.last]) <= OVERLAP for a, b in itertools.pairwise(packed))


@given(st.lists(st.integers(1, MAX_PIECES), min_size=1, max_size=60))
def test_a_line_is_read_from_a_window_that_holds_it(lengths):
    """The owner of a line is one of the windows that it stands in."""
    packed = windows(lengths)

    for line, owner in enumerate(owners(lengths, packed)):
        assert packed[owner].first <= line < packed[owner].last

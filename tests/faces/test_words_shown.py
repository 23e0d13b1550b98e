"""Words from articles to what is shown: nothing steers the terminal, every offset stays."""

from __future__ import annotations

import unicodedata

import pytest
from drafts import norland
from hypothesis import given
from hypothesis import strategies as st

from sayso.faces.amounts import amount
from sayso.faces.words import plain, sentence
from sayso.record.entries import Figure, Signal
from sayso.record.listing import of_reading
from sayso.spans import Span
from sayso.terms import ZoneKind


@given(st.text())
def test_what_is_shown_has_the_length_of_what_stands_there(words: str) -> None:
    """Offsets into the words are offsets into what is shown, and no character of it controls anything."""
    shown = plain(words)

    assert len(shown) == len(words)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\nb\tc", "a b c"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("left \u202eright", "left \ufffdright"),
        ("“Größe” — 漢字 🚢", "“Größe” — 漢字 🚢"),
    ],
)
def test_letters_stay_and_controls_go(words: str, expected: str) -> None:
    """Every letter of every script is left as it is."""
    assert plain(words) == expected


def test_the_quoted_words_are_in_colour_and_nothing_else() -> None:
    """The styled stretches of a sentence are the spans of the entry."""
    listed = next(one for one in of_reading(norland().reading, Signal) if one.entry.if_not)  # type: ignore[union-attr]
    shown = sentence(listed)
    styled = {str(span.style): shown.plain[span.start : span.end] for span in shown.spans}

    assert styled == {"bold magenta": "Sudmark withdraws its 4,000 troops", "bold red": "We will close the strait"}


@pytest.mark.parametrize(
    ("value", "low", "high", "unit", "expected"),
    [
        (4000, 4000, 4000, None, "4,000"),
        (4000, None, None, None, "about 4,000"),
        (None, 90, None, None, "at least 90"),
        (None, None, 2.5, "km", "at most 2.5 km"),
        (2, 1, 3, "USD", "1 to 3 USD"),
        (0.5, 0.5, 0.5, "%", "0.5 %"),
        (None, None, None, None, "—"),
    ],
)
def test_a_figure_says_how_exact_it_is(
    value: float | None, low: float | None, high: float | None, unit: str | None, expected: str
) -> None:
    """Bounds are told from exact and from rounded numbers."""
    assert amount(Figure("", Span(0, 1), value, low, high, unit, None, None, ZoneKind.BODY)) == expected

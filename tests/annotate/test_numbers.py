"""Number words and digits to numbers."""

from __future__ import annotations

import pytest

from sayso.annotate.numbers import number, ordinal, spoken_year


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1,204", 1204),
        ("1.5 million", 1_500_000),
        ("1.2 bn", 1.2e9),
        ("two hundred and five", 205),
        ("one hundred and five thousand two hundred", 105_200),
        ("fifteen hundred", 1500),
        ("twenty - five", 25),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("two and a half", 2.5),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("5 1/2", 5.5),
        ("5 ½", 5.5),
        ("two thirds", 2 / 3),
        ("three - quarters", 0.75),
        ("hundreds", None),
        ("soldiers", None),
        ("1/0", None),
        ("", None),
    ],
)
def test_number(words: str, expected: float | None) -> None:
    """The words are read whole; what is no number, or only a plural scale, is None."""
    assert number(words.split()) == (pytest.approx(expected) if expected is not None else None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("third", 3),
        ("24th", 24),
        ("twenty - first", 21),
        ("the second", 2),
        ("three", None),
        ("twenty third war", None),
    ],
)
def test_ordinal(words: str, expected: int | None) -> None:
    """Ranks in words and digits."""
    assert expected == ordinal(words.split())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nineteen ninety - six", 1996),
        ("twenty twenty - two", 2022),
        ("nineteen fourteen", 1914),
        ("two twenty", None),
        ("nineteen five", None),
        ("twenty", None),
    ],
)
def test_spoken_year(words: str, expected: int | None) -> None:
    """A century and what is in it, as broadcasters say years."""
    assert expected == spoken_year(words.split())

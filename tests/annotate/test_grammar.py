"""The grammar machine: classes of words, rules over them, the longest match."""

from __future__ import annotations

import pytest

from sayso.annotate.grammar import BREAK, OTHER, Found, Rules, Vocabulary
from sayso.spans import Span

TOY = Vocabulary(
    {"NUM": r"\d+"},
    {"FRUIT": ("apple", "pear"), "NAME": ("may",), "AND": ("and",)},
    capitalised=("NAME",),
    sets={"ANY": "FRUIT NUM"},
)


def test_every_word_has_one_class() -> None:
    """Shapes, listed words in any case, capitalised classes only with a capital, all else OTHER; a break at the end."""
    words = TOY.read("7 Pears, may May", [Span(0, 16)])

    assert [TOY.code("NUM"), OTHER, OTHER, OTHER, TOY.code("NAME"), BREAK] == list(words.codes)
    assert words.word(1) == "Pears"


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("7 apple and pear", [["7", "apple", "and", "pear"]], "the longest match wins"),
        ("7 apple pear", [["7", "apple"]], "no rule, no match"),
        ("apple 7 apple", [["7", "apple"]], "a rule starts where it starts"),
        ("13 apple", [], "a reading may decline"),
    ],
)
def test_longest_match_from_the_left(text: str, expected: list[list[str]], why: str) -> None:
    """Rules are rows of classes; the longest match at a place wins, and a None leaves it to the next."""

    def reading(found: Found) -> list[str] | None:
        return None if found["n"] == "13" else found.words.lower(found.first, found.last)

    rules = Rules(TOY, (("n=NUM FRUIT", reading), ("n=NUM FRUIT (AND x=FRUIT)?", reading)))

    assert expected == [meaning for _, meaning in rules.matches(TOY.read(text, [Span(0, len(text))]))], why


def test_a_match_never_runs_over_a_sentence() -> None:
    """Between two sentences stands a break that no class matches."""
    rules = Rules(TOY, (("NUM FRUIT", lambda found: True),))

    assert list(rules.matches(TOY.read("7 apple", [Span(0, 1), Span(2, 7)]))) == []


def test_named_parts() -> None:
    """A named part that did not take part is absent, not empty."""
    rules = Rules(TOY, (("n=NUM (AND x=ANY)?", lambda found: found.get("x")),))
    seen = [meaning for _, meaning in rules.matches(TOY.read("7 and pear", [Span(0, 10)]))]

    assert seen == ["pear"]

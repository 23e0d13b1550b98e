"""A text to its quotations, whatever marks a house has and however badly they are kept."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.merge.quotations import quotations
from sayso.spans import Span


def found(text: str) -> list[str]:
    paragraphs = [Span(*one.span()) for one in re.finditer(r"[^\n]+", text)]
    return [span.of(text) for span in quotations(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("“We go,” she said. “Now.”", ["“We go,”", "“Now.”"], "two on either side of the cue"),
        ('"We go," she said. "Now."', ['"We go,"', '"Now."'], "straight marks"),
        ("‘We go,’ she said.", ["‘We go,’"], "single marks"),
        ("'We go,' she said.", ["'We go,'"], "single straight marks"),
        ("«We go», she said, „now“.", ["«We go»", "„now“"], "marks of other countries"),
        ("``We go,'' she said.", ["``We go,''"], "a typewriter's marks"),
        ("The ministers’ call for Iceland’s fish", [], "apostrophes"),
        ("He's one of the boys' best, isn't he", [], "straight apostrophes"),
        ("‘The ministers’ call was late,’ she said.", ["‘The ministers’ call was late,’"], "a plural inside"),
        ("It was ‘the ministers’ call", ["‘the ministers’"], "nothing later can close"),
        ("In the '90s 'twas said that", [], "words cut short in front"),
        ("“He said ‘never’ twice,” she said.", ["“He said ‘never’ twice,”"], "one inside another is part of it"),
        ("a “grave” step", ["“grave”"], "one word"),
        ("“We go, she said. They left.", ["“We go, she said."], "never closed: to the end of its sentence"),
        ("“We go, she said. “Now,” he said.", ["“We go, she said.", "“Now,”"], "the next opens another"),
        ("said that” and left", [], "a close without an opening"),
        ('six feet 5" tall', [], "an inch"),
        ("“We go.\n“And we stay.”\nThen", ["“We go.\n“And we stay.”"], "over paragraphs, each opened anew"),
        ("“We go.\nThen they left.", ["“We go."], "the next paragraph opens none"),
        ("“We go.\n“And.\n“Stay.”", ["“We go.\n“And.\n“Stay.”"], "over three"),
        ("", [], "nothing"),
    ],
)
def test_quotations_are_found(text: str, expected: list[str], why: str) -> None:
    """From mark to mark, marks included."""
    assert found(text) == expected, why


@given(st.text(alphabet="ab .,“”\"'‘’«»\n", max_size=60))
def test_any_text_has_quotations_in_order_and_apart(text: str) -> None:
    """However marks fall, stretches hold words, stand in order, and no two share a letter."""
    paragraphs = [Span(*one.span()) for one in re.finditer(r"[^\n]+", text)]
    spans = quotations(text, paragraphs)

    assert all("a" in span.of(text) or "b" in span.of(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))

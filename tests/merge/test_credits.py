"""An article to where it says whose text it is, and the names by which outlets are credited."""

from __future__ import annotations

import pytest
from dispatches import Print

from sayso.merge.credits import Outlets, credited, folded, is_unsigned
from sayso.record.copies import Credit
from sayso.spans import Span
from sayso.terms import CreditKind

STORY = (
    "Norland will close the Skerry Strait on Monday, Prime Minister Ada Holm told parliament in a speech of an hour."
)
LAST = (
    "The islands were quiet on Tuesday, and the ferries sailed, the harbour master of the larger one said by telephone."
)


def credit(words: str, kind: CreditKind = CreditKind.CREDIT) -> Credit:
    return Credit(kind, Span(0, len(words)), words)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"Strait to close\n\nPORT HALE, March 3 (Orbis) — {STORY}", [("agency", "Orbis")], "a dateline's brackets"),
        (f"Strait to close\n\nBy Ana Brandt\n\n{STORY}", [("byline", "By Ana Brandt")], "a byline"),
        (
            f"Strait to close\n\nFrom Orbis Wire in Port Hale\n\n{STORY}",
            [("byline", "From Orbis Wire in Port Hale")],
            "",
        ),
        (f"Strait to close\n\n{STORY}\n\n{LAST}\n\n(Agencies)", [("byline", "(Agencies)")], "a line of its own"),
        (
            f"Strait to close\n\n{STORY}\n\n{LAST}\n\n© 1999 The Daily Mercury",
            [("credit", "© 1999 The Daily Mercury")],
            "whose it is",
        ),
        (
            f"Strait to close\n\n{STORY}\n\n{LAST} This story first appeared in the Skerry Times.",
            [("body", "This story first appeared in the Skerry Times.")],
            "told in a sentence",
        ),
        (f"Strait to close\n\n{STORY}\n\nPhoto: Ana Brandt/Orbis\n\n{LAST}", [], "who made a picture wrote no text"),
    ],
)
def test_credits_are_found(text: str, expected: list[tuple[str, str]], why: str) -> None:
    """With where they stand, and in just their words."""
    article = Print(text).article
    found = credited(article)

    assert [(one.kind.value, one.words) for one in found] == expected, why
    assert all(one.span.of(article.text) == one.words for one in found)


KNOWN = [
    ("Orbis Wire", None),
    ("The Skerry Times", "https://www.skerrytimes.example/a/1"),
    ("The Times", None),
    ("RT", "https://rt.com/news/1"),
    ("Port Hale Evening Post", None),
]


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("From Orbis Wire in Oslo", {"orbis wire"}, "the whole name"),
        ("Orbis", {"orbis wire"}, "without what many names end in"),
        ("orbis", set(), "a common noun is no name"),
        ("[Source: Skerry Times]", {"skerry times"}, "without its article"),
        ("The Skerry Times", {"skerry times"}, "and not The Times"),
        ("The Times", {"times"}, "a name of common words needs its article"),
        ("Times change", set(), "else it is none"),
        ("RT. com / ABC Flash Point News 2022.", {"rt"}, "a host with a blank in it"),
        ("skerrytimes.example", {"skerry times"}, "a host"),
        ("PHEP", {"port hale evening post"}, "initials"),
        ("Reuters, AFP", {"reuters", "afp"}, "agencies that no article is from"),
        ("the map of afp", set(), "and not words that look like one"),
        ("Ana Brandt and Tom Okoro", set(), "persons"),
    ],
)
def test_credits_name_outlets(words: str, expected: set[str], why: str) -> None:
    """By the longest name at each place, folded to one spelling."""
    assert Outlets(KNOWN).named(credit(words)) == expected, why


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Fleetwood Courier and agencies", True),
        ("From news services", True),
        ("wire reports", True),
        ("(Agencies)", True),
        ("By Ana Brandt", False),
        ("Orbis Wire", False),
    ],
)
def test_agencies_without_a_name_are_told(words: str, expected: bool) -> None:
    """They say that somebody else wrote it, and not who."""
    assert is_unsigned(credit(words)) is expected


def test_an_outlet_has_one_spelling() -> None:
    """Case, article and marks make no other outlet."""
    assert folded("The Skerry Times") == folded("Skerry-Times") == "skerry times"
    assert folded("The") == "the"

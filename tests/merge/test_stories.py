"""An article to its story: the words of the body and nothing that an outlet puts around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dispatches import Print

from sayso.merge.stories import normal, story

PAGE = """Strait will close, Holm says

By Ana Brandt

PORT HALE, March 3 (Orbis) — Norland will close the Skerry Strait on Monday, Prime Minister Ada Holm said.

“We have asked four times,” she told the U.S. envoy. “We shall not ask a fifth time.”

(Reporting by Ana Brandt; editing by Tom Okoro)
"""


def test_only_the_body_is_told() -> None:
    """Headline, byline, dateline and credits are left out."""
    told = story(Print(PAGE).article)

    assert told.words[0].form == "norland"
    assert told.words[-1].form == "time"
    assert not {"brandt", "orbis", "closes", "okoro"} & set(told.forms)


def test_words_know_their_quotation_sentence_and_place() -> None:
    """Every word stands where it says, and in which quotation."""
    told = story(Print(PAGE).article)

    assert [q.of(told.text) for q in told.quotations] == [
        "“We have asked four times,”",
        "“We shall not ask a fifth time.”",
    ]
    assert {word.form for word in told.words if word.quotation == 0} == {"we", "have", "asked", "four", "times"}
    assert all(normal(word.span.of(told.text)) == word.form for word in told.words)
    assert len({word.sentence for word in told.words}) == 3


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("U.S", "us"),
        ("4,000", "4000"),
        ("3.5", "3.5"),
        ("Télam", "telam"),
        ("don’t", "don't"),
        ("WAR", "war"),
        ("$", "$"),
    ],
)
def test_forms_ignore_what_houses_spell_differently(word: str, expected: str) -> None:
    """Case, accents, dots, commas and apostrophes make no other word."""
    assert normal(word) == expected


def test_an_article_without_a_body_has_no_words() -> None:
    """Comments under a headline tell no story."""
    article = Print(PAGE).article
    bare = replace(article, sentences=tuple(one for one in article.sentences if one.zone == 0))
    assert story(bare).words == ()

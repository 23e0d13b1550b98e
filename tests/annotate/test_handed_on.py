"""Who says what another only carries, and who speaks in an aside within a quotation."""

from __future__ import annotations

import pytest
from parsed import parsed

from sayso.annotate.attributions import Attribution
from sayso.annotate.handed_on import handed_on
from sayso.annotate.syntax import Tree
from sayso.spans import Span, words_of

PROMISED = """
    The/DET/2/det mayor/NOUN/3/nsubj promised/VERB/9/ccomp to/PART/5/mark leave/VERB/3/xcomp ,/PUNCT/9/punct
    the/DET/8/det gazette/NOUN/9/nsubj reported/VERB/0/root ./PUNCT/9/punct
"""
BETWEEN = """
    Oslo/PROPN/2/nsubj waits/VERB/6/ccomp ,/PUNCT/6/punct the/DET/5/det mayor/NOUN/6/nsubj said/VERB/10/ccomp
    ,/PUNCT/10/punct the/DET/9/det gazette/NOUN/10/nsubj reports/VERB/0/root ./PUNCT/10/punct
"""
ASIDE = """
    "/PUNCT/6/punct Once/ADV/3/advmod lost/VERB/6/ccomp ,/PUNCT/6/punct said/VERB/0/root Mr/PROPN/7/compound
    Vik/PROPN/5/nsubj ,/PUNCT/5/punct trust/NOUN/10/nsubj stays/VERB/5/ccomp lost/ADJ/10/xcomp ./PUNCT/5/punct
    "/PUNCT/5/punct
"""
FOUND_OUT = """
    The/DET/2/det mayor/NOUN/3/nsubj left/VERB/7/ccomp ,/PUNCT/7/punct the/DET/6/det gazette/NOUN/7/nsubj
    reported/VERB/0/root ./PUNCT/7/punct
"""


def told(rows: str, content: str, source: str | None, cue: str | None) -> tuple[str, Tree, Attribution]:
    """Make a sentence of `form/UPOS/head/relation` words and its attribution, the parts named by their words."""
    text, tree = parsed(rows)

    def at(some: str) -> tuple[Span, ...]:
        return (Span(text.index(some), text.index(some) + len(some)),)

    one = Attribution(at(source) if source else None, at(cue) if cue else None, at(content), -0.2)
    return text, tree, one


@pytest.mark.parametrize(
    ("rows", "content", "source", "cue", "expected", "why"),
    [
        (
            PROMISED,
            "The mayor promised to leave",
            "the gazette",
            "reported",
            ("The mayor", "promised", "to leave"),
            "the promise is the mayor's, and the gazette carries it",
        ),
        (
            BETWEEN,
            "Oslo waits",
            "the gazette",
            "reports",
            ("the mayor", "said", "Oslo waits"),
            "who stands between what is said and its carrier",
        ),
        (
            ASIDE,
            '" Once lost , said Mr Vik , trust stays lost . "',
            None,
            None,
            ("Mr Vik", "said", '" Once lost … trust stays lost . "'),
            "an aside within the marks, without its commas",
        ),
        (FOUND_OUT, "The mayor left", "the gazette", "reported", None, "what the gazette reports itself stays its own"),
        (PROMISED, "to leave", "The mayor", "promised", None, "who promises carries nothing"),
    ],
)
def test_who_says_what_is_carried(rows, content, source, cue, expected, why):
    """The source is who said it; who only carries it is left to the outlets that it came through."""
    text, tree, one = told(rows, content, source, cue)
    found = handed_on(one, tree)

    parts = None if found is None else (found.source, found.cue, found.content)
    assert (parts and tuple(words_of(text, part or ()) for part in parts)) == expected, why

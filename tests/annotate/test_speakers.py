"""Labels of speakers, and sentences that end in their source: who says what where no word or number tells."""

from __future__ import annotations

import pytest

from lab.evaluate.attribution import plain_article
from sayso.annotate.attributions import Attribution
from sayso.annotate.lemmas import lemma
from sayso.annotate.sayings import with_unseen
from sayso.annotate.speakers import with_turns
from sayso.annotate.syntax import Tree, Word
from sayso.spans import Span, words_of

TURNS = [
    (
        "KARLSEN: The mine will be shut.\n\nDAHL: We will not leave it.",
        [("KARLSEN", "The mine will be shut."), ("DAHL", "We will not leave it.")],
        "two speakers in turn",
    ),
    (
        "Q: Will the pits be shut?\n\nA: They will. We have waited long.\n\nQ: When?",
        [("A", "They will. We have waited long.")],
        "who asks is the outlet, and all of an answer is said",
    ),
    (
        "TORRES: Are the ports open?\n\nADMIRAL VEGA: Two are.\n\nTORRES: And the third?",
        [("ADMIRAL VEGA", "Two are.")],
        "who only asks says nothing of his own, by whatever name",
    ),
    ("Minister Dahl: We will not leave it.", [("Minister Dahl", "We will not leave it.")], "one label with an office"),
    ("NARVIK: The mine was shut on Monday.", [], "one word in capitals is a place until it comes again"),
    ("Note: figures differ.\n\nNote: sums are rounded.", [], "a heading is nobody, however often it comes"),
    ("He named two towns: Narvik and Bodo.\n\nThey said: nothing.", [], "a colon in a sentence is no label"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TURNS)
def test_labels_of_speakers(text, expected, why):
    """What stands behind a label in its paragraph is said by whom the label names, in these words."""
    found = with_turns([], plain_article(text))

    assert [(words_of(text, one.source or ()), words_of(text, one.content)) for one in found] == expected, why
    assert all(one.is_verbatim for one in found)


def test_what_a_speaker_quotes_stays_another_s():
    """An attribution with a cue of its own inside a turn is kept beside the turn's."""
    text = "KARLSEN: The crew said the shaft was dry.\n\nDAHL: It was not."
    inner = Attribution((Span(9, 17),), (Span(18, 22),), (Span(23, 41),), -0.2)

    assert inner in with_turns([inner], plain_article(text))


def test_a_label_is_nobody_s_words():
    """What the model made of the label or its colon gives way to the turn."""
    text = "KARLSEN: The mine will be shut.\n\nDAHL: No."
    misread = Attribution(None, (Span(7, 8),), (Span(9, 30),), -0.2)

    assert misread not in with_turns([misread], plain_article(text))


def tree(rows: str, text: str) -> Tree:
    """Return the tree of a text of one sentence from `form/UPOS/head/relation` rows, heads counted from 1."""
    words, at = [], 0
    for index, row in enumerate(rows.split()):
        form, upos, head, relation = row.rsplit("/", 3)
        at = text.index(form, at)
        span = Span(at, at + len(form))
        words.append(Word(index, span, form, lemma(form, upos), upos, int(head) - 1, relation))
        at = span.end
    return Tree(0, tuple(words))


TAILED = "The strike could spread to the docks, the harbour master has warned."
ROWS = """The/DET/2/det strike/NOUN/4/nsubj could/AUX/4/aux spread/VERB/13/ccomp to/ADP/7/case the/DET/7/det
    docks/NOUN/4/obl ,/PUNCT/13/punct the/DET/11/det harbour/NOUN/11/compound master/NOUN/13/nsubj has/AUX/13/aux
    warned/VERB/0/root ./PUNCT/13/punct"""
ASIDE = "The docks, the harbour master has seen."
ASIDE_ROWS = """The/DET/2/det docks/NOUN/8/obj ,/PUNCT/8/punct the/DET/6/det harbour/NOUN/6/compound
    master/NOUN/8/nsubj has/AUX/8/aux seen/VERB/0/root ./PUNCT/8/punct"""


@pytest.mark.parametrize(
    ("text", "rows", "expected", "why"),
    [
        (
            TAILED,
            ROWS,
            [("the harbour master", "has warned", "The strike could spread to the docks")],
            "a clause, a comma, a source, a verb of saying",
        ),
        (ASIDE, ASIDE_ROWS, [], "seeing is not saying, and what stands before the comma is no clause"),
    ],
)
def test_a_sentence_that_ends_in_its_source(text, rows, expected, why):
    """The order of words shows who says it, where the model tagged nothing."""
    found = with_unseen([], plain_article(text), {0: tree(rows, text)})

    told = [tuple(words_of(text, part or ()) for part in (one.source, one.cue, one.content)) for one in found]
    assert told == expected, why


def test_the_model_is_believed_where_it_saw_anything():
    """A sentence of which any word was tagged gets nothing more."""
    seen = Attribution(None, None, (Span(0, 10),), -0.5)

    assert with_unseen([seen], plain_article(TAILED), {0: tree(ROWS, TAILED)}) == [seen]

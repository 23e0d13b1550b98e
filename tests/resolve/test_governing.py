"""Trees and times: the verb that a time expression hangs on decides whether "on Thursday" was or will be."""

from __future__ import annotations

import pytest
from told import Told

from sayso.annotate.times import times
from sayso.resolve.dates import resolve
from sayso.resolve.governing import governing_tense

FRIDAY = "2022-03-25"

BARRED = (
    "Norland/PROPN/3/nsubj will/AUX/3/aux bar/VERB/6/ccomp ships/NOUN/3/obj he/PRON/6/nsubj announced/VERB/0/root "
    "late/ADV/9/advmod on/ADP/9/case Thursday/PROPN/6/obl"
)
MEET = (
    "They/PRON/3/nsubj will/AUX/3/aux meet/VERB/0/root on/ADP/5/case Thursday/PROPN/3/obl "
    "he/PRON/7/nsubj said/VERB/3/parataxis"
)
ASTRAY = (
    "They/PRON/3/nsubj will/AUX/3/aux sail/VERB/5/ccomp he/PRON/5/nsubj told/VERB/0/root us/PRON/5/obj "
    "on/ADP/8/case Thursday/PROPN/3/obl"
)
JOINED = (
    "They/PRON/3/nsubj had/AUX/3/aux closed/VERB/0/root it/PRON/3/obj and/CCONJ/6/cc left/VERB/3/conj "
    "on/ADP/8/case Thursday/PROPN/6/obl"
)
TO_LEAVE = "They/PRON/2/nsubj want/VERB/0/root to/PART/4/mark leave/VERB/2/xcomp on/ADP/6/case Thursday/PROPN/4/obl"
VOTE = "He/PRON/2/nsubj feared/VERB/0/root the/DET/4/det vote/NOUN/2/obj on/ADP/6/case Thursday/PROPN/4/nmod"


@pytest.mark.parametrize(
    ("tree", "expected", "why"),
    [
        (BARRED, "2022-03-24", "announced on Thursday, whatever will be barred"),
        (MEET, "2022-03-31", "the modal of its own verb"),
        (ASTRAY, "2022-03-24", "hung on a verb beyond another verb: the words beside it decide"),
        (JOINED, "2022-03-24", "a second verb shares the first one's auxiliary"),
        (TO_LEAVE, "2022-03-31", "an infinitive is not firm: the words decide, and they tell of a wish"),
        (VOTE, "2022-03-24", "a noun is no verb: the words decide"),
    ],
)
def test_a_weekday_is_dated_by_the_verb_that_it_hangs_on(tree: str, expected: str, why: str) -> None:
    """The tree is believed where it is firm; else the words around the expression are."""
    line = " ".join(row.rsplit("/", 3)[0] for row in tree.split())
    told = Told(line, FRIDAY, {0: tree})
    spans = [one.span for one in told.article.sentences]
    tense = governing_tense({one.sentence: one for one in told.trees}, told.article.sentences)
    (found,) = resolve(times(told.article.text, spans), told.article.text, FRIDAY, tense)
    assert found.edtf == expected, why

"""What kind of saying it is: form, act and certainty."""

from __future__ import annotations

import pytest

from sayso.annotate.attributions import Attribution
from sayso.annotate.lemmas import lemma
from sayso.annotate.syntax import Word
from sayso.resolve.speech import act_of, certainty_of, form_of
from sayso.spans import Span
from sayso.terms import Certainty, Form, SignalKind, SpeechAct

FORMS = [
    ("“The fleet sails at dawn,”", Form.DIRECT, "all of it in quotation marks"),
    ("that the fleet sails “at dawn”", Form.MIXED, "part of it"),
    ("that the fleet sails at dawn", Form.INDIRECT, "none of it"),
    ("“The fleet sails at dawn.", Form.DIRECT, "a quotation that is never closed"),
    ("We sail at dawn", Form.DIRECT, "first person without marks: they were lost on the way"),
    ("that we sail at dawn", Form.INDIRECT, "but not behind that"),
]


@pytest.mark.parametrize(("content", "expected", "why"), FORMS, ids=[why for *_, why in FORMS])
def test_the_form_follows_the_quotation_marks(content, expected, why):
    """Direct, mixed and indirect are told by what stands inside the marks."""
    assert expected is form_of(content, (Span(0, len(content)),)), why


ACTS = [
    ("warned", "that ships would be lost", (), SpeechAct.WARN, "the cue says it"),
    ("has ruled out", "sending ships", (), SpeechAct.REFUSE, "a phrasal cue"),
    ("ruled", "that the vote was void", (), SpeechAct.ASSERT, "a court that rules refuses nothing"),
    ("called on", "both sides to stop", (), SpeechAct.DEMAND, "calling on somebody"),
    ("rejected", "reports of a retreat", (), SpeechAct.DENY, "who rejects reports denies"),
    ("rejected", "a truce", (), SpeechAct.REFUSE, "who rejects an offer refuses"),
    (
        "said",
        "we will come to your aid",
        (SignalKind.PROMISE,),
        SpeechAct.PROMISE,
        "a plain cue leaves it to the signal",
    ),
    ("said", "Who fired first?", (), SpeechAct.ASK, "a question"),
    ("did not deny", "the report", (), SpeechAct.ASSERT, "a denied cue is not done"),
]


def words_of_cue(cue: str) -> list[Word]:
    """The words of a cue, all verbs but function words."""
    small = {"on", "out", "not", "has", "did"}
    return [
        Word(i, Span(0, 1), w, lemma(w, "PART" if w == "not" else "VERB"), "PART" if w in small else "VERB", -1, "root")
        for i, w in enumerate(cue.split())
    ]


@pytest.mark.parametrize(("cue", "content", "kinds", "expected", "why"), ACTS, ids=[why for *_, why in ACTS])
def test_the_act_follows_cue_then_signal(cue, content, kinds, expected, why):
    """Cues decide first, then what the statement carries."""
    assert expected is act_of(words_of_cue(cue), cue, content, kinds, negated="not" in cue.split()), why


SURE = [
    ("said", "the fleet may sail", Certainty.POSSIBLE, "a modal of possibility"),
    ("said", "the fleet could not sail", Certainty.CERTAIN, "could not is no possibility"),
    ("said", "if they come, we may talk, but we will fight", Certainty.POSSIBLE, "the main clause counts"),
    ("said", "if the enemy may be near, the fleet sails", Certainty.CERTAIN, "and not the condition"),
    ("believes", "the fleet will sail", Certainty.PROBABLE, "a cue of belief"),
    ("said", "the fleet will probably sail", Certainty.PROBABLE, "a hedge of likelihood"),
    ("was reportedly told", "the fleet sails", Certainty.HEARSAY, "nobody vouches for it"),
    ("said", "the fleet sails", Certainty.CERTAIN, "plainly put"),
]


@pytest.mark.parametrize(("cue", "content", "expected", "why"), SURE, ids=[why for *_, why in SURE])
def test_certainty_is_how_firmly_the_content_is_put(cue, content, expected, why):
    """Modals and hedges of the main clause, then the cue."""
    text = f"{cue} {content}"
    spans = (Span(0, len(cue)),), (Span(len(cue) + 1, len(text)),)
    attribution = Attribution(None, spans[0], spans[1], 0.0)

    assert expected is certainty_of(text, attribution, words_of_cue(cue), named=True), why

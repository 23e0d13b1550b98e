"""The labelled signals: whether each label fits its text, without the corpora at hand."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from lab.labels.load import FOLDER, LabelError, LabelKind, LabelledSignal, LabelledText, Part, load, load_own, load_real
from sayso.encode.heads import SIGNAL_KINDS
from sayso.spans import Span, Spans


@pytest.fixture(scope="module")
def own() -> list[LabelledText]:
    return list(load_own(FOLDER / "own.jsonl"))


def both(signal: LabelledSignal) -> Spans:
    return (*(signal.condition or ()), *(signal.consequence or ()))


def test_no_text_is_labelled_twice(own):
    """A text that stands twice could be trained on and measured on at once."""
    assert [text for text, times in Counter(one.text for one in own).items() if times > 1] == []


def test_a_signal_has_at_least_one_half(own):
    """A label with neither condition nor consequence says nothing."""
    assert [one.text for one in own for signal in one.signals if not both(signal)] == []


def test_condition_and_consequence_never_overlap(own):
    """A word of one signal is part of the condition or of the consequence, never of both."""
    wrong = [
        one.text
        for one in own
        for signal in one.signals
        if any(a.overlaps(b) for a in signal.condition or () for b in signal.consequence or ())
    ]
    assert wrong == []


def test_spans_start_and_end_on_words(own):
    """A span has no white space and no comma at its ends, and is in text order with its sisters."""
    wrong = []
    for one in own:
        for signal in one.signals:
            for half in (signal.condition or (), signal.consequence or ()):
                words = [span.of(one.text) for span in half]
                if list(half) != sorted(half) or any(word.strip(" ,;:") != word or not word for word in words):
                    wrong.append(words)
    assert wrong == []


def test_a_demand_asks_for_something(own):
    """In a demand the thing demanded is the condition, and the consequence follows when it is not done."""
    demands = [signal for one in own for signal in one.signals if signal.kind is LabelKind.DEMAND]
    assert demands
    assert all(signal.condition and signal.if_not for signal in demands)


def test_a_refusal_names_what_is_refused(own):
    """In a refusal the thing refused is the consequence."""
    refusals = [signal for one in own for signal in one.signals if signal.kind is LabelKind.REFUSAL]
    assert refusals
    assert all(signal.consequence for signal in refusals)


def is_signal(one: LabelledSignal) -> bool:
    return one.kind is not LabelKind.NONE


def test_every_kind_and_enough_negatives_are_there(own):
    """A head that never saw a kind, or never saw a sentence without a signal, cannot be trained."""
    assert set(LabelKind) == {signal.kind for one in own for signal in one.signals}
    assert 0.3 <= sum(not any(map(is_signal, one.signals)) for one in own) / len(own) <= 0.5


def test_the_kinds_are_those_of_the_head():
    """The labels and the model's output speak of the same kinds, in the same order."""
    assert tuple(kind.value for kind in LabelKind) == SIGNAL_KINDS


def test_a_fifth_is_held_out(own):
    """Enough is kept from training to measure on, and never more than a quarter."""
    assert 0.15 < sum(one.part is Part.HELD_OUT for one in own) / len(own) < 0.25


def corpus_of(folder: Path, text: str, *, start: int, end: int, sha: str) -> Path:
    row = {"corpus": "made/up", "id": "r1", "start": start, "end": end, "sha": sha}
    signal = {"kind": "refusal", "condition": None, "consequence": [[start, start + 7]], "if_not": False}
    (folder / "real.jsonl").write_text(json.dumps({**row, "signals": [signal]}) + "\n")
    (folder / "own.jsonl").write_text("")
    (folder / "made").mkdir()
    with gzip.open(folder / "made" / "up.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "r1", "text": text}) + "\n")
    return folder


def test_a_real_sentence_comes_with_spans_of_its_own(tmp_path):
    """Offsets of the record become offsets of the sentence."""
    text, sentence = "Rain fell. No truce, they said.", "No truce, they said."
    folder = corpus_of(tmp_path, text, start=11, end=31, sha=hashlib.sha256(sentence.encode()).hexdigest()[:8])

    (one,) = load_real(folder / "real.jsonl", folder)

    assert sentence == one.text
    assert (Span(0, 7),) == one.signals[0].consequence


def test_another_edition_of_a_corpus_is_refused(tmp_path):
    """Words that are not the labelled ones raise, rather than train on spans that point elsewhere."""
    folder = corpus_of(tmp_path, "Rain fell. No truce, he said now.", start=11, end=31, sha="00000000")

    with pytest.raises(LabelError, match="not the words"):
        list(load(folder, folder))


@pytest.mark.parametrize("part", Part)
def test_loading_yields_the_part_asked_for_alone(tmp_path, own, part):
    """What is held out never comes among what is trained on."""
    (tmp_path / "real.jsonl").write_text("")
    (tmp_path / "own.jsonl").write_text((FOLDER / "own.jsonl").read_text())

    assert list(load(tmp_path, tmp_path, part)) == [one for one in own if one.part is part]

"""
Conditions and consequences: SemEval-2020 task 5 counterfactuals, and our own labels (lab/labels, tests/gold).

SemEval-2020 task 5: no licence stated. Its counterfactuals of the past are no signals: kind `none`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from lab.corpora.read import rows
from lab.evaluate.gold import GOLD, TAUGHT, golden
from lab.labels.load import FOLDER, OWN, LabelledText, load, passages
from lab.train.example import IGNORE, Array, Example, examples, opened, stream, tag_words
from sayso.article.sentences import split
from sayso.encode.heads import SIGNAL, SIGNAL_KINDS
from sayso.encode.tokens import Vocabulary
from sayso.spans import Span

HALVES: Final = ("condition", "consequence")
OTHERS: Final = 4
"""Of sentences of passages and crises without a signal, one in so many is shown alone; set by hand."""


def read_counterfactuals(corpora: Path, vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield sentences with `signal` tags and `kind` `none` inside the spans."""
    for row in rows(corpora / "conditional" / "counterfactual_spans_train.jsonl.gz"):
        if not (row["antecedent"] and row["consequent"]):
            continue
        labelled = [(_bare(row["text"], *row["antecedent"]), "condition")]
        labelled.append((_bare(row["text"], *row["consequent"]), "consequence"))
        yield from _windows(row["text"], vocabulary, labelled, [(span, "none") for span, _ in labelled])


def read_labels(corpora: Path, vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield our own labels: `signal` tags and `kind`, which is `none` all over a text without signals."""
    for item in load(FOLDER, corpora):
        yield from _of_label(item, vocabulary)


def read_own_labels(corpora: Path, vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield those of our own labels whose text is ours too."""
    for item in load(FOLDER, corpora):
        if item.origin == OWN:
            yield from _of_label(item, vocabulary)


def read_passages(vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield the passages that were written with moves (`lab/labels/moves_*.jsonl`): `signal` tags and `kind`."""
    for passage in passages():
        text = passage["text"]
        found = [(one["kind"], {half: _pieces(text, one[half]) for half in HALVES}) for one in passage["signals"]]
        yield from _of_signals(text, found, vocabulary)


def read_crises(vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield the articles of our crises that may be learnt from; of two signals of one stretch the first is taken."""
    for name in TAUGHT:
        for reading in golden(GOLD / name):
            told = sorted(reading["signals"], key=lambda one: bool(one.get("optional")))
            found = [(one["kind"], {half: [Span(*at) for at in one[half] or ()] for half in HALVES}) for one in told]
            yield from _of_signals(reading["article"]["text"], found, vocabulary)


def _pieces(text: str, words: list[str] | None) -> list[Span]:
    return [Span(text.index(one), text.index(one) + len(one)) for one in words or ()]


def _of_signals(text: str, found: list[tuple[str, dict[str, list[Span]]]], vocabulary: Vocabulary) -> Iterator[Example]:
    labelled: list[tuple[Span, str]] = []
    kinds: list[tuple[Span, str]] = []
    for kind, halves in found:
        fresh = [
            (span, half)
            for half, spans in halves.items()
            for span in spans
            if not any(span.overlaps(other) for other, _ in labelled)
        ]
        labelled += fresh
        kinds += [(span, kind) for span, _ in fresh]
    yield from _windows(text, vocabulary, labelled, kinds)
    yield from _alone(text, labelled, kinds, vocabulary)


def _alone(
    text: str, labelled: list[tuple[Span, str]], kinds: list[tuple[Span, str]], vocabulary: Vocabulary
) -> Iterator[Example]:
    """Yield sentences with signals alone too, and one in four of the others: short texts are no less often signals."""
    for number, sentence in enumerate(split(text, 0, len(text))):
        cut = any(span.overlaps(sentence) and span not in sentence for span, _ in labelled)
        halves = [(span.shifted(-sentence.start), half) for span, half in labelled if span in sentence]
        own = [(span.shifted(-sentence.start), kind) for span, kind in kinds if span in sentence]
        if not cut and (halves or number % OTHERS == 0):
            yield from _windows(text[sentence.start : sentence.end], vocabulary, halves, own)


def _of_label(item: LabelledText, vocabulary: Vocabulary) -> Iterator[Example]:
    labelled, kinds = [], []
    for one in item.signals:
        for half in HALVES:
            for span in getattr(one, half) or ():
                labelled.append((span, half))
                kinds.append((span, one.kind.value))
    yield from _windows(item.text, vocabulary, labelled, kinds)


def _bare(text: str, start: int, end: int) -> Span:
    """Leave out a connective at the start and punctuation at the end, as in our own labels."""
    for mark in ("if ", "then ", "unless ", "had ", "but ", "and ", "that "):
        if text[start:end].lower().startswith(mark) and mark != "had ":
            start += len(mark)
    while end > start and text[end - 1] in ' ,.;:"”!?':
        end -= 1
    return Span(start, end)


def _windows(
    text: str, vocabulary: Vocabulary, labelled: list[tuple[Span, str]], kinds: list[tuple[Span, str]]
) -> Iterator[Example]:
    laid = stream(text, vocabulary)
    tags = tag_words(laid.spans, labelled, SIGNAL)
    kind = np.full(len(laid.spans), IGNORE if labelled else SIGNAL_KINDS.index("none"), np.int64)
    for span, name in kinds:
        kind[[span.overlaps(word) for word in laid.spans]] = SIGNAL_KINDS.index(name)

    def targets(first: int, last: int, tags: Array = tags, kind: Array = kind) -> dict[str, Array]:
        return {"signal": opened(tags[first:last]), "kind": kind[first:last]}

    yield from examples("signal", laid, vocabulary, targets, overlap=0)

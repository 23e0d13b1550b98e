"""
Conditions and consequences: SemEval-2020 task 5 counterfactuals, and our own labels of signals (lab/labels).

SemEval-2020 task 5: no licence stated. Its counterfactuals of the past are no signals: kind `none`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from lab.corpora.read import rows
from lab.labels.load import FOLDER, OWN, LabelledText, load
from lab.train.example import IGNORE, Array, Example, examples, opened, stream, tag_words
from sayso.encode.heads import SIGNAL, SIGNAL_KINDS
from sayso.encode.tokens import Vocabulary
from sayso.spans import Span


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


def _of_label(item: LabelledText, vocabulary: Vocabulary) -> Iterator[Example]:
    labelled, kinds = [], []
    for one in item.signals:
        for half in ("condition", "consequence"):
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

"""The held-out fifth of our own labels: signals by kind, condition and consequence, as unseen articles are scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np

from lab.labels.load import FOLDER, LabelKind, LabelledText, Part, load
from sayso.annotate.signals import SignalTags, signals
from sayso.annotate.syntax import trees
from sayso.article.article import Article, Sentence, Zone
from sayso.article.sentences import split
from sayso.encode.encoder import Encoder
from sayso.encode.streams import Stream, encode_article
from sayso.spans import Span, Spans
from sayso.terms import ZoneKind

Row: TypeAlias = tuple[str, Spans | None, Spans | None]
"""Kind, condition, consequence."""

ENOUGH = 0.5
"""Jaccard index of two halves' letters from which they count as the same (the scorer's rule)."""


def evaluate(corpora: Path, encoder: Encoder, part: Part = Part.HELD_OUT) -> dict[str, float]:
    """
    Return precision, recall and F1 of whole signals, and F1 with the kind left out (`lenient`) and of each kind.

    Args:
        corpora: Holds the corpora that the labels point into.
        encoder: The model.
        part: Which labels; the held-out ones, unless a threshold is being set.
    """
    pairs = [(gold_rows(one), found_rows(one, encoder)) for one in load(FOLDER, corpora, part)]
    found = f1(pairs)
    found["lenient"] = f1([(_blind(gold), _blind(given)) for gold, given in pairs])["f1"]
    for kind in LabelKind:
        if kind is not LabelKind.NONE:
            found[kind.value] = f1([(_only(gold, kind), _only(given, kind)) for gold, given in pairs])["f1"]
    return found


def gold_rows(text: LabelledText) -> list[Row]:
    """Return the labelled signals, look-alikes left out."""
    return [(s.kind.value, s.condition, s.consequence) for s in text.signals if s.kind is not LabelKind.NONE]


def found_rows(text: LabelledText, encoder: Encoder) -> list[Row]:
    """Return what is read from the words alone, as from an article that holds nothing else."""
    article = article_of(text.text)
    streams = encode_article(article, encoder)
    parsed = trees(streams, article.text)
    moves = encoder.transitions("signal")
    tagged = dict(_tags(streams, moves))
    return [
        (one.kind.value, one.condition, one.consequence)
        for one in signals(article, [parsed[i] for i in sorted(parsed)], tagged)
    ]


def article_of(text: str) -> Article:
    """Return an article whose body is a text."""
    zone = Zone(ZoneKind.BODY, Span(0, len(text)))
    cut = tuple(Sentence(one, 0, 0) for one in split(text, 0, len(text)))
    return Article("a", "-", "", None, None, None, None, None, "en", text, (zone,), cut)


def _tags(streams: Sequence[Stream], moves: np.ndarray) -> Iterator[tuple[int, SignalTags]]:
    for stream in streams:
        encoded = stream.encoded
        for sentence in dict.fromkeys(stream.sentences):
            lines = [line for line, owner in enumerate(stream.sentences) if owner == sentence]
            rows = slice(encoded.starts[lines[0]], encoded.starts[lines[-1] + 1])
            yield sentence, SignalTags(encoded.labels["signal"][rows], encoded.labels["signal_kind"][rows], moves)


def f1(pairs: Iterable[tuple[list[Row], list[Row]]]) -> dict[str, float]:
    """Return precision, recall and F1 of rows matched one to one within each text."""
    counts: Counter[str] = Counter()
    for gold, given in pairs:
        left = list(gold)
        for row in given:
            match = next((one for one in left if is_same(one, row)), None)
            if match is not None:
                left.remove(match)
                counts["right"] += 1
        counts["gold"] += len(gold)
        counts["given"] += len(given)
    precision = counts["right"] / max(1, counts["given"])
    recall = counts["right"] / max(1, counts["gold"])
    both = 2 * precision * recall / (precision + recall) if counts["right"] else 0.0
    return {"precision": precision, "recall": recall, "f1": both, "signals": counts["gold"]}


def is_same(gold: Row, given: Row) -> bool:
    """Tell whether kind and both halves agree; a half that neither has agrees."""
    return gold[0] == given[0] and _agree(gold[1], given[1]) and _agree(gold[2], given[2])


def _agree(one: Spans | None, other: Spans | None) -> bool:
    if one is None or other is None:
        return one is None and other is None
    a, b = _letters(one), _letters(other)
    return len(a & b) >= ENOUGH * len(a | b)


def _letters(spans: Spans) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _blind(rows: list[Row]) -> list[Row]:
    return [("", condition, consequence) for _, condition, consequence in rows]


def _only(rows: list[Row], kind: LabelKind) -> list[Row]:
    return [row for row in rows if row[0] == kind.value]

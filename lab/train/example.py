"""An example: one window of text with the targets that its corpus has; the form in which every corpus is trained on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.article.sentences import split
from sayso.encode.tokens import MAX_PIECES, Batch, Line, Vocabulary, assemble, windows, words
from sayso.spans import Span

IGNORE: Final = -100
"""A target that counts for nothing, as in torch's cross entropy."""

Array = NDArray[np.int64]


@dataclass(frozen=True)
class Example:
    """
    One window with targets.

    Attributes:
        task: Which losses it feeds; one of `lab.train.losses.LOSSES`.
        batch: The window as the encoder takes it.
        targets: *Shape:* `(words,)` for labels of words; see each task's loss for others.
    """

    task: str
    batch: Batch
    targets: Mapping[str, Array] = field(default_factory=dict)


@dataclass(frozen=True)
class Stream:
    """Lines of one text in order, with the words of all of them numbered through."""

    lines: tuple[Line, ...]
    spans: tuple[Span, ...]
    starts: tuple[int, ...]


def stream(text: str, vocabulary: Vocabulary, sentences: Sequence[Sequence[Span]] | None = None) -> Stream:
    """Cut a text into lines as sayso does when it reads, or take the words of each sentence as given."""
    given = sentences or [words(text, s.start, s.end) for s in split(text, 0, len(text))]
    lines = [part for one in given if one for part in vocabulary.line(text, one).cut(MAX_PIECES)]
    starts, total = [], 0
    for line in lines:
        starts.append(total)
        total += len(line.spans)
    return Stream(tuple(lines), tuple(s for line in lines for s in line.spans), (*starts, total))


def examples(
    task: str,
    text: Stream,
    vocabulary: Vocabulary,
    targets: Callable[[int, int], Mapping[str, Array] | None],
    most: int = MAX_PIECES,
    overlap: int = 64,
) -> Iterator[Example]:
    """
    Yield the windows of a stream.

    Args:
        task: See `Example`.
        text: The stream.
        vocabulary: The encoder's.
        targets: Given the first word of a window and one past its last, the targets; None leaves the window out.
        most: Pieces in a window.
        overlap: Pieces shared by neighbours.
    """
    for window in windows([min(line.length, most) for line in text.lines], most, overlap):
        first, last = text.starts[window.first], text.starts[window.last]
        found = targets(first, last)
        if found is not None:
            yield Example(task, assemble(text.lines[window.first : window.last], vocabulary), found)


def opened(tags: Array) -> Array:
    """Return a window's tags with the span that its edge cuts begun anew: an inside tag cannot come first."""
    found = tags.copy()
    if len(found) and found[0] and found[0] % 2 == 0:  # labels are O, B-x, I-x, B-y, I-y, …
        found[0] -= 1
    return found


def tag_words(spans: Sequence[Span], labelled: Sequence[tuple[Span, str]], labels: Sequence[str]) -> Array:
    """
    Return BIO tags: a word belongs to a labelled span where the span covers its middle.

    Args:
        spans: Of the words.
        labelled: Spans with their type, the bare name behind `B-` and `I-`.
        labels: The label set.
    """
    tags = np.zeros(len(spans), np.int64)
    index = {label: i for i, label in enumerate(labels)}
    starts = np.array([s.start for s in spans])
    middles = np.array([(s.start + s.end) / 2 for s in spans])
    for span, kind in labelled:
        first = int(np.searchsorted(starts, span.start - 1))
        began = False
        for at in range(max(0, first - 1), len(spans)):
            if starts[at] >= span.end:
                break
            if span.start <= middles[at] < span.end:
                tags[at] = index[f"I-{kind}" if began else f"B-{kind}"]
                began = True
    return tags

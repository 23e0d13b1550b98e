"""Tag scores to the best path of tags, and paths to the stretches of words they mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    Neighbouring words with one label.

    Attributes:
        label: The bare name behind `B-` and `I-`.
        first: Index of its first word.
        last: One past its last word.
    """

    label: str
    first: int
    last: int


def best_path(emissions: Array, moves: Array) -> list[int]:
    """
    Return the tags of the best path (Viterbi).

    Args:
        emissions: *Shape:* `(words, tags)`. *Units:* logits.
        moves: Transition scores from row to column; the path starts as after tag 0. *Shape:* `(tags, tags)`.
    """
    if not len(emissions):
        return []
    score = emissions[0] + moves[0]
    back = []
    for row in emissions[1:]:
        ways = score[:, None] + moves
        back.append(ways.argmax(0))
        score = ways.max(0) + row
    tags = [int(score.argmax())]
    for row in reversed(back):
        tags.append(int(row[tags[-1]]))
    return tags[::-1]


def stretches(tags: Sequence[int], labels: Sequence[str]) -> Iterator[Stretch]:
    """Yield the stretches that BIO tags mark, in order."""
    first: int | None = None
    for at, tag in enumerate([*tags, 0]):
        name = labels[tag]
        if first is not None and not name.startswith("I"):
            yield Stretch(labels[tags[first]][2:], first, at)
            first = None
        if name != "O" and first is None:
            first = at


def log_softmax(scores: Array) -> Array:
    """Return log probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    found: Array = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return found

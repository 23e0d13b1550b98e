"""
One ONNX pass over each window: a stream of lines in, every head's numbers for every word out.

The file is int8 with activation scales computed for each window as it runs, so a
window is always run alone: its numbers depend on its own words and on nothing that shares a batch with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.encode.heads import label_digest
from sayso.encode.sessions import session, verified
from sayso.encode.tokens import MAX_PIECES, Line, Vocabulary, assemble, owners, windows
from sayso.errors import ModelMismatch

Array = NDArray[np.float32]

INPUTS: Final = ("ids", "shapes", "first", "line")
OUTPUTS: Final = (
    "attribution", "link", "mention", "upos", "arc", "relation",
    "act", "actor", "recipient", "standing", "signal", "signal_kind",
)  # fmt: skip
PAIRWISE: Final = frozenset({"link", "arc", "actor", "recipient"})
"""Outputs with a score for every pair of words of the window."""

MODEL_FILE: Final = "sayso-s.onnx"
TOKENIZER_FILE: Final = "tokenizer.json"


@dataclass(frozen=True)
class WindowNumbers:
    """
    What the encoder gave for one window.

    Attributes:
        first_word: Index in the stream of its first word.
        words: Number of its words.
        pairs: For each of `PAIRWISE`, scores of every word (rows) with every other. *Shape:* `(words, words)`.
            *Units:* logits, comparable only within one head.
    """

    first_word: int
    words: int
    pairs: dict[str, Array]


@dataclass(frozen=True)
class Encoded:
    """
    What the encoder gave for a stream of lines.

    Attributes:
        lines: The lines, in order; lines longer than a window stand here cut in pieces.
        starts: Index of the first word of each line, and one past the last word of all.
        labels: For each output that is not pairwise, scores for every word of the stream, each line read from the
            window where it stands farthest from an edge. *Shape:* `(words, labels)`; `standing` is `(words,)`.
        owner: Index in `windows` of the window that each line was read from.
        windows: Every window, for heads that relate words of different lines.
    """

    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    labels: dict[str, Array]
    owner: tuple[int, ...]
    windows: tuple[WindowNumbers, ...]

    def line_pairs(self, name: str, line: int) -> Array:
        """Return the scores among the words of one line. *Shape:* `(words of the line, words of the line)`."""
        window = self.windows[self.owner[line]]
        first, last = self.starts[line] - window.first_word, self.starts[line + 1] - window.first_word
        found: Array = window.pairs[name][first:last, first:last]
        return found


class Encoder:
    """
    The model file with its tokenizer.

    Raises:
        ModelMismatch: A digest differs from `SHA256SUMS`, or the file was trained for other label sets.
    """

    def __init__(self, folder: Path | None = None) -> None:
        home = folder or Path(str(files("sayso.encode").joinpath("model")))
        self.digest, _ = verified(home, (MODEL_FILE, TOKENIZER_FILE))
        self._session = session(home / MODEL_FILE)
        meta = self._session.get_modelmeta().custom_metadata_map
        if meta.get("labels") != label_digest():
            raise ModelMismatch(
                f"{MODEL_FILE} was trained for label sets {meta.get('labels')}, this code has {label_digest()}; "
                "reinstall sayso, or run `make model`"
            )
        self.moves = {
            name: np.array([float(x) for x in meta[f"moves.{name}"].split()], np.float32)
            for name in ("attribution", "mention", "signal")
        }
        self.vocabulary = Vocabulary(Tokenizer.from_file(str(home / TOKENIZER_FILE)))

    def transitions(self, name: str) -> Array:
        """Return the transition scores of a tag head, from row to column. *Shape:* `(tags, tags)`."""
        flat = self.moves[name]
        side = round(len(flat) ** 0.5)
        found: Array = flat.reshape(side, side)
        return found

    def encode(self, lines: Sequence[Line]) -> Encoded:
        """
        Run every head over a stream of lines.

        Args:
            lines: In text order, of one article; empty lines are not allowed.

        Returns:
            The numbers of all heads, raw.
        """
        whole = [part for line in lines for part in line.cut(MAX_PIECES)]
        starts = [0]
        for line in whole:
            starts.append(starts[-1] + len(line.spans))
        lengths = [line.length for line in whole]
        packed = windows(lengths)
        owner = owners(lengths, packed)
        runs = [self.run(whole[w.first : w.last]) for w in packed]
        labels: dict[str, Array] = {}
        for name in OUTPUTS:
            if name in PAIRWISE:
                continue
            parts = []
            for at, window in enumerate(owner):
                base = starts[packed[window].first]
                parts.append(runs[window][name][starts[at] - base : starts[at + 1] - base])
            labels[name] = np.concatenate(parts) if parts else np.zeros((0, 1), np.float32)
        found = tuple(
            WindowNumbers(starts[w.first], starts[w.last] - starts[w.first], {n: run[n] for n in PAIRWISE})
            for w, run in zip(packed, runs, strict=True)
        )
        return Encoded(tuple(whole), tuple(starts), labels, tuple(owner), found)

    def run(self, lines: Sequence[Line]) -> dict[str, Array]:
        """Run one window, alone. *Shape:* `(words, labels)`, `(words, words)` for `PAIRWISE`."""
        batch = assemble(lines, self.vocabulary)
        values = (batch.ids, batch.shapes, batch.first, batch.line)
        feed = {name: np.array([value], np.int64) for name, value in zip(INPUTS, values, strict=True)}
        given = self._session.run(list(OUTPUTS), feed)
        return {name: value[0] for name, value in zip(OUTPUTS, given, strict=True)}


@cache
def shipped_encoder() -> Encoder:
    """Return the encoder that the package ships; loaded once a process."""
    return Encoder()

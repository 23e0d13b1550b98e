"""
A short stream behind a paragraph of plain reporting, and its numbers without that paragraph.

The encoder was trained on windows full of text. A caption, a one-line brief or a move typed by hand stands alone in
its window, and parts of speech and trees go wrong there: on moves (tests/cases) the surest part of speech had .81 on
average alone and .95 behind this paragraph, against .93 in whole articles (2025-11-25, model 68f85b440e55). Only the
heads that find signals were taught on sentences alone as well, and are read from the stream alone: 21 rows of our tests
came otherwise than before the branch of signals then, 24 with the mean of both readings (2026-11-26). What is read in
the paragraph itself is dropped, so that nothing of it can reach an entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.encode.encoder import Encoded, Encoder, WindowNumbers
from sayso.encode.tokens import MAX_PIECES, Line, words

SHORT: Final = 96
"""Streams with fewer word pieces than this get the paragraph; four sentences are context enough."""

ALONE: Final = ("signal", "signal_kind")
"""Outputs of the heads that were taught on sentences alone as well."""

PARAGRAPH: Final = (
    "The harbour was quiet on Tuesday, and the shops along the front stayed open until late in the evening.",
    "A spokesman for the port said that the ferry had left at seven with some forty passengers on board.",
    "People who had come for the market talked of the weather and of the price of bread.",
    "Nobody in the town hall wanted to speak about the letter that had arrived from the capital the day before.",
    "“We have read it, and we will answer it in good time,” the mayor told reporters outside his house.",
    "The council meets again next week.",
    "Officials from two ministries are expected to attend, according to a notice that was put up at the gate.",
)


def encode(lines: Sequence[Line], encoder: Encoder) -> Encoded:
    """Return the numbers of a stream's lines, read behind the paragraph where there are few of them."""
    if sum(line.length for line in lines) >= SHORT:
        return encoder.encode(lines)
    before = [
        part for one in PARAGRAPH for part in encoder.vocabulary.line(one, words(one, 0, len(one))).cut(MAX_PIECES)
    ]
    behind, alone = without_first(encoder.encode([*before, *lines]), len(before)), encoder.encode(lines)
    return replace(behind, labels=behind.labels | {name: alone.labels[name] for name in ALONE})


def without_first(encoded: Encoded, count: int) -> Encoded:
    """Return the numbers without those of the first lines; windows keep their places, some of them empty."""
    base = encoded.starts[count]
    return Encoded(
        encoded.lines[count:],
        tuple(start - base for start in encoded.starts[count:]),
        {name: rows[base:] for name, rows in encoded.labels.items()},
        encoded.owner[count:],
        tuple(_without(window, base) for window in encoded.windows),
    )


def _without(window: WindowNumbers, base: int) -> WindowNumbers:
    gone = min(max(0, base - window.first_word), window.words)
    pairs = {name: scores[gone:, gone:] for name, scores in window.pairs.items()}
    return WindowNumbers(max(0, window.first_word - base), window.words - gone, pairs)

"""
UNER English EWT: names of people, places and organisations in web text. Licence: CC BY-SA 4.0.

Its train file has two more types by mistake (`OTH`, `O`); they count as no names (data/ner/README).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from lab.train.example import Array, Example, examples, opened, stream
from sayso.encode.heads import MENTION
from sayso.encode.tokens import Vocabulary
from sayso.spans import Span

FILE: Final = Path("ner") / "uner_en_ewt_train_prerelease.iob2.gz"
TOGETHER: Final = 8
"""Sentences laid out as one text, so that windows are of the length in which they are read; set by hand."""

Sentence = list[tuple[str, str]]


def sentences(lines: Iterator[str]) -> Iterator[Sentence]:
    """Yield the sentences of an IOB2 file as words with their tags, types that we lack as `O`."""
    found: Sentence = []
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 3 and cells[0].isdigit():
            found.append((cells[1].replace(" ", ""), cells[2] if cells[2] in MENTION else "O"))
        elif not line.strip() and found:
            yield found
            found = []
    if found:
        yield found


def read(corpora: Path, vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield windows with `mention` tags."""
    with gzip.open(corpora / FILE, "rt", encoding="utf-8") as file:
        every = list(sentences(file))
    for at in range(0, len(every), TOGETHER):
        text, given, tags = _laid_out(every[at : at + TOGETHER])
        laid = stream(text, vocabulary, given)

        def targets(first: int, last: int, tags: Array = tags) -> dict[str, Array]:
            return {"mention": opened(tags[first:last])}

        yield from examples("mention", laid, vocabulary, targets, overlap=0)


def _laid_out(some: list[Sentence]) -> tuple[str, list[list[Span]], Array]:
    """Return some sentences as one text, blanks between words but before punctuation, with spans and tags of words."""
    text, given, tags = "", [], []
    for sentence in some:
        spans = []
        for word, tag in sentence:
            if text and word not in CLOSING and not word.startswith(("'", "’", "n't")):
                text += " "
            spans.append(Span(len(text), len(text) + len(word)))
            text += word
            tags.append(MENTION.index(tag))
        given.append(spans)
    return text, given, np.array(tags)


CLOSING: Final = frozenset(", . ; : ! ? ) ] % -".split())

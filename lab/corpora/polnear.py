"""
PolNeAR 1.0.0: who said what in US campaign news, as tags and links.

Licence: none stated (see the model card); a character has one role of one attribution at most. Words of sources and
contents point to the first word of their cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from lab.corpora.read import rows
from lab.train.example import IGNORE, Array, Example, examples, opened, stream, tag_words
from sayso.encode.heads import ATTRIBUTION
from sayso.encode.tokens import Vocabulary
from sayso.spans import Span


def read(corpora: Path, part: str, vocabulary: Vocabulary, overlap: int = 64) -> Iterator[Example]:
    """Yield windows of `train` or `dev` with `tags` and `links` (`(words,)`, a word of the window or IGNORE)."""
    for row in rows(corpora / "attribution" / f"{part}.jsonl.gz"):
        text = stream(row["text"], vocabulary)
        tags, links = _labels(row, text.spans)

        def targets(first: int, last: int, tags: Array = tags, links: Array = links) -> dict[str, Array]:
            local = links[first:last] - first
            local[(local < 0) | (local >= last - first)] = IGNORE
            return {"tags": opened(tags[first:last]), "links": local}

        yield from examples("attribution", text, vocabulary, targets, overlap=overlap)


def _labels(row: dict[str, Any], spans: tuple[Span, ...]) -> tuple[Array, Array]:
    labelled: list[tuple[Span, str]] = []
    links = np.full(len(spans), -(10**9), np.int64)
    for one in row["attributions"]:
        for role in ("source", "cue", "content"):
            labelled += [(Span(*pair), role) for pair in one[role]]
    tags = tag_words(spans, labelled, ATTRIBUTION)
    for one in row["attributions"]:
        if not one["cue"]:
            continue
        cue = tag_words(spans, [(Span(*one["cue"][0]), "cue")], ATTRIBUTION).nonzero()[0]
        if not len(cue):
            continue
        for role in ("source", "content"):
            inside = tag_words(spans, [(Span(*pair), role) for pair in one[role]], ATTRIBUTION).nonzero()[0]
            links[inside] = cue[0]
    return tags, links

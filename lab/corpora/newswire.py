"""
en-worldwide-newswire: names in news from outlets around the world. Licence: none stated.

Facilities count as LOC, products as MISC; dates and sums of money are not names and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lab.corpora.read import rows
from lab.train.example import Array, Example, examples, opened, stream, tag_words
from sayso.encode.heads import MENTION
from sayso.encode.tokens import Vocabulary
from sayso.spans import Span

KINDS: Final = {
    "Person": "PER",
    "Organization": "ORG",
    "Location": "LOC",
    "Facility": "LOC",
    "NORP": "NORP",
    "Misc": "MISC",
    "Product": "MISC",
}


def read(corpora: Path, part: str, vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield windows of `train` or `dev` with `mention` tags."""
    for row in rows(corpora / "ner" / f"worldwide_newswire_{part}.jsonl.gz"):
        text = stream(row["text"], vocabulary)
        labelled = [(Span(s, e), KINDS[kind]) for s, e, kind in row["entities"] if kind in KINDS]
        tags = tag_words(text.spans, labelled, MENTION)

        def targets(first: int, last: int, tags: Array = tags) -> dict[str, Array]:
            return {"mention": opened(tags[first:last])}

        yield from examples("mention", text, vocabulary, targets, overlap=0)

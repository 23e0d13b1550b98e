"""
UW and UDS-IH2: how certain it is that an event happened, from -3 (certainly did not) to 3 (certainly did).

Licence: none stated for the data. Text is tokenised by blanks, as the corpora give it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from lab.corpora.read import rows
from lab.train.example import Array, Example, examples, stream
from sayso.encode.tokens import Vocabulary

UNKNOWN = 99
"""Marks a word without a judgement; scores are in tenths, so that targets stay whole numbers."""


def read(corpora: Path, part: str, vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield sentences of `train` or `dev` with `standing`, in tenths of a point, UNKNOWN where nothing was judged."""
    for name in ("uw", "uds_ih2"):
        for row in rows(corpora / "factuality" / f"{name}_{part}.jsonl.gz"):
            laid = stream(row["text"], vocabulary)
            values = np.full(len(laid.spans), UNKNOWN, np.int64)
            for event in row["events"]:
                for at, span in enumerate(laid.spans):
                    if span.start < event["end"] and event["start"] < span.end:
                        values[at] = round(event["factuality"] * 10)
                        break

            def targets(first: int, last: int, values: Array = values) -> dict[str, Array] | None:
                found = values[first:last]
                return {"standing": found} if (found != UNKNOWN).any() else None

            yield from examples("standing", laid, vocabulary, targets, overlap=0)

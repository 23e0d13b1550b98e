"""UW dev and UDS-IH2 dev: how far the encoder's certainty of events lies from the judges' mean."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from lab.corpora.read import rows
from lab.train.example import stream
from sayso.encode.encoder import Encoder


def evaluate(corpora: Path, encoder: Encoder, most: int = 400) -> dict[str, float]:
    """Return mean absolute error (points of -3 to 3) and Pearson's r on the first `most` sentences of UW dev."""
    gold, found = [], []
    for number, row in enumerate(rows(corpora / "factuality" / "uw_dev.jsonl.gz")):
        if number >= most:
            break
        laid = stream(row["text"], encoder.vocabulary)
        scores = encoder.encode(laid.lines).labels["standing"]
        for event in row["events"]:
            at = [i for i, s in enumerate(laid.spans) if s.start < event["end"] and event["start"] < s.end]
            if at:
                gold.append(event["factuality"])
                found.append(float(scores[at[0]]))
    g, f = np.array(gold), np.array(found)
    return {"mae": float(np.abs(g - f).mean()), "pearson": float(np.corrcoef(g, f)[0, 1]), "events": len(gold)}

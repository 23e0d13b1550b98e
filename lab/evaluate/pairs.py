"""PLV: the PLOVER type of what a given source does to a given target, on the third that was never trained on."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np

from lab.corpora.plover import pairs
from lab.train.example import stream
from sayso.annotate.pairs import pair_type_scores
from sayso.encode.encoder import Encoder
from sayso.encode.heads import EVENT_TYPES


def evaluate(corpora: Path, encoder: Encoder) -> dict[str, float]:
    """Return accuracy and macro-F1 over PLV's 15 roots (CONCEDE and RETREAT are one, as there)."""
    gold, found = [], []
    for text, source, target, root in pairs(corpora, "dev"):
        laid = stream(text, encoder.vocabulary)
        encoded = encoder.encode(laid.lines)
        scores = pair_type_scores(encoded, source, target)
        best = EVENT_TYPES[1 + int(np.argmax(scores))]
        gold.append("YIELD" if root == "YIELD" else root)
        found.append("YIELD" if best in ("CONCEDE", "RETREAT") else best)
    roots = sorted(set(gold))
    right = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    f1 = [2 * right[r] / (gold.count(r) + found.count(r)) for r in roots]
    return {"accuracy": sum(right.values()) / len(gold), "macro_f1": sum(f1) / len(f1), "pairs": len(gold)}

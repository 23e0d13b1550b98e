"""en-worldwide-newswire dev: names by exact span and type, the encoder's tags alone."""

from __future__ import annotations

from pathlib import Path

from lab.corpora.newswire import KINDS
from lab.corpora.read import rows
from lab.train.example import stream, tag_words
from sayso.encode.encoder import Encoder
from sayso.encode.heads import MENTION
from sayso.encode.tags import best_path, stretches
from sayso.spans import Span


def evaluate(corpora: Path, encoder: Encoder) -> dict[str, float]:
    """Return precision, recall and F1 of names; a name is right where words and type are."""
    both = gold_total = found_total = 0
    for row in rows(corpora / "ner" / "worldwide_newswire_dev.jsonl.gz"):
        laid = stream(row["text"], encoder.vocabulary)
        scores = encoder.encode(laid.lines).labels["mention"]
        found = set(stretches(best_path(scores, encoder.transitions("mention")), MENTION))
        labelled = [(Span(s, e), KINDS[kind]) for s, e, kind in row["entities"] if kind in KINDS]
        gold = set(stretches(tag_words(laid.spans, labelled, MENTION).tolist(), MENTION))
        both += len(gold & found)
        gold_total += len(gold)
        found_total += len(found)
    p, r = both / max(1, found_total), both / max(1, gold_total)
    return {"precision": p, "recall": r, "f1": 2 * p * r / max(1e-9, p + r), "names": gold_total}

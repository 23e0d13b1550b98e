"""
What an attribution's score is worth: a logistic from its score to how often such attributions are right.

    python -m lab.evaluate.calibration --corpora ../shared/data

Right is an attribution whose content shares half its letters with a gold one (Jaccard ≥ .5) on PolNeAR dev, the measure
of CONTRACT's scorer. Prints the slope and the middle that `sayso.record.building.statements` holds, and how far the
calibrated probabilities lie from what was found, by tenths of the attributions.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from lab.corpora.read import rows
from lab.evaluate.attribution import predicted
from sayso.encode.encoder import Encoder, shipped_encoder
from sayso.spans import Spans, spans_from


def samples(corpora: Path, encoder: Encoder) -> Iterator[tuple[float, bool]]:
    """Yield score and rightness of every attribution found in PolNeAR dev."""
    for row in rows(corpora / "attribution" / "dev.jsonl.gz"):
        gold = [_letters(row["text"], spans_from(one["content"]) or ()) for one in row["attributions"]]
        for one in predicted(row["text"], encoder):
            found = _letters(row["text"], one.content)
            yield one.score, any(len(found & g) >= 0.5 * len(found | g) for g in gold if g)


def _letters(text: str, spans: Spans) -> frozenset[int]:
    return frozenset(i for span in spans for i in range(span.start, span.end) if text[i].isalnum())


def fit(scores: np.ndarray, right: np.ndarray, steps: int = 200) -> tuple[float, float]:
    """Return slope and middle of the logistic that makes the samples likeliest (Newton's method)."""
    x = np.stack([scores, np.ones_like(scores)], 1)
    w = np.zeros(2)
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        bend = (x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2)
        w = w + np.linalg.solve(bend, x.T @ (right - p))
    return float(w[0]), float(-w[1] / w[0])


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    args = parser.parse_args()
    both = list(samples(args.corpora, shipped_encoder()))
    scores, right = np.array([s for s, _ in both]), np.array([float(r) for _, r in both])
    slope, middle = fit(scores, right)
    print(f"SLOPE {slope:.2f}  MIDDLE {middle:.3f}  ({len(both)} attributions, {right.mean():.3f} right)")
    order = np.argsort(scores)
    for tenth in np.array_split(order, 10):
        p = 1 / (1 + np.exp(-slope * (scores[tenth] - middle)))
        print(f"said {p.mean():.3f}  found {right[tenth].mean():.3f}")


if __name__ == "__main__":
    main()

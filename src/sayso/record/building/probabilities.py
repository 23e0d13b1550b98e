"""
Raw scores to calibrated probabilities: how often readings with such a score are right.

A logistic for each kind of entry, fitted on our own labelled articles. Right is what the scorer of CONTRACT calls
right: a statement with the content (Jaccard >= .5), a signal with kind and both halves, an event with type and cue. How
far they can be trusted elsewhere stands in docs/evaluation.md and docs/limits.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sayso.record.entries import Event, Signal, Statement


@dataclass(frozen=True, slots=True)
class Logistic:
    """
    How a raw score becomes a probability.

    Attributes:
        slope: Of the logistic; above 0, so that what is surer stays surer.
        middle: The score at which half are right.
    """

    slope: float
    middle: float

    def of(self, score: float) -> float:
        """Return the probability of a raw score, three decimals."""
        power = max(-50.0, min(50.0, self.slope * (score - self.middle)))
        return round(1 / (1 + math.exp(-power)), 3)


# Fitted by `python -m lab.evaluate.calibration` on tests/gold but crisis-h, crisis-m and crisis-n (2026-11-26, 12:05);
# events on crisis-f and crisis-l alone (2026-11-27), for most rules that read them were written on the others, where
# .78 of them are right and not .67 as on crises that nobody tuned on. What they are worth there stands in
# docs/evaluation.md. Events' scores alone say little. Fit again when rules or model change.
CALIBRATED: Final[Mapping[type, Logistic]] = {
    Statement: Logistic(4.91, -1.588),
    Event: Logistic(1.421, 0.244),
    Signal: Logistic(0.274, 3.89),
}
"""By kind of entry; figures and times are read by rule and have none."""


def probability(kind: type, score: float) -> float:
    """
    Return how likely an entry is right.

    Args:
        kind: Statement, Event or Signal.
        score: Raw, as the annotation gives it.
    """
    return CALIBRATED[kind].of(score)

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


# Fitted by `python -m lab.evaluate.calibration` on tests/gold but crisis-h, crisis-m and crisis-n (2026-11-26, 12:05).
# Each folder by the others: ECE .021 (statements), .062 (events), .027 (signals). What they are worth on the crises
# that nobody tuned on stands in docs/evaluation.md. Events' scores alone say next to nothing. Fit again when rules or
# model change.
CALIBRATED: Final[Mapping[type, Logistic]] = {
    Statement: Logistic(4.91, -1.588),
    Event: Logistic(1.263, -0.225),
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

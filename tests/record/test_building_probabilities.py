"""Probabilities: what is surer stays surer, none is outside 0 to 1, and a fit finds what made its samples."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from lab.evaluate.calibration import fit, said, worth
from sayso.record.building.probabilities import CALIBRATED, probability
from sayso.record.entries import Event, Signal, Statement


@pytest.mark.parametrize("kind", [Statement, Event, Signal])
def test_what_is_surer_stays_surer(kind):
    """Calibration never changes the order of two scores, and an absurd score breaks nothing."""
    found = [probability(kind, score) for score in (-1e6, -3.0, -0.5, 0.5, 2.0, 8.0, 1e6)]

    assert all(a <= b for a, b in pairwise(found))
    assert found[0] < 0.5 < found[-1]
    assert 0 <= found[0] <= found[-1] <= 1


def test_half_are_right_in_the_middle():
    """The middle of a logistic is the score at which half are right."""
    assert all(one.of(one.middle) == 0.5 and one.slope > 0 for one in CALIBRATED.values())


def test_a_fit_finds_the_logistic_that_made_its_samples():
    """Ten thousand samples of a known logistic give back its slope and middle, and its probabilities are worth much."""
    dice = np.random.default_rng(7)
    scores = dice.normal(0, 2, 10_000)
    right = dice.random(10_000) < 1 / (1 + np.exp(-2 * (scores - 0.5)))
    rows = np.stack([scores, right.astype(float)], 1)
    slope, middle = fit(rows)

    assert (slope, middle) == (pytest.approx(2, abs=0.15), pytest.approx(0.5, abs=0.05))
    measured = worth(said(rows, slope, middle), rows[:, 1])
    assert measured["ece"] < 0.02 < measured["brier"] < measured["flat"]

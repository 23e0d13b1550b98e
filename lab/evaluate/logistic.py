"""Samples with what came of them to the logistic that makes them likeliest."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

STEPS: Final = 200


def logistic(columns: NDArray[np.float64], came: NDArray[np.float64], pull: NDArray[np.float64]) -> NDArray[np.float64]:
    """
    Return the weight of each column, by Newton's method.

    Args:
        columns: What is known of each sample. *Shape:* `(samples, columns)`.
        came: 1 where it came, else 0. *Shape:* `(samples,)`.
        pull: How strongly each weight is pulled to zero (a ridge). *Shape:* `(columns,)`.
    """
    weights = np.zeros(columns.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(columns @ weights, -30, 30)))
        bend = (columns * (p * (1 - p))[:, None]).T @ columns + np.diag(pull)
        weights = weights + np.linalg.solve(bend, columns.T @ (came - p) - pull * weights)
    return weights

"""
Examples to the order in which a leg takes them: windows of like length together, corpora mixed, the same in every run.

The order hangs on the examples, the epochs and the seed alone, so that a run that was stopped finds its place again.
No torch here; `batches` pads what stands together.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Final

from lab.train.example import Example

SMALL: Final = {"pair": 0.25, "signal": 0.25}
"""Share of a full batch for tasks with few examples, so that they too are stepped often."""


def cut(examples: Sequence[Example], pieces: int, seed: int) -> list[list[Example]]:
    """Group the examples of one task into batches of about `pieces` pieces, like lengths together, order shuffled."""
    shuffler = random.Random(seed)
    order = sorted(examples, key=lambda e: len(e.batch.ids) + shuffler.uniform(-6, 6))
    groups: list[list[Example]] = []
    for e in order:
        if groups and (len(groups[-1]) + 1) * len(e.batch.ids) <= pieces:
            groups[-1].append(e)
        else:
            groups.append([e])
    shuffler.shuffle(groups)
    return groups


def ordered(
    examples: Mapping[str, Sequence[Example]], epochs: Mapping[str, float], pieces: int, seed: int
) -> list[list[Example]]:
    """
    Return the batches of a leg in the order in which they are taken.

    Args:
        examples: By corpus.
        epochs: How often each corpus is gone through; a part of an epoch takes a part of its batches.
        pieces: Of a batch, about.
        seed: Of the order.
    """
    plan: list[list[Example]] = []
    for number, (name, times) in enumerate(epochs.items()):
        left, turn = times, 0
        while left > 0 and examples[name]:
            size = round(pieces * SMALL.get(examples[name][0].task, 1.0))
            groups = cut(examples[name], size, seed * 1000 + number * 10 + turn)
            plan += groups[: max(1, round(len(groups) * min(1.0, left)))]
            left, turn = left - 1, turn + 1
    random.Random(seed).shuffle(plan)
    return plan

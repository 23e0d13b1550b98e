"""Examples to padded tensors: windows of like length together, tasks mixed in proportion to their share."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from lab.corpora.factuality import UNKNOWN
from lab.train.example import IGNORE, Example

PADDING = {"links": IGNORE, "heads": IGNORE, "relations": IGNORE, "upos": IGNORE, "standing": UNKNOWN, "kind": IGNORE}


SMALL = {"pair": 0.25, "signal": 0.25}
"""Share of a full batch for tasks with few examples, so that they too are stepped often."""


@dataclass(frozen=True)
class Packed:
    """
    A batch of one task.

    Attributes:
        task: Of all its examples.
        inputs: `ids`, `shapes` `(windows, pieces)`, `first`, `line` `(windows, words)`; padding has id 0, line -1.
        mask: True for words. *Shape:* `(windows, words)`.
        targets: See the task's loss.
    """

    task: str
    inputs: tuple[Tensor, Tensor, Tensor, Tensor]
    mask: Tensor
    targets: Mapping[str, Tensor]


def pack(chosen: Sequence[Example]) -> Packed:
    """Pad some examples of one task to the longest of them."""
    pieces, words = max(len(e.batch.ids) for e in chosen), max(len(e.batch.first) for e in chosen)
    ids, shapes = torch.zeros(len(chosen), pieces, dtype=torch.long), torch.zeros(len(chosen), pieces, dtype=torch.long)
    first, line = torch.zeros(len(chosen), words, dtype=torch.long), torch.full((len(chosen), words), -1)
    names = {name for e in chosen for name in e.targets}
    targets: dict[str, Tensor] = {}
    for name in names:
        size = words if name != "types" else len(next(e.targets[name] for e in chosen if name in e.targets))
        targets[name] = torch.full((len(chosen), size), PADDING.get(name, 0), dtype=torch.long)
    for at, e in enumerate(chosen):
        ids[at, : len(e.batch.ids)] = torch.tensor(e.batch.ids)
        shapes[at, : len(e.batch.shapes)] = torch.tensor(e.batch.shapes)
        first[at, : len(e.batch.first)] = torch.tensor(e.batch.first)
        line[at, : len(e.batch.line)] = torch.tensor(e.batch.line)
        for name, value in e.targets.items():
            targets[name][at, : len(value)] = torch.from_numpy(value)
    return Packed(chosen[0].task, (ids, shapes, first, line), line >= 0, targets)


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


def mixed(tasks: Mapping[str, tuple[Sequence[Example], float]], pieces: int, seed: int) -> Iterator[Packed]:
    """
    Yield the batches of all tasks in random order.

    Args:
        tasks: Examples of each corpus with how often it is gone through.
        pieces: Pieces of a batch, about.
        seed: Of the order.
    """
    plan: list[list[Example]] = []
    for number, (examples, epochs) in enumerate(tasks.values()):
        left, turn = epochs, 0
        while left > 0:
            size = round(pieces * SMALL.get(examples[0].task, 1.0)) if examples else pieces
            groups = cut(examples, size, seed * 1000 + number * 10 + turn)
            plan += groups[: max(1, round(len(groups) * min(1.0, left)))]
            left, turn = left - 1, turn + 1
    random.Random(seed).shuffle(plan)
    for group in plan:
        yield pack(group)

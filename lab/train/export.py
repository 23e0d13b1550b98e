"""
Trained weights to the one file that ships: int8 ONNX with label digest and transitions, tokenizer, SHA256SUMS.

    python -m lab.train.export --weights work/model.pt --tokenizer FILE --out src/sayso/encode/model

Weights are int8, activations are scaled for each window as it runs; `reduce_range` keeps processors without VNNI from
overflowing. Word vectors are int8 with a scale for each word, and a few numbers of the widest inputs stay float. Prints
how far the file's numbers lie from the network's on a few sentences of our own, on average and in standard deviations
of the network's.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import nn

from lab.labels.load import FOLDER as LABELS
from lab.train.borrowed import borrower, lend
from lab.train.example import stream
from lab.train.model import Network
from lab.train.weights import load
from sayso.encode.encoder import INPUTS, MODEL_FILE, OUTPUTS, PAIRWISE, TOKENIZER_FILE, Encoder
from sayso.encode.heads import label_digest
from sayso.encode.matcher import MATCHER_FILE
from sayso.encode.sessions import DIGESTS_FILE
from sayso.encode.tokens import Line, Vocabulary, assemble

UNEVEN: Final = ("up", "down")
"""Layers of whose inputs a few numbers are far larger than the others."""
FEW: Final = 4
"""How many of them are kept out of int8; set by hand: the fifth largest is no larger than many others."""

TRIED: Final = 80
"""Texts of our own that tell which they are."""

PROBE: Final = (
    "The foreign minister warned on Tuesday that any landing on the islands would mean war, the state agency said. "
    "“We will defend our allies,” she told reporters in Oslo. Her government has ruled out sending ships."
)
"""Text of our own on which file and network are compared."""


class PackedVectors(nn.Module):
    """Word vectors as int8, a scale for each word. *Shape:* ids `(windows, pieces)` to `(windows, pieces, width)`."""

    def __init__(self, vectors: torch.Tensor) -> None:
        super().__init__()
        scales = vectors.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("packed", (vectors / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Unpack the vectors of some ids."""
        return self.packed[ids].float() * self.scales[ids]


class SplitDense(nn.Module):
    """
    A dense layer in two: a few numbers of the input are multiplied as they are, the rest in int8 (after LLM.int8()).

    In this encoder a few numbers of the input lie at 29 where the others stay below 6. One scale for all of them left
    rounding errors of a fifth of the others' spread.

    Args:
        dense: The layer.
        few: Places of the numbers that are kept out of int8, ascending.
    """

    def __init__(self, dense: nn.Linear, few: torch.Tensor) -> None:
        super().__init__()
        keep = torch.ones(dense.in_features)
        keep[few] = 0
        self.register_buffer("keep", keep)
        self.register_buffer("at", few)
        self.rest = nn.Linear(dense.in_features, dense.out_features)
        self.few = nn.Linear(len(few), dense.out_features, bias=False)
        with torch.no_grad():
            self.rest.weight.copy_(dense.weight * keep)
            self.rest.bias.copy_(dense.bias)
            self.few.weight.copy_(dense.weight[:, few])

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Multiply; *shape* as in `torch.nn.Linear`."""
        return self.rest(x * self.keep) + self.few(x[..., self.at])


def export(net: Network, tokenizer: Path, out: Path, reference: Path | None = None) -> dict[str, float]:
    """
    Write the file with its companions and return the mean relative difference of each output on `PROBE`.

    Args:
        net: The trained network, taken apart on the way.
        tokenizer: MiniLM's tokenizer.json; written without padding and truncation.
        out: The folder, made where it is missing.
        reference: Where the network's own numbers for `PROBE` are kept, for the test that the file agrees with them.
    """
    net.eval().float()
    out.mkdir(parents=True, exist_ok=True)
    words = Tokenizer.from_file(str(tokenizer))
    vocabulary = Vocabulary(words)
    words.save(str(out / TOKENIZER_FILE), pretty=False)
    batch = assemble(stream(PROBE, vocabulary).lines, vocabulary)
    inputs = tuple(torch.tensor([list(v)]) for v in (batch.ids, batch.shapes, batch.first, batch.line))
    axes = {
        "ids": {1: "pieces"}, "shapes": {1: "pieces"}, "first": {1: "words"}, "line": {1: "words"},
        **{name: {1: "words", 2: "words"} if name in PAIRWISE else {1: "words"} for name in OUTPUTS},
    }  # fmt: skip
    with torch.no_grad():
        wanted = {name: value[0].numpy() for name, value in zip(OUTPUTS, net(*inputs), strict=True)}
    _prepare(net, vocabulary)
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            net, inputs, str(plain), input_names=list(INPUTS), output_names=list(OUTPUTS),
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            str(plain), str(small), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul"], nodes_to_exclude=_kept_float(plain),
            extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
        model = onnx.load(str(small))
    for name, value in _metadata(net).items():
        entry = model.metadata_props.add()
        entry.key, entry.value = name, value
    matcher = borrower(out)
    onnx.save(model, str(out / MODEL_FILE))
    lend(matcher, out)
    write_digests(out)
    if reference is not None:
        np.savez_compressed(reference, **{name: value.astype(np.float16) for name, value in wanted.items()})
    return _differences(wanted, stream(PROBE, vocabulary).lines, out)


def _own_prose() -> list[str]:
    """Return texts of our own that layers are tried on: those that were labelled for training."""
    return [json.loads(line)["text"] for line in (LABELS / "own.jsonl").read_text().splitlines()[:TRIED]]


def write_digests(out: Path) -> None:
    """Write `SHA256SUMS` of what a model's folder holds."""
    held = [name for name in (MODEL_FILE, MATCHER_FILE, TOKENIZER_FILE) if (out / name).exists()]
    sums = [f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name}" for name in held]
    (out / DIGESTS_FILE).write_text("\n".join(sums) + "\n")


def _prepare(net: Network, vocabulary: Vocabulary) -> None:
    """Pack the word vectors and split the layers whose inputs are uneven, by what they are given on our own prose."""
    batches = [assemble(stream(text, vocabulary).lines, vocabulary) for text in (PROBE, *_own_prose())]
    inputs = [tuple(torch.tensor([list(v)]) for v in (one.ids, one.shapes, one.first)) for one in batches]
    split_uneven(net, [*net.layers, *net.signal_layers], lambda: [net.encode(*given) for given in inputs])
    net.word = PackedVectors(net.word.weight.detach())


def split_uneven(net: nn.Module, layers: Iterable[nn.Module], run: Callable[[], object]) -> None:
    """
    Split the layers of a network whose inputs are uneven.

    Args:
        net: The network, changed.
        layers: Its BERT layers.
        run: Runs it on some inputs, by which it shows which numbers are large.
    """
    largest: dict[nn.Module, torch.Tensor] = {}

    def note(module: nn.Module, given: tuple[torch.Tensor, ...], _: torch.Tensor) -> None:
        found = given[0].abs().flatten(0, -2).amax(0)
        largest[module] = torch.maximum(largest.get(module, found), found)

    uneven = [module for name, module in net.named_modules() if name.split(".")[-1] in UNEVEN]
    hooks = [module.register_forward_hook(note) for module in uneven]
    with torch.no_grad():
        run()
    for hook in hooks:
        hook.remove()
    for layer in layers:
        for name in UNEVEN:
            few = largest[getattr(layer, name)].topk(FEW).indices.sort().values
            setattr(layer, name, SplitDense(getattr(layer, name), few))


def _kept_float(plain: Path) -> list[str]:
    """Name the multiplications left in float: last layers of heads (small, and precision tells) and pair weights."""
    heads = ("attribution", "mention", "signal", "signal_kind", "upos", "standing", "act", "mix", "pair", "bias", "few")
    return [
        node.name
        for node in onnx.load(str(plain)).graph.node
        if node.op_type == "MatMul"
        and (node.name.split("/")[-2] in heads or node.name in ("/link/MatMul", "/role/MatMul", "/arc/MatMul"))
    ]


def _metadata(net: Network) -> dict[str, str]:
    moves = {
        f"moves.{name}": " ".join(f"{x:.4f}" for x in net.moves(name).detach().flatten().tolist())
        for name in ("attribution", "mention", "signal")
    }
    return {"labels": label_digest(), **moves}


def _differences(wanted: dict[str, np.ndarray], lines: Sequence[Line], out: Path) -> dict[str, float]:
    found = Encoder(out).run(lines)
    differences = {}
    for name, a in wanted.items():
        near = np.abs(a) < 1e3  # scores that must not be chosen lie far below
        differences[name] = float(np.abs(a - found[name])[near].mean() / (a[near].std() + 1e-6))
    return differences


def main() -> None:
    """Export as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, default=Path("src/sayso/encode/model") / TOKENIZER_FILE)
    parser.add_argument("--out", type=Path, default=Path("src/sayso/encode/model"))
    parser.add_argument("--reference", type=Path, help="tests/encode/reference.npz, for the model that ships")
    args = parser.parse_args()
    found = export(load(args.weights), args.tokenizer, args.out, args.reference)
    print(json.dumps({name: round(value, 3) for name, value in found.items()}))


if __name__ == "__main__":
    main()

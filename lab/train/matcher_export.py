"""
A trained matcher to the file that ships: int8 layers, and word vectors that are read out of the reader's own file.

    python -m lab.train.matcher_export --weights build/matcher/weights.pt --pairs build/matcher/pairs.npz

The word vectors, half of either network, are those of the reader and stay in its file: the matcher's file names the
place of their bytes in it (ONNX external data), which `SHA256SUMS` keeps true.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Final

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from lab.train.borrowed import refer
from lab.train.export import PackedVectors, split_uneven, write_digests
from lab.train.matcher import Matcher, Pairs
from lab.train.weights import read
from sayso.encode.encoder import MODEL_FILE
from sayso.encode.matcher import MATCHER_FILE, PAIR_INPUTS
from sayso.encode.pairs import MOST

TRIED: Final = 160
"""Pairs on which the layers with uneven inputs are looked at."""
FLOAT: Final = ("few", "score", "dense")
"""Layers left in float: small ones."""


class _Shipped(nn.Module):
    """The network without what only training needs. *Shape:* four of `(1, pieces)` to `(1,)`."""

    def __init__(self, net: Matcher) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, shapes: Tensor, parts: Tensor, shared: Tensor) -> Tensor:
        """Return the logit."""
        found: Tensor = self.net(ids, shapes, parts, shared)[0]
        return found


def export(net: Matcher, tried: Pairs, out: Path) -> None:
    """
    Write the file beside the reader's and its digest into `SHA256SUMS`.

    Args:
        net: The trained network, taken apart on the way.
        tried: Pairs on which inputs of layers are looked at.
        out: The folder of the shipped model.

    Raises:
        ValueError: The reader's file does not hold the word vectors that the matcher was trained over.
    """
    net.eval().float()
    chosen = range(min(TRIED, len(tried)))
    split_uneven(net, net.layers, lambda: [net(*tried.batch([at])) for at in chosen])
    net.word = PackedVectors(net.word.weight.detach())
    net.position.weight = nn.Parameter(net.position.weight.detach()[:MOST])
    inputs = tuple(tried.batch([0])[row] for row in range(len(PAIR_INPUTS)))
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            _Shipped(net), inputs, str(plain), input_names=list(PAIR_INPUTS), output_names=["fires"],
            dynamic_axes={name: {1: "pieces"} for name in PAIR_INPUTS}, opset_version=17, dynamo=False,
        )  # fmt: skip
        kept = [
            node.name
            for node in onnx.load(str(plain)).graph.node
            if node.op_type == "MatMul" and not {*FLOAT}.isdisjoint(node.name.split("/"))
        ]
        quantize_dynamic(
            str(plain), str(small), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul"], nodes_to_exclude=kept, extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
        model = onnx.load(str(small))
    refer(model, (out / MODEL_FILE).read_bytes())
    (out / MATCHER_FILE).write_bytes(model.SerializeToString())
    write_digests(out)


def main() -> None:
    """Export as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True, help="written by lab.train.matcher_pairs")
    parser.add_argument("--out", type=Path, default=Path("src/sayso/encode/model"))
    args = parser.parse_args()
    state = read(args.weights)
    net = Matcher(1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers.")))
    net.load_state_dict(state)
    export(net, Pairs.load(args.pairs), args.out)


if __name__ == "__main__":
    main()

"""
A trained matcher to the file that ships: int8 layers, and word vectors that are read out of the reader's own file.

    python -m lab.train.matcher_export --weights build/matcher/weights.pt --out src/sayso/encode/model

The word vectors, half of either network, are those of the reader and stay in its file: the matcher's file names the
place of their bytes in it (ONNX external data), which `SHA256SUMS` keeps true.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path
from typing import Final

import onnx
import torch
from onnx import TensorProto, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from lab.train.export import FEW, UNEVEN, PackedVectors, SplitDense
from lab.train.matcher import Matcher, Pairs
from lab.train.weights import read
from sayso.encode.encoder import MODEL_FILE, TOKENIZER_FILE
from sayso.encode.matcher import MATCHER_FILE, PAIR_INPUTS
from sayso.encode.pairs import MOST
from sayso.encode.sessions import DIGESTS_FILE

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
    _split(net, tried)
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


def write_digests(out: Path) -> None:
    """Write `SHA256SUMS` of a model's folder anew."""
    names = (MODEL_FILE, MATCHER_FILE, TOKENIZER_FILE)
    sums = [f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (out / DIGESTS_FILE).write_text("\n".join(sums) + "\n")


def refer(model: onnx.ModelProto, reader: bytes) -> None:
    """
    Put the place of the word vectors' bytes in the reader's file where the bytes are.

    Raises:
        ValueError: The reader's file does not hold them: the matcher was trained over another reader.
    """
    for tensor in model.graph.initializer:
        if tensor.name.endswith(("word.packed", "word.scales")):
            value = numpy_helper.to_array(tensor).tobytes()
            at = reader.find(value)
            if at < 0:
                raise ValueError(f"{MODEL_FILE} does not hold {tensor.name}: the matcher was trained over another")
            tensor.ClearField("raw_data")
            del tensor.external_data[:]
            tensor.data_location = TensorProto.EXTERNAL
            for key, told in (("location", MODEL_FILE), ("offset", str(at)), ("length", str(len(value)))):
                entry = tensor.external_data.add()
                entry.key, entry.value = key, told


def _split(net: Matcher, tried: Pairs) -> None:
    """Split the layers whose inputs are uneven, by what they are given in some pairs; see `lab.train.export`."""
    largest: dict[nn.Module, Tensor] = {}

    def note(module: nn.Module, given: tuple[Tensor, ...], _: Tensor) -> None:
        found = given[0].abs().flatten(0, -2).amax(0)
        largest[module] = torch.maximum(largest.get(module, found), found)

    uneven = [module for name, module in net.named_modules() if name.split(".")[-1] in UNEVEN]
    hooks = [module.register_forward_hook(note) for module in uneven]
    with torch.no_grad():
        for at in range(min(TRIED, len(tried))):
            net(*tried.batch([at]))
    for hook in hooks:
        hook.remove()
    for layer in net.layers:
        for name in UNEVEN:
            few = largest[getattr(layer, name)].topk(FEW).indices.sort().values
            setattr(layer, name, SplitDense(getattr(layer, name), few))


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

"""The shipped int8 file back to weights that training can go on from: every matrix times its scales."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from lab.train.model import Network
from sayso.encode.encoder import MODEL_FILE


def from_shipped(folder: Path) -> Network:
    """
    Return a network with the shipped file's weights.

    Raises:
        ValueError: A parameter of the network is not in the file: it was exported from another network.
    """
    model = onnx.load(str(folder / MODEL_FILE))
    values = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    net = Network()
    state = net.state_dict()
    for name in values:
        if name in state and values[name].shape == tuple(state[name].shape):
            state[name] = _tensor(values[name])
    for name in [n for n in state if f"{n}_quantized" in values]:
        state[name] = _tensor(_float(values, name))
    for node in model.graph.node:
        parameter = _parameter(node.name)
        if node.op_type in ("MatMul", "DynamicQuantizeMatMul", "MatMulInteger") and parameter in state:
            weight = node.input[1].removesuffix("_quantized")
            matrix = _float(values, weight) if f"{weight}_quantized" in values else values.get(node.input[1])
            if matrix is not None and matrix.ndim == 2:
                state[parameter] = _tensor(matrix.T)
    for head in ("attribution", "mention", "signal"):
        meta = next(p.value for p in model.metadata_props if p.key == f"moves.{head}")
        side = state[f"{head}_moves"].shape
        moves = np.array([float(x) for x in meta.split()], np.float32).reshape(side)
        state[f"{head}_moves"] = _tensor(np.where(moves < -1e3, 0, moves))
    fresh = Network().state_dict()
    missing = [n for n in state if not n.endswith("moves") and n != "kind.weight" and torch.equal(state[n], fresh[n])
               and state[n].abs().sum() > 0 and "norm" not in n]  # fmt: skip
    if missing:
        raise ValueError(f"{MODEL_FILE} lacks {missing}")
    net.load_state_dict(state)
    return net


def _parameter(node: str) -> str:
    """Name the weight that a multiplication uses: `/layers.0/query/MatMul_quant` is `layers.0.query.weight`."""
    parts = [p for p in node.split("/") if p][:-1]
    return ".".join([*parts, "weight"]) if parts else ""


def _float(values: dict[str, np.ndarray], name: str) -> np.ndarray:
    whole = values[f"{name}_quantized"].astype(np.float32)
    zero = values[f"{name}_zero_point"].astype(np.float32)
    scale = values[f"{name}_scale"].astype(np.float32)
    if scale.ndim and scale.size > 1:
        axis = 1 if whole.ndim == 2 and whole.shape[1] == scale.size else 0
        shape = [1] * whole.ndim
        shape[axis] = scale.size
        scale, zero = scale.reshape(shape), zero.reshape(shape)
    return (whole - zero) * scale


def _tensor(value: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.array(value, dtype=np.float32))

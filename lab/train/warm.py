"""The shipped int8 file back to weights that training can go on from: every matrix times its scales."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from lab.train.model import SPEED, Network
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
        parameter = name.replace(".rest.", ".")
        if parameter in state and values[name].shape == tuple(state[parameter].shape):
            state[parameter] = _tensor(values[name])
    state["word.weight"] = _tensor(values["word.packed"] * values["word.scales"])
    few: dict[str, torch.Tensor] = {}
    for node in model.graph.node:
        distance = f"{node.name.strip('/').split('/')[0]}.distance"
        if node.op_type == "Gather" and distance in state and node.input[0] in values:
            state[distance] = _tensor(values[node.input[0]] / SPEED)
        parameter = _parameter(node.name)
        if node.op_type in ("MatMul", "DynamicQuantizeMatMul", "MatMulInteger") and parameter in state:
            weight = node.input[1].removesuffix("_quantized")
            matrix = _float(values, weight) if f"{weight}_quantized" in values else values.get(node.input[1])
            if matrix is not None and matrix.ndim == 2:
                kept = few if "/few/" in node.name else state
                kept[parameter] = _tensor(matrix.T)
    state |= {name: _join(state[name], weight) for name, weight in few.items()}
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


def _join(whole: torch.Tensor, few: torch.Tensor) -> torch.Tensor:
    """Return a split layer's weight: what was kept out of int8 goes where the rest is zero."""
    whole[:, whole.abs().sum(0) == 0] = few
    return whole


def _parameter(node: str) -> str:
    """Name the weight that a multiplication uses: `/layers.0/query/MatMul_quant` is `layers.0.query.weight`."""
    parts = [p for p in node.split("/") if p and p not in ("rest", "few")][:-1]
    return ".".join([*parts, "weight"]) if parts else ""


def _float(values: dict[str, np.ndarray], name: str) -> np.ndarray:
    whole, zero, scale = (values[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point", "scale"))
    return (whole - zero) * scale


def _tensor(value: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.array(value, dtype=np.float32))

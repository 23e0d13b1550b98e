"""Weights on disk: written whole or not at all, read from a model's folder or a checkpoint, averaged."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from lab.train.model import Network, pretrained
from lab.train.warm import from_shipped
from sayso.encode.encoder import MODEL_FILE

State = dict[str, torch.Tensor]


def save(value: Mapping[str, Any], out: Path) -> None:
    """Write a dictionary of tensors and numbers, whole or not at all."""
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_suffix(".part")
    torch.save(dict(value), beside)
    beside.replace(out)


def is_trained(start: Path) -> bool:
    """Tell whether a start is a model of ours, and not MiniLM as it comes."""
    return start.is_file() or (start / MODEL_FILE).exists()


def load(start: Path) -> Network:
    """Return the network from the shipped model's folder, MiniLM's folder or a checkpoint."""
    if (start / MODEL_FILE).exists():
        return from_shipped(start)
    if start.is_dir():
        return pretrained(start)
    net = Network()
    net.load_state_dict(read(start))
    return net


def read(file: Path) -> State:
    """Return the weights that a checkpoint holds."""
    state: State = torch.load(file, weights_only=True, map_location="cpu")
    return state


def average(states: Mapping[str, State], parts: Mapping[str, float]) -> State:
    """Return the mean of several weights, each counted as many times as its part says."""
    whole = sum(parts.values())
    names = next(iter(states.values())).keys()
    return {name: sum(states[leg][name] * (part / whole) for leg, part in parts.items()) for name in names}  # type: ignore[misc]

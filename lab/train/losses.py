"""The loss of each task: what the network gives for a batch of windows against that corpus's targets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

import torch
import torch.nn.functional as F
from torch import Tensor

from lab.corpora.factuality import UNKNOWN
from lab.train.crf import crf_loss
from lab.train.example import IGNORE
from lab.train.model import Network, Vectors

Targets: TypeAlias = Mapping[str, Tensor]


def attribution(net: Network, h: Vectors, line: Tensor, mask: Tensor, target: Targets) -> Tensor:
    """Tags by CRF; every word of a source or content picks the first word of its cue."""
    tags = crf_loss(net.attribution(h.words), net.moves("attribution"), target["tags"], mask)
    links = net.link(h.words)[:, 0].float().masked_fill(~mask.unsqueeze(1), -1e4)
    return tags * 2 + picked(links, target["links"])


def syntax(net: Network, h: Vectors, line: Tensor, mask: Tensor, target: Targets) -> Tensor:
    """Part of speech, head and relation of each word; tags where a conditional is marked."""
    heads = target["heads"]
    arcs = net.arcs(h.words, line).float().masked_fill(~mask.unsqueeze(1), -1e4)
    relations = net.relation(h.words, heads.clamp(min=0))
    total = picked(arcs, heads) + picked(relations, target["relations"]) + picked(net.upos(h.words), target["upos"])
    if "signal" in target:
        marked = (target["signal"] > 0).any(1)
        if marked.any():
            rows = marked.nonzero()[:, 0]
            total = total + 0.3 * crf_loss(
                net.signal(h.signals[rows]), net.moves("signal"), target["signal"][rows], mask[rows]
            )
    return total


def mention(net: Network, h: Vectors, line: Tensor, mask: Tensor, target: Targets) -> Tensor:
    """Names by CRF."""
    return 2 * crf_loss(net.mention(h.words), net.moves("mention"), target["mention"], mask)


def pair_scores(net: Network, h: Tensor, mask: Tensor, source: Tensor, target: Tensor) -> Tensor:
    """
    Score what a source does to a target, one score a type but `none`.

    Every word may be the one that says it: its type counts as far as it has the source as actor and the target as
    recipient. *Shape:* `(windows, len(EVENT_TYPES) - 1)`.
    """
    types = net.act(h).float()[..., 1:]
    roles = F.logsigmoid(net.role(h).float())

    def toward(role: Tensor, who: Tensor) -> Tensor:
        some = role.masked_fill(who.unsqueeze(1) == 0, -1e4).amax(-1)
        return torch.where(who.any(1, keepdim=True), some, torch.zeros_like(some))

    weight = toward(roles[:, 0], source) + toward(roles[:, 1], target)
    return (types + weight.masked_fill(~mask, -1e4).unsqueeze(-1)).logsumexp(1)


def of_types(scores: Tensor, types: Tensor) -> Tensor:
    """Negative log likelihood of the allowed types; `types` counts `none` too."""
    allowed = scores.masked_fill(types[:, 1:] == 0, -1e4).logsumexp(-1)
    return (scores.logsumexp(-1) - allowed).mean()


def pair(net: Network, h: Vectors, line: Tensor, mask: Tensor, target: Targets) -> Tensor:
    """Type of the pair; where the cue is marked, also that its words have the type, the actor and the recipient."""
    total = of_types(pair_scores(net, h.words, mask, target["source"], target["target"]), target["types"])
    if "cue" in target:
        known = target["cue"].any(1)
        if known.any():
            total = total + 0.5 * _cues(net, h.words[known], mask[known], {k: v[known] for k, v in target.items()})
    return total


def _cues(net: Network, h: Tensor, mask: Tensor, target: Targets) -> Tensor:
    cue = target["cue"]
    gold = cue * target["types"].argmax(1, keepdim=True)
    plain = picked(net.act(h), gold.masked_fill(~mask, IGNORE), weight_first=0.3)
    roles = net.role(h).float()
    on = (cue > 0).unsqueeze(2) & mask.unsqueeze(1)
    wanted = torch.stack((target["source"], target["target"]), 1).unsqueeze(2).expand_as(roles).float()
    each = F.binary_cross_entropy_with_logits(roles, wanted, reduction="none")
    return plain + (each * on.unsqueeze(1)).sum() / on.sum().clamp(min=1)


def story(net: Network, h: Vectors, line: Tensor, mask: Tensor, target: Targets) -> Tensor:
    """Some word of a story's opening has its type."""
    types = net.act(h.words).float()[..., 1:].masked_fill(~mask.unsqueeze(-1), -1e4)
    return 0.5 * of_types(types.logsumexp(1), target["types"])


def standing(net: Network, h: Vectors, line: Tensor, mask: Tensor, target: Targets) -> Tensor:
    """Distance from the judges' mean, in points."""
    known = target["standing"] != UNKNOWN
    known &= mask
    return F.smooth_l1_loss(net.standing(h.words)[..., 0].float()[known], target["standing"][known].float() / 10)


def signal(net: Network, h: Vectors, line: Tensor, mask: Tensor, target: Targets) -> Tensor:
    """Condition and consequence by CRF; their words have the kind, `none` in ordinary conditionals."""
    tags = crf_loss(net.signal(h.signals), net.moves("signal"), target["signal"], mask)
    return 2 * tags + picked(net.signal_kind(h.signals), target["kind"])


def picked(scores: Tensor, wanted: Tensor, weight_first: float = 1.0) -> Tensor:
    """Cross entropy over the last axis, where `wanted` is not IGNORE; zero where nothing is wanted."""
    scores = scores.float().reshape(-1, scores.shape[-1])
    flat = wanted.reshape(-1)
    if not (flat != IGNORE).any():
        return scores.sum() * 0
    weight = torch.ones(scores.shape[-1], device=scores.device)
    weight[0] = weight_first
    return F.cross_entropy(scores, flat, weight=weight if weight_first != 1.0 else None, ignore_index=IGNORE)


LOSSES: Final[Mapping[str, Callable[[Network, Vectors, Tensor, Tensor, Targets], Tensor]]] = {
    "attribution": attribution,
    "syntax": syntax,
    "mention": mention,
    "pair": pair,
    "story": story,
    "standing": standing,
    "signal": signal,
}

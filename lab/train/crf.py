"""Linear-chain CRF loss over words: emissions and transitions to the negative log likelihood of gold tags."""

from __future__ import annotations

import torch
from torch import Tensor


def crf_loss(emissions: Tensor, moves: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
    """
    Return the mean negative log likelihood a word.

    Args:
        emissions: *Shape:* `(windows, words, tags)`.
        moves: Transition scores. *Shape:* `(tags, tags)`, from row to column. A window starts as after tag 0.
        tags: Gold. *Shape:* `(windows, words)`.
        mask: True for words that are there; words are left-aligned. *Shape:* `(windows, words)`.
    """
    emissions, moves = emissions.float(), moves.float()
    rows, words, _ = emissions.shape
    tags = tags.clamp(min=0)
    start = torch.zeros(rows, 1, dtype=torch.long, device=tags.device)
    before = torch.cat((start, tags[:, :-1]), 1)
    gold = emissions.gather(2, tags.unsqueeze(2))[..., 0] + moves[before, tags]
    score = (gold * mask).sum()
    alpha = emissions[:, 0] + moves[0]
    for at in range(1, words):
        after = torch.logsumexp(alpha.unsqueeze(2) + moves, 1) + emissions[:, at]
        alpha = torch.where(mask[:, at].unsqueeze(1), after, alpha)
    return (torch.logsumexp(alpha, 1).sum() - score) / mask.sum()

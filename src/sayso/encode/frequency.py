"""
A word to how rare it is, by its place in the encoder's vocabulary, which is sorted by frequency.

WordPiece vocabularies list the words of their training text (here books and an encyclopedia) by falling count. By
Zipf's law the place of a word stands for its frequency: how much it tells grows with the logarithm of its place. A word
that is in no place of its own is rarer than all that are.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

_FIRST: Final = "the"
"""The most frequent word; before it the vocabulary lists marks and single letters."""
_TELLS_NOTHING: Final = 32
"""Words before this place ("the", "would", "after") tell nothing."""


def rarity(word: str) -> float:
    """
    Return how much a word tells.

    Args:
        word: In small letters.

    Returns:
        Bits, 0 for the most frequent words, about 5 for "soldiers", about 10 for what the vocabulary lacks.
    """
    return max(0.0, math.log2(_places().get(word, len(_places())) / _TELLS_NOTHING))


@cache
def _places() -> Mapping[str, int]:
    """Return the place of every whole word, counted from 1."""
    told = files("sayso.encode").joinpath("model/tokenizer.json").read_text(encoding="utf-8")
    vocabulary: dict[str, int] = json.loads(told)["model"]["vocab"]
    first = vocabulary[_FIRST]
    return {word: at - first + 1 for word, at in vocabulary.items() if at >= first and not word.startswith("##")}

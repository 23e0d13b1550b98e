"""
A move and a rule in its passage to how surely the one meets the other, by a small network that reads both together.

It gives a raw score for one pair at a time, so that a score depends on nothing else that is asked. Its word vectors
are the reader's and are read out of that file.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np
from tokenizers import Tokenizer

from sayso.encode.encoder import MODEL_FILE, TOKENIZER_FILE
from sayso.encode.pairs import Names, Rule, lay_out
from sayso.encode.sessions import session, verified
from sayso.encode.tokens import Vocabulary

MATCHER_FILE: Final = "sayso-match.onnx"
PAIR_INPUTS: Final = ("ids", "shapes", "parts", "shared")


class Matcher:
    """
    The matcher's file with its tokenizer.

    Raises:
        ModelMismatch: A digest differs from `SHA256SUMS`.
    """

    def __init__(self, folder: Path | None = None) -> None:
        home = folder or Path(str(files("sayso.encode").joinpath("model")))
        self.digest, *_ = verified(home, (MATCHER_FILE, MODEL_FILE, TOKENIZER_FILE))
        self._session = session(home / MATCHER_FILE)
        self._vocabulary = Vocabulary(Tokenizer.from_file(str(home / TOKENIZER_FILE)))

    def score(self, move: str, rule: Rule, names: tuple[Names, Names]) -> float:
        """
        Return how surely a move meets a rule. *Units:* logit; raw, comparable among pairs only.

        Args:
            move: In words, as a headline has them.
            rule: Where it was said.
            names: See `pairs.lay_out`.
        """
        pair = lay_out(move, rule, names, self._vocabulary)
        feed = {name: np.array([getattr(pair, name)], np.int64) for name in PAIR_INPUTS}
        return float(self._session.run(["fires"], feed)[0][0])


@cache
def shipped_matcher() -> Matcher:
    """Return the matcher that the package ships; loaded once a process."""
    return Matcher()

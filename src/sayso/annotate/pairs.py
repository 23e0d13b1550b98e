"""
Numbers to the PLOVER type of what one party does to another.

Every word of the window may be the one that says it: its type scores count as far as the word has the first party as
its actor and the second as its recipient. The combination has no parameters of its own, so that the same heads name
events and type given pairs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sayso.encode.encoder import Encoded
from sayso.spans import Span

Array = NDArray[np.float32]


def pair_type_scores(encoded: Encoded, source: Span, target: Span) -> Array:
    """
    Score each PLOVER type for a pair of parties that stand in one window.

    Args:
        encoded: A stream that holds both.
        source: Words of who does it.
        target: Words of whom it is done to.

    Returns:
        *Shape:* `(16,)`, in the order of `EVENT_TYPES` without `none`. *Units:* logits.

    Raises:
        ValueError: No window holds a word of the source.
    """
    spans = [span for line in encoded.lines for span in line.spans]
    for window in encoded.windows:
        here = spans[window.first_word : window.first_word + window.words]
        who = np.array([span.overlaps(source) for span in here])
        whom = np.array([span.overlaps(target) for span in here])
        if not who.any():
            continue
        types = encoded.labels["act"][window.first_word : window.first_word + window.words, 1:]
        weight = _log_sigmoid(window.pairs["actor"][:, who].max(1))
        if whom.any():
            weight = weight + _log_sigmoid(window.pairs["recipient"][:, whom].max(1))
        scores = types + weight[:, None]
        top = scores.max(0)
        found: Array = top + np.log(np.exp(scores - top).sum(0))
        return found
    raise ValueError("no window holds the source")


def _log_sigmoid(x: Array) -> Array:
    found: Array = -np.logaddexp(0, -x)
    return found

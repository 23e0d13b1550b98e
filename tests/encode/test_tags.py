"""Tag scores to paths and stretches."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.encode.tags import Stretch, best_path, stretches

LABELS = ("O", "B-cue", "I-cue", "B-content", "I-content")


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_best_path_is_the_best_of_all_paths(size, seed):
    """Viterbi finds what trying every path finds."""
    random = np.random.default_rng(seed)
    emissions = random.normal(size=(size, 3)).astype(np.float32)
    moves = random.normal(size=(3, 3)).astype(np.float32)

    def total(path):
        return (
            moves[0, path[0]]
            + sum(moves[a, b] for a, b in itertools.pairwise(path))
            + sum(emissions[i, tag] for i, tag in enumerate(path))
        )

    best = max(itertools.product(range(3), repeat=size), key=total)

    assert list(best) == best_path(emissions, moves)


def test_stretches_end_where_another_begins():
    """A B tag ends the stretch before it even with the same label."""
    found = list(stretches([0, 1, 2, 1, 3, 4, 0], LABELS))

    assert [Stretch("cue", 1, 3), Stretch("cue", 3, 4), Stretch("content", 4, 6)] == found


def test_no_words_have_no_path():
    """An empty stream is no error."""
    assert best_path(np.zeros((0, 5), np.float32), np.zeros((5, 5), np.float32)) == []

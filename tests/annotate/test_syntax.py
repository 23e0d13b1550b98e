"""Scores to trees, and asking trees."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.syntax import Tree, Word, best_tree
from sayso.encode.tags import log_softmax
from sayso.spans import Span


def is_tree(heads):
    """One root, and every word leads to it."""
    roots = [i for i, head in enumerate(heads) if i == head]
    if len(roots) != 1:
        return False
    for start in range(len(heads)):
        seen, at = set(), start
        while at != roots[0]:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at]
    return True


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_best_tree_is_the_best_of_all_trees(size, seed):
    """Contracting cycles finds what trying every tree with a likely root finds."""
    scores = np.random.default_rng(seed).normal(scale=3, size=(size, size)).astype(np.float32)
    logs = log_softmax(scores)
    likely = set(np.argsort(-np.diag(logs))[:3].tolist())
    trees = [
        heads
        for heads in itertools.product(range(size), repeat=size)
        if is_tree(heads) and next(i for i, h in enumerate(heads) if i == h) in likely
    ]

    def total(heads):
        return sum(logs[i, head] for i, head in enumerate(heads))

    found = best_tree(scores)

    assert is_tree(found)
    assert abs(total(found) - max(map(total, trees))) < 1e-4


def test_a_subtree_leaves_out_what_is_asked_to_be_left_out():
    """A clause can be taken without its connective."""
    words = (
        Word(0, Span(0, 2), "If", "if", "SCONJ", 2, "mark"),
        Word(1, Span(3, 7), "they", "they", "PRON", 2, "nsubj"),
        Word(2, Span(8, 12), "land", "land", "VERB", 4, "advcl"),
        Word(3, Span(14, 16), "we", "we", "PRON", 4, "nsubj"),
        Word(4, Span(17, 22), "fight", "fight", "VERB", -1, "root"),
    )
    tree = Tree(0, words)

    assert [w.text for w in tree.subtree(words[2], without=("mark",))] == ["they", "land"]
    assert words[4] == tree.root
    assert words[2] == tree.head_of(Span(0, 12))

"""The passages that teach the matcher: every label can be used as it stands."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lab.labels.load import FOLDER, passages

RECORDS = passages()


def slots() -> frozenset[str]:
    """What may be off, as training names it; read from its source, for it imports torch."""
    tree = ast.parse((Path(FOLDER).parent / "train" / "matcher.py").read_text())
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and node.value is not None and ast.unparse(node.target) == "OFF":
            return frozenset(ast.literal_eval(node.value))
    raise AssertionError("lab.train.matcher names nothing that may be off")


def signals() -> Iterator[tuple[str, dict[str, Any]]]:
    for record in RECORDS:
        yield from ((record["text"], one) for one in record["signals"])


def moves() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for record in RECORDS:
        yield from ((record, one) for one in record["moves"])


@pytest.mark.parametrize("half", ["condition", "consequence"])
def test_the_words_of_a_signal_stand_in_its_passage(half: str) -> None:
    """Each piece, to the letter."""
    absent = [(piece, text) for text, one in signals() for piece in one[half] or () if piece not in text]

    assert absent == []


def test_every_signal_has_something_to_be_marked() -> None:
    """A rule of which neither half is known would be read nowhere."""
    assert [one for _, one in signals() if not one["condition"] and not one["consequence"]] == []


def test_moves_name_signals_of_their_own_passage() -> None:
    """Those that they set off, and the one that they nearly do."""
    strange = [
        move
        for record, move in moves()
        if not {*move["fires"], *filter(None, [move.get("near")])} <= {one["id"] for one in record["signals"]}
    ]

    assert strange == []


def test_a_near_miss_says_what_is_off_by_a_name_that_training_knows() -> None:
    """And sets off what it nearly does not."""
    near = [move for _, move in moves() if move.get("near")]

    assert {move["slot"] for move in near} <= slots() - {"fires", "elsewhere"}
    assert [move for move in near if move["near"] in move["fires"]] == []


def test_moves_that_fire_and_near_misses_are_about_as_many() -> None:
    """Either alone would teach to say always the same."""
    fires = sum(bool(move["fires"]) for _, move in moves())

    assert 0.3 < fires / sum(1 for _ in moves()) < 0.6


def test_what_may_or_may_not_be_set_off_is_no_label() -> None:
    """It is left out of training: it cannot fire, too."""
    assert [move for _, move in moves() if set(move.get("may", ())) & set(move["fires"])] == []


def test_one_signal_sets_off_another_of_its_passage() -> None:
    """Where a passage says which do."""
    pairs = [(record, pair) for record in RECORDS for pair in record.get("then", ())]

    assert len(pairs) > 500
    assert [p for record, p in pairs if p[0] == p[1] or not set(p) <= {one["id"] for one in record["signals"]}] == []

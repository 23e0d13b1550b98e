"""What the matcher's score is worth: fits that go the way of what was seen, and counts of what fires rightly."""

from __future__ import annotations

import numpy as np
import pytest

from lab.evaluate.matching import Read, Worth, by_fifths, fit, probabilities, worth


def read(
    move: int, score: float, *, fires: bool = False, by_rule: bool = False, barred: bool = False, group: str = "g"
):
    return Read(move, group, score, by_rule, barred, fires)


def crowd(n: int = 400) -> list[Read]:
    """Moves whose pairs fire the likelier the higher they score, and where the rules fire them."""
    chance = np.random.default_rng(4)
    found = []
    for move in range(n):
        score, by_rule = float(chance.normal(0, 3)), bool(chance.random() < 0.3)
        likely = 1 / (1 + np.exp(1.5 - 0.8 * score - 2.0 * by_rule))
        found.append(read(move, score, by_rule=by_rule, fires=bool(chance.random() < likely)))
    return found


def test_a_fit_finds_what_a_score_and_a_rule_are_worth():
    """From enough pairs, what they were drawn by, within what chance leaves of it."""
    assert fit(crowd(4000)) == pytest.approx((-1.5, 0.8, 2.0), abs=0.25)


def test_few_pairs_leave_the_slopes_small():
    """Two pairs that a line could part for good give no endless certainty."""
    middle, score, by_rule = fit([read(0, 1.0, fires=True, by_rule=True), read(1, -1.0)])

    assert 0 < score < 3
    assert 0 < by_rule < 3
    assert np.isfinite(middle)


def test_a_barred_pair_never_fires():
    """However high it scores."""
    found = probabilities([read(0, 9.0), read(0, 9.0, barred=True)], (0.0, 1.0, 1.0))

    assert found[0] > 0.99
    assert found[1] == 0


def test_a_fifth_of_the_moves_is_judged_by_the_others():
    """What it shows itself does not count: turned round, it is judged as before."""
    rows = crowd()
    turned = [Read(one.move, one.group, one.score, one.by_rule, False, one.fires ^ (one.move % 5 == 2)) for one in rows]
    third = [at for at, one in enumerate(rows) if one.move % 5 == 2]

    assert np.array_equal(by_fifths(rows)[third], by_fifths(turned)[third])
    assert not np.array_equal(by_fifths(rows), by_fifths(turned))


@pytest.mark.parametrize(
    ("rows", "fired", "expected", "why"),
    [
        ([read(0, 0, fires=True)], [True], Worth(1.0, 1.0, None), "right"),
        ([read(0, 0, fires=True)], [False], Worth(None, 0.0, None), "missed"),
        ([read(0, 0)], [True], Worth(0.0, None, 0.0), "false"),
        ([read(0, 0)], [False], Worth(None, None, 1.0), "rightly silent"),
        ([read(0, 0, fires=True), read(0, 0)], [True, True], Worth(1.0, 1.0, None), "two reports of one signal"),
        (
            [read(0, 0, fires=True), read(0, 0, group="h"), read(1, 0), read(2, 0)],
            [True, True, True, False],
            Worth(1 / 3, 1.0, 0.5),
            "of three that fire one should, of two quiet moves one is",
        ),
    ],
)
def test_firings_are_counted_by_move_and_signal(rows, fired, expected, why):
    """The reports of a signal are one, and a move is silent where nothing of it fires."""
    assert worth(rows, fired) == expected, why


def test_what_cannot_be_said_is_printed_as_nothing():
    """No firing has no precision."""
    assert str(Worth(None, 0.5, 1.0)).split() == ["–", "0.50", "1.00"]

"""How the matcher is taught: from where it starts, what stays, what is kept. Needs torch, which the lab has."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch (CONTRIBUTING.md); left out where it is missing")

from lab.train import matcher as training  # noqa: E402 - after the check for torch
from lab.train.matcher import OFF, SHOWN, Matcher, Pairs, batches, precision_recall, scores, started, teach  # noqa: E402
from lab.train.model import LAYERS, Network  # noqa: E402
from sayso.encode.pairs import MOST, Part  # noqa: E402

MARK = 2054
"""A piece that stands in every pair that fires, and in no other."""


@pytest.fixture
def pairs() -> Pairs:
    """Pairs of a few pieces that fire where a certain piece stands in them."""
    chance = np.random.default_rng(2)
    lengths = chance.integers(6, 20, 48)
    offsets = np.cumsum([0, *lengths])
    rows = np.stack([chance.integers(3000, 3050, offsets[-1]), *(np.ones((3, offsets[-1]), np.int64))])
    rows[3] = 0
    fires = (np.arange(48) % 2).astype(np.float32)
    rows[0, offsets[:-1][fires > 0] + 2] = MARK
    shows = np.full((48, len(SHOWN)), -1, np.float32)
    off = np.where(fires > 0, 0, len(OFF) - 1)
    return Pairs(torch.from_numpy(rows.astype(np.int16)), offsets, fires, off, np.arange(48), shows)


def fresh() -> Matcher:
    torch.manual_seed(5)
    return Matcher(1)


def test_it_starts_from_the_layers_of_one_and_the_vectors_of_the_other(tmp_path, monkeypatch):
    """The vectors are not trained: the shipped file is to find them in the reader's."""
    brought, shipped = Network(), Network()
    monkeypatch.setattr(training, "pretrained", lambda _: brought)
    monkeypatch.setattr(training, "from_shipped", lambda _: shipped)
    net = started(tmp_path, tmp_path, 2)

    assert torch.equal(net.word.weight, shipped.word.weight)
    assert torch.equal(net.position.weight, brought.position.weight)
    assert torch.equal(net.layers[1].up.weight, brought.layers[1].up.weight)
    assert len(net.layers) == 2
    assert [name for name, one in net.named_parameters() if not one.requires_grad] == ["word.weight"]


@pytest.mark.parametrize("layers", [0, LAYERS + 1])
def test_it_has_no_more_layers_than_there_are(tmp_path, layers):
    """A typing error on the command line is no network of fewer layers."""
    with pytest.raises(ValueError, match=f"{LAYERS} layers, not {layers}"):
        started(tmp_path, tmp_path, layers)


def test_it_learns_what_makes_a_pair_fire_and_leaves_the_vectors_as_they_are(pairs):
    """A few epochs over a few pairs are enough for a piece that tells."""
    net = fresh()
    net.word.requires_grad_(False)
    before = net.word.weight.clone()
    done: list[int] = []
    teach(net, pairs, range(len(pairs)), epochs=30, rate=1e-3, seed=1, after=done.append)

    assert precision_recall(scores(net, pairs)[:, 0], pairs.fires) == (pytest.approx(1.0), 1.0)
    assert torch.equal(net.word.weight, before)
    assert done == list(range(1, 31))


def test_it_learns_from_reports_what_they_show(pairs):
    """They stand in the place of the move, and whether they fire is nothing that they are asked."""
    shows = np.zeros((len(pairs), len(SHOWN)), np.float32)
    shows[:, 2] = pairs.fires
    told = replace(pairs, fires=np.full(len(pairs), -1, np.float32), shows=shows)
    net = fresh()
    score = net.score.weight.clone()
    teach(net, told, range(len(told)), epochs=30, rate=1e-3, seed=1)

    found = scores(net, told)
    assert precision_recall(found[:, 3], shows[:, 2]) == (pytest.approx(1.0), 1.0)
    assert found[:, [2, 4]].max() < 0
    assert torch.allclose(net.score.weight, score, atol=2e-2)


def test_the_same_seed_teaches_the_same(pairs):
    """To the last bit, on one thread."""
    torch.set_num_threads(1)
    nets = [fresh(), fresh()]
    for net in nets:
        teach(net, pairs, range(16), epochs=1, rate=1e-3, seed=1)

    assert torch.equal(nets[0].score.weight, nets[1].score.weight)


def test_every_chosen_pair_is_seen_once_an_epoch(pairs):
    """In another order with another seed."""
    first, second = (list(batches(pairs, range(48), seed)) for seed in (1, 2))

    assert sorted(at for one in first for at in one) == list(range(48))
    assert first != second


def test_pairs_are_read_as_they_were_written(tmp_path, pairs):
    """The form between `matcher_pairs` and training."""
    from lab.train.matcher_pairs import Labelled, save
    from sayso.encode.pairs import Pair

    made = [Labelled(Pair((101, 7, 102), (0, 1, 0), (0, 0, 1), (0, 2, 0)), True, 0, 5)]
    made.append(Labelled(Pair((101,) * MOST, (3,) * MOST, (int(Part.UNLESS),) * MOST, (4,) * MOST), False, 14, 6))
    made.append(Labelled(Pair((101, 102), (0, 0), (0, 1), (0, 0)), None, 0, 7, frozenset(("came", "undone"))))
    save(made, tmp_path / "pairs.npz")
    found = Pairs.load(tmp_path / "pairs.npz")

    assert found.offsets.tolist() == [0, 3, 3 + MOST, 5 + MOST]
    assert found.rows[:, :3].T.tolist() == [[101, 0, 0, 0], [7, 1, 0, 2], [102, 0, 1, 0]]
    assert (found.fires.tolist(), found.off.tolist(), found.source.tolist()) == (
        [1.0, 0.0, -1.0],
        [0, 14, 0],
        [5, 6, 7],
    )
    assert found.shows.tolist() == [[-1] * 4, [-1] * 4, [1, 0, 0, 1]]
    assert found.batch([0, 1]).shape == (4, 2, MOST)

"""Training that is stopped and gone on with: the same weights as without a stop. Needs torch, which the lab has."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch (CONTRIBUTING.md); left out where it is missing")

from lab.train import train as training  # noqa: E402 - after the check for torch
from lab.train.example import Example, stream  # noqa: E402
from lab.train.model import Network  # noqa: E402
from lab.train.progress import Progress  # noqa: E402
from lab.train.recipe import Leg, Recipe  # noqa: E402
from lab.train.weights import average, read  # noqa: E402
from sayso.encode.encoder import shipped_encoder  # noqa: E402
from sayso.encode.tokens import assemble  # noqa: E402


class Stopped(list):
    """Batches of which the third cannot be had the first time: the machine went down."""

    is_down = True

    def __getitem__(self, at):
        if at == 2 and self.is_down:
            raise KeyboardInterrupt
        return super().__getitem__(at)


@pytest.fixture
def batches():
    vocabulary = shipped_encoder().vocabulary
    laid = [stream(f"The envoy said that {n} ships would sail.", vocabulary) for n in range(4)]
    return [
        [Example("signal", assemble(one.lines, vocabulary), {"signal": np.zeros(len(one.spans), np.int64),
                                                             "kind": np.zeros(len(one.spans), np.int64)})]
        for one in laid
    ]  # fmt: skip


def fresh() -> Network:
    torch.manual_seed(5)
    return Network()


def test_a_leg_that_was_stopped_ends_as_if_it_had_not_been(tmp_path, batches, monkeypatch):
    """Weights, optimizer, place and dropout are taken up where they were left."""
    monkeypatch.setattr(training, "SAVE_EVERY_S", -1)
    leg = Leg("only", 1.0, False, False, {"own_signals": 1})
    recipe = Recipe(1e-3, 1e-3, (leg,), {"only": 1}, "0")
    whole, again = fresh(), fresh()
    training.follow(training.Run(recipe, tmp_path / "whole", 1, 0), leg, whole, batches, 0)
    run, held_up = training.Run(recipe, tmp_path / "parts", 1, 0), Stopped(batches)
    with pytest.raises(KeyboardInterrupt):
        training.follow(run, leg, fresh(), held_up, 0)
    held_up.is_down = False
    _, taken = training.follow(run, leg, again, held_up, 0)

    assert taken == len(batches)
    for name, value in whole.state_dict().items():
        assert torch.equal(value, again.state_dict()[name]), name


def test_a_leg_of_signals_alone_leaves_all_else_as_it_is(tmp_path, batches):
    """The branch and its heads learn; what other heads read with stays, to the last bit."""
    leg = Leg("signals", 1.0, False, True, {"own_signals": 1})
    net, before = fresh(), fresh().state_dict()
    recipe = Recipe(1e-3, 1e-3, (leg,), {"signals": 1}, "0")
    training.follow(training.Run(recipe, tmp_path, 1, 0), leg, net, batches, 0)
    changed = {name.split(".")[0] for name, value in net.state_dict().items() if not torch.equal(value, before[name])}

    assert changed == {"signal_layers", "signal", "signal_kind", "signal_moves"}


def test_a_finished_leg_is_not_gone_through_again(tmp_path, batches):
    """What a leg left behind is read, and the average of the ends is written."""
    legs = tuple(Leg(name, 1.0, False, False, {"own_signals": 1}) for name in ("first", "second"))
    recipe = Recipe(0.0, 0.0, legs, {"first": 1, "second": 1}, "0")
    run = training.Run(recipe, tmp_path, 1, 0)
    training.save(fresh().state_dict(), run.ends("first"))
    out = training.train(run, Network(), {"own_signals": [b[0] for b in batches]}, Progress("x", ("first",)))

    assert torch.equal(read(out)["word.weight"], fresh().state_dict()["word.weight"])


def test_an_average_counts_each_end_by_its_part():
    """One part of 0 and two parts of 3 are 2."""
    states = {"a": {"w": torch.zeros(2)}, "b": {"w": torch.full((2,), 3.0)}}

    assert average(states, {"a": 1, "b": 2})["w"].tolist() == [2.0, 2.0]


def test_vectors_of_signals_are_the_same_where_only_they_are_asked_for():
    """What the other heads read is left out, and changes nothing of theirs."""
    ids, first = torch.randint(1, 1000, (2, 9)), torch.arange(4).repeat(2, 1)
    given = (ids, torch.zeros_like(ids), first)
    network = fresh().eval()
    whole, alone = network.encode(*given), network.encode(*given, only_signals=True)

    assert torch.equal(whole.signals, alone.signals)
    assert torch.equal(alone.words, alone.signals)

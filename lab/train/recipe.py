"""
A recipe file to the legs of a training run: which corpora how often, at which rates, and what is averaged at the end.

A recipe is checked before anything is read or trained: a misspelt corpus, an average of a leg that is not there, or a
corpus without an open licence in an open run is an error of the recipe, and the message says which. No torch here.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lab.train.corpora import CORPORA, OPEN

WARM_UP: Final = 40
"""Steps in which a leg's rate climbs to its peak; set by hand."""


class RecipeError(ValueError):
    """The recipe cannot be followed; the message names the line and what would do."""


@dataclass(frozen=True, slots=True)
class Leg:
    """
    A part of the run, with a slope of the learning rate of its own.

    Attributes:
        name: Its weights are kept under it.
        rate: Times the peak rates.
        fresh_only: Left out where the run starts from a trained model.
        only_signals: What other heads use stays as it is: only the branch of signals learns.
        epochs: How often each corpus is gone through.
    """

    name: str
    rate: float
    fresh_only: bool
    only_signals: bool
    epochs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Recipe:
    """
    A whole run.

    Attributes:
        encoder_rate: Peak learning rate of the encoder.
        head_rate: Peak learning rate of the heads.
        legs: In order.
        average: Parts of the legs' ends in the weights that come of it.
        digest: Of the file, so that a run is not gone on with by another recipe.
    """

    encoder_rate: float
    head_rate: float
    legs: tuple[Leg, ...]
    average: Mapping[str, float]
    digest: str

    def warm(self) -> Recipe:
        """Return what is left of the recipe where the run starts from a trained model."""
        legs = tuple(leg for leg in self.legs if not leg.fresh_only)
        return Recipe(self.encoder_rate, self.head_rate, legs, self.average, self.digest)

    @property
    def corpora(self) -> frozenset[str]:
        """Names of every corpus that some leg reads."""
        return frozenset(name for leg in self.legs for name, epochs in leg.epochs.items() if epochs > 0)


def read(path: Path, *, only_open: bool = False) -> Recipe:
    """
    Read and check a recipe.

    Args:
        path: A TOML file as `recipe.toml`.
        only_open: Refuse corpora that state no open licence.

    Raises:
        RecipeError: Something in it cannot be followed.
    """
    content = path.read_bytes()
    given = tomllib.loads(content.decode())
    legs = tuple(
        Leg(one["name"], float(one["rate"]), bool(one.get("fresh_only")), bool(one.get("only_signals")), one["epochs"])
        for one in given["legs"]
    )
    digest = hashlib.sha256(content).hexdigest()[:12]
    recipe = Recipe(given["peak"]["encoder"], given["peak"]["heads"], legs, given["average"], digest)
    for fault in faults(recipe, only_open=only_open):
        raise RecipeError(f"{path}: {fault}")
    return recipe


def faults(recipe: Recipe, *, only_open: bool = False) -> Sequence[str]:
    """Return what cannot be followed, in words; empty for a good recipe."""
    found = []
    names = [leg.name for leg in recipe.legs]
    if len(set(names)) < len(names):
        found.append("two legs have one name")
    found += [f"there is no corpus {name}; there are {sorted(CORPORA)}" for name in recipe.corpora - CORPORA.keys()]
    if only_open:
        found += [f"{name} states no open licence" for name in sorted(recipe.corpora & CORPORA.keys() - OPEN)]
    found += [f"{leg.name}: its rate is not above 0" for leg in recipe.legs if leg.rate <= 0]
    lasting = [leg.name for leg in recipe.legs if not leg.fresh_only]
    found += [f"average: no leg {name} that every run has; there are {lasting}" for name in recipe.average
              if name not in lasting]  # fmt: skip
    if not recipe.average or min(recipe.average.values()) <= 0:
        found.append("average: name at least one leg, each with a part above 0")
    return found


def slope(step: int, steps: int, spent: float = 0.0) -> float:
    """
    Return how much of a leg's peak rate a step has: up within `WARM_UP` steps, then down to zero in a straight line.

    Args:
        step: Counted from 0.
        steps: Of the leg.
        spent: Share of the leg's time that is over, where it has a limit; what is farther on counts.
    """
    done = max(step / steps, spent)
    return min(1.0, (step + 1) / WARM_UP) * max(0.0, 1 - done)

"""What it is that a signal fires: what set it off, how it compares, how likely it is; of several reports the best."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Final

from sayso.weigh.comparison import Comparison
from sayso.weigh.frames import Frame, SignalView
from sayso.weigh.things import ORDER
from sayso.weigh.wording import Wording

QUERY: Final = "query"
"""What a signal of the first step is fired because of."""


@dataclass(frozen=True, slots=True)
class Firing:
    """
    A signal that a move sets off.

    Attributes:
        view: The signal.
        step: 1 where the query itself sets it off.
        because: `query`, or the ids of the signals whose consequence matched.
        comparison: Slot by slot.
        probability: That it is about the move, calibrated; times that of what set it off.
        unknown: Slots that the rules left open in the whole chain up to here; what fires by its words leaves none, for
            how sure that is stands in its probability.
        move: What sets it off, None where its words do and no act was read.
    """

    view: SignalView
    step: int
    because: tuple[str, ...]
    comparison: Comparison
    probability: float
    unknown: int
    move: Frame | None


@dataclass(frozen=True, slots=True)
class Move:
    """
    An act that is asked about, or that a signal brings.

    Attributes:
        frame: The act.
        because: `query`, or the ids of the signals that bring it.
        probability: Of all that leads to it.
        unknown: Unknown slots of all that leads to it.
    """

    frame: Frame
    because: tuple[str, ...]
    probability: float
    unknown: int

    @property
    def key(self) -> Hashable:
        """What makes two moves one, whoever tells of them."""
        one = self.frame
        return one.act, one.happens, one.actors, one.recipients, one.object, one.things, one.place, one.time


@dataclass(frozen=True, slots=True)
class Said:
    """A clause as worded, with what makes it as `Move` has it."""

    wording: Wording
    because: tuple[str, ...]
    probability: float
    unknown: int


def joined(found: Iterable[Firing]) -> list[Firing]:
    """Return firings, the best report of each signal, surest first."""
    best: dict[str, Firing] = {}
    for firing in found:
        old = best.get(group_of(firing.view))
        if old is None or _rank(firing) < _rank(old):
            best[group_of(firing.view)] = firing
    return sorted(best.values(), key=_rank)


def _rank(firing: Firing) -> tuple[int, float, str, str]:
    published = firing.view.article.get("published") or ""
    return ORDER.index(firing.comparison.worst), -firing.probability, published, firing.view.signal.id


def group_of(view: SignalView) -> str:
    """Return the id that all reports of a signal share."""
    return view.group or view.signal.id

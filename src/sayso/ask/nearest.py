"""Moves to the signals that came nearest without firing, each with the slot that stopped it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.ask.firing import group_of
from sayso.ask.reasons import Reason, reasons
from sayso.ask.shelf import Shelf
from sayso.terms import Match, Outcome
from sayso.weigh.asking import asked_of
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Comparison
from sayso.weigh.frames import Frame, SignalView
from sayso.weigh.things import ORDER


@dataclass(frozen=True, slots=True)
class Miss:
    """
    A signal that did not fire.

    Attributes:
        view: The signal.
        comparison: Its closest comparison.
        stopped_by: The slot that kept it from firing.
        reasons: Each slot side by side, in words.
        outcome: What became of it, None where that was not looked for.
    """

    view: SignalView
    comparison: Comparison
    stopped_by: str
    reasons: tuple[Reason, ...]
    outcome: Outcome | None = None


def misses(
    moves: Sequence[Frame],
    shelf: Shelf,
    fired: Iterable[SignalView],
    comparer: Comparer,
    may_fire: Callable[[SignalView], bool],
) -> list[Miss]:
    """
    Return the signals that did not fire, those first that came nearest, one report of each.

    Args:
        moves: The acts that the query names.
        shelf: The signals.
        fired: Those that fired or would be broken.
        comparer: Compares by what was known on a day.
        may_fire: Tells which signals are not to be passed over.
    """
    done = {group_of(view) for view in fired}
    found: dict[str, Miss] = {}
    for view in shelf.near(moves):
        if not may_fire(view) or group_of(view) in done:
            continue
        pairs = [(comparer.compare(asked, move), asked, move) for asked in asked_of(view, comparer) for move in moves]
        if pairs:
            near, asked, move = min(pairs, key=lambda pair: nearness(pair[0]))
            stop = near.stopped_by(1)
            near, stop = (_doubted(near), "act") if stop is None else (near, stop)
            miss = Miss(view, near, stop, tuple(reasons(asked, move, near, stop, comparer.known)))
            old = found.get(group_of(view))
            if old is None or _key(miss) < _key(old):
                found[group_of(view)] = miss
    return sorted(found.values(), key=_key)


def _doubted(comparison: Comparison) -> Comparison:
    """Return what is shown of a signal that fires by rule and whose words were not taken to mean the same."""
    return replace(comparison, slots={**comparison.slots, "act": Match.UNKNOWN})


def _key(miss: Miss) -> tuple[tuple[int, int, int], str]:
    return nearness(miss.comparison), miss.view.signal.id


def nearness(comparison: Comparison) -> tuple[int, int, int]:
    """Return a key that sorts comparisons, nearest first: few clashes, then the act right, then many names."""
    clashes = sum(match is Match.CLASH for match in comparison.slots.values())
    return clashes, ORDER.index(comparison.slots["act"] or Match.UNKNOWN), -comparison.names

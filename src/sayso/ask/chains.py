"""
A move to firings: which recorded signals it sets off, what those would bring, and so on step by step.

A chain has six steps at most and one unknown slot at most, all steps together; a signal that several outlets report
fires once; and since nothing fires twice, cycles end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.acts.taxonomy import opposite
from sayso.resolve.edtf import bounds
from sayso.terms import Match, SignalKind, Standing
from sayso.weigh.compare import ORDER, Asked, Comparer, Comparison
from sayso.weigh.conditions import conditions, follow_ups, own_side
from sayso.weigh.frames import Frame, SignalView, acting_side, as_side, frame_of, on_side, sides
from sayso.weigh.wording import Wording, compare_wording

DEPTH: Final = 6
NOBODY: Final = Frame("intervene", True, frozenset(), frozenset(), None, None, None, None)
"""Stands for a move that no act was read from; what follows from it names its own parties."""
FACTORS: Final = {Match.SAME: 1.0, Match.NARROWER: 0.95, Match.BROADER: 0.8, Match.UNKNOWN: 0.5, Match.CLASH: 0.0}
"""
What a slot's match leaves of a probability. Set by hand so that a worse match never gives more; not calibrated.
"""


@dataclass(frozen=True, slots=True)
class Firing:
    """
    A signal that a move sets off.

    Attributes:
        view: The signal.
        step: 1 where the query itself sets it off.
        because: `query`, or the ids of the signals whose consequence matched.
        comparison: Slot by slot.
        probability: Of the entry, times what each slot leaves, times that of what set it off.
        unknown: Unknown slots of the whole chain up to here.
        move: What sets it off.
    """

    view: SignalView
    step: int
    because: tuple[str, ...]
    comparison: Comparison
    probability: float
    unknown: int
    move: Frame


@dataclass(frozen=True, slots=True)
class Miss:
    """A signal that did not fire, its closest comparison and the slot that stopped it."""

    view: SignalView
    comparison: Comparison
    stopped_by: str


@dataclass(frozen=True, slots=True)
class _Move:
    frame: Frame
    because: str
    probability: float
    unknown: int


def asked_of(view: SignalView, comparer: Comparer) -> tuple[Asked, ...]:
    """Return what would set a signal off; empty where nothing is said to follow, or no condition was read."""
    signal = view.signal
    if signal.consequence is None:
        return ()
    side = sides(signal.sender, view.entities, comparer.known) | own_side(view, comparer.known)
    treaty = signal.kind is SignalKind.COMMITMENT
    allied = signal.kind in (SignalKind.COMMITMENT, SignalKind.THREAT, SignalKind.PROMISE)
    since = bounds(view.article.get("published"))[0]
    return tuple(
        Asked(frame, signal.if_not, side, allied, treaty, since)
        for frame in conditions(view, comparer.known, comparer.on)
    )


def run(
    moves: Iterable[tuple[Frame, float]],
    views: Sequence[SignalView],
    comparer: Comparer,
    wordings: Sequence[Wording] = (),
) -> list[Firing]:
    """
    Return what a query's moves set off, in order of firing.

    Args:
        moves: The acts that the query names, each with its probability.
        views: The record's signals.
        comparer: Compares by what was known on a day.
        wordings: The query's clauses as worded, for conditions of which no act was read.
    """
    asked = [(view, asked_of(view, comparer)) for view in views]
    todo = [_Move(frame, "query", probability, 0) for frame, probability in moves]
    fired: list[Firing] = []
    done: set[str] = set()
    for step in range(1, DEPTH + 1):
        new = _step(step, todo, [(view, some) for view, some in asked if _group(view) not in done], comparer)
        if step == 1 and wordings:
            new = _joined(new, _worded(wordings, views, comparer))
        done |= {_group(firing.view) for firing in new}
        fired += new
        todo = [
            _Move(frame, firing.view.signal.id, firing.probability, firing.unknown)
            for firing in new
            for frame in follow_ups(firing.view, comparer.known, firing.move)
        ]
        if not todo:
            break
    return fired


def _step(
    step: int, moves: Sequence[_Move], asked: Sequence[tuple[SignalView, tuple[Asked, ...]]], comparer: Comparer
) -> list[Firing]:
    """Return what some moves set off at once, the best report of each signal, surest first."""
    return _joined((), (one for view, some in asked for one in _firings(step, moves, view, some, comparer)))


def _worded(wordings: Sequence[Wording], views: Iterable[SignalView], comparer: Comparer) -> Iterator[Firing]:
    """Yield the signals whose condition is worded as the query is, where no act was read from it."""
    for view in views:
        if view.condition or view.signal.consequence is None:
            continue
        for one in wordings:
            comparison = compare_wording(view, one, comparer)
            if comparison is not None and comparison.stopped_by(1) is None:
                sure = view.signal.probability * weight(comparison)
                yield Firing(view, 1, ("query",), comparison, sure, comparison.unknown, NOBODY)


def _joined(found: Iterable[Firing], more: Iterable[Firing]) -> list[Firing]:
    """Return firings with others added, the best of each signal, surest first."""
    best: dict[str, Firing] = {}
    for firing in (*found, *more):
        old = best.get(_group(firing.view))
        if old is None or _rank(firing) < _rank(old):
            best[_group(firing.view)] = firing
    return sorted(best.values(), key=_rank)


def _firings(
    step: int, moves: Sequence[_Move], view: SignalView, some: tuple[Asked, ...], comparer: Comparer
) -> Iterator[Firing]:
    hits = []
    for move in moves:
        if move.because == view.signal.id:
            continue
        for asked in some:
            comparison = comparer.compare(asked, move.frame)
            if comparison.stopped_by(1 - move.unknown) is None:
                hits.append((move, comparison))
    if not hits:
        return
    move, comparison = min(hits, key=lambda hit: (ORDER.index(hit[1].worst), hit[0].unknown, -hit[0].probability))
    because = tuple(dict.fromkeys(one.because for one, _ in hits))
    probability = move.probability * view.signal.probability * weight(comparison)
    yield Firing(view, step, because, comparison, probability, move.unknown + comparison.unknown, move.frame)


def weight(comparison: Comparison) -> float:
    """Return what the slots of a comparison leave of a probability."""
    product = 1.0
    for match in comparison.slots.values():
        product *= 1.0 if match is None else FACTORS[match]
    return product


def _rank(firing: Firing) -> tuple[int, float, str, str]:
    published = firing.view.article.get("published") or ""
    return ORDER.index(firing.comparison.worst), -firing.probability, published, firing.view.signal.id


def _group(view: SignalView) -> str:
    return view.group or view.signal.id


def misses(
    moves: Iterable[tuple[Frame, float]], views: Sequence[SignalView], fired: Iterable[Firing], comparer: Comparer
) -> list[Miss]:
    """Return the signals that did not fire, those first that came nearest."""
    done = {_group(firing.view) for firing in fired}
    frames = [frame for frame, _ in moves]
    found = []
    for view in views:
        if _group(view) in done:
            continue
        pairs = [comparer.compare(asked, frame) for asked in asked_of(view, comparer) for frame in frames]
        if pairs:
            near = min(pairs, key=nearness)
            found.append(Miss(view, near, near.stopped_by(1) or "act"))
    return sorted(found, key=lambda miss: (nearness(miss.comparison), miss.view.signal.id))


def nearness(comparison: Comparison) -> tuple[int, int, int]:
    """Return a key that sorts comparisons, nearest first: few clashes, then the act right, then many names."""
    clashes = sum(match is Match.CLASH for match in comparison.slots.values())
    return clashes, ORDER.index(comparison.slots["act"] or Match.UNKNOWN), -comparison.names


def contradicted(moves: Iterable[tuple[Frame, float]], views: Iterable[SignalView], comparer: Comparer) -> list[Firing]:
    """Return the refusals and promises of the mover's own side that its move would contradict."""
    found: dict[str, Firing] = {}
    for view in views:
        for frame, probability in moves:
            for refused in _refused(view, comparer):
                comparison = comparer.compare(refused, frame)
                entities = {**view.entities, **frame.entities}
                own = any(
                    on_side(one, refused.frame.actors, entities, comparer.known, comparer.on) for one in frame.actors
                )
                if own and comparison.stopped_by(1) is None:
                    sure = probability * view.signal.probability * weight(comparison)
                    firing = Firing(view, 1, ("query",), comparison, sure, comparison.unknown, frame)
                    old = found.get(_group(view))
                    if old is None or _rank(firing) < _rank(old):
                        found[_group(view)] = firing
    return sorted(found.values(), key=_rank)


def _refused(view: SignalView, comparer: Comparer) -> Iterator[Asked]:
    """Yield the acts that a refusal or an unconditional promise rules out for its sender's side."""
    signal = view.signal
    if signal.kind not in (SignalKind.REFUSAL, SignalKind.PROMISE) or signal.sender is None:
        return
    if signal.kind is SignalKind.PROMISE and signal.condition is not None:
        return
    side = acting_side(signal.sender, view.entities, comparer.known)
    for event in view.consequence:
        frame = frame_of(view.told(event))
        own = (one for one in frame.actors if on_side(one, side, view.entities, comparer.known, comparer.on))
        never = signal.kind is SignalKind.REFUSAL or event.standing is Standing.NEGATED
        mine = as_side(frozenset(own), signal.sender, view.entities, comparer.known)
        bound = Frame(
            frame.act, True, mine or side, frame.recipients, frame.object, frame.thing, frame.place, None,
            things=frame.things, entities=frame.entities,
        )  # fmt: skip
        if never or opposite(frame.act) is not None:
            yield Asked(bound, not never, frozenset(), allied=False, treaty=False)

"""A move to the refusals and promises of its own side that it would contradict; they are shown apart and never fire."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.acts.taxonomy import opposite
from sayso.ask.firing import QUERY, Firing, joined
from sayso.ask.shelf import Shelf
from sayso.ask.sureness import sureness
from sayso.terms import SignalKind, Standing
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked
from sayso.weigh.frames import Frame, SignalView, frame_of
from sayso.weigh.sides import acting_side, as_side, on_side


def contradicted(
    moves: Sequence[Frame], shelf: Shelf, comparer: Comparer, may_fire: Callable[[SignalView], bool]
) -> list[Firing]:
    """
    Return the refusals and unconditional promises of the mover's own side that its move would contradict.

    Args:
        moves: The acts that the query names.
        shelf: The signals.
        comparer: Compares by what was known on a day.
        may_fire: Tells which signals are not to be passed over.
    """
    views = [view for view in shelf.of(moves) if may_fire(view)]
    return joined(firing for view in views for move in moves for firing in _contradicted(view, move, comparer))


def _contradicted(view: SignalView, move: Frame, comparer: Comparer) -> Iterator[Firing]:
    entities = {**view.entities, **move.entities}
    for refused in _refused(view, comparer):
        found = comparer.compare(refused, move)
        bound = refused.frame.actors
        own = any(on_side(one, bound, entities, comparer.known, comparer.on) for one in move.actors)
        if own and found.stopped_by(1) is None:
            yield Firing(view, 1, (QUERY,), found, sureness(view, found), found.unknown, move)


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
        mine = as_side(frozenset(own), signal.sender, view.entities, comparer.known)
        bound = replace(frame, happens=True, actors=mine or side, time=None, members=None, origin=None, doer=None)
        never = signal.kind is SignalKind.REFUSAL or event.standing is Standing.NEGATED
        if never or opposite(frame.act) is not None:
            yield Asked(bound, not never, frozenset(), allied=False, treaty=False)

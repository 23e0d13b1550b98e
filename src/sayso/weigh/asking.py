"""A recorded signal to what would set it off: each act of its condition, with what decides how it is read."""

from __future__ import annotations

from sayso.resolve.edtf import bounds
from sayso.terms import SignalKind
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked
from sayso.weigh.conditions import conditions, own_side
from sayso.weigh.frames import SignalView, named_near
from sayso.weigh.sides import sides


def asked_of(view: SignalView, comparer: Comparer) -> tuple[Asked, ...]:
    """Return what would set a signal off; empty where nothing is said to follow, or no condition was read."""
    signal = view.signal
    if not signal.consequence:
        return ()
    side = sides(signal.sender, view.entities, comparer.known) | own_side(view, comparer.known)
    treaty = signal.kind is SignalKind.COMMITMENT
    allied = signal.kind in (SignalKind.COMMITMENT, SignalKind.THREAT, SignalKind.PROMISE)
    since = bounds(view.article.get("published"))[0]
    near = named_near(view)
    return tuple(
        Asked(frame, signal.if_not, side, allied, treaty, since, view.text, near)
        for frame in conditions(view, comparer.known, comparer.on)
    )

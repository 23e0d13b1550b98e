"""
An actor to every recorded signal that its own moves could set off, by the act that would do it.

What an analyst asks before a move is even thought of: which warnings, threats, promises and treaties wait for this
actor. A signal is listed where the actor could fill the slot of who does it: it is named, or a member or organ of who
is, or the condition is open to anyone but the sender's own side. Of a condition in which no act was read it is known
only whom it begins with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sayso.acts.taxonomy import act, acts
from sayso.ask.firing import group_of
from sayso.ask.shelf import Recorded
from sayso.ask.whatif import Fates, shown_json
from sayso.spans import words_of
from sayso.terms import Match, Outcome
from sayso.weigh.asking import asked_of
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked
from sayso.weigh.frames import Frame, SignalView, mentioned
from sayso.weigh.sides import sides

ORDER: Final = (Match.SAME, Match.NARROWER, Match.BROADER)
"""How an actor may fill a slot, best first."""
UNNAMED: Final = "In words that no listed act covers"
"""What a reader is told of signals in whose condition no act was read."""
LATEST: Final = 300
"""Signals about an actor, the latest, that are gone through for conditions in which no act was read; set by hand."""


@dataclass(frozen=True, slots=True)
class Exposed:
    """
    A signal that an actor's move could set off.

    Attributes:
        act: Id of the act that its condition is about, None where none was read in it.
        does: False where not doing it sets it off.
        match: How the actor compares with who the condition names.
        is_open: Whether the condition is open to anyone but the sender's side.
        view: The signal.
    """

    act: str | None
    does: bool
    match: Match
    is_open: bool
    view: SignalView

    def as_json(self) -> dict[str, Any]:
        """Return it for machines."""
        signal = self.view.signal
        return {
            "act": self.act,
            "meaning": act(self.act).meaning if self.act else None,
            "does": self.does,
            "match": self.match.value,
            "open": self.is_open,
            "condition": words_of(self.view.text, signal.condition) if signal.condition else None,
            **shown_json(self.view),
        }


def exposure(
    actors: frozenset[str], shelf: Recorded, comparer: Comparer, fates: Fates | None, *, include_lapsed: bool = False
) -> list[Exposed]:
    """
    Return the signals that some actor's moves could set off, by act, best match first, one report of each.

    Args:
        actors: Ids that the actor goes by.
        shelf: The record's signals.
        comparer: Compares by what was known on a day.
        fates: Tells what became of signals.
        include_lapsed: List those that were withdrawn or whose time has passed, too.
    """
    best: dict[tuple[str, str | None], Exposed] = {}
    views = {view.signal.id: view for view in (*shelf.open_to(actors, acts()), *shelf.like("", actors, LATEST))}
    for view in views.values():
        if view.signal.zone.is_aside:
            continue
        for found in _exposed(view, actors, comparer):
            key = group_of(view), found.act
            if key not in best or _key(found) < _key(best[key]):
                best[key] = found
    told = fates([one.view for one in best.values()]) if fates is not None and best else {}
    done = [_told(one, told.get(group_of(one.view))) for one in best.values()]
    wanted = (one for one in done if include_lapsed or one.view.outcome is not Outcome.LAPSED)
    order = [*acts(), None]
    return sorted(wanted, key=lambda one: (order.index(one.act), not one.does, *_key(one)))


def _told(one: Exposed, outcome: Outcome | None) -> Exposed:
    return one if outcome is None else replace(one, view=replace(one.view, outcome=outcome))


def _key(one: Exposed) -> tuple[bool, int, str, str]:
    published = one.view.article.get("published") or ""
    return one.is_open, ORDER.index(one.match), published, one.view.signal.id


def _exposed(view: SignalView, actors: frozenset[str], comparer: Comparer) -> Iterator[Exposed]:
    found = asked_of(view, comparer)
    if not found and _begins_with(view, actors, comparer):
        yield Exposed(None, not view.signal.if_not, Match.SAME, is_open=False, view=view)
    for asked in found:
        match = _fills(asked, actors, comparer)
        if match is not None:
            is_open = not (asked.frame.actors or asked.frame.doer)
            yield Exposed(asked.frame.act, asked.wanted, match, is_open, view)


def _begins_with(view: SignalView, actors: frozenset[str], comparer: Comparer) -> bool:
    """Tell whether the first whom a condition names is an actor, or speaks for it."""
    if not view.signal.condition or not view.signal.consequence:
        return False
    named = (key for _, key in mentioned(view.signal.condition, view.entities))
    return not actors.isdisjoint(sides(next(named, None), view.entities, comparer.known))


def _fills(asked: Asked, actors: frozenset[str], comparer: Comparer) -> Match | None:
    """Return how an actor fills the slot of who does it, None where it cannot."""
    mover = Frame(asked.frame.act, asked.wanted, actors, frozenset(), None, None, None, None)
    sides: Sequence[Frame] = (mover,)
    if act(asked.frame.act).symmetric and asked.frame.recipients:
        sides = (mover, replace(mover, actors=asked.frame.actors, recipients=actors))
    found = [comparer.actor(asked, one) for one in sides]
    return next((match for match in ORDER if match in found), None)

"""
A fired signal to the moves that its consequence makes: "Bonn will stop all trade", with whoever made the move.

What a consequence leaves unsaid because the condition has said it is filled in from the signal and from the move that
set it off, and from nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.acts.taxonomy import act
from sayso.record.entries import Event
from sayso.spans import words_of
from sayso.terms import EventType, SignalKind
from sayso.weigh.frames import PLACED, Frame, Knows, SignalView, frame_of, somebody
from sayso.weigh.sides import acting_side, as_side, is_against

DEEMED: Final = re.compile(r"(?:as )?an? (?:\w+ )?(?:attack|aggression|act of (?:war|aggression))\b", re.I)
"""How a consequence begins that only says what an attack counts as: "an attack on all"."""
THERE: Final = re.compile(
    r"(?: [\w-]+){0,4}? (?:(?:in|into|to|at|on|from|over|across) (?:it|them)|there|back in)\b", re.I
)
"""Behind a verb, before a place that was named just before."""
OWN: Final = re.compile(r"(?:its|our|their|his|her)\b", re.I)
"""How a thing begins that is closed or cut by whom it belongs to: "its airspace"."""
ACTING: Final = (SignalKind.THREAT, SignalKind.PROMISE, SignalKind.COMMITMENT, SignalKind.DEMAND)
"""Kinds whose consequence is the sender's own doing."""


def follow_ups(view: SignalView, known: Knows, move: Frame | None) -> Iterator[Frame]:
    """
    Yield the moves that a fired signal's consequence makes: typed, with a named party.

    What a treaty deems an attack on all is done by whoever made the move. Pressure of which nobody says on whom it is
    put is put on whom the signal is addressed to, else on whoever made the move; "there" is where that was.

    Args:
        view: The signal.
        known: The tables.
        move: What set it off, None where that is not known.
    """
    for event in view.consequence:
        frame = frame_of(view.told(event))
        frame = replace(frame, actors=as_side(frame.actors, view.signal.sender, view.entities, known))
        own = view.signal.kind in ACTING
        if move is not None and not frame.actors and DEEMED.match(words_of(view.text, view.signal.consequence or ())):
            frame = replace(frame, actors=move.actors, entities={**move.entities, **frame.entities})
        elif not frame.actors and own and view.signal.sender is not None and not act(frame.act).symmetric:
            frame = replace(frame, actors=acting_side(view.signal.sender, view.entities, known))
        frame = _there(_addressed(frame, view, move), event, view, move)
        if frame.named:
            yield frame


def _addressed(frame: Frame, view: SignalView, move: Frame | None) -> Frame:
    """Return pressure with whom its signal is addressed to, or who made the move, where it names nobody."""
    is_blow = act(frame.act).event_type is EventType.ASSAULT
    is_own = frame.thing is not None and OWN.match(frame.thing) is not None
    if is_blow or is_own or not is_against(frame.act) or frame.recipients or frame.place is not None:
        return frame
    hit = somebody(view.signal.target, view.entities) or (move.actors if move is not None else frozenset())
    hit -= frame.actors
    entities = frame.entities if move is None else {**move.entities, **frame.entities}
    return replace(frame, recipients=hit, entities=entities) if hit else frame


def _there(frame: Frame, event: Event, view: SignalView, move: Frame | None) -> Frame:
    """Return what is done "there" or "to it" as done where the move was made that brings it."""
    if move is None or frame.place is not None or act(frame.act).frame not in PLACED:
        return frame
    if THERE.match(view.text, event.cue[-1].end) is None:
        return frame
    return replace(frame, place=move.place, spot=move.spot, entities={**move.entities, **frame.entities})

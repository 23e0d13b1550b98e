"""
A comparison to words: what each slot of a condition asks for, what the move has there, and how the two compare.

For people who ask why a signal that they expected stayed silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.acts.taxonomy import act
from sayso.terms import Match
from sayso.weigh.comparison import SLOTS, Asked, Comparison
from sayso.weigh.frames import Frame, Knows

UNSAID: Final = "not said"


@dataclass(frozen=True, slots=True)
class Reason:
    """
    One slot, side by side.

    Attributes:
        slot: Which.
        match: How the two compare.
        asked: What the condition asks for, in words.
        found: What the move has, in words.
        stops: Whether it is the slot that kept the signal from firing.
    """

    slot: str
    match: Match
    asked: str
    found: str
    stops: bool

    def as_json(self) -> dict[str, str | bool]:
        """Return it for machines."""
        return {
            "slot": self.slot,
            "match": self.match.value,
            "asked": self.asked,
            "found": self.found,
            "stops": self.stops,
        }


def reasons(asked: Asked, move: Frame, comparison: Comparison, stopped_by: str, known: Knows) -> Iterator[Reason]:
    """Yield the slots that a condition asks for, in their order."""
    for slot in SLOTS:
        match = comparison.slots[slot]
        if match is not None or slot == stopped_by:
            wanted, given = _asked(slot, asked, known), _found(slot, move, known)
            yield Reason(slot, match or Match.UNKNOWN, wanted, given, slot == stopped_by)


def _asked(slot: str, asked: Asked, known: Knows) -> str:
    frame = asked.frame
    if slot == "actor" and not frame.actors:
        return frame.doer or (_names([frame.origin], frame, known) if frame.origin else "anyone but the sender's side")
    if slot == "recipient" and not frame.recipients:
        return f"a member of {_names([frame.members], frame, known)}" if frame.members else "the sender's side"
    if slot == "act":
        return _deed(frame.act, happens=asked.wanted)
    return _found(slot, frame, known)


def _found(slot: str, frame: Frame, known: Knows) -> str:
    if slot == "actor":
        return _names(frame.actors, frame, known) if frame.actors else frame.doer or UNSAID
    if slot == "act":
        return _deed(frame.act, happens=frame.happens)
    if slot == "object":
        return ", ".join(frame.things) or (frame.object or UNSAID).replace("_", " ")
    if slot == "recipient":
        return _names(frame.recipients, frame, known) if frame.recipients else UNSAID
    if slot == "place":
        return _names([frame.place], frame, known) if frame.place else UNSAID
    return frame.time or UNSAID


def _deed(name: str, *, happens: bool) -> str:
    return f"{'' if happens else 'not to '}{act(name).meaning}"


def _names(ids: Iterable[str | None], frame: Frame, known: Knows) -> str:
    def name(one: str) -> str:
        return frame.entities[one].name if one in frame.entities else known.name_of(one) or one

    return " or ".join(sorted(name(one) for one in ids if one is not None))

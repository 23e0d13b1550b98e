"""
What a signal asks for, and how a move matched it slot by slot: the worst slot, the unknown ones, what stops it.

None for a slot means that the condition asks nothing there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.terms import Match
from sayso.weigh.frames import Frame
from sayso.weigh.things import ORDER

SLOTS: Final = ("actor", "act", "object", "recipient", "place", "time")


@dataclass(frozen=True, slots=True)
class Asked:
    """
    A condition with what decides how it is read.

    Attributes:
        frame: What it asks for.
        if_not: True where the consequence follows when it does not come.
        side: Ids of the sender and what it speaks for.
        allied: True where members of the sender's organisation count as its side: those who bind themselves, not
            those who warn.
        treaty: True for standing rules, which hold in their members' territory.
        since: First day on which it may have been said; what came before does not set it off. None where not known.
        article: The text that it stands in.
        near: Ids of whom and what the article names near the condition: whom it may mean where it names nobody.
    """

    frame: Frame
    if_not: bool
    side: frozenset[str]
    allied: bool
    treaty: bool
    since: date | None = None
    article: str = ""
    near: frozenset[str] = frozenset()

    @property
    def wanted(self) -> bool:
        """Whether it is the doing that is asked for, and not the not doing."""
        return self.frame.happens is not self.if_not


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    How a move compares with a condition.

    Attributes:
        slots: A match for each of `SLOTS`; None where the condition asks nothing.
        names: How many slots matched by a party or place that both sides name.
        caveat: What a reader must know, or None.
        in_context: Whether a condition that names nobody is met in what it is about, by somebody its article names.
    """

    slots: Mapping[str, Match | None]
    names: int = 0
    caveat: str | None = None
    in_context: bool = False

    @property
    def worst(self) -> Match:
        """The worst of its slots."""
        found = (match for match in self.slots.values() if match is not None)
        return max(found, key=ORDER.index, default=Match.UNKNOWN)

    @property
    def unknown(self) -> int:
        """How many slots are unknown."""
        return sum(match is Match.UNKNOWN for match in self.slots.values())

    def stopped_by(self, allowed: int) -> str | None:
        """
        Return the slot that keeps a signal from firing, or None where it fires.

        Args:
            allowed: How many unknown slots are allowed.
        """
        for slot in SLOTS:
            match = self.slots[slot]
            if match is Match.CLASH or (match is Match.BROADER and slot in ("act", "object")):
                return slot
        if self.unknown > allowed:
            return next(slot for slot in SLOTS if self.slots[slot] is Match.UNKNOWN)
        if not self.names and not self.in_context:
            return "actor" if self.slots["recipient"] is None else "recipient"
        return None

"""
Rows to relations: who belongs to what on which day, and which place lies in which, followed as far as they lead.

An organ, force or ministry belongs to its state; a state belongs to its alliances while it is a member; a minister to
the state while in office. Ids of organs carry their state (`local:organ/Q159/foreign-ministry`), so that every army and
ministry has a place here without a row. A place is in another for certain, outside it for certain, or neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Final

from sayso.knowledge.known import Days

ORGAN: Final = "local:organ/"
KEPT: Final = 50_000
"""Answers that are kept of each kind: a ledger asks the same of the same few hundred parties again and again."""


def organ_id(state: str, key: str) -> str:
    """Return the id of a state's organ: its ministry, army, government."""
    return f"{ORGAN}{state.removeprefix('local:')}/{key}"


def organ_state(organ: str) -> str | None:
    """Return the id of the state that an organ's id carries, None for any other id."""
    if not organ.startswith(ORGAN):
        return None
    state = organ.removeprefix(ORGAN).rsplit("/", 1)[0]
    return state if state.startswith("Q") and state[1:].isdigit() else f"local:{state}"


@dataclass(frozen=True, slots=True)
class Tie:
    """
    A part and its whole while it belongs to it.

    Attributes:
        part: Id of a member, organ or force.
        whole: Id of what it belongs to.
        is_organ: True where the part is of the whole's own making (its council, its army), not a member of its own.
        days: While it did.
    """

    part: str
    whole: str
    is_organ: bool
    days: Days


class Belonging:
    """Parts and wholes by day."""

    def __init__(self, ties: Iterable[Tie]) -> None:
        self._up: dict[str, list[Tie]] = defaultdict(list)
        self._down: dict[str, list[Tie]] = defaultdict(list)
        for tie in ties:
            self._up[tie.part].append(tie)
            self._down[tie.whole].append(tie)
        self._climbed = lru_cache(KEPT)(self._climb)

    def under(self, whole: str, on: date | None) -> frozenset[str]:
        """Return what belongs to a whole directly, as a member of its own."""
        return frozenset(tie.part for tie in self._down.get(whole, ()) if on in tie.days and not tie.is_organ)

    def wholes(self, part: str, on: date | None) -> frozenset[str]:
        """
        Return everything that a part belongs to, at any remove.

        One may be a member only once on the way: an army belongs to its state and the state's alliances, yet a
        member of the European Union is no member of what the Union has joined.
        """
        return self._climbed(part, on)

    def _climb(self, part: str, on: date | None) -> frozenset[str]:
        found: set[str] = set()
        queue = [(part, False)]
        while queue:
            one, has_joined = queue.pop()
            for whole, is_organ in self._over(one, on):
                if whole not in found and (is_organ or not has_joined):
                    found.add(whole)
                    queue.append((whole, has_joined or not is_organ))
        return frozenset(found - {part})

    def _over(self, part: str, on: date | None) -> set[tuple[str, bool]]:
        state = organ_state(part)
        found = {(tie.whole, tie.is_organ) for tie in self._up.get(part, ()) if on in tie.days}
        return found | {(state, True)} if state else found


class Containment:
    """
    Places in places.

    Args:
        sure: Places that hold a place for certain.
        perhaps: Places that it may be held to lie in: both claimants of a disputed land, states of other times.
        sharp: Places with known borders (states, continents): two of them share no land unless one holds the other.
    """

    def __init__(
        self, sure: Mapping[str, frozenset[str]], perhaps: Mapping[str, frozenset[str]], sharp: frozenset[str]
    ) -> None:
        self._sure = sure
        self._perhaps = perhaps
        self._sharp = sharp
        self._climbed = cache(self._climb)
        self._told = lru_cache(KEPT)(self._tell)

    def over(self, place: str) -> frozenset[str]:
        """Return every place that holds it for certain, at any remove, itself included."""
        return self._climbed(place)

    def _climb(self, place: str) -> frozenset[str]:
        found, queue = {place}, [place]
        while queue:
            for outer in self._sure.get(queue.pop(), frozenset()) - found:
                found.add(outer)
                queue.append(outer)
        return frozenset(found)

    def doubtful(self, place: str) -> frozenset[str]:
        """Return the places that it or one of its holders may be held to lie in, with all that holds those."""
        held = (outer for inner in self.over(place) for outer in self._perhaps.get(inner, ()))
        return frozenset(one for outer in held for one in self.over(outer))

    def inside(self, place: str, other: str) -> bool | None:
        """Tell whether a place lies in another: yes, no, or not known."""
        return self._told(place, other)

    def _tell(self, place: str, other: str) -> bool | None:
        over = self.over(place)
        if other in over:
            return True
        if other in self.doubtful(place) or place in self.over(other) or place in self.doubtful(other):
            return None
        if other not in self._sharp:
            return None
        sure = over & self._sharp
        claims = self.doubtful(place) & self._sharp if not sure else frozenset()
        if any(self._apart(one, other) for one in sure):
            return False
        if claims and all(self._apart(one, other) or one in self.over(other) for one in claims):
            return False
        return None

    def _apart(self, one: str, other: str) -> bool:
        """Tell whether two places with known borders share no land: neither lies in the other."""
        return one not in self.over(other) and other not in self.over(one)

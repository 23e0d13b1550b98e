"""
Rows of events to those that may tell on what is asked for: none whose act, or whose states, rule it out.

What a row does not tell for certain passes. Acts are told for certain, and so are states and unions of states, for no
article calls them by a word for just anyone; who else is meant hangs on the article. So a record's events of other
states than those of a claim are never built.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Final

from sayso.acts.taxonomy import Frame as Kind
from sayso.acts.taxonomy import act, compare, contraries
from sayso.record.doings import Doing
from sayso.record.entries import Entity
from sayso.terms import Match
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked
from sayso.weigh.described import FITS
from sayso.weigh.frames import Knows
from sayso.weigh.readings import read_as

ENTAILS: Final[Mapping[str, tuple[str, ...]]] = {
    "seize_territory": ("attack", "invade"),
    "withdraw": ("cede",),
    "surrender": ("disarm",),
    "destroy": ("attack", "strike"),
    "invade": ("war",),
    "strike": ("clash",),
    "cut_supplies": ("embargo",),
    "embargo": ("cut_supplies",),
    "sign": ("accept",),
    "fund": ("pay",),
    "pay": ("fund",),
}
"""Acts that, once done, show that another was done too by the same party in the same place: who took the town attacked
it. In the ledger alone: a move that is named says what it is."""
LOOSELY: Final = frozenset(("seize_territory", "withdraw", "surrender"))
"""Those of them that say nothing of the thing that the other is done to."""


class Sieve:
    """
    Tells which events may be what is asked for, or its not being done.

    Args:
        known: Tables of who belongs to whom and what lies where, whenever it did.
    """

    def __init__(self, known: Knows) -> None:
        self._known = known
        self._comparer = Comparer(known, None)
        self._firm: dict[str, bool] = {}
        self._apart: dict[tuple[str, str], bool] = {}

    def passing(self, asked: Sequence[Asked], found: Collection[Doing]) -> list[Doing]:
        """Return the events that may be one of the acts asked for."""
        told: dict[tuple[str, tuple[str, ...], tuple[str, ...], str | None], bool] = {}
        kept: list[Doing] = []
        for one in found:
            key = one.act, one.actors, one.recipients, one.place
            if key not in told:
                told[key] = any(may_show(each.frame.act, one.act) and self._may_be(each, one) for each in asked)
            if told[key] or not one.is_sure:
                kept.append(one)
        return kept

    def _may_be(self, asked: Asked, one: Doing) -> bool:
        """Tell whether no party or place rules it out."""
        frame = asked.frame
        if asked.frame.act in (*read_as(one.act), *ENTAILS.get(one.act, ())) and asked.frame.act != one.act:
            return True  # told by another name, its parties may stand elsewhere
        asked_in, found_in = ((each,) if each is not None else () for each in (frame.place, one.place))
        if act(one.act).frame is not Kind.CROSS and self._is_apart(asked_in, found_in, frame.entities):
            return False
        doing = {*one.actors, *one.recipients} if act(one.act).symmetric else set(one.actors)
        suffering = {*one.actors, *one.recipients} if act(one.act).symmetric else set(one.recipients)
        by_another = bool(frame.actors) and not frame.joint and self._is_apart(frame.actors, doing, frame.entities)
        is_own = frame.recipients <= asked.side or frame.members is not None
        if not is_own and self._is_apart(frame.recipients, suffering, frame.entities):
            return False
        if by_another and not one.recipients:  # who "comes under attack" is named as if he made it
            return is_own or not self._is_apart(frame.recipients, doing, frame.entities)
        return not by_another or not all(map(self._is_firm, one.recipients))

    def _is_apart(self, asked: Collection[str], found: Collection[str], entities: Mapping[str, Entity]) -> bool:
        """Tell whether some parties are told for certain on both sides, and none has to do with any other."""
        if not asked or not found or not all(map(self._is_firm, (*asked, *found))):
            return False
        return all(self._are_apart(one, other, entities) for one in asked for other in found)

    def _are_apart(self, one: str, other: str, entities: Mapping[str, Entity]) -> bool:
        key = one, other
        if key not in self._apart:
            is_state = self._is_state(one) or self._is_state(other)
            clashes = (self._comparer.party(*key, entities), self._comparer.where(*key, entities))
            self._apart[key] = is_state and all(match is Match.CLASH for match in clashes)
        return self._apart[key]

    def _is_firm(self, party: str) -> bool:
        """Tell whether a party is a state or a union of states, which an id names for certain."""
        if party not in self._firm:
            self._firm[party] = self._is_state(party) or bool(self._known.members(party))
        return self._firm[party]

    def _is_state(self, party: str) -> bool:
        return self._known.state_of_place(party) == party


@cache
def may_show(asked: str, found: str) -> bool:
    """Tell whether an act may show that another was done, or was not, by whatever name it is told."""
    names = {
        found,
        *read_as(found),
        *ENTAILS.get(found, ()),
        *(("deploy",) if act(found).frame is Kind.CROSS else ()),
    }
    return any(
        compare(asked, one) is not Match.CLASH or any(compare(other, one) in FITS for other in contraries(asked))
        for one in names
    )

"""
Parties and places to how they stand to one another on a day: the same, part of the other, the whole of it, or apart.

Membership, organs, offices and containment come from the tables; whom no table knows is compared by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sayso.record.entries import Entity
from sayso.terms import EntityKind, Match
from sayso.weigh.frames import Knows
from sayso.weigh.sides import is_known, sides
from sayso.weigh.things import ORDER

SIDES_OF_PLACES: Final = frozenset(
    "west east north south central northern southern eastern western upper lower inner outer downtown".split()
)
"""Words before the name of a place that name a part of it."""
SITES: Final = frozenset(
    "airfield airport barracks base bridge camp channel crossing dam fort fortress garrison harbour harbor port post "
    "prison refinery reactor station".split()
)
"""Words behind the name of a place that name something in it."""
PLACES: Final = (EntityKind.PLACE, EntityKind.COUNTRY)
"""Kinds of what a place may lie in."""


@dataclass(frozen=True)
class Relations:
    """
    Compares parties and places by what was known on a day.

    Attributes:
        known: The tables.
        on: The day that memberships are read for, None for any.
    """

    known: Knows
    on: date | None
    _seen: dict[tuple[str, str], bool] = field(default_factory=dict, repr=False, compare=False)

    def is_present(self, parties: Iterable[str], entities: Mapping[str, Entity]) -> bool:
        """Tell whether an article names one of some parties, or what one speaks for."""
        return any(side in entities for one in parties for side in sides(one, entities, self.known))

    def parties(self, asked: Iterable[str], found: Iterable[str], entities: Mapping[str, Entity]) -> Match:
        """Return the best match of any found party with any asked one; unknown where none is found."""
        pairs = [self.party(a, b, entities) for a in asked for b in found]
        return min(pairs, key=ORDER.index, default=Match.UNKNOWN)

    def party(self, asked: str, found: str, entities: Mapping[str, Entity]) -> Match:
        """Compare two parties: a member, organ, force or minister for its whole is narrower."""
        if self.is_same(asked, found, entities):
            return Match.SAME
        if self.is_within(found, asked, entities) or self._holds(asked, found):
            return Match.NARROWER
        return Match.BROADER if self.is_within(asked, found, entities) or self._holds(found, asked) else Match.CLASH

    def _holds(self, whole: str, group: str) -> bool:
        """Tell whether all members of a group are members of another: "NATO's allies" and NATO."""
        members = self.known.members(group, self.on)
        return bool(members) and members <= self.known.members(whole, self.on)

    def is_same(self, one: str, other: str, entities: Mapping[str, Entity]) -> bool:
        """Tell whether two ids are one, or stand for one name that no table knows."""
        if one == other or self._is_surname(one, other, entities):
            return True
        return self.name(one, entities) == self.name(other, entities) != "" and not is_known(one, self.known)

    def _is_surname(self, one: str, other: str, entities: Mapping[str, Entity]) -> bool:
        """Tell whether the one is a person by the end of the other's name, whom no table knows: "Bazoum"."""
        both = [entities[key] for key in (one, other) if key in entities and entities[key].kind is EntityKind.PERSON]
        if len(both) < 2 or all(is_known(key, self.known) for key in (one, other)):
            return False
        names = sorted((self.name(one, entities), self.name(other, entities)), key=len)
        return bool(names[0]) and names[1].endswith(" " + names[0])

    def name(self, key: str, entities: Mapping[str, Entity]) -> str:
        """Return the name of what has an id, in small letters, its article and punctuation left out."""
        name = entities[key].name if key in entities else self.known.name_of(key) or key.removeprefix("local:")
        return re.sub(r"^the\s+|[^\w\s]", "", name.casefold()).strip()

    def is_within(self, part: str, whole: str, entities: Mapping[str, Entity]) -> bool:
        """Tell whether what one speaks for is another, a member of it, or lies in it."""
        own = sides(part, entities, self.known)
        if whole in own:
            return True
        return any(self._belongs(one, whole) for one in own)

    def _belongs(self, part: str, whole: str) -> bool:
        key = part, whole
        if key not in self._seen:
            is_member = self.known.is_member(part, whole, self.on)
            self._seen[key] = is_member or self.known.inside(part, whole) is True
        return self._seen[key]

    def speaks_of(
        self, place: str, article: Mapping[str, Entity], move: Mapping[str, Entity], *, closely: bool = False
    ) -> bool:
        """Tell whether an article names a place, or what lies in it; unless closely, also what it lies in."""
        entities = {**article, **move}
        near = (Match.SAME, Match.BROADER) if closely else (Match.SAME, Match.BROADER, Match.NARROWER)
        named = (one for one in article if article[one].kind in PLACES and not self._is_wide(one))
        return any(self.where(one, place, entities) in near for one in named)

    def _is_wide(self, place: str) -> bool:
        """Tell whether a known place is wider than a state: a continent, an ocean."""
        return is_known(place, self.known) and self.known.state_of_place(place) is None

    def where(self, asked: str, found: str, entities: Mapping[str, Entity]) -> Match:
        """Compare two places: inside is narrower, disjoint clashes, and what no table knows is unknown."""
        if self.is_same(asked, found, entities):
            return Match.SAME
        here, there = self.known.inside(found, asked), self.known.inside(asked, found)
        if here or self.is_within(found, asked, entities):
            return Match.NARROWER
        if there or self.is_within(asked, found, entities):
            return Match.BROADER
        part = self._named_part(asked, found, entities)
        if part is not None:
            return part
        strangers = not (is_known(asked, self.known) and is_known(found, self.known))
        if strangers:
            generic = any(self.name(one, entities).split()[:1] in ([], ["any"]) for one in (asked, found))
            return Match.UNKNOWN if generic or not _proper(asked, found, entities) else Match.CLASH
        states = self.known.state_of_place(asked), self.known.state_of_place(found)
        known_apart = (here is False and there is False) or (None not in states and states[0] != states[1])
        named_alike = self._shares_name(asked, found, entities)
        mere_places = asked != states[0] and found != states[1] and not named_alike
        return Match.CLASH if known_apart or mere_places else Match.UNKNOWN

    def _named_part(self, asked: str, found: str, entities: Mapping[str, Entity]) -> Match | None:
        """Compare a place with a part that its name tells, "West Berlin" or "Kariba dam"; states have none by name."""
        one, other = self.name(asked, entities), self.name(found, entities)
        is_state = any(self.known.state_of_place(place) == place for place in (asked, found))
        if is_state or not (one and other):
            return None
        if other.removesuffix(f" {one}") in SIDES_OF_PLACES or other.removeprefix(f"{one} ") in SITES:
            return Match.NARROWER
        narrower = one.removesuffix(f" {other}") in SIDES_OF_PLACES or one.removeprefix(f"{other} ") in SITES
        return Match.BROADER if narrower else None

    def _shares_name(self, one: str, other: str, entities: Mapping[str, Entity]) -> bool:
        """Tell whether one name is the end of the other: "West Berlin" and "Berlin"."""
        names = sorted((self.name(one, entities), self.name(other, entities)), key=len)
        return bool(names[0]) and names[1].endswith(" " + names[0])


def _proper(asked: str, found: str, entities: Mapping[str, Entity]) -> bool:
    return all(entities[one].name[:1].isupper() for one in (asked, found) if one in entities)

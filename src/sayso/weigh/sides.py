"""
Acts and names to sides: which acts are done against somebody, for whom somebody speaks, and who belongs to whom.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from sayso.acts.taxonomy import act, ancestors
from sayso.record.entries import Entity
from sayso.terms import EntityKind, EventType
from sayso.weigh.frames import Knows

SIDE_LIMIT: Final = 60
"""
An organisation with more members than this has no side of its own: the United Nations would shield every state from
every signal of theirs. The largest alliances and unions (OSCE 57, Commonwealth 56, African Union 55) lie below.
"""


def is_hostile(name: str) -> bool:
    """Tell whether an act is force, or pressure just short of it."""
    return act(name).event_type in (EventType.ASSAULT, EventType.COERCE) or "attack" in ancestors(name)


ONES_OWN: Final = frozenset(
    "leave_organization suspend_treaty secede close_facility break_off_talks convict suspend_member".split()
)
"""Sanctions, by their type, that need no victim: they end what somebody takes part in himself, or judge a person."""


def is_against(name: str) -> bool:
    """Tell whether an act is done against somebody: force, pressure, sanctions, charges and the like."""
    sanctions = act(name).event_type in (EventType.SANCTION, EventType.ACCUSE) and name not in ONES_OWN
    return sanctions or is_hostile(name) or name in ("no_fly_zone", "intervene", "violate_airspace")


def is_known(key: str, known: Knows) -> bool:
    """Tell whether an id stands in the tables, and not for words of one article."""
    return known.name_of(key) is not None


def sides(sender: str | None, entities: Mapping[str, Entity], known: Knows) -> frozenset[str]:
    """Return a party with what it speaks for: a minister's state, a ministry's state."""
    found: set[str] = set()
    queue = [sender]
    while queue:
        one = queue.pop()
        if one is None or one in found:
            continue
        found.add(one)
        if one in entities:
            queue.append(entities[one].affiliation)
        queue.append(known.organ_of(one))
    return frozenset(found)


def as_side(
    parties: frozenset[str], sender: str | None, entities: Mapping[str, Entity], known: Knows
) -> frozenset[str]:
    """Return some parties, the sender among them replaced by whom it acts for: "we" of a general is his state."""
    if sender not in parties:
        return parties
    return (parties - {sender}) | acting_side(sender, entities, known)


def acting_side(sender: str | None, entities: Mapping[str, Entity], known: Knows) -> frozenset[str]:
    """Return who acts when a sender says "we": its state or organisation where it speaks for one, else itself."""
    found = sides(sender, entities, known)
    acting = frozenset(one for one in found if one not in entities or entities[one].kind is not EntityKind.PERSON)
    bodies = frozenset(one for one in acting if known.organ_of(one) is None)
    return bodies or acting or found


def has_side(organisation: str, known: Knows, on: date | None) -> bool:
    """Tell whether an organisation is small enough to have a side of its own."""
    return len(known.members(organisation, on)) <= SIDE_LIMIT


def on_side(party: str, side: frozenset[str], entities: Mapping[str, Entity], known: Knows, on: date | None) -> bool:
    """Tell whether a party belongs to a side: is it, acts for it, or is a member of it."""
    own = sides(party, entities, known)
    if own & side:
        return True
    return any(known.is_member(one, whole, on) for one in own for whole in side if has_side(whole, known, on))

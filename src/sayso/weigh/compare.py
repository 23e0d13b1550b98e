"""
Two frames to matches, slot by slot: same, narrower, broader, unknown or clash (DESIGN section 5).

The taxonomy and the tables decide; likeness of words never does. None for a slot means that the condition asks nothing
there. What is not known stays unknown and is counted by whoever decides to fire.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from sayso.acts import taxonomy
from sayso.acts.objects import head_of
from sayso.acts.taxonomy import act
from sayso.record.entries import Entity
from sayso.resolve.edtf import bounds
from sayso.terms import Match
from sayso.weigh.comparison import SLOTS, Asked, Comparison
from sayso.weigh.frames import MOVERS, PLACED, Frame, Knows, is_against, is_hostile, is_known, on_side, sides
from sayso.weigh.things import ORDER, compare_objects, owners

AREA: Final = "place not stated; the treaty covers its members' territory"
CONTEXT: Final = "the condition names nobody; taken as about those whom its article names"
OWN_SIDE: Final = "victim not stated; taken as the sender's own side"


@dataclass(frozen=True)
class Comparer:
    """
    Compares frames by what was known on a day.

    Attributes:
        known: The tables.
        on: The day that memberships are read for, None for any.
    """

    known: Knows
    on: date | None
    _seen: dict[tuple[str, str], bool] = field(default_factory=dict, repr=False, compare=False)

    def compare(self, asked: Asked, found: Frame) -> Comparison:
        """Return the best comparison over all ways to read a move (what is symmetric counts in both directions)."""
        readings = [self._one(asked, turned) for turned in _directions(found)]
        return min(readings, key=lambda one: (ORDER.index(one.worst), one.unknown, -one.names))

    def _one(self, asked: Asked, found: Frame) -> Comparison:
        frame = asked.frame
        if asked.if_not and found.act == "miss_deadline" and found.happens:
            actor = self.parties(frame.actors, found.actors, found.entities) if frame.actors else Match.UNKNOWN
            slots = {**dict.fromkeys(SLOTS), "act": Match.NARROWER, "actor": actor}
            return Comparison(slots, names=int(actor in (Match.SAME, Match.NARROWER)))
        found = _in_time(asked, found)
        recipient, caveat = self._recipient(asked, found)
        place, area = self._place(asked, found)
        slots = {
            "actor": self.actor(asked, found),
            "act": _act(asked, found),
            "object": self._object(asked, found),
            "recipient": recipient,
            "place": place,
            "time": _time(asked, found),
        }
        real = (Match.SAME, Match.NARROWER, Match.BROADER)
        names = sum(
            slots[slot] in real
            for slot, named in (
                ("actor", frame.actors or frame.origin or _is_name(frame.doer)),
                ("recipient", frame.recipients or frame.members or is_against(frame.act)),
                ("place", frame.place),
            )
            if named
        )
        if not names and self._in_context(frame, found, slots):
            return Comparison({**slots, "actor": Match.UNKNOWN}, 0, CONTEXT, in_context=True)
        return Comparison(slots, names, area or caveat)

    def _in_context(self, frame: Frame, found: Frame, slots: Mapping[str, Match | None]) -> bool:
        """Tell whether a condition that names nobody asks for a thing that is met, by somebody its article names."""
        if (
            not frame.whole
            or frame.named
            or frame.members
            or frame.doer
            or slots["object"] not in (Match.SAME, Match.NARROWER)
        ):
            return False
        return slots["actor"] is Match.NARROWER and self.is_present(found.actors | found.recipients, frame.entities)

    def is_present(self, parties: Iterable[str], entities: Mapping[str, Entity]) -> bool:
        """Tell whether an article names one of some parties, or what one speaks for."""
        return any(side in entities for one in parties for side in sides(one, entities, self.known))

    # ---- parties

    def parties(self, asked: Iterable[str], found: Iterable[str], entities: Mapping[str, Entity]) -> Match:
        """Return the best match of any found party with any asked one; unknown where none is found."""
        pairs = [self.party(a, b, entities) for a in asked for b in found]
        return min(pairs, key=ORDER.index, default=Match.UNKNOWN)

    def party(self, asked: str, found: str, entities: Mapping[str, Entity]) -> Match:
        """Compare two parties: a member, organ, force or minister for its whole is narrower."""
        if self._same(asked, found, entities):
            return Match.SAME
        if self._within(found, asked, entities) or self._holds(asked, found):
            return Match.NARROWER
        return Match.BROADER if self._within(asked, found, entities) or self._holds(found, asked) else Match.CLASH

    def _holds(self, whole: str, group: str) -> bool:
        """Tell whether all members of a group are members of another: "NATO's allies" and NATO."""
        members = self.known.members(group, self.on)
        return bool(members) and members <= self.known.members(whole, self.on)

    def _same(self, one: str, other: str, entities: Mapping[str, Entity]) -> bool:
        return one == other or (
            self._name(one, entities) == self._name(other, entities) != "" and not is_known(one, self.known)
        )

    def _name(self, key: str, entities: Mapping[str, Entity]) -> str:
        name = entities[key].name if key in entities else self.known.name_of(key) or key.removeprefix("local:")
        return re.sub(r"^the\s+|[^\w\s]", "", name.casefold()).strip()

    def _within(self, part: str, whole: str, entities: Mapping[str, Entity]) -> bool:
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

    def actor(self, asked: Asked, found: Frame) -> Match | None:
        """Compare who does it; None where a condition asks for nobody in particular and nobody is excluded."""
        entities = {**asked.frame.entities, **found.entities}
        if asked.frame.actors:
            return self.parties(asked.frame.actors, found.actors, entities)
        if asked.frame.origin is not None and (found.origin is not None or found.actors):
            return self._from(asked.frame.origin, found, entities)
        if asked.frame.doer is not None:
            return _doer(asked.frame.doer, found)
        if not found.actors:
            return Match.UNKNOWN
        own = [one for one in found.actors if self._is_own(one, asked, entities)]
        return Match.CLASH if len(own) == len(found.actors) else Match.NARROWER

    def _from(self, origin: str, found: Frame, entities: Mapping[str, Entity]) -> Match:
        """Compare where a blow comes from: the place that a move names, else the land of whoever strikes it."""
        if found.origin is not None:
            return self.where(origin, found.origin, entities)
        best = self.parties({origin}, found.actors, entities)
        return Match.NARROWER if best is Match.SAME else best

    def _is_own(self, party: str, asked: Asked, entities: Mapping[str, Entity]) -> bool:
        if asked.allied:
            return on_side(party, asked.side, entities, self.known, self.on)
        return not asked.side.isdisjoint(sides(party, entities, self.known))

    def _recipient(self, asked: Asked, found: Frame) -> tuple[Match | None, str | None]:
        frame = asked.frame
        entities = {**frame.entities, **found.entities}
        hit = self.hit(found)
        if frame.members is not None:
            return self.parties({frame.members}, hit, entities), None
        if frame.recipients:
            return self.parties(frame.recipients, hit, entities), None
        if not is_against(frame.act) or frame.place is not None:
            return None, None
        if not asked.side and is_hostile(frame.act):
            return Match.CLASH, None
        if not any(is_known(one, self.known) for one in asked.side) and hit.isdisjoint(asked.side):
            present = any(one in asked.frame.entities for party in hit for one in sides(party, entities, self.known))
            return (Match.UNKNOWN if present or not hit else Match.CLASH), None
        own = [one for one in hit if on_side(one, asked.side, entities, self.known, self.on)]
        match = Match.BROADER if own else Match.CLASH if hit else Match.UNKNOWN
        return match, OWN_SIDE if own else None

    def hit(self, found: Frame) -> frozenset[str]:
        """Return whom a move is done to: its recipients, the place that is struck, or whose the thing is."""
        kind = act(found.act).frame
        if not found.recipients and found.place is not None and kind in (taxonomy.Frame.TARGET, taxonomy.Frame.PLACE):
            return frozenset({found.place})
        if not found.recipients and (kind not in MOVERS or kind is taxonomy.Frame.CROSS):
            place = found.entities.get(found.place or "")
            things = (
                *found.things,
                *((place.name,) if place is not None and not is_known(place.id, self.known) else ()),
            )
            return owners(things, self.known, self.on) - found.actors
        return found.recipients

    def _object(self, asked: Asked, found: Frame) -> Match | None:
        """Compare objects by class and name, and by whose they are where it is not what moves."""
        negated = not asked.wanted and not found.happens
        match = compare_objects(asked.frame, found, self.known, self.on, negated=negated)
        whose = owners(asked.frame.things, self.known, self.on) - asked.frame.actors
        if match in (None, Match.CLASH) or act(asked.frame.act).frame in MOVERS:
            return match
        given = owners(found.things, self.known, self.on) or found.recipients
        if whose and given and self.parties(whose, given, {**asked.frame.entities, **found.entities}) is Match.CLASH:
            return Match.CLASH
        return match

    # ---- places

    def _place(self, asked: Asked, found: Frame) -> tuple[Match | None, str | None]:
        frame = asked.frame
        entities = {**frame.entities, **found.entities}
        if frame.place is not None:
            match = self._in(frame.place, found, entities)
            partly = match is Match.BROADER and not asked.wanted and not found.happens
            return Match.NARROWER if partly else match, None
        if asked.treaty and is_hostile(frame.act):
            return self._area(frame, found)
        if act(frame.act).frame in PLACED and found.place is not None:
            return Match.UNKNOWN, None
        return None, None

    def _in(self, asked: str, found: Frame, entities: Mapping[str, Entity]) -> Match:
        if act(found.act).frame is taxonomy.Frame.CROSS and self._is_line(asked, found, entities):
            return Match.SAME
        if found.place is not None:
            return self.where(asked, found.place, entities)
        if act(found.act).frame is taxonomy.Frame.TARGET and found.recipients:
            best = self.parties({asked}, found.recipients, entities)
            return best if best is not Match.CLASH else Match.UNKNOWN
        return Match.UNKNOWN

    def _is_line(self, asked: str, found: Frame, entities: Mapping[str, Entity]) -> bool:
        """Tell whether a place is the line that is crossed: "the Line of Control | at Poonch"."""
        name = self._name(asked, entities)
        return bool(name) and any(name in thing.casefold() for thing in found.things)

    def where(self, asked: str, found: str, entities: Mapping[str, Entity]) -> Match:
        """Compare two places: inside is narrower, disjoint clashes, and what no table knows is unknown."""
        if self._same(asked, found, entities):
            return Match.SAME
        here, there = self.known.inside(found, asked), self.known.inside(asked, found)
        if here or self._within(found, asked, entities):
            return Match.NARROWER
        if there or self._within(asked, found, entities):
            return Match.BROADER
        strangers = not (is_known(asked, self.known) and is_known(found, self.known))
        if strangers:
            generic = any(self._name(one, entities).split()[:1] in ([], ["any"]) for one in (asked, found))
            return Match.UNKNOWN if generic or not _proper(asked, found, entities) else Match.CLASH
        states = self.known.state_of_place(asked), self.known.state_of_place(found)
        known_apart = (here is False and there is False) or (None not in states and states[0] != states[1])
        named_alike = self._shares_name(asked, found, entities)
        mere_places = asked != states[0] and found != states[1] and not named_alike
        return Match.CLASH if known_apart or mere_places else Match.UNKNOWN

    def _shares_name(self, one: str, other: str, entities: Mapping[str, Entity]) -> bool:
        """Tell whether one name is the end of the other: "West Berlin" and "Berlin"."""
        names = sorted((self._name(one, entities), self._name(other, entities)), key=len)
        return bool(names[0]) and names[1].endswith(" " + names[0])

    def _area(self, frame: Frame, found: Frame) -> tuple[Match | None, str | None]:
        """Compare a place with the territory of a treaty's members."""
        wholes = {frame.members} if frame.members else set(frame.recipients)
        lands = frozenset(one for whole in wholes if whole for one in self.known.members(whole, self.on))
        if not lands:
            return None, None
        if found.place is None:
            return (Match.NARROWER, None) if found.recipients and found.recipients <= lands else (Match.BROADER, AREA)
        answers = [found.place == land or self.known.inside(found.place, land) for land in lands]
        if True in answers:
            return Match.NARROWER, None
        return (Match.BROADER, AREA) if None in answers else (Match.CLASH, None)


def _proper(asked: str, found: str, entities: Mapping[str, Entity]) -> bool:
    return all(entities[one].name[:1].isupper() for one in (asked, found) if one in entities)


def _is_name(words: str | None) -> bool:
    return words is not None and words.split()[-1][:1].isupper()


def _doer(asked: str, found: Frame) -> Match:
    """Compare a doer that is only described ("the rebels") with who makes a move: the same word, or somebody else."""
    head = head_of(asked)
    if found.doer is not None and head_of(found.doer) == head:
        return Match.SAME
    return Match.UNKNOWN if asked.split()[-1][:1].isupper() else Match.CLASH


def _directions(found: Frame) -> Iterator[Frame]:
    """Yield a move in each direction that it can be read in: as it is, and turned where it is symmetric."""
    if not act(found.act).symmetric:
        yield found
        return
    if found.actors == found.recipients and len(found.actors) > 1:
        for one in sorted(found.actors):
            yield replace(found, actors=frozenset({one}), recipients=found.recipients - {one})
        return
    yield found
    yield replace(found, actors=found.recipients, recipients=found.actors)


def _in_time(asked: Asked, found: Frame) -> Frame:
    """Return a move as not done where it comes after the last day that a condition gives."""
    last, first = bounds(asked.frame.time)[1], bounds(found.time)[0]
    late = (asked.frame.time or "").startswith("../") and last is not None and first is not None and first > last
    return replace(found, happens=False, time=None) if late and found.happens else found


def _act(asked: Asked, found: Frame) -> Match:
    """
    Compare acts with their polarity; the contrary of an act is a way of not doing it.

    Forces that are sent are no sign that others stay unless it is to the same place.
    """
    if found.happens is asked.wanted:
        if asked.wanted:
            return taxonomy.compare(asked.frame.act, found.act)
        return taxonomy.compare(found.act, asked.frame.act)
    contrary = (taxonomy.compare(one, found.act) for one in taxonomy.contraries(asked.frame.act))
    if asked.wanted or not found.happens or not any(one in (Match.SAME, Match.NARROWER) for one in contrary):
        return Match.CLASH
    placed = act(asked.frame.act).frame not in PLACED or asked.frame.place is not None
    return Match.NARROWER if placed else Match.CLASH


def _time(asked: Asked, found: Frame) -> Match | None:
    """
    Compare EDTF dates as far as both are plain: a day in its month is narrower; intervals are left unknown.

    What happened before a signal was made does not set it off.
    """
    last = bounds(found.time)[1]
    if asked.since is not None and last is not None and last < asked.since:
        return Match.CLASH
    wanted, given = asked.frame.time, found.time
    if wanted is None or given is None:
        return None
    if wanted == given:
        return Match.SAME
    if "/" in wanted or "/" in given:
        return None
    if given.startswith(wanted):
        return Match.NARROWER
    return Match.BROADER if wanted.startswith(given) else Match.CLASH

"""
Two frames to matches, slot by slot: same, narrower, broader, unknown or clash (DESIGN section 5).

The taxonomy and the tables decide; likeness of words never does. None for a slot means that the condition asks nothing
there. What is not known stays unknown and is counted by whoever decides to fire.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sayso.acts import taxonomy
from sayso.acts.objects import compare, compare_things, head_of, lineage
from sayso.acts.taxonomy import act
from sayso.record.entries import Entity
from sayso.resolve.edtf import bounds
from sayso.terms import Match
from sayso.weigh.comparison import SLOTS, Asked, Comparison
from sayso.weigh.described import FITS, compare_doers, is_name, is_named_after, is_spoken_of, is_told
from sayso.weigh.frames import MOVERS, PLACED, Frame, moves_about
from sayso.weigh.readings import BORDER, readings
from sayso.weigh.relations import SITES
from sayso.weigh.sides import has_side, is_against, is_hostile, is_known, on_side, sides
from sayso.weigh.spots import is_vague
from sayso.weigh.things import ORDER, compare_objects, owners
from sayso.weigh.victims import Victims, is_bare_land, is_of_context, near_by

AREA: Final = "place not stated; the treaty covers its members' territory"
CONTEXT: Final = "the condition names nobody; taken as about those whom its article names"
THEY: Final = "They"
"""A doer whom a pronoun stands for."""
PRONOUNS: Final = frozenset(("it", "them", "one"))
POINTED: Final = re.compile(r"it|them|this|that|these|those|one|(?:this|that|the same) \w+", re.I)
"""The object of an act that its article named before."""
FROM_OUTSIDE: Final = frozenset(("intervene",))
"""Acts that only somebody from outside can do: no crowd and no mutineer intervenes in its own land."""
OF_OURS: Final = re.compile(r"(?:(?:a single|any|another|even|just) )*(?:(?:one of )?(?:ours|theirs)|them)", re.I)
"""Words for somebody's own that do not say what it is: "one of ours"."""
LAST: Final = re.compile(r"(?:the )?(?:very )?last\b", re.I)
"""How words begin for all of a kind, the last of whom goes."""
OWN: Final = re.compile(r"(?:its|our|their)\b", re.I)
"""How a spot begins that belongs to whoever speaks, or to whoever acts."""
WATERS: Final = re.compile(r"^(?:lake|mount|river) | (?:river|strait|straits|pass|ridge|line|bridge|canal|channel)$")
"""Words that the name of a line may have or lack."""


class Comparer(Victims):
    """Compares frames by what was known on a day."""

    def compare(self, asked: Asked, found: Frame) -> Comparison:
        """Return the best comparison over all ways to read a move (what is symmetric counts in both directions)."""
        made = [self._one(asked, one) for one in readings(asked, found)]
        return min(made, key=lambda one: (ORDER.index(one.worst), one.unknown, -one.names))

    def _one(self, asked: Asked, found: Frame) -> Comparison:
        frame = asked.frame
        if asked.if_not and act(found.act).frame is taxonomy.Frame.LAPSE and found.happens:
            actor = self.parties(frame.actors, found.actors, found.entities) if frame.actors else Match.UNKNOWN
            slots = {**dict.fromkeys(SLOTS), "act": Match.NARROWER, "actor": actor}
            return Comparison(slots, names=int(actor in (Match.SAME, Match.NARROWER)))
        recipient, caveat = self.recipient(asked, found)
        place, area = self._place(asked, found)
        slots = {
            "actor": self.actor(asked, found),
            "act": _act(asked, found),
            "object": self._object(asked, found),
            "recipient": recipient,
            "place": place,
            "time": _time(asked, found),
        }
        if self._is_taken(frame, found, slots):
            slots["place"] = None
        real = (Match.SAME, Match.NARROWER, Match.BROADER)
        names = sum(
            slots[slot] in real
            for slot, named in (
                ("actor", frame.actors or frame.origin or is_name(frame.doer)),
                ("recipient", frame.recipients or frame.members or is_against(frame.act)),
                ("place", frame.place or self._same_owner(asked, found)),
            )
            if named
        )
        if not names and self._in_context(asked, found, slots):
            told = {slot: None for slot in ("recipient", "object") if slots[slot] is Match.UNKNOWN}
            return Comparison({**slots, "actor": Match.UNKNOWN, **told}, 0, CONTEXT, in_context=True)
        return Comparison(slots, names, area or caveat)

    def _is_taken(self, frame: Frame, found: Frame, slots: Mapping[str, Match | None]) -> bool:
        """Tell whether a place that no table knows is the very thing that is taken: "any fort of ours"."""
        anywhere = frame.place is None or frame.place in frame.recipients
        is_own = slots["object"] in FITS and slots["recipient"] in FITS
        is_stranger = found.place is not None and not is_known(found.place, self.known)
        return act(frame.act).frame is taxonomy.Frame.SEIZE and anywhere and is_own and is_stranger

    def _in_context(self, asked: Asked, found: Frame, slots: Mapping[str, Match | None]) -> bool:
        """Tell whether a condition that names nobody asks for a thing that is met, by somebody named near it."""
        frame = asked.frame
        alike = slots["object"] in FITS
        alike = alike or (slots["object"] is None and is_of_context(frame))
        pointed = frame.thing is not None and POINTED.fullmatch(frame.thing) is not None
        alike = alike or (slots["object"] is Match.UNKNOWN and pointed and bool(found.things))
        strikes_nobody = is_bare_land(frame) and self.hit(found) <= found.actors
        is_somebody = frame.doer is not None and not frame.joint and frame.doer != THEY
        if says_more(frame, found) or self._is_named(frame, slots) or is_somebody or not alike or strikes_nobody:
            return False
        near = near_by(asked)
        elsewhere = (
            not self.is_present((one,), near) and not self.speaks_of(one, near, found.entities)
            for one in (*found.actors, *found.recipients, found.place)
            if one is not None
        )
        return slots["actor"] in (Match.SAME, Match.NARROWER, Match.UNKNOWN) and not any(elsewhere)

    def _is_named(self, frame: Frame, slots: Mapping[str, Match | None]) -> bool:
        """Tell whether a condition names a party, or a place that a move does not."""
        place = frame.place is not None and slots["place"] is not Match.SAME
        return bool(frame.actors or frame.recipients or frame.members or place)

    # ---- parties

    def actor(self, asked: Asked, found: Frame) -> Match | None:
        """Compare who does it; None where a condition asks for nobody in particular and nobody is excluded."""
        entities = {**asked.frame.entities, **found.entities}
        if asked.frame.joint:
            return self._together(asked.frame, found, entities)
        if asked.frame.actors:
            return self._doers(asked.frame.actors, found.actors, entities)
        if asked.frame.origin is not None and (found.origin is not None or found.actors):
            return self._from(asked.frame.origin, found, entities)
        if asked.frame.doer == THEY:
            return self._them(asked, found, entities)
        if asked.frame.doer is not None:
            return compare_doers(asked.frame.doer, found)
        if asked.frame.act in FROM_OUTSIDE and not any(self._is_outside(one, asked.frame) for one in found.actors):
            return Match.CLASH
        if not found.actors:
            return self._described(asked, found)
        own = [one for one in found.actors if self._is_own(one, asked, entities)]
        return Match.CLASH if len(own) == len(found.actors) else Match.SAME

    def _them(self, asked: Asked, found: Frame, entities: Mapping[str, Entity]) -> Match:
        """Compare whom a pronoun stands for: anybody whom the article names, and not who speaks."""
        own = any(self._is_own(one, asked, entities) for one in found.actors)
        absent = bool(found.actors) and not any(self.is_present((one,), near_by(asked)) for one in found.actors)
        return Match.CLASH if own or absent else Match.UNKNOWN

    def _described(self, asked: Asked, found: Frame) -> Match:
        """Compare anyone with somebody who is only described: "a crowd", unless the words make it the sender's own."""
        if found.doer is None or is_name(found.doer) or not asked.frame.recipients:
            return Match.UNKNOWN
        whose = owners((found.doer,), self.known, self.on)
        return Match.NARROWER if whose.isdisjoint(asked.side) else Match.CLASH

    def _is_outside(self, party: str, frame: Frame) -> bool:
        """Tell whether somebody who steps in is a state or a body of states, and not the one that is stepped into."""
        inside = {frame.place, *frame.recipients} - {None}
        own = sides(party, frame.entities, self.known)
        is_body = any(self.known.state_of_place(one) == one or self.known.members(one, self.on) for one in own)
        return is_body and inside.isdisjoint(own)

    def _doers(self, asked: Iterable[str], found: Iterable[str], entities: Mapping[str, Entity]) -> Match:
        """Compare who does something: no member acts for a body of the whole world, nor such a body for a member."""
        pairs = [(one, other, self.party(one, other, entities)) for one in asked for other in found]
        return min(
            (self._acting(*pair) for pair in pairs),
            key=ORDER.index,
            default=Match.UNKNOWN,
        )

    def _acting(self, asked: str, found: str, match: Match) -> Match:
        whole = asked if match is Match.NARROWER else found if match is Match.BROADER else None
        part = found if whole == asked else asked
        if match is Match.BROADER and self.known.organ_of(asked) not in (None, found):
            return Match.CLASH  # a parliament of one of some states is not all of them
        if whole is None or self.known.organ_of(part) == whole:
            return match
        bodies = (whole, self.known.organ_of(whole))
        if all(has_side(one, self.known, self.on) for one in bodies if one is not None):
            return match
        return Match.CLASH if self.known.is_member(part, whole, self.on) else match

    def _together(self, frame: Frame, found: Frame, entities: Mapping[str, Entity]) -> Match:
        """Compare those who must all do it: each is found among those who do; two at least where none is named."""
        doing = found.actors | (found.recipients if act(found.act).symmetric else frozenset())
        if not doing:
            return Match.UNKNOWN
        if not frame.actors:
            return Match.SAME if len(doing) > 1 else Match.CLASH
        return max((self._doers({one}, doing, entities) for one in frame.actors), key=ORDER.index)

    def _from(self, origin: str, found: Frame, entities: Mapping[str, Entity]) -> Match:
        """Compare where a blow comes from: the place that a move names, else the land of whoever strikes it."""
        if found.origin is not None:
            return self.where(origin, found.origin, entities)
        best = self.parties({origin}, found.actors, entities)
        return Match.NARROWER if best is Match.SAME else best

    def _is_own(self, party: str, asked: Asked, entities: Mapping[str, Entity]) -> bool:
        suffering = asked.frame.recipients | {asked.frame.members or ""}  # a member may attack a member
        if asked.allied and not any(self.known.members(one, self.on) for one in suffering):
            return on_side(party, asked.side, entities, self.known, self.on)
        return not asked.side.isdisjoint(sides(party, entities, self.known))

    def _object(self, asked: Asked, found: Frame) -> Match | None:
        """Compare objects by class and name, and by whose they are where it is not what moves."""
        if is_bare_land(asked.frame) or OF_OURS.fullmatch(asked.frame.thing or ""):
            return None
        negated = not asked.wanted and not found.happens
        match = compare_objects(asked.frame, found, self.known, self.on, negated=negated)
        if match is Match.UNKNOWN and (self._is_part(asked.frame, found) or is_named_after(asked.frame, found)):
            return Match.NARROWER
        if match is Match.BROADER and asked.frame.thing is not None:
            is_meant = found.thing is None and is_told(asked.frame.thing, found)
            match = Match.NARROWER if is_meant or LAST.match(asked.frame.thing) else match
        if match is Match.UNKNOWN and found.thing is None and is_hostile(found.act) and not is_hostile(asked.frame.act):
            match = compare(asked.frame.object, "forces")  # who invades comes with forces, and with nothing else
        if (
            match is Match.UNKNOWN
            and asked.frame.thing in PRONOUNS
            and act(asked.frame.act).frame is taxonomy.Frame.CROSS
        ):
            return None  # "any plane that violated it": the act itself says what kind of thing is crossed
        if match is Match.UNKNOWN and asked.frame.thing is not None and POINTED.fullmatch(asked.frame.thing):
            return match if not found.things or is_spoken_of(found.things, asked.article) else Match.CLASH
        is_said = match is Match.UNKNOWN and act(asked.frame.act).event_type in taxonomy.SPEECH
        if is_said and asked.frame.thing is not None and found.thing is not None:
            return Match.CLASH  # what is accepted or refused is all that such an act says
        whose = owners(asked.frame.things, self.known, self.on) - asked.frame.actors
        if match in (None, Match.CLASH) or act(asked.frame.act).frame in MOVERS:
            return match
        given = owners(found.things, self.known, self.on) or found.recipients
        if whose and given and self.parties(whose, given, {**asked.frame.entities, **found.entities}) is Match.CLASH:
            return Match.CLASH
        return match

    def _is_part(self, frame: Frame, found: Frame) -> bool:
        """Tell whether a place that is hit is one of the "towns" of somebody whom a condition names."""
        if found.place is None or "territory" not in lineage(frame.object or "money"):
            return False
        entities = {**frame.entities, **found.entities}
        whose = {*owners(frame.things, self.known, self.on), *frame.recipients, frame.place} - {None}
        return any(self.where(one, found.place, entities) in FITS for one in whose if one is not None)

    # ---- places

    def _place(self, asked: Asked, found: Frame) -> tuple[Match | None, str | None]:
        frame = asked.frame
        entities = {**frame.entities, **found.entities}
        if frame.place is not None:
            match = self._in(frame, found, entities)
            partly = match is Match.BROADER and not asked.wanted and not found.happens
            return Match.NARROWER if partly else match, None
        if asked.treaty and is_hostile(frame.act):
            return self._area(frame, found)
        if act(frame.act).frame in PLACED:
            return self._at_spot(asked, found), None
        victim = bool(frame.recipients) or frame.members is not None
        if act(frame.act).frame is taxonomy.Frame.TARGET and not victim and self._is_elsewhere(found, frame):
            return Match.CLASH, None
        return None, None

    def _is_elsewhere(self, found: Frame, frame: Frame) -> bool:
        """Tell whether a move is done in a place of which the article of a condition does not speak."""
        if found.place is None or self.is_present((found.place,), frame.entities):
            return False
        return not self.speaks_of(found.place, frame.entities, found.entities)

    def _at_spot(self, asked: Asked, found: Frame) -> Match | None:
        """Compare places where a condition names none: what its article does not speak of is somewhere else."""
        frame = asked.frame
        if found.act == "cross_line" and found.thing == BORDER and frame.recipients:
            return None  # whose border it is says where
        here = found.place is None or self.speaks_of(found.place, frame.entities, found.entities)
        if frame.spot is not None and found.spot is not None and not (is_vague(frame.spot) or is_vague(found.spot)):
            match = compare_things(frame.spot, found.spot)
            alike = here and head_of(frame.spot) == head_of(found.spot) and self._same_owner(asked, found) is not False
            return match if alike else Match.CLASH
        is_thing = act(frame.act).frame is taxonomy.Frame.SEIZE and frame.thing is not None
        if frame.spot is None and (found.place is None or (is_thing and here)):
            return None
        return Match.UNKNOWN if here else Match.CLASH

    def _same_owner(self, asked: Asked, found: Frame) -> bool | None:
        """Tell whether two spots are said to belong to the same: "its border" and "the Algerian border"."""
        wanted, given = asked.frame.spot or "", found.spot or ""
        whose = asked.side if OWN.match(wanted) else owners((wanted,), self.known, self.on)
        others = found.actors if OWN.match(given) else owners((given,), self.known, self.on)
        known = {one for one in whose if is_known(one, self.known)}
        if not known or not others:
            return None
        return self.parties(known, others, {**asked.frame.entities, **found.entities}) is not Match.CLASH

    def _in(self, frame: Frame, found: Frame, entities: Mapping[str, Entity]) -> Match:
        asked = frame.place or ""
        if act(found.act).frame is taxonomy.Frame.CROSS and self._is_line(asked, found, entities):
            return Match.SAME
        if found.place is not None:
            return self.where(asked, found.place, entities)
        name = self.name(asked, entities).split()
        if name and not is_hostile(found.act) and set(name) <= found.said | SITES and not says_more(frame, found):
            return Match.SAME
        if found.spot is not None and not is_vague(found.spot):
            return Match.CLASH
        if act(found.act).frame is taxonomy.Frame.TARGET and moves_about(found):
            return Match.CLASH
        if act(found.act).frame is taxonomy.Frame.TARGET and found.recipients:
            best = self.parties({asked}, found.recipients, entities)
            return best if best is not Match.CLASH else Match.UNKNOWN
        return Match.UNKNOWN

    def _is_line(self, asked: str, found: Frame, entities: Mapping[str, Entity]) -> bool:
        """Tell whether a place is the line that is crossed: "the Line of Control | at Poonch"."""
        name = WATERS.sub("", self.name(asked, entities))
        return bool(name) and any(name in thing.casefold() for thing in found.things)

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


def says_more(frame: Frame, found: Frame) -> bool:
    """Tell whether a condition has words besides its act and object that a move does not have, sites left out."""
    return frame.unsaid is None or any(one.isdisjoint(found.said | SITES) for one in frame.unsaid)


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

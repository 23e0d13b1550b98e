"""
Whom a move is done to, against whom a condition means: by its words, or by default the sender's own side.

"If Iran is bombed" names its victim; "if a shot is fired" leaves it to who speaks. Where his side is not known, or the
condition speaks of a thing and not of a blow ("once the power is cut off", "if war is declared"), whoever the article
names may be meant: that stays unknown and is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sayso.acts import taxonomy
from sayso.acts.objects import classify, lineage
from sayso.acts.taxonomy import act
from sayso.record.entries import Entity
from sayso.terms import EntityKind, Match
from sayso.weigh.comparison import Asked
from sayso.weigh.frames import MOVERS, Frame
from sayso.weigh.relations import Relations
from sayso.weigh.sides import is_against, is_hostile, is_known, on_side
from sayso.weigh.things import owners

VICTIMLESS: Final = frozenset(("break_truce",))
"""Acts of force that say nothing of whom they hit."""
OWN_SIDE: Final = "victim not stated; taken as the sender's own side"

BROUGHT: Final = frozenset(("arms", "sanctions", "money", "charges"))
"""Classes of what an act is done with, and not to."""
BARE_LAND: Final = re.compile(
    r"(?:the|this|that|their) (?:\w+ )?(?:republic|country|kingdom|nation|state|province|territory|enclave|peninsula|"
    r"islands?|city|town|capital|region)",
    re.I,
)
"""Words for a land that is named elsewhere."""


def is_bare_land(frame: Frame) -> bool:
    """Tell whether an act against somebody has for its object a land that is not named: "the republic"."""
    return frame.thing is not None and is_against(frame.act) and BARE_LAND.fullmatch(frame.thing) is not None


def is_of_context(frame: Frame) -> bool:
    """Tell whether whom an act hits follows from what its article tells: by its thing, or as a war is declared."""
    if frame.thing is None:
        return act(frame.act).symmetric or frame.act == "declare_war"
    kind = classify(frame.thing)
    return kind is None or BROUGHT.isdisjoint(lineage(kind))


def near_by(asked: Asked) -> Mapping[str, Entity]:
    """Return whom and what an article names near a condition."""
    return {key: one for key, one in asked.frame.entities.items() if key in asked.near}


class Victims(Relations):
    """Tells whom acts are done to, by what was known on a day."""

    def recipient(self, asked: Asked, found: Frame) -> tuple[Match | None, str | None]:
        """Compare whom it is done to; None where a condition asks for nobody. With what a reader must know."""
        frame = asked.frame
        entities = {**frame.entities, **found.entities}
        hit = self.hit(found) or self._stepped_into(frame, found)
        if frame.members is not None:
            return self.parties({frame.members}, hit, entities), None
        speaking = frozenset(one for one in asked.side if self._is_side(one, entities))
        if frame.recipients and not (frame.recipients <= asked.side and not speaking):
            match = self.parties(frame.recipients, hit, entities)
            wider = match is Match.BROADER and act(frame.act).frame is taxonomy.Frame.LEAVE
            return (Match.CLASH if wider else match), None  # who leaves a union leaves none of those within it
        if not is_against(frame.act) or frame.place is not None or frame.act in VICTIMLESS:
            return None, None
        if frame.described:
            return Match.UNKNOWN, None
        if not is_hostile(frame.act) and owners(frame.things, self.known, self.on):
            return None, None
        if not asked.side and is_hostile(frame.act):
            return Match.CLASH, None
        return self._by_default(asked, hit, speaking, entities)

    def _stepped_into(self, frame: Frame, found: Frame) -> frozenset[str]:
        """Return the land that forces are sent into, where a condition means a blow against somebody's land."""
        sends = act(found.act).frame in (taxonomy.Frame.SEND, taxonomy.Frame.CROSS)
        if not sends or not is_against(frame.act) or found.place is None:
            return frozenset()
        return frozenset({found.place, self.known.state_of_place(found.place) or found.place}) - found.actors

    def _is_side(self, party: str, entities: Mapping[str, Entity]) -> bool:
        """Tell whether a table knows a party, and it is no paper or agency, whose side is its sources'."""
        is_outlet = party in entities and entities[party].kind is EntityKind.OUTLET
        return is_known(party, self.known) and not is_outlet

    def _by_default(
        self, asked: Asked, hit: frozenset[str], speaking: frozenset[str], entities: Mapping[str, Entity]
    ) -> tuple[Match, str | None]:
        """Compare whom a move hits with the sender's own side, or with whom the article names where it must be."""
        if not hit:
            return Match.UNKNOWN, None
        own = [one for one in hit if on_side(one, asked.side, entities, self.known, self.on)]
        if own:
            return (Match.BROADER if speaking else Match.UNKNOWN), OWN_SIDE if speaking else None
        is_open = not speaking or is_of_context(asked.frame)
        return (Match.UNKNOWN if is_open and self._names(hit, asked, entities) else Match.CLASH), None

    def _names(self, parties: Iterable[str], asked: Asked, entities: Mapping[str, Entity]) -> bool:
        """Tell whether each of some parties, whom it acts for, or a place in it is named near a condition."""
        near = near_by(asked)
        return all(self.is_present((one,), near) or self.speaks_of(one, near, entities) for one in parties)

    def hit(self, found: Frame) -> frozenset[str]:
        """Return whom a move is done to: its recipients, the place that is struck, or whose the thing is."""
        kind = act(found.act).frame
        if not found.recipients and found.place is not None and kind in (taxonomy.Frame.TARGET, taxonomy.Frame.PLACE):
            land = self.known.state_of_place(found.place) or found.place
            whose = owners(found.things, self.known, self.on) - found.actors
            others = frozenset(one for one in whose if self.known.state_of_place(one) == one != land)
            return others or frozenset({found.place, land})
        if not found.recipients and (kind not in MOVERS or kind is taxonomy.Frame.CROSS):
            place = found.entities.get(found.place or "")
            things = (
                *found.things,
                *((place.name,) if place is not None and not is_known(place.id, self.known) else ()),
            )
            whose = owners(things, self.known, self.on) - found.actors
            if not whose and kind is taxonomy.Frame.CROSS and found.place is not None:
                return frozenset({found.place, self.known.state_of_place(found.place) or found.place}) - found.actors
            return whose
        return found.recipients

"""
Whom a move is done to, against whom a condition means: by its words, or by default the sender's own side.

"If Iran is bombed" names its victim; "if a shot is fired" leaves it to who speaks. Where his side is not known, or the
condition speaks of a thing and not of a blow ("once the power is cut off", "if war is declared"), whoever the article
names may be meant: that stays unknown and is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sayso.acts import taxonomy
from sayso.acts.taxonomy import act
from sayso.record.entries import Entity
from sayso.terms import EntityKind, Match
from sayso.weigh.comparison import Asked
from sayso.weigh.frames import MOVERS, Frame
from sayso.weigh.relations import Relations
from sayso.weigh.sides import is_against, is_hostile, is_known, on_side, sides
from sayso.weigh.things import owners

VICTIMLESS: Final = frozenset(("break_truce",))
"""Acts of force that say nothing of whom they hit."""
OWN_SIDE: Final = "victim not stated; taken as the sender's own side"


class Victims(Relations):
    """Tells whom acts are done to, by what was known on a day."""

    def recipient(self, asked: Asked, found: Frame) -> tuple[Match | None, str | None]:
        """Compare whom it is done to; None where a condition asks for nobody. With what a reader must know."""
        frame = asked.frame
        entities = {**frame.entities, **found.entities}
        hit = self.hit(found)
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
        is_open = not speaking or asked.frame.thing is not None or act(asked.frame.act).symmetric
        return (Match.UNKNOWN if is_open and self._names(hit, asked.frame, entities) else Match.CLASH), None

    def _names(self, parties: Iterable[str], frame: Frame, entities: Mapping[str, Entity]) -> bool:
        """Tell whether the article of a condition names each of some parties, or whom it acts for."""
        return all(any(one in frame.entities for one in sides(party, entities, self.known)) for party in parties)

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
            return owners(things, self.known, self.on) - found.actors
        return found.recipients

"""
The objects of two acts to a match: their class, whose they are, and what names tell them apart.

A class alone would let a quarrel over Icelandic cod fire on Norwegian cod, and one over the Indus treaty on any treaty.
Whose a thing is comes from the tables (adjectives of nationality); other names are compared as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from sayso.acts import objects
from sayso.acts.taxonomy import Frame as Kind
from sayso.acts.taxonomy import act
from sayso.acts.tokens import WORD
from sayso.knowledge.known import Use
from sayso.terms import EventType, Match
from sayso.weigh.frames import Frame, Knows, moves_itself
from sayso.weigh.sides import is_hostile

ORDER: Final = (Match.SAME, Match.NARROWER, Match.BROADER, Match.UNKNOWN, Match.CLASH)
"""Best first."""
HIT: Final = frozenset(("military", "territory", "line", "facilities", "vessels", "people"))
"""Classes of what force is used on."""
CREWED: Final = frozenset(("tanks", "artillery"))
"""Classes of arms that move with their troops."""
UNITS: Final = frozenset(
    "army battalion battlegroup brigade column contingent corps division garrison platoon regiment unit".split()
)
"""Bodies of troops."""
NUMBERED: Final = re.compile(r"\d+(?:st|nd|rd|th)\b")


def owners(things: Iterable[str], known: Knows, on: date | None) -> frozenset[str]:
    """Return the states and organisations that some things are said to belong to: "Chilean", "NATO"."""
    return frozenset(
        sense.known.id
        for thing in things
        for hit in known.hits(thing, on)
        for sense in hit.senses
        if sense.use in (Use.ADJECTIVE, Use.NAME)
    )


def compare_objects(
    asked: Frame, found: Frame, known: Knows, on: date | None, *, negated: bool = False
) -> Match | None:
    """
    Compare what is sent, struck, withdrawn; None where a condition asks for nothing.

    Force is compared by what it hits only where a condition names that. Who does not do a thing at all does not do a
    part of it either: where both are negated, broader is as good as narrower.

    Args:
        asked: The condition.
        found: The move.
        known: The tables.
        on: The day that names are read for.
        negated: Whether it is the not doing that is asked for and found.
    """
    if asked.object == "sanctions" and act(found.act).event_type is EventType.SANCTION:
        return None  # frozen accounts are sanctions, whatever they are called
    match = _of_class(asked, found)
    if match is None or match is Match.CLASH:
        return match
    if negated and match in (Match.BROADER, Match.UNKNOWN):
        match = Match.NARROWER
    return Match.CLASH if _other_names(asked, found, known, on) else match


def _of_class(asked: Frame, found: Frame) -> Match | None:
    if act(asked.act).frame is Kind.CROSS:
        return _of_crossing(asked, found)
    hostile = is_hostile(asked.act)
    if asked.object is None and asked.thing is None:
        return None
    if hostile and asked.object is None and asked.thing is not None:
        return _by_words(asked.thing, found)
    if hostile and objects.lineage(asked.object or "military").isdisjoint(HIT):
        return None
    if asked.object == "troops" and act(asked.act).frame is Kind.SEND and _has_crew(found):
        return Match.NARROWER
    if asked.thing is not None and found.thing is not None:
        return objects.compare_things(asked.thing, found.thing)
    return objects.compare(asked.object, found.object)


def _has_crew(found: Frame) -> bool:
    """Tell whether what moves is made of troops, or carries them: a battalion, tanks."""
    kind = objects.classify(found.thing) if found.thing is not None else None
    return kind in CREWED or (kind == "forces" and objects.head_of(found.thing or "") in UNITS)


def _by_words(asked: str, found: Frame) -> Match | None:
    """Compare what force is used on where no class holds it: by a word that both have; a name is nobody's object."""
    if objects.classify(asked) is not None or asked[:1].isupper():
        return None
    wanted = {objects.singular(word) for word in WORD.findall(asked)} - GENERAL
    given = {objects.singular(word) for thing in found.things for word in WORD.findall(thing)}
    if not given:
        return Match.UNKNOWN
    return Match.SAME if wanted & given else Match.CLASH


def _of_crossing(asked: Frame, found: Frame) -> Match | None:
    """Compare what is crossed, and who crosses where a condition says so: "sending commandos across the line"."""
    crossed = _compared(_pick(asked, moves=False), _pick(found, moves=False))
    movers = _compared(_pick(asked, moves=True) or _mover(asked), _pick(found, moves=True) or found.doer)
    if movers is Match.UNKNOWN and (_pick(found, moves=True) or found.doer):
        movers = Match.CLASH
    both = [one for one in (crossed, movers) if one is not None]
    return max(both, key=ORDER.index, default=None)


def _pick(frame: Frame, *, moves: bool) -> str | None:
    return next((thing for thing in frame.things if moves_itself(thing) is moves), None)


def _mover(frame: Frame) -> str | None:
    return frame.doer if frame.doer is not None and moves_itself(frame.doer) else None


def _compared(asked: str | None, found: str | None) -> Match | None:
    if asked is None:
        return None
    return Match.UNKNOWN if found is None else objects.compare_things(asked, found)


def _other_names(asked: Frame, found: Frame, known: Knows, on: date | None) -> bool:
    """Tell whether both things are named, and by no name that they share."""
    one, other = names(asked.things, known, on), names(found.things, known, on)
    apart = _apart(one & SIDES, other & SIDES)
    one, other = one - SIDES, other - SIDES
    if act(asked.act).frame is Kind.CROSS:
        one, other = one | places(asked.things, known, on), other | places(found.things, known, on)
    return apart or _apart(one, other)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def names(things: Iterable[str], known: Knows, on: date | None) -> frozenset[str]:
    """
    Return what tells things apart by name: capitalised words that no table knows as somebody's, ordinals, and on which
    side a thing lies ("the southern road").
    """
    found: set[str] = set()
    for thing in things:
        held = [hit.span for hit in known.hits(thing, on)]
        for word in WORD.finditer(thing):
            own = any(span.start <= word.start() < span.end for span in held)
            low = word.group().casefold()
            tells = word.group() in SIDES or (word.group()[0].isupper() and low not in GENERAL | SIDES)
            if not own and (tells or NUMBERED.fullmatch(word.group())):
                found.add(low)
    return frozenset(found)


def places(things: Iterable[str], known: Knows, on: date | None) -> frozenset[str]:
    """Return all that the tables know by name in some things: whose a line is, or the line itself."""
    hits = (hit for thing in things for hit in known.hits(thing, on))
    return frozenset(sense.known.id for hit in hits for sense in hit.senses)


GENERAL: Final = frozenset("the a an any all another each every no further more such one".split())
"""Words that may be capitalised and name nothing."""
SIDES: Final = frozenset("western eastern northern southern".split())
"""Adjectives of a side, where they are no name: "Western troops" are those of many states."""

"""
Entries to frames: the slots in which a move and a condition are compared, and what stands behind each party's name.

A frame is an event reduced to what the what-if may go by: act, polarity, parties, object class, place, time. Words
that mean "any member" are read as that, and a hostile act against nobody named is taken as one against the sender;
neither guess is ever made about a move, only about what a condition leaves unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Protocol

from sayso.acts.objects import classify
from sayso.acts.taxonomy import Frame as Kind
from sayso.acts.taxonomy import act, ancestors
from sayso.record.entries import Entity, Event, Signal
from sayso.spans import Spans, cover, words_of
from sayso.terms import EntityKind, EventType, Outcome, SignalKind, Standing

SIDE_LIMIT: Final = 60
"""
An organisation with more members than this has no side of its own: the United Nations would shield every state from
every signal of theirs. The largest alliances and unions (OSCE 57, Commonwealth 56, African Union 55) lie below.
"""
MEMBERS: Final = re.compile(r"\b(?:members?|member[- ]\w+|all(?:y|ies)|partners?|signator\w+)\b", re.I)
"""Words for any one of those who belong to an organisation or have signed its treaty."""
FROM: Final = re.compile(r"(?: [\w-]+){0,4}? from (?:the )?")
"""Between a verb of shooting and where it is done from: what is shot, at most."""
AGAINST: Final = re.compile(r"\b(?:against|upon) (?:the |any |an? |all |all the |each |one )?$")
"""Between a blow and whom it hits."""
DEEMED: Final = re.compile(r"(?:as )?an? (?:\w+ )?(?:attack|aggression|act of (?:war|aggression))\b", re.I)
"""How a consequence begins that only says what an attack counts as: "an attack on all"."""
ANYONE: Final = re.compile(r"^(?:any|anyone|anybody|whoever|no|every|all|some|other|another|foreign|outside)\b", re.I)


class Knows(Protocol):
    """What the what-if must be able to ask about parties and places (`sayso.knowledge.Knowledge` can)."""

    def is_member(self, part: str, whole: str, on: date | None = None) -> bool:
        """Tell whether a member, organ, force or office holder belongs to a whole on a day."""

    def members(self, whole: str, on: date | None = None) -> frozenset[str]:
        """Return the direct members of an organisation or group on a day."""

    def organ_of(self, key: str) -> str | None:
        """Return the state or organisation that an organ is part of, None for anything else."""

    def inside(self, place: str, other: str) -> bool | None:
        """Tell whether a place lies in another; None where that is not known."""

    def name_of(self, key: str) -> str | None:
        """Return the usual name of what has an id."""


@dataclass(frozen=True, slots=True)
class Told:
    """
    An event with the text that it was read in.

    Attributes:
        event: The entry.
        text: Canonical text that its spans point into.
        entities: By id, those of that text.
    """

    event: Event
    text: str
    entities: Mapping[str, Entity]


@dataclass(frozen=True, slots=True)
class SignalView:
    """
    A recorded signal with all that the what-if needs to weigh and to show it.

    Attributes:
        signal: The entry.
        condition: The event that heads the condition, and any coordinated with it; empty where none was read.
        consequence: Likewise.
        text: Canonical text of the article.
        entities: By id, those of the article.
        sentence: The sentence that proves it.
        article: `id`, `outlet`, `title`, `url`, `published`.
        source: Name of whose signal it is, None where the text does not say.
        outcome: What became of it.
        reports: How many independent outlets carry it.
        group: Id that all reports of one signal share; its own where it stands alone.
    """

    signal: Signal
    condition: tuple[Event, ...]
    consequence: tuple[Event, ...]
    text: str
    entities: Mapping[str, Entity]
    sentence: str
    article: Mapping[str, str | None]
    source: str | None
    outcome: Outcome = Outcome.OPEN
    reports: int = 1
    group: str | None = None

    def told(self, event: Event) -> Told:
        """Return one of its events with the text that it was read in."""
        return Told(event, self.text, self.entities)


@dataclass(frozen=True, slots=True)
class Frame:
    """
    A move, or what a condition asks for.

    Attributes:
        act: Id in the taxonomy.
        happens: False where it is the not doing of it.
        actors: Ids of who does it; empty for anyone, or not said.
        recipients: Ids of whom it is done to.
        object: Object class, stated or implied by the act, or None.
        thing: The object's words where it is stated, or None.
        place: Id, or None.
        time: EDTF, or None.
        members: Id of an organisation any member of which is meant as recipient, or None.
        origin: Id of the land or state from which something is launched or fired by whom is not said, or None.
        entities: By id, what the text says of the parties.
    """

    act: str
    happens: bool
    actors: frozenset[str]
    recipients: frozenset[str]
    object: str | None
    thing: str | None
    place: str | None
    time: str | None
    members: str | None = None
    origin: str | None = None
    entities: Mapping[str, Entity] = field(default_factory=dict)

    @property
    def named(self) -> bool:
        """Whether it names a party or a place."""
        return bool(self.actors or self.recipients or self.place)


def frame_of(told: Told) -> Frame:
    """Return the frame of an event as its text tells it."""
    event = told.event
    things = [words_of(told.text, (span,)) for span in event.object or ()]
    thing = next((words for words in things if classify(words) is not None), things[0] if things else None)
    return Frame(
        act=event.act,
        happens=event.standing is not Standing.NEGATED,
        actors=_somebody(event.actor, told.entities),
        recipients=_somebody(event.recipient, told.entities),
        object=classify(thing) if thing else act(event.act).implies,
        thing=thing,
        place=event.place,
        time=event.happened,
        origin=_origin(told),
        entities=told.entities,
    )


def _origin(told: Told) -> str | None:
    """Return where a blow comes from by the words behind its verb: "launched from | Cuba"."""
    if act(told.event.act).frame is not Kind.TARGET:
        return None
    behind = FROM.match(told.text, told.event.cue[-1].end)
    starts = {mention.start: one.id for one in told.entities.values() for mention in one.mentions}
    return starts.get(behind.end()) if behind else None


def _somebody(ids: Iterable[str], entities: Mapping[str, Entity]) -> frozenset[str]:
    """Return the parties of a slot without words for just anyone."""
    return frozenset(one for one in ids if one not in entities or not ANYONE.match(entities[one].name))


def conditions(view: SignalView, known: Knows, on: date | None) -> Iterator[Frame]:
    """
    Yield the frames that would set a signal off, what is left unsaid filled in.

    A promise to defend somebody that names no condition presupposes an attack on them.
    """
    found = [frame_of(view.told(event)) for event in view.condition]
    if not view.condition and view.signal.condition is None:
        found = [_attacked(frame_of(view.told(event))) for event in view.consequence if event.act == "defend"]
    for frame in found:
        yield _filled(frame, view, known, on)


def _attacked(defence: Frame) -> Frame:
    """Return the attack that a defence is against; what is defended stays, for it may be "its members"."""
    return replace(defence, act="attack", happens=True, actors=frozenset(), object=None)


def _filled(frame: Frame, view: SignalView, known: Knows, on: date | None) -> Frame:
    signal = view.signal
    if signal.if_not and not frame.actors:
        frame = replace(frame, actors=_somebody(signal.target, view.entities))
    spans = signal.condition or signal.consequence or ()
    if is_hostile(frame.act) and not frame.recipients:
        frame = replace(frame, recipients=_victims(view, spans, known))
    if is_hostile(frame.act) and _wants_members(frame, words_of(view.text, spans), known):
        organisation = _organisation(view, spans, known, on)
        if organisation is not None:
            return replace(frame, recipients=frozenset(), members=organisation, object=None, thing=None)
    return frame


def _victims(view: SignalView, spans: Spans, known: Knows) -> frozenset[str]:
    """Return the known parties that a condition names behind "against", where its event has nobody who is hit."""
    return frozenset(
        one.id
        for one in view.entities.values()
        for mention in one.mentions
        if is_known(one.id, known) and any(mention in span for span in spans)
        if AGAINST.search(view.text, 0, mention.start)
    )


def _wants_members(frame: Frame, words: str, known: Knows) -> bool:
    """Tell whether a condition means any member: it says so of its object, or names nobody and speaks of them."""
    if frame.thing is not None and MEMBERS.search(frame.thing):
        return True
    if any(is_known(one, known) for one in frame.recipients):
        return False
    return bool(MEMBERS.search(words)) or _are_members(frame)


def _are_members(frame: Frame) -> bool:
    return any(MEMBERS.search(frame.entities[one].name) for one in frame.recipients if one in frame.entities)


def is_hostile(name: str) -> bool:
    """Tell whether an act is force, or pressure just short of it."""
    return act(name).event_type in (EventType.ASSAULT, EventType.COERCE) or "attack" in ancestors(name)


def is_known(key: str, known: Knows) -> bool:
    """Tell whether an id stands in the tables, and not for words of one article."""
    return known.name_of(key) is not None


def _organisation(view: SignalView, spans: Spans, known: Knows, on: date | None) -> str | None:
    """Return whose members are meant: an organisation in the condition, the sender's own, else the last before."""
    alliances = [one for one in view.entities.values() if known.members(one.id, on) and _has_side(one.id, known, on)]
    within = cover(spans) if spans else None
    for one in alliances:
        if within is not None and any(mention.overlaps(within) for mention in one.mentions):
            return one.id
    own = sides(view.signal.sender, view.entities, known)
    for one in alliances:
        if one.id in own:
            return one.id
    before = [
        (mention.start, one.id)
        for one in alliances
        for mention in one.mentions
        if within is not None and mention.start < within.start
    ]
    return max(before)[1] if before else None


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


def acting_side(sender: str | None, entities: Mapping[str, Entity], known: Knows) -> frozenset[str]:
    """Return who acts when a sender says "we": its state or organisation where it speaks for one, else itself."""
    found = sides(sender, entities, known)
    acting = frozenset(one for one in found if one not in entities or entities[one].kind is not EntityKind.PERSON)
    bodies = frozenset(one for one in acting if known.organ_of(one) is None)
    return bodies or acting or found


def _has_side(organisation: str, known: Knows, on: date | None) -> bool:
    return len(known.members(organisation, on)) <= SIDE_LIMIT


def on_side(party: str, side: frozenset[str], entities: Mapping[str, Entity], known: Knows, on: date | None) -> bool:
    """Tell whether a party belongs to a side: is it, acts for it, or is a member of it."""
    own = sides(party, entities, known)
    if own & side:
        return True
    return any(known.is_member(one, whole, on) for one in own for whole in side if _has_side(whole, known, on))


def follow_ups(view: SignalView, known: Knows, move: Frame) -> Iterator[Frame]:
    """
    Yield the moves that a fired signal's consequence makes: typed, with a named party.

    What a treaty deems an attack on all is done by whoever made the move.
    """
    for event in view.consequence:
        frame = frame_of(view.told(event))
        own = view.signal.kind in (SignalKind.THREAT, SignalKind.PROMISE, SignalKind.COMMITMENT, SignalKind.DEMAND)
        if not frame.actors and DEEMED.match(words_of(view.text, view.signal.consequence or ())):
            frame = replace(frame, actors=move.actors, entities={**move.entities, **frame.entities})
        elif not frame.actors and own and view.signal.sender is not None and not act(frame.act).symmetric:
            frame = replace(frame, actors=acting_side(view.signal.sender, view.entities, known))
        if frame.named:
            yield frame

"""
Entries to frames: the slots in which a move and a condition are compared, and what stands behind each party's name.

A frame is an event reduced to what the what-if may go by: act, polarity, parties, object, place, time. What a text
leaves unsaid stays unsaid here; `conditions` fills in what a condition takes for granted, and never a move.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol

from sayso.acts.objects import BREAKS, classify, head_of, lineage
from sayso.acts.taxonomy import SPEECH, act
from sayso.acts.taxonomy import Frame as Kind
from sayso.knowledge.known import Hit
from sayso.record.entries import Entity, Event, Signal
from sayso.spans import Span, Spans, cover, merge
from sayso.terms import EntityKind, EventType, Outcome, Standing
from sayso.weigh.spots import spot_of

FROM: Final = re.compile(r"(?: [\w-]+){0,4}? from (?:the )?")
"""Between a verb of shooting and where it is done from: what is shot, at most."""
UNDER: Final = re.compile(
    r"\b(?:come|comes|came|coming|be|is|are|was|were|been|put|puts) under (?:[\w-]+ ){0,3}$", re.I
)
"""Before a blow that is suffered: "comes under | attack"."""
FAILING: Final = re.compile(r"\b(?:fail(?:s|ed)?|refus(?:es?|ed)|declin(?:es?|ed)|neglect(?:s|ed)?) to $", re.I)
STOPPING: Final = re.compile(
    r"\b(?:stop(?:s|ped)?|ceas(?:es?|ed)|halt(?:s|ed)?|quits?|end(?:s|ed)?|prevent(?:s|ed)?|curb(?:s|ed)?) "
    r"(?:all |any |the |its |their |every |further )*$",
    re.I,
)
"""Before what is not done."""
NEARBY: Final = 250
"""
Code points to either side of a condition within which somebody is named whom it may mean without naming him: of 100,
250, 600 and a whole article on crisis-c, -d, -g, -i and -k, the one with the best precision at the same recall.
"""
DEFINITE: Final = re.compile(r"(?:its|their|this|these|such)?\s*[a-z][\w-]*(?: [a-z][\w-]*)?")
"""A subject that is itself what ends or breaks down: "(the) trade ends"."""
KINDS_OF_FORCE: Final = frozenset("military armed naval".split())
"""Words that say of what kind an act is and not who does it: "a | military | adventure"."""
UNNAMED: Final = re.compile(r"local:\w+/unnamed-")
"""Ids of those whom an article only describes, each its own."""
ANYONE: Final = re.compile(
    r"^(?:either|one of|any|anyone|anybody|whoever|no|every|all|some|other|another|foreign|outside)\b", re.I
)
SUBJECTS: Final = frozenset("i we you he she it they who them us this that".split())
"""Subjects that name nothing."""
NAME: Final = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
MOVERS: Final = frozenset({Kind.SEND, Kind.WITHDRAW, Kind.CROSS})
"""Frames of acts whose subject may be what moves: "marines land"."""
PLACED: Final = frozenset({Kind.SEND, Kind.WITHDRAW, Kind.PLACE, Kind.CROSS, Kind.SEIZE})
"""Frames of acts that are nothing without a place: where none is said, it is unknown."""
MOVED: Final = frozenset(("military", "vessels", "people"))
"""Classes of what moves by itself."""
DOERS: Final = frozenset(("forces", "people", "organizations", "leaders"))
"""Classes of those who do things."""
ANYBODY: Final = frozenset(
    "force troop army power country state nation republic government party side enemy aggressor adversary".split()
)
"""Heads of phrases for whoever it may be."""
PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\b(?: \w+){0,2} $", re.I)
"""Before a verb whose subject it is done to."""
CLAUSE: Final = re.compile(
    r"[.,;:!?\"“”()\n–—]|\b(?:if|unless|once|when|should|until|that|which|who|and|or|but|said|warned|any|all|every|the"
    r"|moment|instant|minute|hour|day)\b",
    re.I,
)
"""What a noun phrase cannot run back over."""
HELPERS: Final = re.compile(
    r"(?:\s+(?:will|would|shall|should|may|might|must|can|could|do|does|did|not|have|has|had|again"
    r"|so much as|ever|even))+$"
)
"""Auxiliaries between a subject and its verb."""
BEING: Final = re.compile(r"\s+(?:is|are|was|were|be|been|being)$")
"""Before a verb whose subject is gone, or is taken away."""


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

    def state_of_place(self, place: str) -> str | None:
        """Return the one state that a place lies in for certain, itself where it is one; None otherwise."""

    def name_of(self, key: str) -> str | None:
        """Return the usual name of what has an id."""

    def hits(self, text: str, on: date | None = None) -> Sequence[Hit]:
        """Return the known names in a text with every sense, adjectives too."""


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
        outcome: What became of it, None where that was not looked for.
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
    outcome: Outcome | None = Outcome.OPEN
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
        doer: Who does it in words, where nobody named does ("the rebels"), or None.
        unsaid: The forms of each telling word of a condition besides those of its act and object; None where its words
            were not read.
        said: The forms of all telling words of a move.
        joint: Whether it takes all of its actors, or at least two where none is named: "both armies".
        described: Whether it is done to somebody who is only described: "the groups".
        spot: Where it is done in words, where they name no place: "the buffer zone", "there".
        recurs: Whether its time is a day or month of which no year is said.
        things: All words of its object, one string a phrase; `thing` is the one that names its class.
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
    doer: str | None = None
    unsaid: tuple[frozenset[str], ...] | None = None
    said: frozenset[str] = frozenset()
    joint: bool = False
    described: bool = False
    spot: str | None = None
    recurs: bool = False
    things: tuple[str, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=dict)

    @property
    def named(self) -> bool:
        """Whether it names a party or a place."""
        return bool(self.actors or self.recipients or self.place)


def frame_of(told: Told) -> Frame:
    """Return the frame of an event as its text tells it."""
    event = told.event
    spot = _spot(told)
    things = _moved(_things(told), event.act, spot)
    thing = _chosen(things, act(event.act).implies)
    doer = next((told.entities[one].name for one in event.actor if UNNAMED.match(one) and one in told.entities), None)
    doer = _doer(told) if doer is None or ANYONE.match(doer) else doer
    actors, place = somebody(event.actor, told.entities), event.place
    recipients = somebody(event.recipient, told.entities)
    before = told.text[max(0, event.cue[0].start - 40) : event.cue[0].start]
    if UNDER.search(told.text[max(0, event.cue[0].start - 40) : event.cue[-1].start]) and not recipients:
        actors, recipients = frozenset(), actors
    if place is None and len(actors) > 1:
        place = next((one for one in sorted(actors) if _stands_in(one, told)), None)
        actors -= {place}
    left = _left(told, things) if place is None else None
    return Frame(
        act=event.act,
        happens=event.standing is not Standing.NEGATED and not _fails(told, before),
        actors=actors,
        recipients=recipients,
        object=(classify(thing) if thing else act(event.act).implies),
        thing=thing,
        place=place or (left.id if left is not None else None),
        time=event.happened,
        origin=_origin(told),
        doer=doer,
        described=not recipients and any(UNNAMED.match(one) for one in event.recipient),
        spot=spot,
        things=things,
        entities=told.entities if left is None else {**told.entities, left.id: left},
    )


def _moved(things: tuple[str, ...], name: str, spot: str | None) -> tuple[str, ...]:
    """Return what is sent without where it comes to, which stands as the object of some verbs: "nears | the coast"."""
    if spot is None or act(name).frame is not Kind.SEND:
        return things
    return tuple(one for one in things if one != spot or classify(one) not in ("territory", "line"))


def _left(told: Told, things: Sequence[str]) -> Entity | None:
    """Return what is left where it is a name that nobody is known by, as a place of that name: "leaves | Zapola"."""
    if act(told.event.act).frame is not Kind.WITHDRAW:
        return None
    name = next((one for one in things if NAME.fullmatch(one) and classify(one) is None), None)
    return None if name is None else Entity(f"local:place/{name.casefold()}", EntityKind.PLACE, name, ())


def _spot(told: Told) -> str | None:
    kind = act(told.event.act).frame
    if kind not in PLACED:
        return None
    return spot_of(told.text, told.event.cue[-1].end, told.entities, leaving=kind is Kind.WITHDRAW)


def is_hollow(told: Told) -> bool:
    """Tell whether an act says nothing without what it is about, and that was not read: "if they agree to …"."""
    kind = act(told.event.act)
    is_bare = not told.event.object and not told.event.recipient
    return kind.event_type in SPEECH and kind.frame is not Kind.LAPSE and is_bare


def _fails(told: Told, before: str) -> bool:
    """Tell whether the words right before an act say that it is not done: "fails to | pay", "stop | arming"."""
    if FAILING.search(before) is not None:
        return True
    is_pressure = act(told.event.act).event_type in (EventType.SANCTION, EventType.COERCE)
    is_doing = told.event.cue[0].of(told.text).lower().endswith("ing")
    return STOPPING.search(before) is not None and (is_doing or not is_pressure)


def _things(told: Told) -> tuple[str, ...]:
    """Return the phrases of an event's object, and the words of what moves where it is the subject that does."""
    spans = merge(told.event.object or (), gap=1)
    found = tuple(" ".join(span.of(told.text).split()) for span in spans)
    if act(told.event.act).frame in (Kind.SEND, Kind.WITHDRAW) and not any(map(moves_itself, found)):
        mover = _subject(told)
        if found or (mover and moves_itself(mover)):
            return (*((mover,) if mover and moves_itself(mover) else ()), *found)
    if not found and not told.event.actor and not told.event.recipient:
        is_gone = act(told.event.act).frame is Kind.WITHDRAW
        subject = BEING.sub("", _subject(told)) if is_gone or not _is_suffered(told) else ""
        alone = DEFINITE.fullmatch(HELPERS.sub("", subject))
        is_thing = alone is not None and not ANYONE.match(alone.group()) and alone.group().lower() not in SUBJECTS
        return (alone.group(),) if alone is not None and is_thing else ()
    return found


def _is_suffered(told: Told) -> bool:
    start = told.event.cue[0].start
    return PASSIVE.search(told.text[max(0, start - 24) : start]) is not None


def _doer(told: Told) -> str | None:
    """Return the words before a verb for somebody who does it and is not named; None for just anyone."""
    words = re.sub(r"^(?:an?|this|that|such)\b\s*", "", _subject(told), flags=re.I)
    head = head_of(words)
    after = told.text[told.event.cue[-1].end :][:5].lower().split()
    if (
        head is None
        or after[:1] in (["of"], ["by"])
        or PASSIVE.search(told.text[max(0, told.event.cue[0].start - 24) : told.event.cue[0].start])
    ):
        return None
    if ANYONE.match(words) or words.lower().startswith(("further", "more", "new")) or words.lower() in KINDS_OF_FORCE:
        return None
    if words.lower().split()[-1] in BREAKS:
        return None
    kind = classify(words)
    agent = kind is not None and not DOERS.isdisjoint(lineage(kind)) and head not in ANYBODY
    return words if agent or words.split()[-1][0].isupper() else None


def moves_itself(thing: str) -> bool:
    """Tell whether a thing is one that moves: forces, ships, people."""
    kind = classify(thing)
    return kind is not None and not MOVED.isdisjoint(lineage(kind))


def moves_about(frame: Frame) -> bool:
    """Tell whether what a frame's act is done to moves by itself, and may be anywhere; a missile is what strikes."""
    is_missile = frame.object is not None and "missiles" in lineage(frame.object)
    return frame.thing is not None and moves_itself(frame.thing) and not is_missile


def _subject(told: Told) -> str:
    """Return the words of the noun phrase before an event's verb, as far as they can belong to it."""
    start = told.event.cue[0].start
    before = told.text[max(0, start - 80) : start].rstrip()
    before = HELPERS.sub("", before)
    breaks = [found.end() for found in CLAUSE.finditer(before)]
    return before[breaks[-1] if breaks else 0 :].strip()


def _chosen(things: Sequence[str], implied: str | None) -> str | None:
    """Return the phrase that names an object: the one of the class that the act implies, else one of any class."""
    known = [thing for thing in things if classify(thing) is not None]
    fitting = (thing for thing in known if implied in lineage(classify(thing) or ""))
    return next(fitting if implied else iter(known), known[0] if known else things[0] if things else None)


def _stands_in(party: str, told: Told) -> bool:
    """Tell whether a party is only named as where something is: "missiles in | Greece"."""
    spans = told.entities[party].mentions if party in told.entities else ()
    near = [span for span in spans if -40 < span.start - told.event.cue[-1].end < 60]
    return any(re.search(r"\b(?:in|at|on) (?:the )?$", told.text[max(0, span.start - 8) : span.start]) for span in near)


def _origin(told: Told) -> str | None:
    """Return where a blow comes from by the words behind its verb: "launched from | Cuba"."""
    if act(told.event.act).frame is not Kind.TARGET:
        return None
    behind = FROM.match(told.text, told.event.cue[-1].end)
    starts = {mention.start: one.id for one in told.entities.values() for mention in one.mentions}
    return starts.get(behind.end()) if behind else None


def somebody(ids: Iterable[str], entities: Mapping[str, Entity]) -> frozenset[str]:
    """Return the parties of a slot without words for just anyone, and without those whom nobody names."""
    named = (one for one in ids if not UNNAMED.match(one))
    return frozenset(one for one in named if one not in entities or not ANYONE.match(entities[one].name))


def named_near(view: SignalView) -> frozenset[str]:
    """Return the ids of whom and what an article names near the condition of a signal."""
    spans = view.signal.condition or view.signal.consequence
    if not spans:
        return frozenset()
    within = cover(spans)
    around = Span(max(0, within.start - NEARBY), within.end + NEARBY)
    return frozenset(
        one.id for one in view.entities.values() if any(mention.overlaps(around) for mention in one.mentions)
    )


def mentioned(spans: Spans | Span, entities: Mapping[str, Entity]) -> list[tuple[Span, str]]:
    """Return the mentions of entities that lie in some spans with their ids, in text order; none of a person in one."""
    held = (spans,) if isinstance(spans, Span) else spans
    found = [(span, one.id) for one in entities.values() for span in one.mentions]
    inside = sorted((span, key) for span, key in found if any(span in outer for outer in held))
    people = [span for span, key in inside if entities[key].kind is EntityKind.PERSON]
    parts = {one for one in people for other in people if one != other and one in other}
    return [(span, key) for span, key in inside if span not in parts]

"""
A claim to what it turns on: its condition and consequence as frames and as clauses, and whom and what to look for.

What a signal turns on is put in frames once, so that what comes after compares and never reads. A threat, promise,
commitment or refusal without a doer is its sender's own; a demand without one is its target's, and never its sender's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from sayso.acts.taxonomy import act, acts
from sayso.ledger.claims import OWN, Claim, Turn, side_of, targets_of
from sayso.ledger.clauses import Clause, clause
from sayso.ledger.sieve import may_show
from sayso.ledger.tokens import tokens
from sayso.record.entries import Event
from sayso.spans import Spans
from sayso.terms import EntityKind, SignalKind
from sayso.weigh.comparison import Asked
from sayso.weigh.conditions import conditions
from sayso.weigh.frames import Frame, Knows, frame_of, named_near
from sayso.weigh.sides import acting_side, is_against, sides

DEADLINES: Final = frozenset(("deadline", "ultimatum"))
"""Words in sentences that tell of the deadline of a demand."""
UNNAMED: Final = "/unnamed-"
"""In the local id of whom an article mentions without a name."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """A signal's condition and consequence as clauses, None where it has none."""

    condition: Clause | None
    consequence: Clause | None

    @property
    def look_for(self) -> frozenset[str]:
        """The words to look for in a record."""
        return frozenset(key for one in (self.condition, self.consequence) if one for key in one.look_for)


@dataclass(frozen=True)
class Wanted:
    """
    A claim with what it asks for.

    Attributes:
        claim: The claim.
        condition: Frames of its condition, as worded.
        consequence: Frames of what it says will be done.
        said: Both as clauses.
        acts: Ids of the acts that may show something of either.
        parties: Entity ids of whoever may be involved.
    """

    claim: Claim
    condition: tuple[Asked, ...]
    consequence: tuple[Asked, ...]
    said: Clauses
    acts: frozenset[str]
    parties: frozenset[str]

    @property
    def look_for(self) -> frozenset[str]:
        """The words to look for in a record."""
        return self.said.look_for | (DEADLINES if self.is_awaited else frozenset())

    @property
    def is_awaited(self) -> bool:
        """Whether something is waited for, and the consequence follows when it does not come in time."""
        condition = self.said.condition
        is_denied = condition is not None and condition.negative and self.claim.due is not None
        return self.claim.turn is Turn.IF_NOT or (self.claim.turn is Turn.IF and is_denied)

    @property
    def abstains(self) -> bool:
        """Whether what was said to follow is that something is not done: by its kind, its event or its words."""
        if self.claim.abstains:
            return True
        consequence = self.said.consequence
        return consequence is not None and consequence.negative

    @property
    def is_told(self) -> bool:
        """Whether there is anything by which to tell that what the claim turns on came or did not."""
        found = (self.said.condition, self.said.consequence)
        return bool(self.acts) or any(one is not None and not one.is_empty for one in found)


def wanted(claim: Claim, known: Knows) -> Wanted:
    """Return a claim with what it asks for."""
    condition, consequence, said = asked_condition(claim, known), asked_consequence(claim, known), clauses(claim, known)
    if said.consequence is not None and said.consequence.lasts and not claim.abstains:
        consequence = ()  # the act that was read is the one that stays: "the sanctions will remain in place"
    frames = [one.frame for one in (*condition, *consequence)]
    named = frozenset(act for frame in frames for act in related(frame.act))
    involved = frozenset(one for frame in frames for one in _involved(frame, known, claim.made[1]))
    return Wanted(claim, condition, consequence, said, named, involved)


@cache
def related(act: str) -> frozenset[str]:
    """Return the acts that may show that an act was done or not: itself, narrower, wider, contrary, other names."""
    return frozenset(one for one in acts() if may_show(act, one))


def _involved(frame: Frame, known: Knows, on: date) -> Iterator[str]:
    """Yield whoever may stand in a report of a frame: its parties, what they speak for, and members of either."""
    named = {*frame.actors, *frame.recipients, *(one for one in (frame.members, frame.place, frame.origin) if one)}
    for one in named:
        yield from sides(one, frame.entities, known)
        yield from known.members(one, on)


# ---- as frames


def asked_condition(claim: Claim, known: Knows) -> tuple[Asked, ...]:
    """Return the frames of a claim's condition as it is worded; a demand's doer is its target where it names none."""
    view, signal = claim.weighed, claim.weighed.signal
    found = conditions(view, known, claim.made[1]) if signal.condition is not None or not view.condition else ()
    if signal.kind is SignalKind.DEMAND:
        own = sides(signal.sender, view.entities, known)
        found = (_asked_of(frame, frozenset(signal.target), own) for frame in found)
    elif signal.kind is SignalKind.THREAT:
        # nobody threatens another over what he does himself: "Japan will stop aid if | it | launches"
        own = side_of(claim, known).union(*(one.frame.actors for one in asked_consequence(claim, known)))
        target = targets_of(claim, known, own)
        found = (_by_another(frame, own, target) for frame in found)
    elif signal.kind is SignalKind.WARNING:
        # nor does anybody bring on himself what he does to another: "Congress would cut their aid if | it | fell"
        done = [one.frame for one in asked_consequence(claim, known) if is_against(one.frame.act)]
        doers = frozenset(one for frame in done for one in frame.actors)
        harmed = frozenset(one for frame in done for one in frame.recipients)
        found = (_by_another(frame, doers, harmed) for frame in found)
    return tuple(_asked(_bare(frame), claim, known) for frame in found)


def asked_consequence(claim: Claim, known: Knows) -> tuple[Asked, ...]:
    """Return the frames of what a claim says will be done (in a refusal: of what it says will not be)."""
    view, signal = claim.weighed, claim.weighed.signal
    found = (frame_of(view.told(event)) for event in view.consequence)
    if signal.kind in OWN and signal.sender is not None:
        named = _subject(claim, known)
        own, others = named or own_side(claim, known), _others(claim, known) - named
        mine = (replace(frame, actors=frame.actors - others) for frame in found)
        found = (frame if act(frame.act).symmetric else _with_actors(frame, own) for frame in mine)
    return tuple(_asked(replace(_bare(frame), happens=True), claim, known) for frame in found)


def _others(claim: Claim, known: Knows) -> frozenset[str]:
    """Return who brings on what is to follow, and so does not do it: "a British attack would end the talks"."""
    signal = claim.weighed.signal
    if signal.condition is None:
        return frozenset()
    found = (frame.actors for frame in conditions(claim.weighed, known, claim.made[1]))
    named = _named_in(claim, known, signal.condition, claim.weighed.condition, signal.condition_event)
    return named.union(*found) - side_of(claim, known)


def _subject(claim: Claim, known: Knows) -> frozenset[str]:
    """Return whom the words of what is to follow name as its doer, empty where they name nobody."""
    signal = claim.weighed.signal
    return _named_in(claim, known, signal.consequence, claim.weighed.consequence, signal.consequence_event)


def _named_in(
    claim: Claim, known: Knows, spans: Spans | None, events: Iterable[Event], head: str | None
) -> frozenset[str]:
    """Return whom the words of a half name as the doer of the event that heads it, or of its verb."""
    view = claim.weighed
    event = next((one for one in events if one.id == head), None)
    if not spans:
        return frozenset()
    words = tuple(one for span in spans for one in tokens(span.of(view.text), span.start, view.entities, known))
    if event is None:
        return clause(words, frozenset()).doer
    return clause(words, frozenset(), cue=event.cue[0].of(view.text).split()[0], act=event.act).doer


def own_side(claim: Claim, known: Knows) -> frozenset[str]:
    """
    Return who acts when the sender of a claim does.

    Empty for a person of whom it is not known whom he serves, and for those whom an article does not name: no other
    article can be known to tell of them.
    """
    sender, entities = claim.signal.sender, claim.view.entities
    if sender is None:
        return frozenset()
    found = acting_side(sender, entities, known)
    if found == {sender} and sender in entities and entities[sender].kind is EntityKind.PERSON:
        return frozenset()
    return frozenset(one for one in found if UNNAMED not in one)


def _asked(frame: Frame, claim: Claim, known: Knows) -> Asked:
    signal = claim.signal
    side = sides(signal.sender, claim.view.entities, known)
    allied = signal.kind in (SignalKind.COMMITMENT, SignalKind.THREAT, SignalKind.PROMISE)
    near = named_near(claim.view)
    return Asked(frame, False, side, allied, treaty=signal.kind is SignalKind.COMMITMENT, near=near)


def _bare(frame: Frame) -> Frame:
    """Return a frame without its time: what counts is whether it came in time, which the deadline says."""
    return replace(frame, time=None)


def _by_another(frame: Frame, own: frozenset[str], target: frozenset[str]) -> Frame:
    """Return what a threat hangs on with who does it: where its words give it to the sender's own side, its target."""
    return replace(frame, actors=frame.actors - own or target or frame.actors) if frame.actors else frame


def _asked_of(frame: Frame, target: frozenset[str], own: frozenset[str]) -> Frame:
    """Return what a demand asks for with who is to do it: nobody demands an act of his own side."""
    return replace(frame, actors=frame.actors - own or target)


def _with_actors(frame: Frame, actors: frozenset[str]) -> Frame:
    return frame if frame.actors else replace(frame, actors=actors)


# ---- as clauses


def clauses(claim: Claim, known: Knows) -> Clauses:
    """Return the clauses of a claim."""
    view = claim.weighed
    events = {event.id: event for event in (*view.condition, *view.consequence)}

    def made(spans: Spans | None, head: str | None, doers: Iterable[frozenset[str]]) -> Clause | None:
        if not spans:
            return None
        words = tuple(one for span in spans for one in tokens(span.of(view.text), span.start, view.entities, known))
        event = events.get(head or "")
        cue = event.cue[0].of(view.text).split()[0] if event else None
        doer = frozenset(one for some in doers for who in some for one in sides(who, view.entities, known))
        likely = side_of(claim, known) if claim.is_own and spans is view.signal.consequence else frozenset()
        return clause(words, doer, cue=cue, act=event.act if event else None, likely=likely)

    signal = view.signal
    return Clauses(
        made(signal.condition, signal.condition_event, (one.frame.actors for one in asked_condition(claim, known))),
        made(signal.consequence, signal.consequence_event, _doers(claim, known)),
    )


def _doers(claim: Claim, known: Knows) -> Iterator[frozenset[str]]:
    found = [one.frame.actors for one in asked_consequence(claim, known)]
    yield from found
    if not found and claim.is_own:
        yield own_side(claim, known)

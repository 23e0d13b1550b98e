"""
A signal to the frames that would set it off.

What a condition takes for granted is filled in here: "any member" is read as that, a verb without a subject as done by
whom its clause begins with, "its airspace" as the sender's, "the treaty" as the treaty named before. None of it is ever
guessed about a move.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.acts.objects import classify, head_of, lineage
from sayso.acts.taxonomy import Frame as Kind
from sayso.acts.taxonomy import act
from sayso.record.entries import Event
from sayso.spans import Span, Spans, cover, words_of
from sayso.terms import EntityKind, EventType, SignalKind
from sayso.weigh.frames import (
    ANYBODY,
    PLACED,
    Frame,
    Knows,
    SignalView,
    frame_of,
    is_hollow,
    mentioned,
    somebody,
)
from sayso.weigh.pacts import of_pact
from sayso.weigh.presence import borne, present, same_deed, with_places
from sayso.weigh.pronouns import SUFFERER, by_the_other, unread
from sayso.weigh.sides import acting_side, is_against, is_hostile, is_known
from sayso.weigh.terms import terms
from sayso.weigh.things import owners
from sayso.weigh.wording import DEADLINE

AGAINST: Final = re.compile(r"\b(?:against|upon) (?:the |any |an? |all |all the |each |one )?$")
"""Between a blow and whom it hits."""
OPENING: Final = re.compile(
    r"\W*(?:(?:if|should|unless|until|once|when|that|any|the|an?|further|more|new|all)\W+)*$", re.I
)
"""What may stand before whoever a clause begins with."""
RELATIVE: Final = re.compile(r"\b(?:that|which|who)\b(?: (?:tries|attempts|dares|seeks|is|are|was|were) to)?\W*$", re.I)
"""Before the verb of a relative clause: "any Russian aircraft that | violates"."""
UNREAD: Final = re.compile(r"the [A-Z]\w+\b")
"""A clause that begins with a name that nobody is known by: "the South"."""
FORM_WORDS: Final = ANYBODY | frozenset(
    "either each single another next last attempt try effort move much foot finger hand step act".split()
)
"""Words of a condition for whoever it may be, and those by which any act is told: "an attempt to", "set foot"."""
EITHER: Final = re.compile(
    r"\W*(?:either|one|any) (?:of (?:them|the (?:two|sides|parties)|these)|country|side|party|government|army)\b", re.I
)
"""How a condition begins that any one of some may meet."""
OTHER: Final = re.compile(r"\b(?:the other|each other|one another)\b", re.I)
"""Whom a condition names that one of two does something to."""
BOTH: Final = re.compile(r"\W*(?:both|the two)\b", re.I)
"""How a condition begins that all of some must meet."""
EITHER_OR: Final = re.compile(r"\b(?:or|either|any)\b", re.I)
BEHIND: Final = re.compile(
    r" (?:with|of|on|against|in|to) (?:the |any |an? |its |our |their )?([a-z][\w-]*(?: [a-z][\w-]*)?)\b"
)
"""What an act is done to, behind its noun."""
STRAIGHT: Final = re.compile(
    r" (?:(?:so much as|as much as|even|but|up|down|out|off) )*"
    r"((?:an?|one|any|another|the|this|that|these|those|our|their|its|his|my)(?: more| single)?"
    r"(?: [a-z][\w-]*){1,3})(?=\W|$)"
)
"""A thing right behind its verb: "blow up | so much as | one bridge"."""
SUFFERS: Final = re.compile(r"\b(?:is|are|was|were|be|been|being|come|comes|came)\b[\w\s]*$", re.I)
"""What stands before a verb whose subject it is done to."""
AT: Final = re.compile(r"\b(?:in|at|on|into|to|near|along|from|off|over|inside|across|around) (?:the )?$", re.I)
"""Before the name of a place."""
TO: Final = re.compile(r"\b(?:to|for) (?:the )?$", re.I)
"""Before who is given something."""
HERE: Final = re.compile(r"(?:the|our|its|their|his) (?:country|nation|republic|kingdom|territory|soil|land)", re.I)
"""The sender's own land."""
LINE: Final = re.compile(
    r"\b(?:along|at|on|from|near|across|off|behind) (?:the )?(\w+) (?:border|frontier|coast|line)\b"
)
"""A line that is known by whose it is."""
OWNED: Final = re.compile(r"^(?:its|our|their|his|her)\b|\bof (?:ours|theirs|his|hers|mine|its own)$", re.I)
"""How the object of an act against somebody begins that belongs to whoever speaks."""
OURS: Final = re.compile(r"^our\b|\bof (?:ours|mine|our own)$", re.I)
"""How it begins or ends where it is nobody else's, whatever else was read."""
ENTERING: Final = frozenset(("land_forces", "violate_airspace", "cross_line", "deploy"))
"""Acts that are done to whoever owns the land, the waters or the line."""
LANDS: Final = frozenset("territory soil land homeland country state nation interest target ground".split())
"""Nouns that say no more than whose it is: an attack on Indian soil is one on India."""
BEFORE: Final = 4000
"""How far back a thing with "the" may have been named, in code points; set by hand, a long article's first half."""


def conditions(view: SignalView, known: Knows, on: date | None) -> Iterator[Frame]:
    """
    Yield the frames that would set a signal off, what is left unsaid filled in.

    A promise to defend somebody that names no condition presupposes an attack on them.
    """
    for event in view.condition:
        if is_hollow(view.told(event)) and act(event.act).event_type is not EventType.REQUEST:
            continue
        frame = unread(_with_actor(frame_of(view.told(event)), event, view, known, on), view, known)
        frame = _joint(frame, view, known)
        frame = _with_object(frame, event, view)
        filled = _filled(replace(frame, unsaid=_unsaid(frame, event, view)), view, known, on)
        yield from with_places(filled, view, view.signal.condition or ())
    if not view.condition and view.signal.condition is not None:
        yield from same_deed(view, known)
        yield from present(view, known, on)
        yield from borne(view, known, on)
    if not view.condition and view.signal.condition is None:
        for event in view.consequence:
            if event.act == "defend":
                yield _filled(_attacked(frame_of(view.told(event))), view, known, on)


def _unsaid(frame: Frame, event: Event, view: SignalView) -> tuple[frozenset[str], ...] | None:
    """Return the forms of the words of a condition besides those of its act and object and those that say nothing."""
    if not view.signal.condition:
        return None
    named = {one.low for thing in frame.things for one in terms(thing, Span(0, len(thing)), {})}
    within = cover(view.signal.condition)
    when = DEADLINE.search(view.text, within.start, within.end)
    said = (*event.cue, *((Span(*when.span()),) if when else ()))
    return tuple(
        one.forms
        for one in terms(view.text, within, {})
        if one.tells
        and one.low not in named | FORM_WORDS
        and not any(Span(one.start, one.start + len(one.low)).overlaps(span) for span in said)
    )


def _attacked(defence: Frame) -> Frame:
    """Return the attack that a defence is against; what is defended stays, for it may be "its members"."""
    return replace(defence, act="attack", happens=True, actors=frozenset(), object=None)


def _with_actor(frame: Frame, event: Event, view: SignalView, known: Knows, on: date | None) -> Frame:
    """
    Return a frame with whom its clause begins with as actor, where its own verb has none.

    "If Iraq moves its tanks or | fires on allied planes": the second verb shares the subject of the first.
    """
    if frame.actors or event.actor or act(frame.act).symmetric or not view.signal.condition:
        return frame
    within = cover(view.signal.condition)
    cue = event.cue[0]
    named = [(span, key) for span, key in mentioned(within, view.entities) if span.end <= cue.start]
    if RELATIVE.search(view.text, within.start, cue.start):
        whose = owners((view.text[within.start : cue.start],), known, on)
        return replace(frame, actors=whose, doer=None) if len(whose) == 1 else frame
    lead = UNREAD.match(view.text, within.start, cue.start)
    if lead is not None and not any(span.start < lead.end() for span, _ in named) and frame.doer is None:
        return replace(frame, doer=lead.group())
    if not named or SUFFERS.search(view.text[max(within.start, cue.start - 24) : cue.start]):
        return frame
    span, key = named[0]
    given = {*frame.recipients, frame.place}
    if key in given or not OPENING.match(view.text[within.start : span.start]):
        return frame
    return replace(frame, actors=somebody((key,), view.entities))


def _joint(frame: Frame, view: SignalView, known: Knows) -> Frame:
    """
    Return a frame with who must do it together: "Chad and Libya", "both armies".

    Who is only counted ("the two") was read from the article; the sender's own side is none of them. "Either" means
    any one, whoever it is.
    """
    words = words_of(view.text, view.signal.condition or ())
    if EITHER.match(words) and OTHER.search(words):
        pair = _pair(view, known)
        return replace(frame, actors=pair, recipients=pair, doer=None)
    if EITHER.match(words):
        return replace(frame, actors=frozenset(), doer=None)
    counted = BOTH.match(words) is not None
    if not counted and (len(frame.actors) < 2 or EITHER_OR.search(words)):
        return frame
    named = frozenset(key for _, key in mentioned(view.signal.condition or (), view.entities))
    if counted and not frame.actors <= named:
        frame = replace(frame, actors=frame.actors - own_side(view, known))
        frame = frame if len(frame.actors) > 1 else replace(frame, actors=frozenset(), doer=None)
    return replace(frame, joint=True)


def _pair(view: SignalView, known: Knows) -> frozenset[str]:
    """Return the two states that an article names most often, the sender's side left out, none if there are less."""
    own = own_side(view, known)
    states = [one for one in view.entities.values() if one.kind is EntityKind.COUNTRY and one.id not in own]
    states.sort(key=lambda one: (-len(one.mentions), one.id))
    return frozenset(one.id for one in states[:2]) if len(states) > 1 else frozenset()


def _with_object(frame: Frame, event: Event, view: SignalView) -> Frame:
    """Return a frame with the noun right behind its act as object, where its event has nothing: "with the flights"."""
    if frame.things or frame.recipients or frame.place is not None:
        return frame
    condition, start = cover(view.signal.condition or view.signal.consequence or event.cue), event.cue[-1].end
    if start not in range(condition.start, condition.end):
        return frame
    straight = STRAIGHT.match(view.text, start, condition.end)
    if (
        straight is not None
        and act(frame.act).frame not in PLACED | {Kind.LEAVE}
        and classify(straight.group(1)) is not None
    ):
        thing = straight.group(1)
        return replace(frame, thing=thing, object=classify(thing), things=(thing,))
    behind = BEHIND.match(view.text, start, condition.end) if is_against(frame.act) else None
    named = [span for span, _ in mentioned(condition, view.entities)]
    if behind is None or any(span.overlaps(Span(*behind.span(1))) for span in named):
        return frame
    return replace(frame, thing=behind.group(1), things=(behind.group(1),))


def _defended(frame: Frame, view: SignalView) -> Frame:
    """
    Return an attack that a defence is against with whom it defends, where a pronoun was read as who defends.

    "France is bound to defend Djibouti if its territory is attacked": nobody defends another for being hit himself.
    """
    for event in view.consequence:
        others = somebody(event.recipient, view.entities)
        hit = frame.recipients or frozenset(one for one in (frame.place,) if one is not None)
        if (
            event.act == "defend"
            and others
            and hit
            and hit <= somebody(event.actor, view.entities) | {view.signal.sender}
        ):
            return replace(frame, recipients=others, place=None)
    return frame


def _asked_of_us(frame: Frame, view: SignalView, known: Knows) -> Frame:
    """Return a request that names nobody as one to who answers it: "Chad will send troops if it is asked"."""
    if act(frame.act).event_type is not EventType.REQUEST or frame.recipients:
        return frame
    return replace(frame, recipients=own_side(view, known) - frame.actors)


def _filled(frame: Frame, view: SignalView, known: Knows, on: date | None) -> Frame:
    signal = view.signal
    frame = by_the_other(_asked_of_us(_defended(frame, view), view, known), view, own_side(view, known), known)
    if signal.if_not and not frame.actors:
        frame = replace(frame, actors=somebody(signal.target, view.entities))
    if signal.sender in frame.recipients:
        mine = own_side(view, known)
        frame = replace(
            frame, recipients=(frame.recipients | mine) - ({signal.sender} if mine - {signal.sender} else set())
        )
        frame = replace(frame, recipients=frozenset(one for one in frame.recipients if is_known(one, known)))
    frame = _given(frame, view, signal.condition or ())
    spans = signal.condition or signal.consequence or ()
    frame = _placed(_of_owner(_anaphor(frame, view, spans), view, known, on), view, spans, known, on)
    if is_hostile(frame.act) and not frame.recipients:
        frame = replace(frame, recipients=_victims(view, spans, known) or _meant(frame, view, known))
    return of_pact(frame, view, spans, known, on)


def _given(frame: Frame, view: SignalView, spans: Spans) -> Frame:
    """Return a frame of giving with whom its condition names behind "to" or "for", where its event has nobody."""
    if frame.recipients or act(frame.act).frame is not Kind.GIVE:
        return frame
    named = (
        key
        for span, key in mentioned(spans, view.entities)
        if key not in frame.actors and TO.search(view.text[max(0, span.start - 12) : span.start])
    )
    found = next(named, None)
    return frame if found is None else replace(frame, recipients=frozenset({found}))


def _placed(frame: Frame, view: SignalView, spans: Spans, known: Knows, on: date | None) -> Frame:
    """Return a frame with the place that its condition names behind a preposition, where its event has none."""
    if frame.place is not None or act(frame.act).frame not in PLACED | {Kind.ALLOW}:
        return frame
    if frame.thing is not None and HERE.fullmatch(frame.thing) and view.signal.sender is not None:
        lands = [
            one for one in acting_side(view.signal.sender, view.entities, known) if known.state_of_place(one) == one
        ]
        return replace(frame, place=lands[0], thing=None, things=()) if len(lands) == 1 else frame
    taken = frame.actors | frame.recipients
    for span, key in mentioned(spans, view.entities):
        if key not in taken and AT.search(view.text[max(0, span.start - 16) : span.start]):
            return replace(frame, place=key)
    for found in LINE.finditer(words_of(view.text, spans)):
        whose = owners((found.group(1),), known, on)
        if len(whose) == 1:
            return replace(frame, place=next(iter(whose)))
    return frame


def _of_owner(frame: Frame, view: SignalView, known: Knows, on: date | None) -> Frame:
    """Return a frame whose object belongs to the sender as one against the sender, and land as its owner's."""
    thing = frame.thing
    if thing is None or not (is_against(frame.act) or frame.act in ENTERING):
        return frame
    unread = not any(is_known(one, known) or one == view.signal.sender for one in frame.recipients)
    if (unread or OURS.search(thing)) and OWNED.search(thing) and not _is_moved(thing, frame):
        frame = replace(frame, recipients=own_side(view, known) - frame.actors, things=(thing,))
    if is_hostile(frame.act) and not frame.recipients:
        frame = replace(frame, recipients=_whose(frame, known, on) - frame.actors)
    if frame.recipients and is_hostile(frame.act) and head_of(thing) in LANDS:
        frame = replace(frame, object=None, thing=None, things=())
    return frame


def _whose(frame: Frame, known: Knows, on: date | None) -> frozenset[str]:
    """Return the states and bodies whose the things of an act are said to be: "French | diplomats"; no places."""
    return frozenset(one for one in owners(frame.things, known, on) if known.state_of_place(one) in (None, one))


def own_side(view: SignalView, known: Knows) -> frozenset[str]:
    """Return for whom a signal speaks: its sender's side, or who acts in it where the sender is nobody known."""
    signal = view.signal
    found = acting_side(signal.sender, view.entities, known) if signal.sender is not None else frozenset()
    if any(is_known(one, known) for one in found - {signal.sender}) or any(known.organ_of(one) for one in found):
        return found
    if signal.kind in (SignalKind.WARNING, SignalKind.REFUSAL):
        return found
    acting = frozenset(one for event in view.consequence for one in event.actor if is_known(one, known))
    return found | (acting or _first(view, known))


def _first(view: SignalView, known: Knows) -> frozenset[str]:
    """Return whom a consequence begins with, where a table knows him: who threatens or promises speaks of his own."""
    if not view.signal.consequence:
        return frozenset()
    start = cover(view.signal.consequence).start
    named = mentioned(view.signal.consequence, view.entities)[:1]
    return frozenset(
        key for span, key in named if is_known(key, known) and OPENING.match(view.text[start : span.start])
    )


def _is_moved(thing: str, frame: Frame) -> bool:
    """Tell whether an object is what moves, and so the actor's own: "sends its troops"."""
    kind = classify(thing)
    return act(frame.act).frame is Kind.SEND and kind is not None and "military" in lineage(kind)


def _anaphor(frame: Frame, view: SignalView, spans: Spans) -> Frame:
    """Return a frame whose "the treaty" is the one last named before: "the Indus Waters Treaty"."""
    if frame.thing is None or not spans:
        return frame
    bare = re.fullmatch(r"the (\w+)", frame.thing)
    if bare is None or classify(frame.thing) not in ("documents", "line", "facilities", "territory"):
        return frame
    head = bare.group(1)
    start = cover(spans).start
    named = re.compile(
        rf"\b(?:[A-Z][\w’'-]*\s+){{1,4}}{head}\b|\b{head}\s+of\s+[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*", re.I
    )
    before = view.text[max(0, start - BEFORE) : start]
    full = [found.group(0) for found in named.finditer(before) if _is_name(found.group(0), head)]
    return replace(frame, thing=" ".join(full[-1].split()), things=(full[-1], *frame.things)) if full else frame


def _is_name(words: str, head: str) -> bool:
    """Tell whether words name a thing: one beside the head is capitalised that need not be."""
    rest = [word for word in words.split() if word.lower() not in (head.lower(), "of", "the", "a", "an")]
    return any(word[0].isupper() for word in rest)


def _meant(frame: Frame, view: SignalView, known: Knows) -> frozenset[str]:
    """Return whom an "it" that suffers means: whom the consequence begins with, else whose signal it is."""
    suffers = SUFFERER.match(words_of(view.text, view.signal.condition or ()))
    if suffers is None or frame.place is not None or frame.thing is not None:
        return frozenset()
    return (_first(view, known) or own_side(view, known)) - frame.actors


def _victims(view: SignalView, spans: Spans, known: Knows) -> frozenset[str]:
    """Return the known parties that a condition names behind "against", where its event has nobody who is hit."""
    return frozenset(
        key
        for span, key in mentioned(spans, view.entities)
        if is_known(key, known) and AGAINST.search(view.text, 0, span.start)
    )

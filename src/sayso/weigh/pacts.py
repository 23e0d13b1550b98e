"""
Words for those who belong to a pact ("any member", "one of the parties", "the bloc") to the pact, or to who signed it.

A pact that the tables know has its members there. One that only an article tells of has those whom the article lists
beside it: "the charter that Mali, Niger and Chad signed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.spans import Span, Spans, cover, words_of
from sayso.terms import EntityKind
from sayso.weigh.frames import Frame, Knows, SignalView, mentioned
from sayso.weigh.sides import has_side, is_hostile, is_known, sides

MEMBERS: Final = re.compile(r"\b(?:members?|member[- ]\w+|all(?:y|ies)|partners?|signator\w+|part(?:y|ies))\b", re.I)
"""Words for any one of those who belong to an organisation or have signed its treaty."""
ONE_OF: Final = re.compile(
    r"\b(?:one|any|either|each)(?: or more)? of (?:them|us|the (?:two|three|four|five|six|seven|eight|countries|states|"
    r"part(?:y|ies)|signator\w+|contracting \w+))\b",
    re.I,
)
"""Words for any one of those who have just been listed."""
ANY_STATE: Final = re.compile(
    r"\b(?:any|one|another|an?|each|every)(?: other| single)? ([A-Z][\w-]+(?: [A-Z][\w-]+)?)"
    r" (?:state|country|nation|republic)\b"
)
"""Words for any one state of a group that is known by an adjective."""
NOUNS: Final = ("states", "countries")
"""Nouns for a group of states."""
PACT: Final = re.compile(r"\b(?:treat(?:y|ies)|pacts?|charter|alliance|signator\w+|signed|allies|entente)\b", re.I)
"""A word beside a list of states that says what they are listed for."""
BESIDE: Final = 300
"""How near to a list of states such a word must stand, in code points; set by hand, two sentences."""
LISTING: Final = re.compile(r"(?:,|,? and|, as well as|,? &) (?:the )?")
"""Between two states of a list."""
ENTERED: Final = frozenset(("leave_organization", "join_organization"))
"""Acts of which "the bloc" is the other side."""


def of_pact(frame: Frame, view: SignalView, spans: Spans, known: Knows, on: date | None) -> Frame:
    """
    Return a condition's frame with the pact, or its signatories, for words that stand for any member of one.

    Args:
        frame: What the condition asks for, as far as its own words tell.
        view: The signal.
        spans: Where the condition stands.
        known: The tables.
        on: The day that memberships are read for.
    """
    words = words_of(view.text, spans)
    if frame.act in ENTERED and not any(is_known(one, known) for one in frame.recipients):
        bloc = organisation(view, spans, known, on)
        return frame if bloc is None else replace(frame, recipients=frozenset({bloc}))
    if not is_hostile(frame.act):
        return frame
    group = _group(words, known, on) if not any(is_known(one, known) for one in frame.recipients) else None
    if group is not None:
        return replace(
            frame, recipients=frozenset(), members=group, object=None, thing=None, things=(), place=None, spot=None
        )
    listed = listed_before(view, spans, known)
    if listed and ONE_OF.search(words):
        return replace(frame, recipients=listed, object=None, thing=None, things=())
    if not _wants_members(frame, words, known):
        return frame
    bloc = organisation(view, spans, known, on)
    if bloc is not None:
        return replace(frame, recipients=frozenset(), members=bloc, object=None, thing=None, things=())
    return replace(frame, recipients=listed, object=None, thing=None, things=()) if listed else frame


def _group(words: str, known: Knows, on: date | None) -> str | None:
    """Return the group that a condition means any state of by its adjective: "any | Baltic | state"."""
    found = ANY_STATE.search(words)
    names = () if found is None else (f"{the}{found.group(1)} {noun}" for the in ("", "the ") for noun in NOUNS)
    hits = (hit for name in names for hit in known.hits(name, on) if hit.span.end == len(name))
    return next((one.known.id for hit in hits for one in hit.senses if known.members(one.known.id, on)), None)


def _wants_members(frame: Frame, words: str, known: Knows) -> bool:
    """Tell whether a condition means any member: it says so of its object, or names nobody and speaks of them."""
    if frame.thing is not None and MEMBERS.search(frame.thing):
        return True
    if any(is_known(one, known) for one in frame.recipients):
        return False
    return bool(MEMBERS.search(words)) or _are_members(frame)


def _are_members(frame: Frame) -> bool:
    return any(MEMBERS.search(frame.entities[one].name) for one in frame.recipients if one in frame.entities)


def organisation(view: SignalView, spans: Spans, known: Knows, on: date | None) -> str | None:
    """
    Return whose members are meant.

    An organisation in the condition, else the sender's own, else the last named before, else the first in the
    consequence behind it.
    """
    alliances = {one.id for one in view.entities.values() if known.members(one.id, on) and has_side(one.id, known, on)}
    named = mentioned(spans, view.entities)
    inside = next((key for _, key in named if key in alliances), None)
    own = next(iter(sorted(alliances & sides(view.signal.sender, view.entities, known))), None)
    if inside or own or not spans:
        return inside or own
    start = cover(spans).start
    before = [(span, one.id) for one in view.entities.values() for span in one.mentions if span.start < start]
    last = max(((span.start, key) for span, key in before if key in alliances), default=(0, None))[1]
    behind = mentioned(view.signal.consequence or (), view.entities)
    return last or next((key for _, key in behind if key in alliances), None)


def listed_before(view: SignalView, spans: Spans, known: Knows) -> frozenset[str]:
    """Return the states of the last list of a pact's members that begins before a condition ends; none without one."""
    if not spans:
        return frozenset()
    end = cover(spans).end
    found = [(span, ids) for span, ids in _lists(view, known) if span.start < end and _is_of_pact(view.text, span)]
    return found[-1][1] if found else frozenset()


def _is_of_pact(text: str, listed: Span) -> bool:
    return PACT.search(text, max(0, listed.start - BESIDE), listed.end + BESIDE) is not None


def _lists(view: SignalView, known: Knows) -> Iterator[tuple[Span, frozenset[str]]]:
    """Yield the lists of two or more states that a text has, in order."""
    states = sorted(
        (span, one.id)
        for one in view.entities.values()
        if one.kind is EntityKind.COUNTRY and is_known(one.id, known)
        for span in one.mentions
    )
    run: list[tuple[Span, str]] = []
    for span, key in states:
        if run and LISTING.fullmatch(view.text, run[-1][0].end, span.start) is None:
            if len({one for _, one in run}) > 1:
                yield cover(one for one, _ in run), frozenset(one for _, one in run)
            run = []
        run.append((span, key))
    if len({one for _, one in run}) > 1:
        yield cover(one for one, _ in run), frozenset(one for _, one in run)

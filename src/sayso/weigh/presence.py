"""
A condition that names no deed of its own to the one that it means: "British soldiers at Kariba", "if India does so".

Also the places that a condition names one beside the other: "any landing on Picton, Nueva or Lennox" asks for one on
any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.acts.objects import classify, lineage
from sayso.spans import Span, Spans, cover, words_of
from sayso.weigh.frames import Frame, Knows, SignalView, frame_of, mentioned
from sayso.weigh.sides import is_known
from sayso.weigh.things import owners

STANDING: Final = re.compile(
    r"\W*((?:(?!\b(?:that|which|who|to|is|are|was|were|will|would)\b)[^,;:.])+?)"
    r"(?: (?:found|caught|seen|sighted|spotted|detected|encountered|met|discovered|sailing|flying|steaming|cruising"
    r"|operating|loitering|remaining|lying|anchored|stationed|based|deployed))?"
    r" (?:in|at|on|over|near|inside|off|within|nearing|approaching|entering|crossing|penetrating"
    r"|(?:within|less than|closer than|under|up to) [\w-]+ (?:[a-z]+ )?(?:miles?|kilomet\w+|km|leagues?|yards|met\w+)"
    r" (?:of|from|to|off)) (?=the |its |our |their |[A-Z])",
)
"""Who or what stands somewhere, as a condition of nouns alone says it."""
PRESENT: Final = frozenset(("forces", "arms", "bases", "warships", "aircraft", "missiles", "vessels"))
"""Classes of what is sent or stationed."""
BEARING: Final = re.compile(
    r"\W*((?:(?!\b(?:that|which|who|to|is|are|was|were|will|would)\b)[^,;:.])+?)"
    r" (?:carrying|bringing|taking|running|smuggling|shipping|delivering|hauling|bearing|ferrying) "
    r"([^,;:.]+?) (?:to|for|into|towards?) (?=the |[A-Z])",
)
"""What carries something to somebody, as a condition of nouns alone says it."""
BORNE: Final = (("arms", "supply_arms"), ("energy", "supply_energy"), ("aid_goods", "send_aid"), ("forces", "deploy"))
"""Classes of what is carried, each with the act that bringing it is."""
DOES_SO: Final = re.compile(r"\b(?:do|does|did)( not|n[’']t)?(?: so)?\W*$", re.I)
"""How a condition ends that says no more than that somebody does likewise."""
BESIDE: Final = re.compile(r"(?:,|,? or|,? and|,? nor) (?:on |in |at )?(?:the )?")
"""Between two places of a row."""


def present(view: SignalView, known: Knows, on: date | None) -> Iterator[Frame]:
    """Yield the sending of forces that a condition only names with where they are, none for any other condition."""
    spans = view.signal.condition or ()
    if not spans:
        return
    within = cover(spans)
    found = STANDING.match(view.text, within.start, within.end)
    kind = classify(found.group(1)) if found is not None else None
    if found is None or kind is None or PRESENT.isdisjoint(lineage(kind)):
        return
    thing = " ".join(found.group(1).split())
    place = next((key for span, key in mentioned(spans, view.entities) if span.start >= found.end()), None)
    whose = owners((thing,), known, on)
    if place is not None:
        yield Frame(
            act="deploy", happens=True, actors=whose if len(whose) == 1 else frozenset(), recipients=frozenset(),
            object=kind, thing=thing, place=place, time=None, things=(thing,), entities=view.entities,
        )  # fmt: skip


def borne(view: SignalView, known: Knows, on: date | None) -> Iterator[Frame]:
    """Yield the bringing of what a condition only names with who carries it where: "any ship | carrying rifles to"."""
    spans = view.signal.condition or ()
    within = cover(spans)
    found = BEARING.match(view.text, within.start, within.end)
    thing = " ".join(found.group(2).split()) if found is not None else ""
    kind = classify(thing) if thing else None
    made = next((name for held, name in BORNE if held in lineage(kind)), None) if kind is not None else None
    key = next((one for span, one in mentioned(spans, view.entities) if found and span.start >= found.end()), None)
    if found is None or made is None or key is None:
        return
    whose = owners((found.group(1),), known, on)
    is_placed = made == "deploy"
    yield Frame(
        act=made, happens=True, actors=whose if len(whose) == 1 else frozenset(),
        recipients=frozenset() if is_placed else frozenset({key}), object=kind, thing=thing,
        place=key if is_placed else None, time=None, things=(thing,), entities=view.entities,
    )  # fmt: skip


def with_places(frame: Frame, view: SignalView, spans: Spans) -> Iterator[Frame]:
    """Yield a frame, and once more for each place that its condition names beside the one that it has."""
    yield frame
    named = mentioned(spans, view.entities)
    at = next((i for i, (_, key) in enumerate(named) if key == frame.place), None)
    if frame.place is None or at is None:
        return
    last: Span = named[at][0]
    for span, key in named[at + 1 :]:
        if BESIDE.fullmatch(view.text, last.end, span.start) is None:
            return
        last = span
        yield replace(frame, place=key)


def same_deed(view: SignalView, known: Knows) -> Iterator[Frame]:
    """Yield the act of a consequence as done by whom a condition names: "will test a bomb if | India does so"."""
    spans = view.signal.condition or ()
    found = DOES_SO.search(words_of(view.text, spans))
    named = [key for _, key in mentioned(spans, view.entities) if is_known(key, known)]
    if found is None or len(named) != 1 or not view.consequence:
        return
    frame = frame_of(view.told(view.consequence[0]))
    happens = frame.happens is (found.group(1) is None)
    yield replace(frame, actors=frozenset(named), happens=happens, doer=None, place=None, time=None)

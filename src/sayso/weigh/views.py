"""A record as of a day to what the what-if weighs: each signal with its events, proof, source and reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.acts.taxonomy import is_listed
from sayso.merge.corroboration import Corroboration, corroborate
from sayso.record.entries import Event, Reading, Signal
from sayso.record.listing import of_reading
from sayso.record.store import Record
from sayso.resolve.edtf import bounds
from sayso.spans import Spans, cover, within
from sayso.terms import SignalKind, Standing
from sayso.weigh.frames import SignalView

_EITHER: Final = re.compile(r"\bor\b", re.I)
_WHOEVER: Final = re.compile(
    r"\b(?:(?:any|every|each|all)\b[^.,;:]{0,60}?\b(?:that|which|who|whose)"
    r"|anyone who|anybody who|those who|whoever)\b",
    re.I,
)
_THERE_IS: Final = re.compile(r"\W*there (?:is|are|was|were|comes|should be|has been)\b", re.I)
_BREAK: Final = re.compile(r"[.,;:]|\b(?:if|when|unless)\b")


def as_of(record: Record, day: date | None) -> date | None:
    """Return the day that a question is asked for: the one given, else the latest publication date in the record."""
    if day is not None:
        return day
    published = [bounds(one) for one in record.publication_dates()]
    return max((end for first, last in published if (end := last or first) is not None), default=None)


def views(record: Record, day: date | None) -> list[SignalView]:
    """
    Return the signals of a record.

    Args:
        record: The record.
        day: Leaves out what was published after it, and what is dated nowhere; None leaves out nothing.
    """
    found = corroborate(record.reports("signal"))
    readings = record.readings(until=day.isoformat() if day else None, holding="signal")
    return [view for reading in readings for view in signal_views(reading, found)]


def signal_views(reading: Reading, corroborated: Mapping[str, Corroboration]) -> Iterator[SignalView]:
    """
    Yield the signals of a reading with all that the what-if needs to weigh and to show them.

    An act that the taxonomy no longer has is none: what only it would set off is met by its words or not at all.
    """
    article = reading.article
    reading = replace(reading, events=tuple(event for event in reading.events if is_listed(event.act)))
    events = {event.id: event for event in reading.events}
    entities = {entity.id: entity for entity in reading.entities}
    told = {key: getattr(article, key) for key in ("id", "outlet", "title", "url", "published")}
    for signal, listed in zip(reading.signals, of_reading(reading, Signal), strict=True):
        found = corroborated.get(signal.id, Corroboration((), 1))
        sender = entities.get(signal.sender or "")
        yield SignalView(
            signal=signal,
            condition=_acts(events.get(signal.condition_event or ""), signal.condition, reading)
            or _stated(signal, reading)
            or _relative(signal, reading),
            consequence=_acts(events.get(signal.consequence_event or ""), signal.consequence, reading),
            text=article.text,
            entities=entities,
            sentence=listed.sentence,
            article=told,
            source=sender.name if sender else None,
            reports=found.reports,
            group=min([signal.id, *found.same_as]),
        )


def _acts(head: Event | None, held: Spans | None, reading: Reading) -> tuple[Event, ...]:
    """Return the event that heads a clause, and those of the same parties that the clause names as alternatives."""
    if head is None or held is None:
        return ()
    around = cover(held)
    others = (event for event in reading.events if event.id != head.id and within(event.cue, around))
    return (head, *(event for event in others if _is_alternative(head, event, reading.article.text)))


def _stated(signal: Signal, reading: Reading) -> tuple[Event, ...]:
    """Return the act of a condition that says only that there is one: "there is | an attack on any of our allies"."""
    if signal.condition is None or signal.condition_event is not None:
        return ()
    around = cover(signal.condition)
    stated = _THERE_IS.match(reading.article.text, around.start, around.end)
    if stated is None:
        return ()
    inside = (one for one in reading.events if within(one.cue, around) and one.cue[0].start >= stated.end())
    first = min(inside, key=lambda one: one.cue[0].start, default=None)
    return () if first is None or _BREAK.search(reading.article.text, stated.end(), first.cue[0].start) else (first,)


def _relative(signal: Signal, reading: Reading) -> tuple[Event, ...]:
    """
    Return the act of a relative clause that says upon whom a consequence comes, where there is no other condition.

    "Will shoot down any aircraft that | violates its airspace": who is hit is who does it.
    """
    if signal.condition is not None or signal.consequence is None or signal.kind is SignalKind.REFUSAL:
        return ()
    text = reading.article.text
    within_ = cover(signal.consequence)
    found = _WHOEVER.search(text, within_.start, within_.end)
    if found is None:
        return ()
    head = next((one for one in reading.events if one.id == signal.consequence_event), None)
    inner = (one for one in reading.events if found.end() <= one.cue[0].start < within_.end)
    first = min(inner, key=lambda one: one.cue[0].start, default=None)
    if first is None or _BREAK.search(text, found.end(), first.cue[0].start):
        return ()
    doers = head.recipient if head is not None and head is not first and not first.actor else first.actor
    return (replace(first, actor=doers),)


def _is_alternative(head: Event, other: Event, text: str) -> bool:
    first, second = sorted((cover(head.cue), cover(other.cue)))
    denied = {head.standing, other.standing} & {Standing.NEGATED}
    same = head.statement == other.statement and (head.standing is other.standing or not denied)
    return (
        same
        and other.actor in (head.actor, ())
        and first.end <= second.start
        and _EITHER.search(text[first.end : second.start]) is not None
    )

"""Event mentions to events: parties to entity ids, times to dates, cues to the statement that holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.acts.taxonomy import act
from sayso.annotate.events import EventMention
from sayso.record.building.parts import Parts, innermost
from sayso.record.entries import Event, Statement, identified
from sayso.spans import Span
from sayso.terms import Standing, TimeType


def events(mentions: Sequence[EventMention], statements: Sequence[Statement], parts: Parts) -> list[Event]:
    """Return an event for each mention, in order, no two with one id."""
    found: dict[str, Event] = {}
    dates = {time.span: time.edtf for time in parts.times if time.expression.type in (TimeType.DATE, TimeType.TIME)}
    for mention in mentions:
        kind = act(mention.act)
        holder = innermost(statements, mention.cue)
        entry = Event(
            id="",
            act=mention.act,
            event_type=kind.event_type,
            mode=kind.mode,
            cue=mention.cue,
            actor=parts.entities(mention.actor),
            recipient=parts.entities(mention.recipient),
            object=mention.object,
            place=parts.place_of(mention.place) if mention.place else None,
            happened=_happened(mention, dates),
            standing=mention.standing,
            statement=holder.id if holder else None,
            zone=parts.zone(mention.cue[0]),
            probability=round(min(1.0, mention.score), 3),
        )
        done = identified(parts.article.id, entry)
        found.setdefault(done.id, done)
    return list(found.values())


def _happened(mention: EventMention, dates: Mapping[Span, str | None]) -> str | None:
    """Return the date of what happened or is planned; what only may happen has none."""
    if mention.time is None or mention.standing is Standing.HYPOTHETICAL:
        return None
    return dates.get(mention.time)

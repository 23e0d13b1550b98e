"""Hand-made entries for tests of the what-if: a small world with dated memberships, moves and signals in one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.acts.taxonomy import act
from sayso.ask.query import Query
from sayso.knowledge.known import Hit
from sayso.record.entries import Entity, Event, Signal
from sayso.spans import Span, Spans
from sayso.terms import EntityKind, Outcome, SignalKind, Standing, ZoneKind
from sayso.weigh.frames import SignalView

PACT_JOINED = {"avalon": date(1990, 1, 1), "borduria": date(1990, 1, 1), "cyldavia": date(2000, 1, 1)}
"""The Pact's members, with the day that each joined."""
LANDS = ("avalon", "borduria", "cyldavia", "drakonia", "elbonia", "freedonia")
CITIES = {"avalon-city": "avalon", "elbonia-port": "elbonia"}
ORGANS = {"drakonia-army": "drakonia"}
PERSONS = {"drago": "drakonia", "pacta": "pact", "ava": "avalon"}
"""Persons, with whom they speak for."""


class World:
    """Six states, a Pact of three of them that grew in 2000, a League of all, a few cities, an army."""

    def is_member(self, part: str, whole: str, on: date | None = None) -> bool:
        if ORGANS.get(part) == whole:
            return True
        own = ORGANS.get(part, part)
        return own in self.members(whole, on)

    def members(self, whole: str, on: date | None = None) -> frozenset[str]:
        if whole == "league":
            return frozenset((*LANDS, *(f"state-{n}" for n in range(60))))
        if whole != "pact":
            return frozenset()
        return frozenset(land for land, joined in PACT_JOINED.items() if on is None or on >= joined)

    def organ_of(self, key: str) -> str | None:
        return ORGANS.get(key)

    def inside(self, place: str, other: str) -> bool | None:
        if place == "borderlands":
            return None
        if place in CITIES:
            return CITIES[place] == other or place == other
        return place == other if place in LANDS else None

    def state_of_place(self, place: str) -> str | None:
        return place if place in LANDS else CITIES.get(place)

    def hits(self, text: str, on: date | None = None) -> Sequence[Hit]:
        return ()

    def name_of(self, key: str) -> str | None:
        return key if key in (*LANDS, *CITIES, *ORGANS, "pact", "league", "borderlands") else None


@dataclass(frozen=True)
class Deed:
    """An event in short: `deed("deploy", "pact", place="elbonia", thing="peacekeepers")`."""

    act: str
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    thing: str | None = None
    place: str | None = None
    standing: Standing = Standing.HYPOTHETICAL


def deed(
    name: str,
    actor: str = "",
    recipient: str = "",
    *,
    thing: str | None = None,
    place: str | None = None,
    no: bool = False,
) -> Deed:
    """Make a deed; several parties are set apart by blanks, `no` says that it is not done."""
    standing = Standing.NEGATED if no else Standing.HYPOTHETICAL
    return Deed(name, tuple(actor.split()), tuple(recipient.split()), thing, place, standing)


def entities(*names: str) -> Mapping[str, Entity]:
    found = {}
    for name in (*LANDS, *CITIES, *ORGANS, *PERSONS, "pact", "league", *names):
        kind = EntityKind.PERSON if name in PERSONS else EntityKind.COUNTRY
        found[name] = Entity(name, kind, name, (), PERSONS.get(name))
    return found


def event(one: Deed, key: str, span: Spans | None) -> Event:
    kind = act(one.act)
    return Event(
        key, one.act, kind.event_type, None, (Span(0, 1),), one.actor, one.recipient, span, one.place, None,
        one.standing, None, ZoneKind.BODY, 1.0,
    )  # fmt: skip


def view(
    key: str,
    kind: str,
    sender: str | None,
    condition: Deed | None = None,
    consequence: Deed | None = None,
    *,
    words: str = "the condition",
    if_not: bool = False,
    target: str = "",
    zone: ZoneKind = ZoneKind.BODY,
    outcome: Outcome = Outcome.OPEN,
    group: str | None = None,
    bare: bool = False,
) -> SignalView:
    """
    Make a signal as the record would hand it on.

    Args:
        words: Of the condition, as the article has them.
        bare: True where the article states no condition at all.
    """
    things = [one.thing for one in (condition, consequence) if one is not None and one.thing]
    text = " | ".join((words, *things))

    has_condition = condition is not None and not bare
    signal = Signal(
        key, SignalKind(kind), (Span(0, len(words)),) if has_condition else None, (Span(0, len(text)),), None, None,
        if_not, sender, tuple(target.split()), None, zone, 1.0,
    )  # fmt: skip
    mentioned = {
        name: replace(entity, mentions=(Span(words.lower().index(name), words.lower().index(name) + len(name)),))
        for name, entity in entities().items()
        if name in words.lower().split()
    }
    return SignalView(
        signal=signal,
        condition=() if condition is None else (event(condition, f"{key}-if", spans(text, condition.thing)),),
        consequence=() if consequence is None else (event(consequence, f"{key}-then", spans(text, consequence.thing)),),
        text=text,
        entities={**entities(*((sender,) if sender else ())), **mentioned},
        sentence=f"sentence of {key}",
        article={"id": "a", "outlet": None, "title": None, "url": None, "published": "2001-01-01"},
        source=sender,
        outcome=outcome,
        group=group,
    )


def query(*deeds: Deed) -> Query:
    """Make a move, as read from its words; what is only hypothetical in a query is supposed all the same."""
    text = " | ".join(one.thing for one in deeds if one.thing)
    events = tuple(event(one, f"query-{n}", spans(text, one.thing)) for n, one in enumerate(deeds))
    return Query(text, events, entities(), has_clause=bool(deeds))


def spans(text: str, thing: str | None) -> Spans | None:
    """Return where a thing stands in a text, None for none."""
    return None if thing is None else (Span(text.index(thing), text.index(thing) + len(thing)),)

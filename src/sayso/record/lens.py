"""
What was read to what people have it as: corrected fields in place, rejected entries out, everybody under one id.

A lens lies between the rows and whoever lists, counts, weighs or shows them. It changes no row: the dump, the proof
and the walk to the bytes look without it. One lens serves one look at the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, TypeVar

from sqlalchemy import Connection

from sayso.acts.taxonomy import act, is_listed
from sayso.record.entries import Entity, Entry, Event, Json, Reading, as_json, entity_fields, party_fields, read_field
from sayso.record.identities import Identities
from sayso.record.overlays import ARTICLE, OUTLET, VERDICT, Overlay, held
from sayso.terms import OverlayKind

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Correction:
    """
    A field that a person corrected.

    Attributes:
        field: Which.
        was: What was read, in the form of CONTRACT.
        value: What it is now.
        by: Who corrected it.
        why: The reason given.
    """

    field: str
    was: Json
    value: Json
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Marks:
    """
    What people said of an entry.

    Attributes:
        corrected: Fields that they corrected, in the order of the entry.
        verdict: The overlay by which it was last accepted or rejected, or its article retracted; None where nobody
            said anything.
    """

    corrected: tuple[Correction, ...] = ()
    verdict: Overlay | None = None

    def as_json(self) -> dict[str, Json]:
        """Return the keys that a listed entry has of them: `corrected`, `review`."""
        told = {one.field: {"was": one.was, "by": one.by, "why": one.why} for one in self.corrected}
        return {"corrected": told, "review": self.verdict and review_json(self.verdict)}


UNMARKED: Final = Marks()


def review_json(said: Overlay) -> dict[str, Json]:
    """Return what a person said of an entry or article as a list shows it."""
    return {"kind": said.kind.value, "by": said.by, "why": said.why}


class Lens:
    """
    A look at a record as people have it.

    Args:
        connection: To the record; asked while this is in use.
    """

    def __init__(self, connection: Connection) -> None:
        made = held(connection)
        self.who = Identities(connection, made)
        self._corrections: defaultdict[str, dict[str, Overlay]] = defaultdict(dict)
        self._verdicts: dict[str, Overlay] = {}
        self._retracted: dict[tuple[str, str], Overlay] = {}
        for one in made:
            if one.kind is OverlayKind.CORRECT:
                self._corrections[one.target][one.field] = one
            elif one.field == VERDICT:
                self._verdicts[one.target] = one
            elif one.kind is OverlayKind.RETRACT:
                self._retracted[one.field, one.target] = one

    @property
    def corrected(self) -> frozenset[str]:
        """Ids of the entries that people corrected."""
        return frozenset(self._corrections)

    def learn(self, seen: Iterable[Entry]) -> None:
        """Look up at once who the parties of some entries are."""
        self.who.learn(one for entry in seen for one in ids_in(entry))

    def entry(self, article: str, entry: E) -> E:
        """Return an entry of an article as people have it."""
        return self._named(article, corrected(entry, self.values(entry.id)))

    def retraction(self, article: str, outlet: str | None) -> Overlay | None:
        """Return the overlay by which a person retracted an article or its outlet, None where nobody did."""
        return self._retracted.get((ARTICLE, article)) or self._retracted.get((OUTLET, outlet or ""))

    def marks(self, entry: Entry, article: str, outlet: str | None) -> Marks:
        """Return what people said of an entry, given as it was read, and of its article."""
        made = self._corrections.get(entry.id, {})
        verdict = self.retraction(article, outlet) or self._verdicts.get(entry.id)
        if not made and verdict is None:
            return UNMARKED
        was, now = as_json(entry), as_json(corrected(entry, self.values(entry.id)))
        told = (
            Correction(one.name, was[one.name], now[one.name], made[one.name].by, made[one.name].why)
            for one in fields(entry)
            if one.name in made
        )
        return Marks(tuple(told), verdict)

    def is_rejected(self, entry: str) -> bool:
        """Tell whether a person's last word on an entry is that it is wrong."""
        found = self._verdicts.get(entry)
        return found is not None and found.kind is OverlayKind.REJECT

    def entities(self, article: str, found: Iterable[Entity]) -> tuple[Entity, ...]:
        """Return the entities of an article as people have them, those that were merged as one."""
        done: dict[str, Entity] = {}
        for one in found:
            key = self.who.of(article, one.id)
            serves = one.affiliation and self.who.of(article, one.affiliation)
            same = key == one.id and serves == one.affiliation
            new = one if same else replace(one, id=key, affiliation=serves)
            done[key] = _joined(done[key], new) if key in done else new
        return tuple(done.values())

    def reading(self, reading: Reading) -> Reading:
        """Return a reading as people have it."""
        article = reading.article.id
        self.learn(reading.entries())
        self.who.learn(one.id for one in reading.entities)
        kinds = {
            name: tuple(self.entry(article, one) for one in getattr(reading, name) if not self.is_rejected(one.id))
            for name in ("statements", "events", "signals", "figures", "times")
        }
        given: dict[str, Any] = {"entities": self.entities(article, reading.entities), **kinds}
        return replace(reading, **given)

    def names(self, entry: Entry) -> Mapping[str, str]:
        """Return the names of those whom people put into an entry, whom its article may not name."""
        if entry.id not in self._corrections:
            return {}
        put = set(ids_in(corrected(entry, self.values(entry.id)))) - set(ids_in(entry))
        return {one: self.who.name(one) for one in put}

    def values(self, entry: str) -> Mapping[str, Json]:
        """Return what people set in an entry, by field, in the form of CONTRACT."""
        return {name: one.value for name, one in self._corrections.get(entry, {}).items()}

    def _named(self, article: str, entry: E) -> E:
        change: dict[str, Any] = {}
        for name in entity_fields(type(entry)):
            if (key := getattr(entry, name)) is not None and (person := self.who.of(article, key)) != key:
                change[name] = person
        for name in party_fields(type(entry)):
            held = getattr(entry, name)
            told = tuple(dict.fromkeys(self.who.of(article, key) for key in held))
            if told != held:
                change[name] = told
        return replace(entry, **change) if change else entry


def corrected(entry: E, values: Mapping[str, Json]) -> E:
    """Return an entry with some fields set, given in the form of CONTRACT; an event's type follows its act."""
    change: dict[str, Any] = {name: read_field(type(entry), name, value) for name, value in values.items()}
    done = replace(entry, **change) if change else entry
    if isinstance(done, Event) and "act" in values and is_listed(done.act):
        return replace(done, event_type=act(done.act).event_type)
    return done


def ids_in(entry: Entry) -> Iterator[str]:
    """Yield the ids of all whom an entry speaks of."""
    for name in entity_fields(type(entry)):
        if (key := getattr(entry, name)) is not None:
            yield key
    for name in party_fields(type(entry)):
        yield from getattr(entry, name)


def _joined(one: Entity, other: Entity) -> Entity:
    """Return two entities of one id as one, under the longer name."""
    name = max(one.name, other.name, key=lambda name: (len(name), name))
    mentions = tuple(sorted({*one.mentions, *other.mentions}))
    serves, role = one.affiliation or other.affiliation, one.role or other.role
    return replace(one, name=name, mentions=mentions, affiliation=serves, role=role)
